"""The pages of the documentation, and what stands in them."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))

_FENCE = re.compile(r"^```(\w*) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_NO_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: ```LANGUAGE NOTE."""

    page: Path
    start: int
    """Offsets of the words between the fences, in the page."""
    end: int
    language: str
    note: str
    body: str


def read_page(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


def find_blocks(page: Path, language: str) -> list[Block]:
    """The fenced blocks of one language, in order."""
    return [
        Block(page, found.start(3), found.end(3), found[1], found[2], found[3])
        for found in _FENCE.finditer(read_page(page))
        if found[1] == language
    ]


def find_links(page: Path) -> list[str]:
    """Where the links of a page lead, blocks left out."""
    return _LINK.findall(_FENCE.sub("", read_page(page)))


def find_anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of a page's headings."""
    headings = _HEADING.findall(_FENCE.sub("", read_page(page)))
    return {_NO_ANCHOR.sub("", heading.lower()).replace(" ", "-") for heading in headings}
