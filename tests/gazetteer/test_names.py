from datetime import date

import pytest

from dragoman.gazetteer.bodies import read_groups, read_organisations
from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.names import load_homes, load_names
from dragoman.gazetteer.tables import read_table
from dragoman.model.actor import Actor

CODES = {"IGO:UN", "IGO:EU", "IGO:NATO", "IGO:IAEA", "IGO:AU", "IGO:OPEC", "IGO:OTHER", "NGO:OTHER", "MNC:OTHER"}
GROUPS = {"NSA:HAMAS", "NSA:HEZBOLLAH", "NSA:HOUTHI", "NSA:ISIS", "NSA:PKK", "NSA:OTHER"}
STATES = {row["country"] for row in read_table("states.csv")}


def _code(name: str) -> str:
    actor = load_names().get(name)[0].actor
    assert isinstance(actor, Actor)
    return actor.code


def _is_code(code: str) -> bool:
    if ":" not in code:
        return code in STATES
    group, _, country = code.partition("/")
    return code in CODES or (group in GROUPS and (not country or country in STATES))


def test_every_name_has_a_code_of_the_codebook() -> None:
    for read in (read_states, read_organisations, read_groups):
        unknown = {(name, e.actor.code) for name, e in read() if e.actor and not _is_code(e.actor.code)}
        assert unknown == set()


def test_every_member_of_the_united_nations_has_name_adjective_and_capital() -> None:
    without = {"BEL", "CHL", "CRI", "DJI", "GUY", "HRV"}
    forms: dict[str, set[Form]] = {}
    for _, entry in read_states():
        assert entry.actor is not None
        forms.setdefault(entry.actor.code, set()).add(entry.form)
    sovereign = {row["country"] for row in read_table("nationalities.csv")}

    assert len(sovereign) >= 195
    assert all({Form.NAME, Form.ADJECTIVE} <= forms[code] for code in sovereign - without)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("TÜRKİYE", "TUR"),
        ("Deutschland", "DEU"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Guinea-Bissau", "GNB"),
        ("u.s.", "USA"),
        ("Republic of Moldova", "MDA"),
        ("Swiss", "CHE"),
        ("Gazans", "PSE"),
    ],
)
def test_spellings_find_the_state(name: str, code: str) -> None:
    assert _code(name) == code


def test_abbreviations_need_capitals_and_names_do_not() -> None:
    assert load_names().get("US")[0].capitals
    assert not load_names().get("Iran")[0].capitals


def test_dated_entries_hold_on_their_side_of_the_day() -> None:
    before, after = load_names().get("Taliban")

    assert before.holds_on(date(2021, 8, 14))
    assert not before.holds_on(date(2021, 8, 15))
    assert after.holds_on(date(2021, 8, 15))


def test_a_paper_has_a_home_and_an_agency_of_the_world_has_none() -> None:
    homes = load_homes()

    assert homes["bbc"] == "GBR"
    assert "reuters" not in homes
