"""Offices and persons by date, from the shipped tables, imported ones, and the documents of a record."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TypeAlias

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.gazetteer.add_offices import add_offices
from dragoman.gazetteer.merge_tenures import find_conflicts, merge_evidence
from dragoman.gazetteer.office_import import ImportedOffice, read_offices_csv, read_offices_wikidata
from dragoman.gazetteer.office_names import SINGULAR
from dragoman.gazetteer.register import Register, find_code, list_offices, load_register, read_office
from dragoman.model.tenure import OfficeConflict, Proof, Tenure
from dragoman.store import (
    OfficeImport,
    Owned,
    find_owned,
    list_office_imports,
    load_evidence,
    load_imported,
    put_offices,
    remove_offices,
    transaction,
)
from dragoman.tasks.opening import open_record
from dragoman.tasks.sides import load_country_names, resolve_side

OfficeOf: TypeAlias = tuple[str, str, str]
"""An office, the code of its owner, and which body where several share the code."""


def import_offices(record: Path, table: Path, *, kept_until: date) -> OfficeImport:
    """Put a table of offices into a record, in the place of one of the same file name.

    Args:
        record: its path.
        table: a CSV, or with the suffix .json the result of a Wikidata query; docs/offices.md describes both.
        kept_until: the day up to which the table was kept: an open end is sure up to it, a guess after it.

    Raises:
        InputError: the file can't be read; it names the line and the fault.
        RecordError: the record can't be opened or written.

    """
    try:
        text = table.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(error.strerror or str(error), place=str(table), remedy="Check the path.") from None
    except UnicodeDecodeError as error:
        raise InputError(f"it is not UTF-8 ({error})", place=str(table), remedy="Save it as UTF-8.") from None
    read = read_offices_wikidata if table.suffix.lower() == ".json" else read_offices_csv
    offices = read(text, source=table.name)
    for item in offices:
        _check_characters(item, table)
    with open_record(record, write=True) as connection, transaction(connection):
        return put_offices(connection, table.name, offices, kept_until=kept_until)


def remove_import(record: Path, name: str) -> None:
    """Take an imported table out of a record.

    Raises:
        RecordError: none of that name was imported, or the record can't be opened or written.

    """
    with open_record(record, write=True) as connection, transaction(connection):
        remove_offices(connection, name)


def list_imports(connection: sqlite3.Connection) -> JsonObject:
    """The imported tables: `tables`, each with `name`, `kept_until`, `added` and the number of its `offices`."""
    tables = list_office_imports(connection)
    return {"tables": [{**asdict(table), "kept_until": table.kept_until.isoformat()} for table in tables]}


def _check_characters(item: ImportedOffice, table: Path) -> None:
    for words in (item.name, *item.aliases, item.code, item.body, item.source):
        try:
            words.encode()
        except UnicodeEncodeError:
            name = item.name.encode("utf-8", "replace").decode()
            raise InputError(
                f"{name!r} holds half of a surrogate pair", place=str(table), remedy="Write the file as UTF-8."
            ) from None


def find_register(
    connection: sqlite3.Connection, *, offices: Iterable[Owned] = (), names: Iterable[str] = (), on: date | None = None
) -> Register:
    """All that the shipped tables and a record know of some offices and some persons.

    Args:
        connection: of the record.
        offices: as the register names them, with their codes.
        names: of persons, in any spelling.
        on: a day of which all evidence is wanted; of others the first and last of each month do.

    Returns:
        A register with the persons that this is about, and all of their tenures that are known.

    """
    offices, names = set(offices), set(names)
    imported = list(load_imported(connection, offices=offices, names=names))
    evidence = load_evidence(connection, offices=offices, names=names, on=on)
    names |= {item.name for item in evidence}
    names |= {name for _, lines in imported for item in lines for name in (item.name, *item.aliases)}
    # Only the persons that these names can mean: who is meant depends on no others.
    shipped = load_register()
    known = {match.person.person_id for name in names for match in shipped.find_person(name)}
    known |= {tenure.person_id for office, code in offices for tenure in shipped.tenures_in(office, code)}
    register = Register(
        [shipped.persons[i] for i in sorted(known)], [t for i in sorted(known) for t in shipped.tenures_of(i)]
    )
    for kept_until, lines in imported:
        register = add_offices(register, lines, kept_until=kept_until)
    return merge_evidence(register, evidence)


def list_owned(connection: sqlite3.Connection, names: Iterable[str]) -> set[Owned]:
    """The offices that tables or documents of a record give to persons of these names."""
    names = set(names)
    return find_owned(connection, names) | {
        (item.office, item.code) for _, lines in load_imported(connection, names=names) for item in lines
    }


def ask_office(connection: sqlite3.Connection, words: str, owner: str, on: date) -> JsonObject:
    """Who held an office on a day, and what says so.

    Args:
        connection: of the record.
        words: "defence minister", "head of state", "the Turkish foreign minister".
        owner: code or name of the state or organisation; empty where the words name it.
        on: the day.

    Returns:
        `asked` and `on`; `offices`, those meant, and whether one person holds it at a time (`one_holder`); `holders`,
        the surest and latest first, none where nothing says who it was; `others`, whom a source names for that day
        too but a surer one outdoes; `before` and `after`, the tenures next to the day where nobody is known;
        `conflicts`, pairs that are both said to hold it for a longer time that day lies in.

    Raises:
        InputError: the words name no office, or the owner is not known.

    """
    register, asked = find_office_register(connection, words, owner, on)
    return answer_office(register, asked, words, owner, on)


def find_office_register(
    connection: sqlite3.Connection, words: str, owner: str, on: date
) -> tuple[Register, list[OfficeOf]]:
    """All that is known of the offices that words mean, and which these are.

    Args:
        connection: of the record.
        words: as for `ask_office`.
        owner: as there.
        on: a day of which all evidence is wanted.

    Raises:
        InputError: the words name no office, or the owner is not known.

    """
    asked = _read_asked(words, owner)
    return find_register(connection, offices=[(office, code) for office, code, _ in asked], on=on), asked


def answer_office(register: Register, asked: Sequence[OfficeOf], words: str, owner: str, on: date) -> JsonObject:
    """Who held offices on a day by what a register knows, as `ask_office` tells it."""
    holders = register.who_held(words, owner, on)
    held = {id(holding.tenure) for holding in holders}
    tenures = list_tenures(register, asked)
    if holders:
        of = {(holding.tenure.office, holding.tenure.code) for holding in holders}
        tenures = [tenure for tenure in tenures if (tenure.office, tenure.code) in of]
    rest = [t for t in tenures if id(t) not in held and t.certainty_on(on) is not None]
    before, after = ([], []) if holders else _find_next(tenures, on)
    conflicts = [c for c in list_conflicts(register, tenures) if c.first <= on <= c.last]
    return {
        "asked": words,
        "offices": [
            {"office": office, "code": code, "body": body, "one_holder": office in SINGULAR}
            for office, code, body in asked
        ],
        "on": on.isoformat(),
        "holders": [tell_tenure(register, holding.tenure, on) for holding in holders],
        "others": [tell_tenure(register, tenure, on) for tenure in rest],
        "before": [tell_tenure(register, tenure, on) for tenure in before],
        "after": [tell_tenure(register, tenure, on) for tenure in after],
        "conflicts": [tell_conflict(register, conflict) for conflict in conflicts],
    }


def list_tenures(register: Register, asked: Sequence[OfficeOf]) -> list[Tenure]:
    """All tenures of some offices, each office's in order of their beginning."""
    return [
        tenure
        for office, code, body in asked
        for tenure in register.tenures_in(office, code)
        if not body or tenure.body == body
    ]


def _read_asked(words: str, owner: str) -> list[OfficeOf]:
    """The offices meant, or an error that says what is not understood."""
    named, state = read_office(words)
    if named is None:
        raise InputError(f"no office is called {words!r}", remedy='Write it as news does: "defence minister".')
    if not (owner or state or named.typical):
        raise InputError(f"whose {words} is not said", remedy=f"Name the state: dragoman office '{words}' TUR")
    (_, code, body), *_ = list_offices(words, owner) or [("", "", "")]
    if owner and not body and ":" not in code and code not in load_country_names():
        resolve_side(owner)  # complains, and names what comes nearest
    return list_offices(words, owner)


def name_office(words: str, owner: str) -> tuple[str, str]:
    """The office that words mean, and whose: a code, or the name of a body where several share one.

    Args:
        words: as for `ask_office`.
        owner: as there.

    Raises:
        InputError: the words name no office, or the owner is not known.

    """
    asked = _read_asked(words, owner)
    named, state = read_office(words)
    if named is None:
        raise InputError(f"no office is called {words!r}", remedy="Write it as news does.")
    bodies = [body for _, _, body in asked if body]
    return named.office, bodies[0] if bodies else find_code(owner or state or named.typical)


def _find_next(tenures: Iterable[Tenure], on: date) -> tuple[list[Tenure], list[Tenure]]:
    """The tenure that ended last before a day, and the one that began first after it."""
    dated = [t for t in tenures if t.since is not None]
    ended = [t for t in dated if t.until and t.until.last < on]
    begun = [t for t in dated if t.since and t.since.first > on]
    before = sorted(ended, key=lambda t: t.until.last if t.until else date.min)[-1:]
    return before, sorted(begun, key=lambda t: t.since.first if t.since else date.max)[:1]


def list_conflicts(register: Register, tenures: Iterable[Tenure]) -> list[OfficeConflict]:
    """Pairs of persons who are said to hold at once an office of these tenures."""
    offices = {(tenure.office, tenure.code) for tenure in tenures}
    held = [tenure for office, code in sorted(offices) for tenure in register.tenures_in(office, code)]
    return find_conflicts(Register(register.persons.values(), held)) if len(held) > 1 else []


def tell_tenure(register: Register, tenure: Tenure, on: date) -> JsonObject:
    """A tenure with its person, how sure it is on a day (None: not then), and everything that says so."""
    certainty = tenure.certainty_on(on)
    return {
        "person_id": tenure.person_id,
        "name": register.persons[tenure.person_id].name,
        "office": tenure.office,
        "code": tenure.code,
        "body": tenure.body,
        "since": tenure.since and tenure.since.text,
        "until": tenure.until and tenure.until.text,
        "is_told": tenure.is_told,
        "certainty": certainty and certainty.value,
        "proofs": [_tell_proof(proof) for proof in tenure.proofs],
    }


def _tell_proof(proof: Proof) -> JsonObject:
    told: JsonObject = {
        "kind": proof.kind.value,
        "source": proof.source,
        "since": proof.since and proof.since.text,
        "until": proof.until and proof.until.text,
        "kept_until": proof.kept_until and proof.kept_until.isoformat(),
    }
    if proof.on is None:
        return told
    return {
        "kind": proof.kind.value,
        "source": proof.source,
        "on": proof.on.isoformat(),
        "document_id": proof.document_id,
        "report_id": proof.report_id,
        "field": proof.field,
        "start": proof.start,
        "end": proof.end,
        "words": proof.words,
    }


def tell_conflict(register: Register, conflict: OfficeConflict) -> JsonObject:
    """Two persons in one office, and the days on which both are said to hold it."""
    return {
        "office": conflict.office,
        "code": conflict.code,
        "body": conflict.body,
        "first": conflict.first.isoformat(),
        "last": conflict.last.isoformat(),
        "persons": [{"person_id": i, "name": register.persons[i].name} for i in conflict.person_ids],
    }
