"""Events as pairs of an actor and a recipient."""

from typing import Any

import pytest

from dragoman.export.formats.dyads import expand_cameo_dyads, expand_dyads
from tests.export.formats.factories import make_event, make_side


def dyads(actors: str, recipients: str, **changes: Any) -> list[str]:
    """Sides as "TUR IRN"; dyads as "TUR>IRN"."""
    sides = {"actors": list(map(make_side, actors.split())), "recipients": list(map(make_side, recipients.split()))}
    pairs = expand_cameo_dyads(make_event(**sides, **changes), lambda party: str(party["code"]))
    return [f"{one['code'] if one else ''}>{other['code'] if other else ''}" for one, other in pairs]


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ("TUR", "IRN", ["TUR>IRN"]),
        ("TUR IRN", "SYR ISR", ["TUR>SYR", "TUR>ISR", "IRN>SYR", "IRN>ISR"]),
        ("TUR TUR", "IRN IRN", ["TUR>IRN"]),  # two ministers of each: alike in the format
        ("TUR", "", ["TUR>"]),
        ("", "IRN", [">IRN"]),
        ("TUR", "TUR", ["TUR>TUR"]),  # inner affairs
    ],
)
def test_each_actor_with_each_recipient(actors: str, recipients: str, expected: list[str]) -> None:
    assert dyads(actors, recipients) == expected


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ("TUR IRN", ["TUR>IRN", "IRN>TUR"]),
        ("TUR IRN RUS", ["TUR>IRN", "TUR>RUS", "IRN>TUR", "IRN>RUS", "RUS>TUR", "RUS>IRN"]),
        ("TCD TCD", ["TCD>TCD"]),
        ("TCD", ["TCD>"]),
        ("", [">"]),
    ],
)
def test_a_reciprocal_event_goes_both_ways(sides: str, expected: list[str]) -> None:
    assert dyads(sides, "", reciprocal=True) == expected


def test_the_host_is_the_source_of_a_visit_hosted_in_cameo() -> None:
    assert dyads("IRN", "TUR", cameo="043") == ["TUR>IRN"]
    assert dyads("", "TUR", cameo="043") == ["TUR>"]


def test_but_the_visitor_stays_the_actor_in_plover() -> None:
    ((actor, recipient),) = expand_dyads(make_event(cameo="043"), lambda party: str(party["code"]))
    assert actor is not None and recipient is not None
    assert (actor["code"], recipient["code"]) == ("IRN", "TUR")
