"""`dragoman gazetteer`, and the commands that use what it builds."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dragoman import Coder
from dragoman.config import CoderConfig
from dragoman.errors import DragomanError
from dragoman.gazetteer.place_row import PlaceRow
from dragoman.gazetteer.places import PlaceIndex, load_index, load_places
from dragoman.gazetteer.places_writer import write_places
from tests.cli.conftest import Run
from tests.factories import make_document
from tests.gazetteer.dumps import make_line, write_dump

VILLAGE = (9000030, "Kelebekova", "", 39.5, 33.5, "P", "PPL", "TR", "68", 700)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> PlaceIndex:
    """Stands in for the shipped places, which take seconds to write anew."""
    path = tmp_path_factory.mktemp("shipped") / "few.places"
    country = PlaceRow(
        name="Türkiye", country="TUR", division="", latitude=39, longitude=35, population=84_000_000,
        geonames_id=298795, kind="country", spellings=frozenset({"Turkey"}),
    )  # fmt: skip
    with path.open("wb") as stream:
        write_places(stream, [country], lambda: {"by": "hand"})
    return load_index(path)


@pytest.fixture
def shipped(few: PlaceIndex, monkeypatch: pytest.MonkeyPatch) -> PlaceIndex:
    monkeypatch.setattr("dragoman.gazetteer.places.load_places", lambda: few)
    return few


def test_a_dump_is_built_into_a_gazetteer(run: Run, shipped: PlaceIndex, tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "TR.zip", (VILLAGE,))
    output = tmp_path / "own.places"
    done = run("gazetteer", "--geonames", dump, "--output", output)
    assert (done.exit_code, done.stderr) == (0, f"2 places in {output}\n")
    index = load_index(output)
    assert [e.country for name in ("Kelebekova", "Turkey") for e in index.lookup(name)] == ["TUR", "TUR"]
    assert index.sources == {"by": "hand", "geonames": "2026-01-02"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["TR.zip", "own.places"]


def test_a_cut_off_dump_leaves_what_was_there(run: Run, shipped: PlaceIndex, tmp_path: Path) -> None:
    dump = tmp_path / "TR.txt"
    dump.write_text(make_line(VILLAGE) + "9000031\tKele", encoding="utf-8")
    output = tmp_path / "own.places"
    output.write_bytes(b"from last year")
    done = run("gazetteer", "--geonames", dump, "--output", output)
    assert isinstance(done.exception, DragomanError)
    assert done.exception.place == f"{dump}:2"
    assert output.read_bytes() == b"from last year"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["TR.txt", "own.places"]


@pytest.mark.parametrize(
    ("geonames", "output", "fault"),
    [
        ("absent.zip", "own.places", "no such file"),
        ("TR.txt", "nowhere/own.places", "cannot be written"),
        ("TR.txt", "TR.txt", "both read and written"),
    ],
)
def test_wrong_paths_are_told_before_anything_is_read(
    run: Run, tmp_path: Path, geonames: str, output: str, fault: str
) -> None:
    write_dump(tmp_path / "TR.txt", (VILLAGE,))
    done = run("gazetteer", "--geonames", tmp_path / geonames, "--output", tmp_path / output)
    assert fault in str(done.exception)


@pytest.mark.parametrize("command", ["code", "show"])
def test_commands_hand_the_gazetteer_on(run: Run, tmp_path: Path, command: str) -> None:
    report = tmp_path / "report.txt"
    report.write_text("date 2025-10-02 They met in Kelebekova.")
    output = ("--output", tmp_path / "out.jsonl") if command == "code" else ()
    run(command, report, *output, "--gazetteer", tmp_path / "own.places")
    configs: list[CoderConfig] = run.configs  # type: ignore[attr-defined]
    assert [config.gazetteer for config in configs] == [tmp_path / "own.places"]


def test_places_uses_the_gazetteer(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configs: list[CoderConfig] = []

    def stand_in(config: CoderConfig) -> Callable[[Mapping[str, object], str], dict[str, object]]:
        configs.append(config)
        return lambda _, default_id: {"id": default_id}

    monkeypatch.setattr("dragoman.tasks.place_stage", stand_in)
    run("places", "--gazetteer", tmp_path / "own.places", stdin='{"text": "Kelebekova"}\n')
    assert [config.gazetteer for config in configs] == [tmp_path / "own.places"]


def test_a_place_of_the_users_own_is_found_and_the_gazetteer_is_stamped(tmp_path: Path) -> None:
    path = tmp_path / "own.places"
    own = PlaceRow(
        name="Kelebekova", country="TUR", division="Ankara", latitude=39.5, longitude=33.5, population=9_000,
        geonames_id=9000030, kind="city",
    )  # fmt: skip
    with path.open("wb") as stream:
        write_places(stream, [own, *(row for row in load_places().rows() if row.kind == "country")], dict)
    coder = Coder(CoderConfig(gazetteer=path))
    coding = coder.code_layer(make_document("The two ministers met in Kelebekova on Monday."), "places")
    assert [(p.place.name, p.place.geonames_id) for p in coding.places if p.place] == [("Kelebekova", 9000030)]
    assert json.dumps(coder.models).count("sha256:") == len(coder.models)
    assert "gazetteer" in coder.models
    assert "gazetteer" not in Coder().models
