"""What a format can hold comes back from it."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.export.formats import ExportFormat, load_layouts, read_format
from dragoman.export.formats.cells import Row, read_rows, to_cell, write_head, write_row
from dragoman.export.formats.plover import compose_record
from tests.export.formats.factories import make_composed, make_event, read, rows_of, write
from tests.export.formats.strategies import any_events, coded, composed

quiet = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
cells = st.none() | st.text() | st.integers() | st.floats(allow_nan=False)


@pytest.mark.parametrize("form", [ExportFormat.PARQUET, ExportFormat.JSONLD])
@quiet
@given(events=st.lists(any_events, max_size=3))
def test_parquet_and_jsonld_give_back_the_events(form: ExportFormat, events: list[JsonObject]) -> None:
    assert read(form, write(form, *events)) == events


@quiet
@given(events=st.lists(coded() | composed(), max_size=3))
def test_csv_gives_them_back_but_for_words_that_a_side_does_not_have(events: list[JsonObject]) -> None:
    """A side, place or speaker that a person set has no words in the text: null, in CSV an empty text."""
    back = read(ExportFormat.CSV, write(ExportFormat.CSV, *events))
    assert back == [_fill_words(event) for event in events]


@quiet
@given(events=st.lists(any_events, max_size=3))
def test_plover_records_come_back(events: list[JsonObject]) -> None:
    assert rows_of(ExportFormat.PLOVER_JSON, *events) == [compose_record(event) for event in events]


@pytest.mark.parametrize("table", load_layouts())
@quiet
@given(rows=st.data())
def test_any_row_of_a_table_comes_back_cell_by_cell(table: ExportFormat, rows: st.DataObject) -> None:
    layout = load_layouts()[table]
    written: list[Row] = rows.draw(st.lists(st.fixed_dictionaries(dict.fromkeys(layout.columns, cells)), max_size=3))
    stream = io.BytesIO()
    write_head(layout, stream)
    for row in written:
        write_row(row, layout, stream)
    stream.seek(0)
    assert list(read_rows(stream, layout)) == [{name: to_cell(row[name]) or None for name in row} for row in written]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (0, "0"),
        (-10.0, "-10.0"),
        ("a\tb\r\nc", "a b c"),
        (' "Quoted" words ', "'Quoted' words"),
        ("line\u2028end", "line end"),
    ],
)
def test_cells_hold_no_tab_line_end_or_quotation_mark(value: str | float | None, cell: str) -> None:
    assert to_cell(value) == cell


@pytest.mark.parametrize("table", load_layouts())
def test_a_file_of_another_format_is_an_error(table: ExportFormat) -> None:
    other = ExportFormat.PHOENIX if table is not ExportFormat.PHOENIX else ExportFormat.GDELT_MENTIONS
    with pytest.raises(InputError, match="line 1"):
        list(read_format(io.BytesIO(write(other, make_event())), table))


def test_composed_events_have_all_that_beside_the_coded_ones() -> None:
    for form in (ExportFormat.PARQUET, ExportFormat.CSV, ExportFormat.JSONLD):
        coded_event, composed_event = read(form, write(form, make_event(), make_composed()))
        assert "reports" not in coded_event
        assert composed_event == make_composed()


def _fill_words(event: JsonObject) -> JsonObject:
    filled = dict(event)
    for name in ("place", "attribution"):
        if filled[name]:
            filled[name] = {key: _filled(key, value) for key, value in filled[name].items()}
    if filled["attribution"] and filled["attribution"]["speaker"]:
        speaker = filled["attribution"]["speaker"]
        filled["attribution"]["speaker"] = {key: _filled(key, value) for key, value in speaker.items()}
    return filled


def _filled(name: str, value: object) -> object:
    return "" if name in ("mention", "cue") and value is None else value
