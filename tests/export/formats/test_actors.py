"""Actors in CAMEO's and PLOVER's codes."""

import pytest

from dragoman.export.formats.actors import code_for_gdelt, code_for_phoenix, plover_code
from tests.export.formats.factories import make_side


@pytest.mark.parametrize(
    ("code", "sectors", "name", "cameo", "country", "group", "types"),
    [
        ("TUR", [], None, "TUR", "TUR", "", ()),
        ("TUR", ["GOV", "MIL"], "Yaşar Güler", "TURGOVMIL", "TUR", "", ("GOV", "MIL")),
        ("ROU", ["GOV"], None, "ROMGOV", "ROM", "", ("GOV",)),
        ("KEN", ["CIV"], None, "KENCVL", "KEN", "", ("CVL",)),
        ("KEN", ["PTY"], None, "KEN", "KEN", "", ()),  # GDELT's list of types has no parties
        ("KEN", ["GOV", "MIL", "SPY", "COP"], None, "KENGOVMILSPY", "KEN", "", ("GOV", "MIL", "SPY")),
        ("IGO:UN", ["IGO"], "United Nations", "IGOUNO", "", "UNO", ("IGO",)),
        ("IGO:UN", ["IGO", "MIL"], None, "IGOUNOMIL", "", "UNO", ("IGO", "MIL")),
        ("IGO:UN", ["IGO"], "World Health Organization", "IGOUNOHLHWHO", "", "WHO", ("IGO", "HLH")),
        ("IGO:EU", ["IGO"], None, "IGOEUREEC", "EUR", "EEC", ("IGO",)),
        ("IGO:NATO", ["IGO"], None, "IGOWSTNAT", "WST", "NAT", ("IGO",)),
        ("IGO:OTHER", ["IGO"], "Arab League", "IGOMEAARL", "MEA", "ARL", ("IGO",)),
        ("IGO:OTHER", ["IGO"], "Quad", "IGO", "", "", ("IGO",)),
        ("MNC:OTHER", ["BUS"], "Glencore", "MNC", "", "", ("MNC",)),
        ("NGO:OTHER", ["NGO"], "Oxfam", "NGOXFM", "", "XFM", ("NGO",)),
        ("NSA:HAMAS/PSE", ["REB"], "Hamas", "PSEREBHMS", "PSE", "HMS", ("REB",)),
        ("NSA:OTHER/SOM", ["REB"], None, "SOMREB", "SOM", "", ("REB",)),
        ("NSA:ISIS", ["REB"], None, "IMGMUSISI", "", "", ("IMG",)),
        ("NSA:OTHER", ["REB"], "al-Qaeda", "IMGMUSALQ", "", "ALQ", ("IMG",)),
        ("QQQ", ["GOV"], None, "GOV", "", "", ("GOV",)),  # no country that CAMEO knows
    ],
)
def test_gdelt(
    code: str, sectors: list[str], name: str | None, cameo: str, country: str, group: str, types: tuple[str, ...]
) -> None:
    actor = code_for_gdelt(make_side(code, sectors=sectors, name=name))
    assert (actor.code, actor.country, actor.group, actor.types) == (cameo, country, group, types)


@pytest.mark.parametrize(
    ("code", "sectors", "cameo", "entity", "parts"),
    [
        ("ROU", ["GOV"], "ROUGOV", "ROU", ("GOV",)),
        ("KEN", ["PTY"], "KENPTY", "KEN", ("PTY",)),
        ("KEN", ["GOV", "MIL", "SPY", "COP"], "KENGOVMILSPYCOP", "KEN", ("GOV", "MIL", "SPY", "COP")),
        ("IGO:NATO", ["IGO", "MIL"], "IGOWSTNATMIL", "IGO", ("WST", "NAT", "MIL")),
        ("GUM", [], "USA", "USA", ()),
    ],
)
def test_phoenix(code: str, sectors: list[str], cameo: str, entity: str, parts: tuple[str, ...]) -> None:
    actor = code_for_phoenix(make_side(code, sectors=sectors))
    assert (actor.code, actor.entity, actor.parts) == (cameo, entity, parts)


@pytest.mark.parametrize(
    ("code", "plover"),
    [
        ("TUR", "TUR"),
        ("XKX", "KOS"),
        ("GRL", "DNK"),
        ("HKG", "HKG"),
        ("IGO:UN", "UNO"),
        ("IGO:EU", "EUR"),
        ("IGO:NATO", "IGO"),
        ("IGO:NEW", "IGO"),
        ("NGO:OTHER", "NGO"),
        ("MNC:OTHER", "MNC"),
        ("NSA:HOUTHI/YEM", "YEM"),
        ("NSA:HAMAS/PSE", "PSE"),
        ("NSA:ISIS", "IMG"),
        ("QQQ", ""),
    ],
)
def test_plover(code: str, plover: str) -> None:
    assert plover_code(make_side(code)) == plover
