"""In what the reports of one event differ."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Any

from dragoman.linking.joint import JsonObject
from dragoman.linking.numbers import find_counts
from dragoman.linking.spots import Spot, compare_places, read_spot
from dragoman.model.report import Report, Side


def find_conflicts(reports: Sequence[Report]) -> list[JsonObject]:
    """What cannot all be right: days, places, modes, who did it to whom, and numbers.

    What one report tells and another leaves out is no conflict, nor is a city against its country.

    Args:
        reports: of one event.

    Returns:
        For each field in conflict `{"field": …, "values": [{"value": …, "reports": [ids]}]}`, the value with most
        reports first.

    """
    found = [
        _find_dates(reports),
        _find_places(reports),
        _compose("mode", ((report.mode, report) for report in reports if report.mode)),
        _find_sides("actors", reports, lambda report: report.actors),
        _find_sides("recipients", reports, lambda report: report.recipients),
        *_find_numbers(reports),
    ]
    return [conflict for conflict in found if conflict]


def _compose(field: str, told: Iterable[tuple[Hashable, Report]]) -> JsonObject | None:
    by_value: dict[Hashable, list[str]] = defaultdict(list)
    for value, report in told:
        by_value[value].append(report.report_id)
    if len(by_value) < 2:
        return None
    ordered = sorted(by_value.items(), key=lambda entry: (-len(entry[1]), str(entry[0])))
    return {"field": field, "values": [{"value": _as_json(value), "reports": ids} for value, ids in ordered]}


def _as_json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _find_dates(reports: Sequence[Report]) -> JsonObject | None:
    """Days that words of the texts name: the day of publication is nobody's claim."""
    dated = [
        (report.first, report.last, report)
        for report in reports
        if report.is_dated and report.first is not None and report.last is not None
    ]
    if not dated or max(first for first, _, _ in dated) <= min(last for _, last, _ in dated):
        return None
    return _compose("date", ((_tell_interval(first, last), report) for first, last, report in dated))


def _tell_interval(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _find_places(reports: Sequence[Report]) -> JsonObject | None:
    placed = [(spot, report) for report in reports if (spot := read_spot(report))]
    spots = list(dict.fromkeys(spot for spot, _ in placed))
    if not any(compare_places(one, other) < 0 for at, one in enumerate(spots) for other in spots[:at]):
        return None
    return _compose("place", ((_tell_spot(spot), report) for spot, report in placed))


def _tell_spot(spot: Spot) -> str:
    return spot.name if spot.kind == "country" or not spot.country else f"{spot.name}, {spot.country}"


def _find_sides(
    field: str, reports: Sequence[Report], sides_of: Callable[[Report], Sequence[Side]]
) -> JsonObject | None:
    told = [(frozenset(side.code for side in sides), r) for r in reports if not r.reciprocal and (sides := sides_of(r))]
    sets = list(dict.fromkeys(codes for codes, _ in told))
    if all(one <= other or other <= one for at, one in enumerate(sets) for other in sets[:at]):
        return None
    return _compose(field, ((tuple(sorted(codes)), report) for codes, report in told))


def _find_numbers(reports: Sequence[Report]) -> list[JsonObject | None]:
    told: dict[str, list[tuple[Hashable, Report]]] = defaultdict(list)
    for report in reports:
        for what, number in find_counts(report.quote).items():
            told[what].append((number, report))
    return [_compose(f"number of {what}", numbers) for what, numbers in sorted(told.items())]
