"""Every format and every column is described in docs/exports.md."""

import re
from pathlib import Path

import pytest

from dragoman.export.formats import ExportFormat, load_layouts
from dragoman.export.formats.plover import compose_record
from tests.export.formats.factories import make_composed, make_date, make_event

PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The section of the page whose heading begins so."""
    return next(part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE) if part.startswith(heading))


def described(heading: str) -> list[str]:
    """The columns named in the first cells of a section's table, in order."""
    rows = re.findall(r"^\| (`.+?) \| ", section(heading), flags=re.MULTILINE)
    return re.findall(r"`([^`]+)`", " ".join(rows))


@pytest.mark.parametrize("form", ExportFormat)
def test_every_format_is_in_the_overview(form: ExportFormat) -> None:
    assert f"| [`{form}`](#" in PAGE


@pytest.mark.parametrize("table", load_layouts())
def test_every_column_is_described_once(table: ExportFormat) -> None:
    assert sorted(described(table)) == sorted(load_layouts()[table].columns)


def test_every_field_of_plover_json_is_described() -> None:
    plan = {"event_type": "CONSULT", "mode": None, "date": make_date("2025-11-01", "2025-11-02")}
    attribution = {"speaker": None, "cue": "said", "outlet": "Mehr", "start": 1, "end": 5}
    wide = make_date("2025-10-01", "2025-10-07", "week")
    events = (make_composed(planned=plan, date=wide), make_event(event_type="AID", mode=None, recipients=[]))
    fields = {name for event in events for name in compose_record({**event, "attribution": attribution})}
    assert fields == set(described("plover-json"))
