"""The table of persons with dated offices: its form, its reach, and who held what when."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.name_keys import sound_key
from dragoman.gazetteer.office_names import SINGULAR
from dragoman.gazetteer.persons import load_persons
from dragoman.gazetteer.tables import read_day, read_sectors, read_table, split_list

DAY = re.compile(r"(?:\d{4}(?:-\d{2}){0,2})?")
HEADS = ("president", "monarch", "prime minister", "chancellor", "leader", "supreme leader")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(read_table("persons.csv"))


def test_days_are_well_formed_and_in_order(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert DAY.fullmatch(row["since"]) and DAY.fullmatch(row["until"]), row
        since, until = read_day(row["since"]), read_day(row["until"], end=True)
        assert since is None or until is None or since <= until, row


def test_codes_are_states_organisations_or_armed_groups(rows: list[dict[str, str]]) -> None:
    states = {row["country"] for row in read_table("states.csv")}
    bodies = {row["code"] for row in read_table("organisations.csv")} | {"NGO:OTHER", "MNC:OTHER"}
    groups = {row["code"] for row in read_table("groups.csv")}
    based = {f"NSA:OTHER/{country}" for country in states}
    assert {row["code"] for row in rows} <= states | bodies | groups | based


def test_offices_and_sectors_are_those_of_the_register(rows: list[dict[str, str]]) -> None:
    known = {row["office"] for row in read_table("offices.csv")}
    assert {row["office"] for row in rows} <= known
    assert all(read_sectors(row["sectors"]) for row in rows)


def test_no_row_stands_twice(rows: list[dict[str, str]]) -> None:
    counts = Counter((row["name"], row["code"], row["office"], row["since"]) for row in rows)
    assert [key for key, count in counts.items() if count > 1] == []


def test_rows_are_sorted_so_that_a_change_shows_in_its_place(rows: list[dict[str, str]]) -> None:
    keys = [(row["code"], row["office"], row["since"], row["name"]) for row in rows]
    assert keys == sorted(keys)


def test_no_full_name_is_a_variant_of_another_person(rows: list[dict[str, str]]) -> None:
    """Rows that share a full name are read as one person, so a shared variant would merge two."""
    owners: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for row in rows:
        for name in (row["name"], *split_list(row["variants"])):
            if len(split_name(name)) > 1:
                owners.setdefault(split_name(name), set()).add(split_name(row["name"]))
    assert {name: people for name, people in owners.items() if len(people) > 1} == {}


def test_no_two_hold_a_high_office_of_one_state_for_more_than_a_month(rows: list[dict[str, str]]) -> None:
    """Where only a month is known, it overlaps with the next holder's; more than that is a slip of the pen."""
    offices = {"minister of foreign affairs", "minister of defence", "prime minister", "chancellor"}
    chains: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for row in rows:
        exact = len(row["since"]) > 4 and len(row["until"]) != 4
        if exact and row["office"] in offices and len(row["code"]) == 3:
            since, until = read_day(row["since"]), read_day(row["until"], end=True)
            assert since is not None
            chains.setdefault((row["code"], row["office"]), []).append((since, until or date.max, row["name"]))
    slips = [
        (key, before[2], after[2])
        for key, chain in chains.items()
        for before, after in pairwise(sorted(chain))
        if (before[1] - after[0]).days > 31 and before[2] != after[2]
    ]
    assert slips == []


def test_a_tenure_is_one_row(rows: list[dict[str, str]]) -> None:
    """Two rows of one person and office that touch or overlap say one thing twice, perhaps with a wrong day."""
    tenures: dict[tuple[str, str, str], list[tuple[date, date]]] = {}
    for row in rows:
        if row["office"] in SINGULAR and len(row["code"]) == 3:
            since, until = read_day(row["since"]), read_day(row["until"], end=True)
            key = (row["name"], row["code"], row["office"])
            tenures.setdefault(key, []).append((since or date.min, until or date.max))
    # The chief of the Indian army became the first chief of the defence staff.
    tenures.pop(("Bipin Rawat", "IND", "chief of staff"))
    touching = [
        (key, before, after)
        for key, held in tenures.items()
        for before, after in pairwise(sorted(held))
        if before[1] >= after[0]
    ]
    assert touching == []


def test_a_person_has_one_name(rows: list[dict[str, str]]) -> None:
    """Names of one state that sound alike are of one person, told once by that name: "Andrii" and "Andrij Melnyk"."""
    names: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for row in rows:
        if len(row["code"]) == 3:
            names.setdefault((row["code"], tuple(sorted(sound_key(row["name"])))), set()).add(row["name"])
    assert {frozenset(found) for found in names.values() if len(found) > 1} == {
        frozenset({"Cho Hyun", "Suh Hoon"}),
        frozenset({"Nawaf al-Ahmad", "Ahmad al-Nawaf"}),
        frozenset({"Than Shwe", "Than Swe"}),
        frozenset({"Mohamed Sheikh Hassan", "Hassan Sheikh Mohamud"}),
    }


def test_a_name_is_one_persons(rows: list[dict[str, str]]) -> None:
    """Rows of one name are read as one person: who served two states, or again after half a life, is likely two."""
    states: dict[str, set[str]] = {}
    held: dict[str, list[tuple[date, date]]] = {}
    for row in rows:
        if len(row["code"]) == 3:
            states.setdefault(row["name"], set()).add(row["code"])
        since, until = read_day(row["since"]), read_day(row["until"], end=True)
        if since is not None:
            held.setdefault(row["name"], []).append((since, until or date.max))
    assert {name for name, codes in states.items() if len(codes) > 1} == {"Mark Carney"}
    apart = {
        name
        for name, spans in held.items()
        for before, after in pairwise(sorted(spans))
        if (after[0] - before[1]).days > 20 * 365
    }
    assert apart == {"Vagharshak Harutyunyan"}


def test_tables_of_posts_and_shared_offices_name_states_and_offices(rows: list[dict[str, str]]) -> None:
    states = {row["country"] for row in read_table("states.csv")}
    offices = {(row["code"], row["office"]) for row in rows}
    for row in read_table("shared_offices.csv"):
        assert (row["code"], row["office"]) in offices, row
        assert DAY.fullmatch(row["first"]) and DAY.fullmatch(row["until"]), row
    for row in read_table("posts.csv"):
        assert row["code"] in states, row


def test_nobody_holds_an_office_for_half_a_century_but_monarchs(rows: list[dict[str, str]]) -> None:
    """A mistyped year makes a tenure long: those that were are known."""
    long = set()
    for row in rows:
        since, until = read_day(row["since"]), read_day(row["until"], end=True)
        if since and until and row["office"] != "monarch" and len(row["code"]) == 3:
            long |= {row["name"]} if (until - since).days > 45 * 365.25 else set()
    assert long == {
        "Fidel Castro", "Khalifa bin Salman", "Mohammed bin Rashid", "Patrick Leahy", "Raúl Castro",
        "Sultan bin Abdulaziz", "Walid Jumblatt",
    }  # fmt: skip


@pytest.mark.parametrize("day", [date(2022, 5, 1), date(2025, 3, 1)])
def test_sixty_states_have_head_foreign_and_defence_minister(day: date) -> None:
    register = load_persons()
    covered = {
        code
        for code in {row["country"] for row in read_table("states.csv")}
        if any(register.holder(office, code, day) for office in HEADS)
        and register.holder("minister of foreign affairs", code, day)
        and register.holder("minister of defence", code, day)
    }
    assert len(covered) >= 60


@pytest.mark.parametrize(
    ("office", "code", "day", "name"),
    [
        ("minister of defence", "TUR", date(2022, 5, 1), "Hulusi Akar"),
        ("minister of defence", "TUR", date(2023, 6, 9), "Yaşar Güler"),
        ("minister of defence", "TUR", date(2025, 10, 1), "Yaşar Güler"),
        ("minister of foreign affairs", "TUR", date(2022, 3, 10), "Mevlüt Çavuşoğlu"),
        ("minister of defence", "RUS", date(2022, 2, 24), "Sergei Shoigu"),
        ("minister of defence", "RUS", date(2024, 6, 1), "Andrei Belousov"),
        ("minister of defence", "UKR", date(2022, 4, 26), "Oleksii Reznikov"),
        ("minister of foreign affairs", "UKR", date(2025, 3, 11), "Andrii Sybiha"),
        ("president", "UKR", date(2014, 3, 20), "Oleksandr Turchynov"),
        ("president", "USA", date(2003, 3, 20), "George W. Bush"),
        ("minister of foreign affairs", "USA", date(2022, 1, 21), "Antony Blinken"),
        ("minister of defence", "USA", date(2025, 3, 1), "Pete Hegseth"),
        ("minister of the interior", "USA", date(2022, 5, 1), "Alejandro Mayorkas"),
        ("speaker of parliament", "USA", date(2022, 8, 2), "Nancy Pelosi"),
        ("prime minister", "GBR", date(2022, 9, 20), "Liz Truss"),
        ("minister of finance", "GBR", date(2022, 10, 1), "Kwasi Kwarteng"),
        ("chancellor", "GBR", date(2022, 3, 23), "Rishi Sunak"),
        ("minister of foreign affairs", "GBR", date(2022, 2, 10), "Liz Truss"),
        ("chancellor", "DEU", date(2005, 6, 1), "Gerhard Schröder"),
        ("minister of defence", "DEU", date(2022, 6, 1), "Christine Lambrecht"),
        ("minister of foreign affairs", "FRA", date(2022, 4, 1), "Jean-Yves Le Drian"),
        ("prime minister", "FRA", date(2024, 11, 1), "Michel Barnier"),
        ("minister of foreign affairs", "IRN", date(2022, 8, 1), "Hossein Amir-Abdollahian"),
        ("chief of staff", "IRN", date(2024, 10, 1), "Mohammad Bagheri"),
        ("supreme leader", "IRN", date(2020, 1, 3), "Ali Khamenei"),
        ("prime minister", "ISR", date(2022, 8, 5), "Yair Lapid"),
        ("minister of defence", "ISR", date(2023, 10, 8), "Yoav Gallant"),
        ("minister of foreign affairs", "SYR", date(2025, 3, 14), "Asaad al-Shaibani"),
        ("president", "SYR", date(2015, 9, 30), "Bashar al-Assad"),
        ("minister of foreign affairs", "CHN", date(2023, 3, 1), "Qin Gang"),
        ("minister of foreign affairs", "CHN", date(2022, 3, 7), "Wang Yi"),
        ("leader", "PRK", date(2022, 1, 30), "Kim Jong Un"),
        ("minister of foreign affairs", "KOR", date(2022, 8, 9), "Park Jin"),
        ("minister of defence", "JPN", date(2022, 6, 11), "Nobuo Kishi"),
        ("minister of defence", "IND", date(2022, 6, 1), "Rajnath Singh"),
        ("chief of staff", "PAK", date(2022, 4, 2), "Qamar Javed Bajwa"),
        ("prime minister", "LKA", date(2022, 5, 20), "Ranil Wickremesinghe"),
        ("prime minister", "ETH", date(2021, 11, 5), "Abiy Ahmed"),
        ("president", "BRA", date(2022, 9, 7), "Jair Bolsonaro"),
        ("prime minister", "SWE", date(2022, 5, 16), "Magdalena Andersson"),
        ("minister of foreign affairs", "FIN", date(2022, 5, 15), "Pekka Haavisto"),
        ("secretary-general", "IGO:NATO", date(2022, 6, 28), "Jens Stoltenberg"),
        ("high representative", "IGO:EU", date(2022, 5, 9), "Josep Borrell"),
        ("director-general", "IGO:IAEA", date(2022, 9, 1), "Rafael Grossi"),
        ("secretary-general", "IGO:UN", date(2006, 8, 1), "Kofi Annan"),
        ("minister of foreign affairs", "BEL", date(2009, 9, 1), "Yves Leterme"),
        ("minister of foreign affairs", "GRC", date(2015, 9, 1), "Petros Molyviatis"),
        ("minister of foreign affairs", "THA", date(2008, 11, 1), "Sompong Amornwiwat"),
        ("minister of defence", "ETH", date(2018, 7, 1), "Motuma Mekassa"),
    ],
)
def test_an_office_of_the_day_names_its_holder(office: str, code: str, day: date, name: str) -> None:
    person = load_persons().holder(office, code, day)
    assert person is not None
    assert person.name == name


@pytest.mark.parametrize(
    ("office", "code", "day"),
    [
        ("president", "LBN", date(2023, 6, 1)),
        ("minister of defence", "CHN", date(2023, 11, 15)),
        ("spokesperson", "USA", date(2022, 6, 1)),
        ("president", "IGO:EU", date(2022, 6, 1)),
        ("president", "USA", date(2021, 1, 20)),
    ],
)
def test_vacant_shared_and_changing_offices_name_no_one(office: str, code: str, day: date) -> None:
    assert load_persons().holder(office, code, day) is None


@pytest.mark.parametrize(
    ("name", "day", "code", "office"),
    [
        ("Mark Rutte", date(2022, 5, 1), "NLD", "prime minister"),
        ("Mark Rutte", date(2025, 3, 1), "IGO:NATO", "secretary-general"),
        ("Kaja Kallas", date(2022, 5, 1), "EST", "prime minister"),
        ("Kaja Kallas", date(2025, 3, 1), "IGO:EU", "high representative"),
        ("Boris Johnson", date(2017, 1, 15), "GBR", "minister of foreign affairs"),
        ("Boris Johnson", date(2022, 9, 20), "GBR", None),
        ("Ahmed al-Sharaa", date(2020, 1, 1), "NSA:OTHER/SYR", "leader"),
        ("Abu Mohammed al-Jolani", date(2025, 3, 14), "SYR", "president"),
        ("Sirajuddin Haqqani", date(2019, 1, 1), "NSA:OTHER/AFG", "leader"),
        ("Sirajuddin Haqqani", date(2022, 1, 1), "AFG", "minister of the interior"),
        ("Tayyip Erdoğan", date(2010, 5, 31), "TUR", "prime minister"),
        ("Volodymyr Zelenskiy", date(2022, 3, 1), "UKR", "president"),
        ("Moammar Gadhafi", date(2010, 1, 1), "LBY", "leader"),
        ("Hassan Nasrallah", date(2020, 1, 1), "NSA:HEZBOLLAH/LBN", "leader"),
        ("Ismail Haniyeh", date(2022, 1, 1), "NSA:HAMAS/PSE", "leader"),
    ],
)
def test_a_name_is_coded_by_the_office_of_the_day(name: str, day: date, code: str, office: str | None) -> None:
    (person, *_) = load_persons().full.get(name)
    actor = person.actor_on(day)
    assert (actor.code, actor.office) == (code, office)


@pytest.mark.parametrize(
    ("short", "day", "name"),
    [
        ("Xi", date(2022, 3, 1), "Xi Jinping"),
        ("Lula", date(2023, 1, 8), "Luiz Inácio Lula da Silva"),
        ("Kim", date(2022, 3, 1), "Kim Jong Un"),
        ("MBS", date(2022, 7, 15), "Mohammed bin Salman"),
        ("Erdoğan", date(2022, 3, 1), "Recep Tayyip Erdogan"),
        ("Modi", date(2022, 3, 1), "Narendra Modi"),
        ("Abiy", date(2022, 3, 1), "Abiy Ahmed"),
        ("Hemedti", date(2023, 4, 15), "Mohamed Hamdan Dagalo"),
        ("Sisi", date(2022, 3, 1), "Abdel Fattah al-Sisi"),
        ("Suga", date(2021, 3, 1), "Yoshihide Suga"),
    ],
)
def test_the_name_used_alone_is_understood(short: str, day: date, name: str) -> None:
    known = [person for person in load_persons().short.get(split_name(short)[0], ()) if person.is_known_on(day)]
    assert name in [person.name for person in known]


@pytest.mark.parametrize(
    ("name", "joined"),
    [("Theresa May", "TheresaMay"), ("Samantha Power", "SamanthaPower"), ("Tom Cotton", "TomCotton")],
)
def test_a_surname_that_is_an_ordinary_word_is_not_taken_alone(name: str, joined: str) -> None:
    """Elections "in May" are not the prime minister's; a joined-up form stands in place of the bare surname."""
    (person, *_) = load_persons().full.get(name)
    assert person.short == (joined,)
