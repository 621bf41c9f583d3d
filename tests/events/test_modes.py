"""Modes that plain words settle: sentences each family must handle, and some that only look like it."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import load_codebook, rename_mode
from dragoman.events.mode_words import PLACES, read_lexicon
from dragoman.events.modes import MINIMUM_SCORE, find_mode_cue, settle_mode
from dragoman.model.codes import EventType
from dragoman.model.text import Sentence, Span
from tests.parsed import parse

# type, mode, sentences with the trigger in square brackets
SHOWN: list[tuple[EventType, str, list[str]]] = [
    (
        EventType.CONSULT,
        "phone",
        [
            "The two leaders [spoke] by telephone on Friday.",
            "Kenya's president [phoned] his Omani counterpart.",
            "The ministers [discussed] the dam over the phone.",
            "She [talked] to the Peruvian premier by phone.",
            "They [held] a video conference with envoys from Chad.",
            "In a [telephone conversation] the two agreed to go on.",
            "The foreign ministers [met] virtually on Tuesday.",
            "A [phone call] between Lima and Quito lasted an hour.",
            "The generals [talked] over the military hotline.",
            "The presidents [conferred] via video link.",
        ],
    ),
    (
        EventType.ASSAULT,
        "drone",
        [
            "A drone [hit] the oil depot at dawn.",
            "Rebels [attacked] the port with drones.",
            "A [drone strike] wounded four guards.",
            "Two officers were [killed] in a drone attack.",
            "The army launched drones that [struck] the harbour, and drones [struck] the rail yard.",
            "Unmanned aircraft [bombed] the camp.",
            "Drones [struck] three villages overnight.",
            "The militia [struck] the base using drones.",
            "The convoy was [hit] by a drone.",
            "Quadcopters [attacked] the checkpoint.",
        ],
    ),
    (
        EventType.ASSAULT,
        "explosives",
        [
            "A car bomb [killed] nine people in the market.",
            "The bus was [hit] by a roadside bomb.",
            "Gunless men [attacked] the post with grenades.",
            "Three soldiers [died] when they were [killed] by a land mine.",
            "A [car bombing] shook the capital.",
            "The judge was [killed] in a car-bomb attack.",
            "An improvised explosive device [wounded] two peacekeepers.",
            "They [blew up] the bridge with explosives.",
            "The editor was [wounded] by a parcel bomb.",
            "A truck bomb [destroyed] the embassy gate.",
        ],
    ),
    (
        EventType.ASSAULT,
        "suicide-attack",
        [
            "A suicide bomber [killed] six at the mosque.",
            "The [suicide bombing] was the third this year.",
            "Ten recruits were [killed] by a suicide bomber.",
            "The group carried out a [suicide attack] on the barracks.",
            "The post was [attacked] by a man in a suicide vest.",
            "Five died in the suicide [attack] on the airport.",
            "Militants [struck] the hotel in a suicide attack.",
            "Suicide bombers [attacked] two churches.",
            "A suicide bombing [killed] the governor.",
            "A female suicide attacker [wounded] eight shoppers.",
        ],
    ),
    (
        EventType.ASSAULT,
        "aerial",
        [
            "An [airstrike] hit the hospital.",
            "Warplanes [bombed] the bridge.",
            "The village was [hit] by an air strike.",
            "Helicopters [attacked] the rebel column.",
            "Thirty people were [killed] in an air raid.",
            "Fighter jets [struck] the airfield.",
            "Government aircraft [bombed] the valley.",
            "The camp was [destroyed] in airstrikes.",
            "A helicopter gunship [fired] on the boats.",
            "Warplanes [pounded] the suburb for hours.",
        ],
    ),
    (
        EventType.ASSAULT,
        "firearms",
        [
            "Gunmen [killed] the mayor outside his house.",
            "Police [shot] two students.",
            "Soldiers [opened fire] on the crowd.",
            "The guard was [killed] by a sniper.",
            "A [shooting] at the border left one man dead.",
            "Attackers with rifles [ambushed] the bus.",
            "Gunmen [attacking] the convoy fled.",
            "The journalist was [gunned down] at noon.",
            "He was [wounded] by a bullet.",
            "A [firefight] broke out near the mine.",
        ],
    ),
    (
        EventType.ASSAULT,
        "crowd-control",
        [
            "Police [fired] tear gas at the marchers.",
            "Officers [used] water cannon against the students.",
            "The march was [broken up] with tear gas.",
            "Guards [fired] rubber bullets into the crowd.",
            "Riot squads [attacked] them with stun grenades.",
            "Troops [dispersed] the miners with pepper spray.",
            "[Tear gas] was used at the gates.",
            "Police [charged] with water cannons.",
            "Six were [hurt] by rubber bullets.",
            "The police answered with a [baton charge].",
            "Guards [fired] warning flares, rubber bullets and stun grenades at the miners.",
            "Soldiers [fired] tear gas, rubber bullets and stun grenades at the pilgrims.",
        ],
    ),
    (
        EventType.PROTEST,
        "hunger",
        [
            "Forty prisoners began a [hunger strike].",
            "The jailed editor is on [hunger strike].",
            "Nurses [protested] with a hunger strike.",
            "The hunger [strike] entered its third week.",
            "Detainees went on [hunger strike] in Lima.",
            "A dissident ended his [hunger strike].",
            "Hunger strikers [demanded] a retrial.",
            "They [joined] a hunger strike over the camp.",
            "The [hunger-strike] spread to four jails.",
            "Farmers [staged] a hunger strike at the ministry.",
        ],
    ),
    (
        EventType.PROTEST,
        "boycott",
        [
            "Shoppers [boycotted] goods from the kingdom.",
            "The unions called a [boycott] of the chain.",
            "Villagers [boycott] the dam company.",
            "A [boycott] of the census began.",
            "Traders are [boycotting] the port.",
            "The [boycott] of the league goes on.",
            "Students [boycotted] classes.",
            "Consumers have [boycotted] its dates for a year.",
            "The opposition's [boycott] emptied the hall.",
            "Fans are to [boycott] the match.",
        ],
    ),
    (
        EventType.COERCE,
        "cyber",
        [
            "Hackers [broke] into the ministry's servers.",
            "A [cyberattack] took down the railway's website.",
            "The agency [hacked] the opposition's phones.",
            "Spies [attacked] the bank with ransomware.",
            "The grid was [hit] by a cyber attack.",
            "Its [hacking] of the parliament lasted a year.",
            "State hackers [stole] the files.",
            "Malware [crippled] the pipeline.",
            "A [cyber attack] paralysed the port.",
            "The network was [disrupted] by a denial of service attack.",
        ],
    ),
    (
        EventType.COERCE,
        "curfew",
        [
            "The governor [imposed] a curfew.",
            "A [curfew] came into force at nine.",
            "The city was [placed] under curfew.",
            "The junta [extended] the curfew.",
            "Authorities [declared] a night curfew in the valley.",
            "An overnight [curfew] was announced.",
            "Police [enforced] the curfew.",
            "A dusk-to-dawn curfew was [imposed].",
            "The army has [ordered] a curfew.",
            "The [curfew] covers four districts.",
        ],
    ),
    (
        EventType.COERCE,
        "martial-law",
        [
            "The president [declared] martial law.",
            "[Martial law] was imposed in the south.",
            "The cabinet [proclaimed] a state of emergency.",
            "A [state of emergency] was declared.",
            "The king [extended] emergency rule.",
            "The junta [prolonged] the state of emergency.",
            "Parliament [approved] martial law.",
            "The region was [placed] under martial law.",
            "He [invoked] emergency powers.",
            "The premier [imposed] a state of emergency.",
        ],
    ),
    (
        EventType.REQUEST,
        "yield",
        [
            "Peru [called for] a ceasefire.",
            "The UN [urged] both sides to accept a truce.",
            "Chile [demanded] the release of the hostages.",
            "Oman [asked] Kenya to lift its sanctions.",
            "The envoy [called on] the rebels to lay down their arms.",
            "Lima [demanded] that Quito withdraw its troops.",
            "They [urged] the junta to free the prisoners.",
            "The bloc [pressed] Chad to end the siege.",
            "The pope [appealed] for an end to hostilities, and the bishops [appealed for] a ceasefire.",
            "Ministers [urged] the general to stop the bombing.",
        ],
    ),
    (
        EventType.REQUEST,
        "meet",
        [
            "Peru [called for] talks with Chile.",
            "Oman [urged] both sides to hold talks.",
            "Kenya [asked] them to return to the negotiating table.",
            "The union [demanded] negotiations.",
            "Chad [called on] the rebels to negotiate.",
            "The premier [proposed] and [requested] a dialogue with the generals.",
            "Quito [requested] that the council convene.",
            "The envoy [called for] a summit of the two kings.",
            "Lima [sought] a meeting, and [asked] to meet with the minister.",
            "Both were [urged] to engage in dialogue.",
        ],
    ),
    (
        EventType.REQUEST,
        "assist",
        [
            "Malawi [asked] donors for help.",
            "The agency [called for] more aid.",
            "Kyiv [asked] its allies for more weapons.",
            "The premier [requested] military assistance.",
            "Chad [appealed for] aid after the flood.",
            "The council [urged] members to donate.",
            "Fiji [asked] the bank for financing.",
            "He [called for] financial support.",
            "The camp [asked for] funding.",
            "Lebanon [sought] a bailout.",
        ],
    ),
    (
        EventType.ASSAULT,
        "explosives",
        [
            "Rebels [blew up] a bridge.",
            "The depot was [blown up] at noon.",
            "An [explosion] in the mine killed a guard.",
        ],
    ),
    (
        EventType.ASSAULT,
        "firearms",
        [
            "An [exchange of fire] at the post went on for hours.",
            "The convoy [came under heavy fire] near the pass.",
            "The patrols [traded fire] along the river.",
            "Guards [fired on] the boats.",
        ],
    ),
    (
        EventType.ASSAULT,
        "primitive",
        [
            "Youths [threw] stones at the patrol.",
            "Rioters [hurled] rocks at the gate.",
            "Boys [pelted] it with stones.",
        ],
    ),
    (
        EventType.ASSAULT,
        "aerial",
        ["The army [dropped] bombs on the valley.", "A bombing raid [killed] two herders."],
    ),
    (EventType.ASSAULT, "abduct", ["The rebels [held captive] four engineers."]),
    (
        EventType.COERCE,
        "seize",
        [
            "Troops [occupied] the dam.",
            "The fleet [intercepted] a tanker.",
            "Soldiers [looted] the grain store.",
            "The [occupation] of the island goes on.",
            "The army was blamed for the [plunder] of the mines.",
        ],
    ),
    (
        EventType.COERCE,
        "censor",
        [
            "The junta [banned] three newspapers.",
            "Officials [closed] a radio outlet.",
            "The ministry [blocked] the website of a daily.",
            "The court [shut down] two media outlets.",
            "The regulator [took] the channel off the air.",
        ],
    ),
    (
        EventType.SANCTION,
        "expel",
        [
            "The king [dismissed] his premier.",
            "The council [removed] the mayor.",
            "The president [sacked] two ministers.",
            "The party [fired] its chairman.",
            "His [removal] from office shook the party.",
        ],
    ),
    (
        EventType.REQUEST,
        "yield",
        ["She [demanded] that the decree be reversed.", "He [told] the rebels to stop killing herders."],
    ),
    (EventType.REQUEST, "assist", ["Lima [urged] Quito to cooperate.", "He [asked] them to coordinate their efforts."]),
]

LOOKS_LIKE: list[tuple[EventType, str, list[str]]] = [
    (
        EventType.CONSULT,
        "phone",
        [
            "The two leaders [met] in a phone factory.",
            "They [met] while telephones rang in the hall.",
            "The envoys [met] at the hotel where he made a phone call.",
        ],
    ),
    (
        EventType.ASSAULT,
        "drone",
        [
            "Soldiers [destroyed] a drone.",
            "Rebels [attacked] a drone factory.",
            "Troops [fired] on the drones near the river.",
        ],
    ),
    (
        EventType.ASSAULT,
        "explosives",
        ["Militants [attacked] a landmine museum.", "He was [killed] while grenades were on sale.", "They [beat] him."],
    ),
    (
        EventType.ASSAULT,
        "suicide-attack",
        ["The soldier was [attacked] after a suicide.", "A car [hit] the crowd.", "They [killed] the bomb maker."],
    ),
    (
        EventType.ASSAULT,
        "aerial",
        ["Rebels [destroyed] a helicopter.", "Fighters [attacked] an aircraft hangar.", "They [shelled] the airfield."],
    ),
    (
        EventType.ASSAULT,
        "firearms",
        ["Thieves [attacked] a gun shop.", "They [destroyed] the rifles.", "The crowd [beat] a guard."],
    ),
    (
        EventType.ASSAULT,
        "crowd-control",
        ["Police [beat] the marchers.", "Water [hit] the cannon.", "Soldiers [fired] grenades at the post."],
    ),
    (
        EventType.PROTEST,
        "hunger",
        ["Dockers went on [strike].", "Villagers [marched] against hunger.", "They [protested] over hungry children."],
    ),
    (
        EventType.PROTEST,
        "boycott",
        ["Students [marched] to the port.", "Miners went on [strike].", "A [rally] was held where boys cotton on."],
    ),
    (
        EventType.COERCE,
        "cyber",
        ["The bureau [arrested] a hacker.", "Police [seized] computers.", "The court [jailed] a group of hackers."],
    ),
    (
        EventType.COERCE,
        "curfew",
        ["Police [arrested] a baker.", "The mayor [banned] the march.", "Guards [searched] the house at night."],
    ),
    (
        EventType.COERCE,
        "martial-law",
        [
            "The court [upheld] a law on martial arts schools.",
            "They [banned] emergency exits from being locked.",
            "Police [arrested] an emergency doctor.",
        ],
    ),
    (
        EventType.REQUEST,
        "yield",
        [
            "Peru [asked] for help after the truce.",
            "Activists [demanded] the release of the footage.",
            "He [told] the troops to move.",
        ],
    ),
    (
        EventType.REQUEST,
        "meet",
        [
            "At the summit, Peru [urged] Chile to cut tariffs.",
            "Oman [demanded] an apology during the talks.",
            "They [asked] for money before the meeting.",
        ],
    ),
    (
        EventType.REQUEST,
        "assist",
        [
            "The court [ordered] him to resign.",
            "Kenya [urged] Chad to build faster.",
            "Peru [demanded] an apology from an aide.",
        ],
    ),
    (
        EventType.COERCE,
        "seize",
        ["Police [stopped] the theft trial.", "Guards [expelled] the occupiers.", "Lima [barred] boats."],
    ),
    (
        EventType.COERCE,
        "censor",
        ["The junta [banned] imports.", "They [closed] the border.", "A newspaper said he was [held]."],
    ),
    (
        EventType.SANCTION,
        "expel",
        ["Lima [froze] their funds.", "The court [fined] a firm.", "The ministry [barred] fish."],
    ),
    (
        EventType.ASSAULT,
        "primitive",
        ["They [beat] him.", "The army [shelled] a stone quarry.", "Rebels [hit] the rock."],
    ),
]


def read_marked(marked: str) -> tuple[Sentence, Span, str]:
    """The sentence of a text, its last trigger and the text without marks."""
    text = re.sub(r"[\[\]]", "", marked)
    opening = marked.rindex("[")
    start = opening - marked[:opening].count("[") - marked[:opening].count("]")
    end = start + marked.rindex("]") - opening - 1
    (sentence,) = parse(text).sentences
    return sentence, Span(start, end), text


def flatten(table: list[tuple[EventType, str, list[str]]]) -> list[tuple[EventType, str, str]]:
    return [(event_type, mode, sentence) for event_type, mode, sentences in table for sentence in sentences]


@pytest.mark.parametrize(("event_type", "mode", "marked"), flatten(SHOWN))
def test_words_show_the_mode_and_are_its_evidence(event_type: EventType, mode: str, marked: str) -> None:
    sentence, trigger, text = read_marked(marked)
    found = find_mode_cue(event_type, sentence, trigger)
    assert found is not None
    assert found.mode == mode
    assert found.rule == "lexicon:mode"
    assert found.span is not None
    assert text[found.span.start : found.span.end].strip()
    assert sentence.span.contains(found.span)


@pytest.mark.parametrize(("event_type", "mode", "marked"), flatten(LOOKS_LIKE))
def test_words_that_only_look_like_it_do_not(event_type: EventType, mode: str, marked: str) -> None:
    sentence, trigger, _ = read_marked(marked)
    found = find_mode_cue(event_type, sentence, trigger)
    assert found is None or found.mode != mode


ROWS = list(csv.DictReader((Path(__file__).parent / "modes.csv").read_text(encoding="utf-8").splitlines()[2:]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['event_type']}-{row['mode']}")
def test_every_mode_is_read_from_a_sentence_of_its_own(row: dict[str, str]) -> None:
    sentence, trigger, _ = read_marked(row["sentence"])
    event_type = EventType(row["event_type"])
    reading = settle_mode(event_type, [(row["mode"], 0.9), (None, 0.1)], sentence, trigger)
    assert reading.mode == row["mode"]
    assert reading.rule == ("lexicon:mode" if row["settled_by"] == "words" else "model:mode")


def test_every_mode_of_the_codebook_has_a_sentence() -> None:
    known = [(str(t), mode) for t, entry in load_codebook().types.items() for mode in entry.modes]
    assert [(row["event_type"], row["mode"]) for row in ROWS] == known
    assert len(known) == 67


def test_the_words_of_the_trigger_count_before_those_of_its_clause() -> None:
    sentence, trigger, _ = read_marked("Gunmen [stabbed] the guard.")
    found = find_mode_cue(EventType.ASSAULT, sentence, trigger)
    assert found is not None
    assert found.mode == "primitive"


def test_another_clause_does_not_tell_how() -> None:
    sentence, trigger, _ = read_marked("Warplanes circled while rebels [attacked] the town.")
    assert find_mode_cue(EventType.ASSAULT, sentence, trigger) is None


PLAIN = "The army [attacked] the town."


@pytest.mark.parametrize(
    ("event_type", "proposed", "mode"),
    [
        (EventType.ASSAULT, [(None, 0.3), ("aerial", 0.6)], "aerial"),
        (EventType.ASSAULT, [(None, 0.6), ("aerial", 0.3)], None),
        (EventType.ASSAULT, [("massacre", 0.7), (None, 0.2)], "targeted"),
        (EventType.ASSAULT, [("execute", 0.7), (None, 0.2)], "targeted"),
        (EventType.COERCE, [("ban", 0.8), (None, 0.1)], "restrict"),
        (EventType.SANCTION, [("discontinue", 0.9)], "discontinue"),
        (EventType.ASSAULT, [("visit", 0.9), (None, 0.1)], None),
        (EventType.AID, [("ban", 0.9), (None, 0.1)], None),
        (EventType.ASSAULT, [("beat", MINIMUM_SCORE - 0.01), (None, 0.2)], None),
        (EventType.ASSAULT, [], None),
    ],
)
def test_without_words_the_likeliest_mode_of_the_type_is_taken(
    event_type: EventType, proposed: list[tuple[str | None, float]], mode: str | None
) -> None:
    sentence, trigger, _ = read_marked(PLAIN)
    reading = settle_mode(event_type, proposed, sentence, trigger)
    assert (reading.mode, reading.rule) == (mode, "model:mode")


def test_words_overrule_what_is_proposed() -> None:
    sentence, trigger, _ = read_marked("A suicide bomber [killed] six.")
    reading = settle_mode(EventType.ASSAULT, [("firearms", 0.99)], sentence, trigger)
    assert (reading.mode, reading.rule) == ("suicide-attack", "lexicon:mode")


NAMES = [None, "ban", "execute", "massacre", "cleansing", "assassinate", "return", "no such mode"]
NAMES += sorted({mode for entry in load_codebook().types.values() for mode in entry.modes})


@given(st.sampled_from(EventType), st.lists(st.tuples(st.sampled_from(NAMES), st.floats(0, 1))))
def test_no_mode_comes_out_that_the_type_does_not_have(
    event_type: EventType, proposed: list[tuple[str | None, float]]
) -> None:
    sentence, trigger, _ = read_marked(PLAIN)
    mode = settle_mode(event_type, proposed, sentence, trigger).mode
    assert mode is None or mode in load_codebook().types[event_type].modes


@given(st.text(max_size=60), st.data())
def test_any_text_can_be_read(text: str, chosen: st.DataObject) -> None:
    for sentence in parse(text).sentences:
        start = chosen.draw(st.integers(sentence.span.start, sentence.span.end))
        end = chosen.draw(st.integers(start, sentence.span.end))
        for event_type in EventType:
            found = find_mode_cue(event_type, sentence, Span(start, end, sentence.span.field))
            assert found is None or (found.span is not None and sentence.span.contains(found.span))


def test_the_lists_name_modes_of_their_types_in_lower_case_without_hyphens() -> None:
    for name, modes in read_lexicon()["cues"].items():
        for mode, places in modes.items():
            assert rename_mode(EventType(name), mode) == mode
            assert places
            assert set(places) <= set(PLACES)
            for phrases in places.values():
                assert len(set(phrases)) == len(phrases), (name, mode)
                for words in map(str.split, phrases):
                    assert words[0] != "…" != words[-1]
                    assert all(word == word.lower() and "-" not in word for word in words)
