"""Parts of a joint in words, for people."""

from dragoman.linking.compare import is_copy, is_retold
from dragoman.linking.spots import Spot
from dragoman.linking.traits import Traits
from dragoman.model.report import Report


def tell_reason(name: str, value: float, one: Traits, other: Traits) -> str:
    """What a part rests on.

    Args:
        name: of the part.
        value: from -1 to 1.
        one: of the report that is joined.
        other: of the report it is joined to.

    """
    match name:
        case "mode":
            return f"both {one.mode}" if one.mode == other.mode else f"{one.mode} and {other.mode}"
        case "actors":
            return _tell_codes(one.sides.actors, other.sides.actors)
        case "recipients":
            return _tell_codes(one.sides.recipients, other.sides.recipients)
        case "date":
            return _tell_days(one, other)
        case "place":
            return _tell_places(one.spot, other.spot)
        case "words":
            return _tell_words(one, other)
        case "scale":
            return "both a whole campaign" if value > 0 else "a whole campaign and a single act"
        case "persons":
            return _tell_persons(value, one, other)
        case "sectors":
            return "the same kind of people" if value > 0 else "other kinds of people"
    return f"before anything is compared, as for any {one.kind}"


def _tell_codes(one: frozenset[str], other: frozenset[str]) -> str:
    mine, theirs = (" ".join(sorted(codes)) or "nobody named" for codes in (one, other))
    if one == other:
        return f"both {mine}" if one else "both name nobody"
    return f"{mine} and {theirs}"


def _tell_days(one: Traits, other: Traits) -> str:
    mine, theirs = _tell_day(one), _tell_day(other)
    return f"both {mine}" if mine == theirs else f"{mine} and {theirs}"


def _tell_day(traits: Traits) -> str:
    report = traits.report
    if report.first is None or report.last is None:
        return "no day known"
    when = report.first.isoformat() if report.first == report.last else f"{report.first} to {report.last}"
    return when if report.is_dated else f"{when} (day of publication)"


def _tell_places(one: Spot | None, other: Spot | None) -> str:
    mine, theirs = (one.name if one else ""), (other.name if other else "")
    return f"both {mine}" if mine == theirs else f"{mine} and {theirs}"


def _tell_words(one: Traits, other: Traits) -> str:
    if is_retold(one, other):
        return f"the same words: {_tell_copy(one.report, other.report)}"
    if is_copy(one.all_words, other.all_words):
        return "nearly the same words"
    shared, numbers = sorted(one.words & other.words), sorted(one.numbers & other.numbers)
    told = [f"shared beginnings of words: {', '.join(shared)}"] if shared else []
    told += [f"shared numbers: {', '.join(f'{number:,}' for number in numbers)}"] if numbers else []
    return "; ".join(told) or "no word in common"


def _tell_copy(one: Report, other: Report) -> str:
    if one.copy_of and other.copy_of:
        return f"{one.document_id} and {other.document_id} are copies of {one.copy_of}"
    return f"{one.document_id} is a copy of {other.document_id}" if one.copy_of else _tell_copy(other, one)


def _tell_persons(value: float, one: Traits, other: Traits) -> str:
    codes = sorted((one.names.keys() & other.names.keys()) or (one.offices.keys() & other.offices.keys()))
    return f"{'the same' if value > 0 else 'other'} persons or offices of {', '.join(codes)}"
