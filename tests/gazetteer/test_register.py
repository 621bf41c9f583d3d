"""Who held an office on a day: the right person, or an honest blank."""

from datetime import date

import pytest

from dragoman.gazetteer.merge_tenures import find_conflicts
from dragoman.gazetteer.office_coverage import POSTS_COVERED, measure_coverage
from dragoman.gazetteer.office_names import SINGULAR, find_office, load_posts
from dragoman.gazetteer.register import Register, find_code, load_register, who_held
from dragoman.gazetteer.seed import KEPT_UNTIL
from dragoman.gazetteer.tables import read_day, read_table
from dragoman.model.tenure import Certainty, PartialDate, Person, Proof, ProofKind, Tenure

# Mean share of days since 2000 with a holder, over all states of posts.csv; raise them as the tables grow.
FLOORS = {
    "head of state": 0.99,
    "head of government": 0.99,
    "minister of foreign affairs": 0.97,
    "minister of defence": 0.91,
    "chief of staff": 0.64,
}


@pytest.mark.parametrize(
    ("office", "code", "day", "name"),
    [
        ("The Turkish defence minister", "TUR", date(2022, 5, 1), "Hulusi Akar"),
        ("The Turkish defence minister", "TUR", date(2023, 6, 9), "Yaşar Güler"),
        ("The Turkish defence minister", "TUR", date(2025, 10, 1), "Yaşar Güler"),
        ("defense minister", "Türkiye", date(2022, 5, 1), "Hulusi Akar"),
        ("Turkey's foreign minister", "", date(2015, 9, 15), "Feridun Sinirlioğlu"),
        ("SecDef", "", date(2003, 3, 20), "Donald Rumsfeld"),
        ("head of government", "DEU", date(2004, 1, 1), "Gerhard Schröder"),
        ("head of government", "TUR", date(2020, 1, 1), "Recep Tayyip Erdogan"),
        ("head of state", "CAN", date(2010, 1, 1), "Queen Elizabeth II"),
        ("chief of staff", "USA", date(2020, 1, 1), "Mark Milley"),
        ("White House chief of staff", "", date(2020, 1, 1), "Mick Mulvaney"),
        ("chief of the general staff", "UKR", date(2022, 6, 1), "Serhiy Shaptala"),
        ("secretary-general", "OSCE", date(2010, 1, 1), "Marc Perrin de Brichambaut"),
        ("secretary general", "NATO", date(2001, 9, 12), "Lord Robertson"),
        ("director-general", "WHO", date(2020, 3, 11), "Tedros Adhanom Ghebreyesus"),
        ("prime minister", "TWN", date(2003, 5, 1), "You Si-kun"),
        ("president", "CHE", date(2011, 8, 1), "Micheline Calmy-Rey"),
    ],
)
def test_the_office_of_a_day_names_its_holder(office: str, code: str, day: date, name: str) -> None:
    (holding,) = who_held(office, code, day)

    assert holding.person.name == name
    assert holding.certainty is Certainty.SEEDED


@pytest.mark.parametrize(
    ("office", "code", "day"),
    [
        ("president", "LBN", date(2023, 6, 1)),
        ("minister of defence", "CHN", date(2023, 11, 15)),
        ("president", "USA", date(1950, 1, 1)),
        ("minister of magic", "GBR", date(2020, 1, 1)),
        ("minister of defence", "Atlantis", date(2020, 1, 1)),
        ("", "", date(2020, 1, 1)),
    ],
)
def test_where_nothing_says_who_it_was_the_answer_is_blank(office: str, code: str, day: date) -> None:
    assert who_held(office, code, day) == []


def test_on_the_day_of_a_handover_both_hold_the_office_and_the_successor_comes_first() -> None:
    held = who_held("president", "USA", date(2021, 1, 20))

    assert [h.person.name for h in held] == ["Joe Biden", "Donald Trump"]


def test_an_open_end_is_a_guess_after_the_day_up_to_which_the_table_was_kept() -> None:
    (before,) = who_held("defence minister", "TUR", KEPT_UNTIL)
    (after,) = who_held("defence minister", "TUR", date(2026, 11, 1))

    assert (before.certainty, after.certainty) == (Certainty.SEEDED, Certainty.INFERRED)


def test_a_month_is_sure_only_where_no_day_of_it_may_be_wrong() -> None:
    """A table that ends one tenure and begins the next in one month leaves open who held it within."""
    proof = {"kind": ProofKind.SEED, "source": "public record"}
    may, june = PartialDate("2010"), PartialDate("2012-06")
    register = Register(
        [Person(person_id="a", name="Ada Ek"), Person(person_id="b", name="Bo Dal")],
        [
            Tenure(
                person_id="a",
                office="minister of defence",
                code="SWE",
                since=may,
                until=june,
                proofs=(Proof(since=may, until=june, **proof),),  # type: ignore[arg-type]
            ),
            Tenure(
                person_id="b",
                office="minister of defence",
                code="SWE",
                since=june,
                proofs=(Proof(since=june, **proof),),  # type: ignore[arg-type]
            ),
        ],
    )

    def answer(day: date) -> list[tuple[str, str]]:
        return [(h.person.person_id, str(h.certainty)) for h in register.who_held("minister of defence", "SWE", day)]

    assert answer(date(2010, 6, 1)) == [("a", "inferred")]
    assert answer(date(2011, 6, 1)) == [("a", "seeded")]
    assert answer(date(2012, 6, 15)) == [("b", "inferred"), ("a", "inferred")]
    assert answer(date(2012, 7, 1)) == [("b", "seeded")]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("defence minister", "minister of defence"),
        ("defense minister", "minister of defence"),
        ("Minister of Defence", "minister of defence"),
        ("Minister of National Defense", "minister of defence"),
        ("the minister for defence", "minister of defence"),
        ("SecDef", "minister of defence"),
        ("Secretary of War", "minister of defence"),
        ("министр обороны", "minister of defence"),
        ("وزير الدفاع", "minister of defence"),
        ("Foreign Secretary", "minister of foreign affairs"),
        ("secretary of state", "minister of foreign affairs"),
        ("chief of the defence staff", "chief of staff"),
        ("Taoiseach", "prime minister"),
        ("chancellor", "chancellor"),
        ("head of state", "head of state"),
    ],
)
def test_an_office_has_one_name_however_it_is_written(words: str, office: str) -> None:
    found = find_office(words)
    assert found is not None
    assert found.office == office


@pytest.mark.parametrize("words", ["deputy defence minister", "shadow foreign secretary", "deputy foreign minister"])
def test_a_deputy_is_not_the_minister(words: str) -> None:
    found = find_office(words)
    assert found is None or found.office not in {"minister of defence", "minister of foreign affairs"}


@pytest.mark.parametrize(
    ("owner", "code"), [("TUR", "TUR"), ("tur", "TUR"), ("Türkiye", "TUR"), ("Turkey", "TUR"), ("NATO", "IGO:NATO")]
)
def test_a_state_is_found_by_code_or_name(owner: str, code: str) -> None:
    assert find_code(owner) == code


def test_no_office_that_one_person_holds_has_two_beyond_a_handover() -> None:
    """Offices shared or disputed stand in shared_offices.csv with their days."""
    assert find_conflicts(load_register()) == []


def test_every_shared_office_is_one_that_a_conflict_would_name() -> None:
    for row in read_table("shared_offices.csv"):
        assert row["office"] in SINGULAR
        assert row["why"]
        middle = read_day(row["first"])
        assert middle is not None
        assert len(load_register().who_held(row["office"], row["code"], middle)) >= 1


def test_posts_name_offices_that_their_states_have() -> None:
    register = load_register()
    for pairs in load_posts().values():
        assert any(register.tenures_in(office, owner) for office, owner in pairs), pairs


def test_coverage_is_not_below_what_was_reached() -> None:
    table = measure_coverage(date(2000, 1, 1), KEPT_UNTIL)

    assert len(table) >= 110
    for at, post in enumerate(POSTS_COVERED):
        assert sum(shares[at] for shares in table.values()) / len(table) >= FLOORS[post], post


def test_sixty_states_know_heads_and_ministers_nearly_all_the_time() -> None:
    table = measure_coverage(date(2000, 1, 1), KEPT_UNTIL)
    assert sum(1 for shares in table.values() if min(shares[:4]) >= 0.95) >= 60


def test_ids_are_unique_and_plain() -> None:
    persons = load_register().persons
    assert all(person_id.isascii() or person_id == person.person_id for person_id, person in persons.items())
    assert persons["yasar-guler"].name == "Yaşar Güler"
