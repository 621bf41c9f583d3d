"""The order in which documents come, and how often, changes nothing."""

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.store import Entry, find_faults, put_entry, relink, transaction
from tests.store.entries import dump_tables, make_entry, open_new

FIRST = date(2025, 9, 1)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    """Documents of a fortnight: deeds with a stated day, with none, with a month."""
    made = []
    for number in range(draw(st.integers(2, 9))):
        start = draw(st.integers(0, 6))
        kind = draw(st.sampled_from(["stated", "unstated", "wide"]))
        dates: dict[str, Any] = {
            "stated": {"day": FIRST + timedelta(days=start)},
            "unstated": {},
            "wide": {"day": FIRST, "last": FIRST + timedelta(days=29)},
        }[kind]
        sides = draw(st.sampled_from([("IRN", "TUR"), ("TUR", "IRN"), ("IRN", "OMN")]))
        made.append(
            make_entry(
                f"d{number}",
                published=FIRST + timedelta(days=start + draw(st.integers(0, 2))),
                actor=sides[0],
                recipient=sides[1],
                verb=draw(st.sampled_from(["thanked", "praised"])),
                **dates,
            )
        )
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_order_and_repetition_change_nothing(data: st.DataObject) -> None:
    made = data.draw(entries())
    other = data.draw(st.permutations(made))
    cuts = data.draw(st.sets(st.integers(0, len(made))))
    with (
        tempfile.TemporaryDirectory() as folder,
        open_new(Path(folder) / "one.db") as one,
        open_new(Path(folder) / "other.db") as two,
    ):
        with transaction(one):
            for entry in made:
                put_entry(one, entry)
        relink(one)
        for number, entry in enumerate([*other, *other[:2]]):
            with transaction(two):
                put_entry(two, entry)
            if number in cuts:
                relink(two)
        relink(two)
        assert dump_tables(one) == dump_tables(two)
        assert list(find_faults(two)) == []
