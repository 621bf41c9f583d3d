"""A place: of the gazetteer, or of the record alone."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import NotInRecordError
from dragoman.tasks.opening import open_record
from dragoman.tasks.profiles import tell_place
from tests.tasks.profiles.records import ANKARA, FAR_AWAY, make_profiled


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_profiled(tmp_path / "r.db")


def ask(path: Path, geonames_id: int, **asked: Any) -> dict[str, Any]:
    with open_record(path) as connection:
        told: dict[str, Any] = tell_place(connection, geonames_id, **asked)
    return told


def test_a_place_has_its_names_coordinates_and_events(record: Path) -> None:
    told = ask(record, ANKARA)
    place = told["place"]
    assert (place["name"], place["country_name"], place["admin1"], place["kind"]) == (
        "Ankara",
        "Turkey",
        "Ankara",
        "city",
    )
    assert (round(place["latitude"]), round(place["longitude"])) == (40, 33)
    assert [event["document_id"] for event in told["events"]] == ["alone", "talks"]
    assert (told["first"], told["last"], told["total"]) == ("2026-04-01", "2026-04-25", 2)


def test_the_relations_active_there_are_counted_by_events(record: Path) -> None:
    (relation,) = ask(record, ANKARA)["relations"]
    assert ([side["code"] for side in relation["sides"]], relation["events"]) == (["IRN", "TUR"], 2)


def test_a_place_that_the_shipped_gazetteer_lacks_is_told_as_the_record_has_it(record: Path) -> None:
    place = ask(record, FAR_AWAY)["place"]
    assert (place["name"], place["country"], place["latitude"]) == ("Ova", "TUR", 39.9)


def test_a_place_without_events_is_told_all_the_same(record: Path) -> None:
    told = ask(record, 264371)
    assert (told["place"]["name"], told["total"], told["relations"], told["first"]) == ("Athens", 0, [], None)


def test_events_come_page_by_page(record: Path) -> None:
    assert [e["document_id"] for e in ask(record, ANKARA, limit=1, offset=1)["events"]] == ["talks"]


@pytest.mark.parametrize("geonames_id", [0, 98_765_432_101])
def test_an_id_of_no_place_is_refused(record: Path, geonames_id: int) -> None:
    with pytest.raises(NotInRecordError, match="no place"):
        ask(record, geonames_id)
