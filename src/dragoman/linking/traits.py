"""What of a report is compared, made ready once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from dragoman.codebook import STATEMENTS
from dragoman.linking.lists import load_lists
from dragoman.linking.numbers import find_telling_numbers
from dragoman.linking.sides import Sides
from dragoman.linking.spots import Spot, read_spot
from dragoman.linking.words import find_words, fold, load_state_words, name_key, stem_all
from dragoman.model.codes import EventType
from dragoman.model.report import Report, Side

Names: TypeAlias = Mapping[str, frozenset[tuple[str, ...]]]
"""By code, the names given, each as its words."""

_SPOKEN: Final = STATEMENTS | {EventType.CONCEDE}
_SHARED: Final = ":OTHER"
"""In a code: many bodies have it, so that their names tell them apart."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traits:
    """A report as comparing needs it."""

    report: Report
    kind: str
    """"meeting", "statement" or "deed": which weights count."""
    mode: str | None
    """With the announced act's mode where there is none."""
    footing: tuple[object, ...]
    """Type, status and announced act: a claimed attack is never the attack itself."""
    sides: Sides
    codes: frozenset[str]
    """Of all sides."""
    official_names: Names
    """Of persons with an office, and of bodies whose code many share."""
    names: Names
    """Of all sides."""
    offices: Mapping[str, frozenset[str]]
    sectors: tuple[frozenset[str], frozenset[str]]
    """Of actors and of recipients."""
    spot: Spot | None
    words: frozenset[str]
    """Stems of the quote without the sides' names."""
    is_whole: bool
    """Whether its trigger stands for a whole war or campaign: "invasion"."""
    numbers: frozenset[int]
    """Numbers of the quote that are not met everywhere."""
    all_words: frozenset[str]
    """Every word of the quote."""
    ordinal: int | None
    """The one day as a number."""
    profile: tuple[object, ...]
    """All but the words: what contradicts one report contradicts another of the same profile."""

    @property
    def is_vague(self) -> bool:
        """Whether nothing but type, sides and country is told."""
        return len(self.words) < 2 and not (self.spot is not None and self.spot.kind in ("city", "admin1", "admin2"))

    @property
    def rank(self) -> tuple[str, str]:
        """Order of reports: by publication, then id."""
        return self.report.published.isoformat(), self.report.report_id

    @property
    def detail(self) -> int:
        """How much is told that could tell this event from others, 0 to 6."""
        return (
            2 * (self.spot is not None and self.spot.kind == "city")
            + bool(self.official_names)
            + (self.mode is not None)
            + bool(self.sides.actors and (self.sides.recipients or self.sides.reciprocal))
            + (len(self.words) >= 4)
        )


def read_traits(report: Report) -> Traits:
    """What of a report is compared.

    Args:
        report: as `read_report` gives it.

    """
    sides = (*report.actors, *report.recipients)
    actors = frozenset(side.code for side in report.actors)
    recipients = frozenset(side.code for side in report.recipients)
    kind = _kind(report)
    official, names = _read_names(side for side in sides if _is_official(side)), _read_names(sides)
    offices = _read_offices(sides)
    mode = report.mode or (report.body.get("planned") or {}).get("mode")
    spot = read_spot(report)
    every = find_words(report.quote)
    passed = _named_words(report) | load_lists().stock_words[report.event_type]
    day = report.day
    return Traits(
        report=report,
        kind=kind,
        mode=mode,
        footing=(report.event_type, report.status, report.planned_type),
        sides=Sides(
            is_meeting=report.event_type is EventType.CONSULT,
            is_fight=report.event_type is EventType.ASSAULT,
            is_statement=kind == "statement",
            is_directed_visit=mode == "visit" and not report.reciprocal,
            reciprocal=report.reciprocal,
            is_domestic=len({side.country or side.code for side in sides}) == 1,
            actors=actors,
            recipients=recipients,
        ),
        codes=actors | recipients,
        official_names=official,
        names=names,
        offices=offices,
        sectors=(_sectors(report.actors), _sectors(report.recipients)),
        spot=spot,
        words=stem_all(word for word in every if fold(word) not in passed),
        is_whole=any(fold(word) in load_lists().whole for word in find_words(report.trigger)),
        numbers=find_telling_numbers(report.quote),
        all_words=frozenset(fold(word) for word in every),
        ordinal=day.toordinal() if day else None,
        profile=(
            (report.status, report.planned_type, mode, report.reciprocal, actors, recipients),
            spot,
            (frozenset(official.items()), frozenset(names.items()), frozenset(offices.items())),
        ),
    )


def _kind(report: Report) -> str:
    if EventType.CONSULT in (report.event_type, report.planned_type):
        return "meeting"
    return "statement" if report.event_type in _SPOKEN else "deed"


def _is_official(side: Side) -> bool:
    return bool(side.office) or _SHARED in side.code


def _read_names(sides: Iterable[Side]) -> dict[str, frozenset[tuple[str, ...]]]:
    found: dict[str, frozenset[tuple[str, ...]]] = {}
    for side in sides:
        key = name_key(side.name) if side.name else ()
        if key:
            found[side.code] = found.get(side.code, frozenset()) | {key}
    return found


def _read_offices(sides: Iterable[Side]) -> dict[str, frozenset[str]]:
    """Offices that only one or few hold."""
    vague = load_lists().vague_offices
    found: dict[str, frozenset[str]] = {}
    for side in sides:
        if side.office and side.office not in vague:
            found[side.code] = found.get(side.code, frozenset()) | {side.office}
    return found


def _sectors(sides: Sequence[Side]) -> frozenset[str]:
    return frozenset(sector for side in sides for sector in side.sectors)


def _named_words(report: Report) -> frozenset[str]:
    """Words by which the sides and the place are named: that both quotes say "Peru" is known from the codes."""
    sides = (*report.body.get("actors", ()), *report.body.get("recipients", ()))
    texts = [side.get("mention") or "" for side in sides] + [side.get("name") or "" for side in sides]
    place = report.body.get("place") or {}
    texts += [place.get("mention") or "", place.get("name") or ""]
    # "Peruvian miners": who they are tells this event from others.
    named = frozenset(fold(word) for text in texts for word in find_words(text) if word[0].isupper())
    return named.union(*(load_state_words().get(side.get("country") or "", frozenset()) for side in sides))
