"""Nothing is left out of the documentation, and its links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from tests.cli.commands import list_commands
from tests.docs.pages import PAGES, ROOT, find_anchors, find_links, read_page

COMMANDS = list_commands()
CLI, LIBRARY, WORKINGS = (ROOT / "docs" / name for name in ("cli.md", "library.md", "how-it-works.md"))


def find_sections(page: Path) -> dict[str, str]:
    """The sections of a page by heading of the second level; commands of a group share one."""
    parts = re.split(r"^## (.+)$", read_page(page), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def list_options() -> Iterator[tuple[str, str]]:
    """Every option of every command, by its longest name."""
    for name, command in COMMANDS.items():
        for parameter in command.params:
            if parameter.param_type_name == "option":
                yield name, max(parameter.opts, key=len)


def find_section(command: str) -> str:
    """The section of a command, or of its group."""
    return find_sections(CLI)[f"dragoman {command.split()[0]}"]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_section_with_an_example(command: str) -> None:
    group, _, name = command.partition(" ")
    # "review EVENT_ID confirm" is an example of "review confirm".
    assert re.search(rf"dragoman {group}\b.*\b{name}", find_section(command)), command


@pytest.mark.parametrize(("command", "option"), sorted(set(list_options())))
def test_every_option_is_documented_with_its_command(command: str, option: str) -> None:
    assert f"`{option}" in find_section(command) or option == "--help"


def test_no_option_is_documented_that_does_not_exist() -> None:
    parameters = [parameter for command in COMMANDS.values() for parameter in command.params]
    known = {option for p in parameters for option in (*p.opts, *p.secondary_opts)} | {"--version"}
    assert set(re.findall(r"`(--[a-z-]+)", read_page(CLI))) - {"--help"} <= known


@pytest.mark.parametrize("name", [name for name in dragoman.__all__ if not name.startswith("_")])
def test_every_public_name_is_documented(name: str) -> None:
    assert f"`{name}" in read_page(LIBRARY)


def find_rules() -> set[str]:
    """The rules that stages name as evidence of an event's fields: "timex:clause", "model:role"."""
    stages = ("events", "timex", "places", "records")
    paths = [path for stage in stages for path in (ROOT / "src/dragoman" / stage).glob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    families = "attribution|discourse|grammar|merge|model|places|repair|timex"
    return set(re.findall(rf'(?<!!= )"((?:{families}):[a-z-]+)"', source))


@pytest.mark.parametrize("rule", sorted(find_rules()))
def test_every_rule_that_explains_an_event_is_described(rule: str) -> None:
    assert f"`{rule}`" in read_page(WORKINGS)


def test_every_table_of_a_record_is_described() -> None:
    schema = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/dragoman/store/schema").glob("*.sql"))
    tables = set(re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", schema, flags=re.MULTILINE))
    described = set(re.findall(r"`(\w+)`", find_sections(ROOT / "docs" / "record.md")["What is in it"]))
    assert tables and tables <= described


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_pages_and_headings_that_exist(page: Path) -> None:
    for link in find_links(page):
        path, _, anchor = link.partition("#")
        if ":" in path:
            assert path.startswith("https://"), link
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in find_anchors(target), link


def test_the_map_leads_to_every_page() -> None:
    links = set(find_links(ROOT / "docs" / "index.md"))
    assert {page.name for page in PAGES if page.parent.name == "docs"} - {"index.md"} <= links
