"""Which feeds are followed: addresses as given, and lists of them in OPML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.errors import InputError

LARGEST = 20_000_000
"""Bytes of a list of feeds."""

_REMEDY = "Give an address (http… or https…), or the path of an OPML file."


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed to follow."""

    url: str
    name: str = ""
    """What the list calls it; its own title counts where it has no name there."""


def find_subscriptions(given: Sequence[str]) -> list[Subscription]:
    """The feeds meant, each once.

    Args:
        given: addresses (http or https), and paths of OPML files.

    Raises:
        InputError: an address of another kind; a file that can't be read, is no OPML or lists no feed.

    """
    found: dict[str, Subscription] = {}
    for name in given:
        is_url = name.lower().startswith(("http://", "https://"))
        if "://" in name and not is_url:
            raise InputError("only http and https are followed", place=name, remedy=_REMEDY)
        for subscription in [Subscription(url=name)] if is_url else read_opml(Path(name)):
            found.setdefault(subscription.url, subscription)
    return list(found.values())


def read_opml(path: Path) -> list[Subscription]:
    """The feeds of an OPML file, as feed readers export them; folders of feeds are looked through.

    Raises:
        InputError: it can't be read, is no OPML or lists no feed.

    """
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise InputError(error.strerror or str(error), place=str(path), remedy=_REMEDY) from None
    if len(content) > LARGEST:
        raise InputError(f"it is over {LARGEST:,} bytes", place=str(path), remedy="Split the list.")
    # Entities are left as they stand: one of a few letters can stand for gigabytes, or for a file of this machine.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"it is no XML ({error})", place=str(path), remedy="Export the list of feeds anew.") from None
    found = list(_read_outlines(root))
    if not found:
        remedy = "Give OPML whose outlines have an attribute xmlUrl."
        raise InputError("it lists no feeds", place=str(path), remedy=remedy)
    return found


def _read_outlines(root: "etree._Element") -> Iterator[Subscription]:
    for outline in root.iter("outline"):
        values = {name.lower(): value.strip() for name, value in outline.attrib.items()}
        if url := values.get("xmlurl"):
            yield Subscription(url=url, name=values.get("title") or values.get("text", ""))
