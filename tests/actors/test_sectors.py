import pytest

from dragoman.model.codes import Sector
from tests.actors.reading import mention_of, read

WORDS: dict[Sector, list[tuple[str, str]]] = {
    Sector.GOV: [
        ("Peru's president", "Peru's president spoke."),
        ("Peruvian officials", "Peruvian officials spoke."),
        ("Peru's central bank", "Peru's central bank raised rates."),
        ("Peru's foreign ministry", "Peru's foreign ministry denied it."),
    ],
    Sector.MIL: [
        ("Peruvian troops", "Peruvian troops left."),
        ("a Peruvian army officer", "On Monday a Peruvian army officer resigned."),
        ("a Peruvian military spokesman", "On Monday a Peruvian military spokesman resigned."),
        ("Peru's army chief", "Peru's army chief left."),
    ],
    Sector.LEG: [
        ("Peruvian lawmakers", "Peruvian lawmakers voted."),
        ("Peru's parliament", "Peru's parliament voted."),
        ("Peruvian senator Juan Rojas", "Peruvian senator Juan Rojas resigned."),
    ],
    Sector.JUD: [
        ("A Peruvian court", "A Peruvian court jailed him."),
        ("Peruvian prosecutors", "Peruvian prosecutors charged two men."),
        ("Peruvian judge Juan Rojas", "Peruvian judge Juan Rojas resigned."),
    ],
    Sector.SPY: [
        ("Peru's intelligence agency", "Peru's intelligence agency briefed Chile."),
        ("Peruvian intelligence officials", "Peruvian intelligence officials briefed Chile."),
        ("Mossad", "Mossad denied it."),
    ],
    Sector.PTY: [
        ("Peru's ruling party", "Peru's ruling party lost."),
        ("Peruvian party officials", "Peruvian party officials met."),
        ("Peruvian opposition leader Juan Rojas", "Peruvian opposition leader Juan Rojas resigned."),
    ],
    Sector.REB: [
        ("Peruvian rebels", "Peruvian rebels attacked a post."),
        ("Hezbollah", "Hezbollah fired rockets."),
        ("armed men", "In Peru armed men stormed a bank."),
    ],
    Sector.CIV: [
        ("Peruvian protesters", "Peruvian protesters marched."),
        ("Peruvian students", "Peruvian students marched."),
        ("Peruvian activist Juan Rojas", "Peruvian activist Juan Rojas resigned."),
    ],
    Sector.MED: [
        ("Peruvian journalists", "Peruvian journalists marched."),
        ("Peruvian state television", "Peruvian state television apologised."),
        ("Peru's news agency", "Peru's news agency apologised."),
    ],
    Sector.BUS: [
        ("Peruvian businessmen", "Peruvian businessmen met."),
        ("a Peruvian mining company", "On Monday a Peruvian mining company sued Chile."),
    ],
    Sector.IGO: [
        ("NATO", "NATO thanked Peru."),
        ("a UN spokesman", "On Monday a UN spokesman thanked Peru."),
    ],
    Sector.NGO: [
        ("Amnesty International", "Amnesty International accused Peru."),
        ("a rights group", "On Monday a rights group accused Peru."),
        ("aid workers", "In Peru aid workers fled."),
    ],
    Sector.COP: [
        ("Peruvian police", "Peruvian police made arrests."),
        ("Peruvian police officers", "Peruvian police officers made arrests."),
        ("Peruvian police spokesman Juan Rojas", "Peruvian police spokesman Juan Rojas resigned."),
    ],
}
CASES = [(sector, words, text) for sector, found in WORDS.items() for words, text in found]


@pytest.mark.parametrize(("sector", "words", "text"), CASES)
def test_words_tell_the_sector(sector: Sector, words: str, text: str) -> None:
    mention = mention_of(read(text), words)

    assert mention is not None
    assert [sector in actor.sectors for actor in mention.actors] == [True]


def test_every_sector_is_tested() -> None:
    assert set(WORDS) == set(Sector)


NOT_TOLD = [
    ("A Peruvian military court jailed him.", "A Peruvian military court", Sector.JUD),
    ("Peru's military government fell.", "Peru's military government", Sector.GOV),
    ("Peruvian court reporters met.", "Peruvian court reporters", Sector.MED),
]


@pytest.mark.parametrize(("text", "words", "sector"), NOT_TOLD)
def test_a_noun_that_tells_more_keeps_its_own_sector(text: str, words: str, sector: Sector) -> None:
    mention = mention_of(read(text), words)

    assert mention is not None
    assert mention.actors[0].sectors == (sector,)


def test_a_state_by_name_has_no_sector() -> None:
    mention = mention_of(read("Peru condemned Chile."), "Peru")

    assert mention is not None
    assert mention.actors[0].sectors == ()
