"""The columns of each table, in their order, and its heading line."""

import json
import os
from pathlib import Path

import pytest

from dragoman.export.formats import ExportFormat, load_layouts
from tests.export.formats.factories import make_event, write

SHARED = Path(os.environ.get("DRAGOMAN_DATA", Path(__file__).parents[3] / "shared")) / "data" / "schemas.json"
TABLES = {
    ExportFormat.GDELT_EVENTS: ("gdelt_event_v2_61", False),
    ExportFormat.GDELT_MENTIONS: ("gdelt_mentions_16", False),
    ExportFormat.ICEWS: ("icews_20", True),
    ExportFormat.POLECAT: ("polecat_40", True),
    ExportFormat.PHOENIX: ("phoenix_26", False),
}


def test_every_table_has_a_layout() -> None:
    assert set(load_layouts()) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_data_set(table: ExportFormat) -> None:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is absent")
    schema = json.loads(SHARED.read_text(encoding="utf-8"))[TABLES[table][0]]
    assert list(load_layouts()[table].columns) == schema


@pytest.mark.parametrize("table", TABLES)
def test_a_row_has_a_cell_for_each_column_divided_by_tabs(table: ExportFormat) -> None:
    name, header = TABLES[table]
    lines = write(table, make_event()).decode().split("\n")
    assert lines.pop() == ""
    if header:
        assert tuple(lines.pop(0).split("\t")) == load_layouts()[table].columns
    (row,) = lines
    assert len(row.split("\t")) == int(name.rpartition("_")[2])
