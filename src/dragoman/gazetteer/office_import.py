"""Persons and offices from files of others: a CSV with named columns, or the result of a Wikidata query."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError
from dragoman.gazetteer.office_names import name_office
from dragoman.gazetteer.register import find_code, read_office
from dragoman.gazetteer.tables import split_list
from dragoman.model.tenure import PartialDate

COLUMNS = ("name", "office", "code")
"""What a CSV must have; it may have `since`, `until`, `aliases` (divided by "|"), `body` and `source` too."""
OPTIONAL = ("since", "until", "aliases", "body", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedOffice:
    """One line of a foreign table, read and checked: a person, an office, and when."""

    name: str
    aliases: tuple[str, ...]
    office: str
    code: str
    body: str
    since: PartialDate | None
    until: PartialDate | None
    source: str


def read_offices_csv(text: str, *, source: str) -> list[ImportedOffice]:
    """The offices of a CSV with a header.

    Args:
        text: the file, its cells divided by commas, semicolons or tabs; lines that begin with "#" are left out.
        source: what to name as the source of lines without one: the file's name.

    Raises:
        InputError: a column is missing or unknown, a cell is empty or says nothing known; it names line and remedy.

    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line and line[0] != "#"]
    # Where the comma is the decimal sign, spreadsheets divide cells by semicolons.
    divider = max(",;\t", key=lines[0][1].count) if lines else ","
    reader = csv.reader(io.StringIO("\n".join(line for _, line in lines)), delimiter=divider)
    header = [name.strip().lstrip("\ufeff").lower() for name in next(reader, [])]
    if missing := [name for name in COLUMNS if name not in header]:
        raise InputError(
            f"the column {missing[0]!r} is missing", place=source, remedy=f"Give the columns {', '.join(COLUMNS)}."
        )
    if unknown := [name for name in header if name not in {*COLUMNS, *OPTIONAL}]:
        raise InputError(
            f"there is no column {unknown[0]!r}", place=source, remedy=f"Columns: {', '.join((*COLUMNS, *OPTIONAL))}."
        )
    offices: list[ImportedOffice] = []
    for at, cells in enumerate(reader, start=1):
        place = f"{source}:{lines[at][0] if at < len(lines) else '?'}"
        if len(cells) != len(header):
            raise InputError(
                f"{len(cells)} cells under {len(header)} columns",
                place=place,
                remedy=f"Quote cells that hold {divider!r}.",
            )
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        offices.append(
            _read_office(
                name=row["name"],
                aliases=split_list(row.get("aliases", "")),
                office=row["office"],
                code=row["code"],
                body=row.get("body", ""),
                dates=(row.get("since", ""), row.get("until", "")),
                source=row.get("source") or source,
                place=place,
            )
        )
    return offices


def read_offices_wikidata(text: str, *, source: str) -> list[ImportedOffice]:
    """The offices of a Wikidata query's result; docs/offices.md has the query.

    Args:
        text: the JSON that query.wikidata.org gives: SPARQL results with `head` and `results`, or its plain list of
            objects. Variables: person, personLabel, positionLabel, iso3 (or countryLabel), and where known aliases,
            start, startPrecision, end, endPrecision.
        source: the file's name.

    Returns:
        The offices; rows of positions that the register has no name for ("member of parliament") are left out.

    Raises:
        InputError: it is no such JSON, or a row lacks person, position or country.

    """
    offices: list[ImportedOffice] = []
    for number, row in enumerate(_read_bindings(text, source), start=1):
        place = f"{source}, result {number}"
        for name in ("personLabel", "positionLabel"):
            if not row.get(name):
                raise InputError(f"it has no {name}", place=place, remedy="Run the query of docs/offices.md.")
        named, owner = read_office(row["positionLabel"])
        code = row.get("iso3") or (find_code(row["countryLabel"]) if row.get("countryLabel") else owner)
        if not code:
            raise InputError("it has no country", place=place, remedy="Run the query of docs/offices.md.")
        if named is None or row["personLabel"].startswith("http"):
            continue
        item = row.get("person", "").rpartition("/")[2]
        offices.append(
            _read_office(
                name=row["personLabel"],
                aliases=split_list(row.get("aliases", "")),
                office=named.office,
                code=code,
                body="",
                dates=tuple(_cut(row.get(end, ""), row.get(f"{end}Precision", "")) for end in ("start", "end")),
                source=f"wikidata:{item}" if item else source,
                place=place,
            )
        )
    return offices


def _read_office(
    *,
    name: str,
    aliases: tuple[str, ...],
    office: str,
    code: str,
    body: str,
    dates: Sequence[str],
    source: str,
    place: str,
) -> ImportedOffice:
    for column, cell in (("name", name), ("office", office), ("code", code)):
        if not cell:
            raise InputError(f"the {column} is empty", place=place, remedy="Fill it in or leave out the line.")
    named, _ = read_office(office)
    if named is None:
        raise InputError(
            f"no office is called {office!r}", place=place, remedy='Write it as news does: "defence minister".'
        )
    ends: list[PartialDate | None] = []
    for cell in dates:
        try:
            ends.append(PartialDate(cell) if cell else None)
        except ValueError:
            raise InputError(f"{cell!r} is no date", place=place, remedy="Write 2023-06-04, 2023-06 or 2023.") from None
    since, until = ends
    if since and until and since.first > until.last:
        raise InputError(f"it ends ({until.text}) before it begins ({since.text})", place=place, remedy="Swap them.")
    sectors = ["MIL"] if named.office == "chief of staff" else []
    return ImportedOffice(
        name=name,
        aliases=aliases,
        office=name_office(named.office, sectors),
        code=find_code(code),
        body=body,
        since=since,
        until=until,
        source=source,
    )


def _read_bindings(text: str, source: str) -> Iterator[dict[str, str]]:
    try:
        whole = json.loads(text)
        rows = whole["results"]["bindings"] if isinstance(whole, Mapping) else whole
        for row in rows:
            yield {name: _plain(cell) for name, cell in row.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"it is no result of a SPARQL query ({error})",
            place=source,
            remedy="Download it from query.wikidata.org as JSON.",
        ) from None


def _plain(cell: Any) -> str:
    return str(cell["value"] if isinstance(cell, Mapping) else cell)


def _cut(stamp: str, precision: str) -> str:
    """A Wikidata time as far as it is known: precision 9 is a year, 10 a month, 11 a day."""
    if not stamp or stamp.startswith(("_:", "http", "t")):
        return ""
    day = stamp.lstrip("+").partition("T")[0]
    return day[: {"9": 4, "10": 7}.get(precision, 10)] if precision in {"", "9", "10", "11"} else ""
