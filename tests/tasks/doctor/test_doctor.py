"""The doctor: what is well, what is to be looked at, what is broken, and what to do."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.errors import ModelError
from dragoman.store import find_damage
from dragoman.tasks.doctor import Finding, Verdict, examine, findings_to_json
from dragoman.tasks.doctor import versions as versions_module
from dragoman.tasks.doctor.coding import try_coding
from dragoman.tasks.doctor.disk import check_room, write_bytes
from dragoman.tasks.doctor.finding import look
from dragoman.tasks.doctor.models import check_gazetteer, check_models, check_pipeline
from dragoman.tasks.doctor.record import check_record
from dragoman.tasks.doctor.versions import check_extras, check_libraries, check_python, check_sqlite
from dragoman.tasks.opening import open_record
from tests.tasks.fakes import make_word_coder
from tests.tasks.records import make_record


def find_verdicts(findings: Iterable[Finding]) -> dict[str, Verdict]:
    return {finding.about: finding.verdict for finding in findings}


def test_here_everything_is_well_and_a_wrong_coder_is_found(tmp_path: Path) -> None:
    record = make_record(tmp_path / "relations.db")
    findings = list(examine(record, maker=make_word_coder))
    assert {"Python", "SQLite", "model tagger", "gazetteer", "record", "extra desk"} <= {one.about for one in findings}
    faults = [one for one in findings if one.verdict is Verdict.FAULT]
    assert [one.about for one in faults] == ["coding"]
    assert "CONSULT visit KEN → GHA 2024-04-30" in faults[0].told and faults[0].remedy
    told = findings_to_json(findings)
    assert told["verdict"] == "fault" and len(told["findings"]) == len(findings)


def test_a_look_that_fails_is_a_fault_and_the_others_go_on() -> None:
    def raise_known() -> Iterator[Finding]:
        raise ModelError("it is another", place="tagger", remedy="Install it again.")

    def raise_unknown() -> Iterator[Finding]:
        raise AttributeError("module has no attribute 'load'")

    (known,) = look("models", raise_known)
    assert (known.told, known.verdict, known.remedy) == ("tagger: it is another", Verdict.FAULT, "Install it again.")
    (unknown,) = look("models", raise_unknown)
    assert unknown.told.startswith("AttributeError: module has") and unknown.verdict is Verdict.FAULT and unknown.remedy


@pytest.mark.parametrize(("version", "verdict"), [((3, 10), "warning"), ((3, 13), "ok"), ((3, 14), "warning")])
def test_python_is_one_that_dragoman_is_tested_with(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], verdict: str
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0))
    assert next(iter(check_python())).verdict == verdict


def test_libraries_that_are_missing_or_too_old_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"typer": "0.1", "rich": "99"}

    def find_version(name: str) -> str:
        if name == "numpy":
            raise PackageNotFoundError(name)
        return there.get(name, "20")

    monkeypatch.setattr(versions_module, "version", find_version)
    monkeypatch.setattr(versions_module, "requires", lambda _: ["numpy>=1.26", "typer>=0.15", "rich>=13.9"])
    *_, last = check_libraries()
    assert (last.verdict, last.told) == (Verdict.FAULT, "numpy is missing, typer is 0.1, needed is >=0.15")
    assert "pip install" in last.remedy


@pytest.mark.parametrize(
    ("there", "told", "verdict"),
    [
        ({}, "is not installed", Verdict.OK),
        ({"jinja2": "3.1", "uvicorn": "0.40"}, "is there", Verdict.OK),
        ({"jinja2": "2.0", "uvicorn": "0.40"}, "jinja2 is 2.0, needed is >=3.1", Verdict.WARNING),
        ({"jinja2": "3.1"}, "is not installed", Verdict.OK),
    ],
)
def test_extras_are_there_or_said_how_to_get(
    monkeypatch: pytest.MonkeyPatch, there: dict[str, str], told: str, verdict: Verdict
) -> None:
    def find_version(name: str) -> str:
        if name not in there:
            raise PackageNotFoundError(name)
        return there[name]

    needed = ["numpy", "jinja2>=3.1; extra == 'desk'", "uvicorn; extra == 'desk'"]
    monkeypatch.setattr(versions_module, "version", find_version)
    monkeypatch.setattr(versions_module, "requires", lambda _: needed)
    desk = next(finding for finding in check_extras() if finding.about == "extra desk")
    assert (desk.told, desk.verdict) == (told, verdict)
    assert desk.remedy == ("" if told == "is there" else "Where you need it: pip install 'dragoman[desk]'")


def test_an_old_sqlite_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_verdicts(check_sqlite()) == {"SQLite": Verdict.OK}
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert find_verdicts(check_sqlite()) == {"SQLite": Verdict.FAULT}


CHANGES: list[tuple[str, Callable[[], Iterator[Finding]]]] = [
    ("dragoman.tasks.doctor.models.hash_folder", check_pipeline),
    ("dragoman.tasks.doctor.models.hash_file", check_gazetteer),
]


@pytest.mark.parametrize(("hashing", "check"), CHANGES)
def test_other_files_than_expected_are_a_fault(
    monkeypatch: pytest.MonkeyPatch, hashing: str, check: Callable[[], Iterator[Finding]]
) -> None:
    monkeypatch.setattr(hashing, lambda _: "sha256:0000")
    with pytest.raises(ModelError, match="hash is"):
        list(check())


def test_a_model_of_which_a_byte_changed_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = Path(versions_module.__file__).parents[2] / "events" / "weights" / "pairs"
    shutil.copytree(weights, tmp_path / "pairs")
    monkeypatch.setattr("dragoman.tasks.doctor.models.files", lambda _: tmp_path)
    monkeypatch.setattr("dragoman.tasks.doctor.models.find_spec", lambda _: None)
    assert find_verdicts(check_models())["model pairs"] is Verdict.OK
    with (tmp_path / "pairs" / "tokenizer.json").open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        list(check_models())


class Usage(NamedTuple):
    free: int


ROOM = [
    (10**10, 0, Verdict.OK),
    (10**9, 0, Verdict.WARNING),
    (10**10, 2 * 10**10, Verdict.WARNING),
    (10**7, 0, Verdict.FAULT),
]


@pytest.mark.parametrize(("free", "size", "verdict"), ROOM)
def test_room_on_the_disk_is_enough_for_the_record_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, size: int, verdict: Verdict
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free))
    monkeypatch.setattr("dragoman.tasks.doctor.disk.measure_bytes", lambda _: size)
    beside, _ = check_room(tmp_path / "relations.db")
    assert beside.verdict is verdict and str(tmp_path) in beside.told
    assert (f"{write_bytes(free)} free" in beside.told) and bool(beside.remedy) is (verdict is not Verdict.OK)


@pytest.mark.parametrize(
    ("count", "written"), [(0, "0 bytes"), (999, "999 bytes"), (3_400_000_000, "3.4 GB"), (5 * 10**12, "5 TB")]
)
def test_sizes_are_written_for_people(count: int, written: str) -> None:
    assert write_bytes(count) == written


def test_a_sound_record_is_said_to_be_so(tmp_path: Path) -> None:
    verdicts = find_verdicts(check_record(make_record(tmp_path / "relations.db")))
    assert verdicts == dict.fromkeys(("record", "record's reports", "record's file"), Verdict.OK)


def test_reports_that_are_not_joined_are_a_warning(tmp_path: Path) -> None:
    record = make_record(tmp_path / "relations.db")
    with open_record(record, write=True) as connection:
        connection.execute("INSERT INTO pending (event_type, day) VALUES ('CONSULT', '2025-10-02')")
    assert find_verdicts(check_record(record))["record's reports"] is Verdict.WARNING


def test_a_damaged_record_is_a_fault_with_what_to_do(tmp_path: Path) -> None:
    record = make_record(tmp_path / "relations.db")
    content = bytearray(record.read_bytes())
    content[-6 * 4096 :: 7] = b"\xff" * len(content[-6 * 4096 :: 7])
    record.write_bytes(content)
    for path in (record, tmp_path / "none.db"):
        *_, last = look("record", partial(check_record, path))
        assert last.verdict is Verdict.FAULT and last.remedy


def test_looking_for_damage_is_given_up_in_time(tmp_path: Path) -> None:
    with open_record(make_record(tmp_path / "relations.db")) as connection:
        assert find_damage(connection, 60) == []
        # Enough rows for SQLite to look at the clock.
        connection.execute(
            "CREATE TEMP TABLE many AS WITH RECURSIVE n(x) AS "
            "(SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) SELECT x FROM n"
        )
        assert find_damage(connection, -1) is None
        assert connection.execute("SELECT count(*) FROM many").fetchone()[0] == 20000, "it can be asked again"


def test_the_sentence_is_coded_as_expected() -> None:
    from dragoman.tasks.coders import make_coder

    (found,) = try_coding(make_coder)
    assert found.verdict is Verdict.OK and found.told.startswith("CONSULT visit KEN → GHA 2024-04-30, as expected")
