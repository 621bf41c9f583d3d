"""Read the project's own training sentences (`sentences/*.txt`): fill their slots and read their marks.

python training/templates.py FILE...      names the faults in files of sentences and counts what they hold
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer
from windows import MAX_PIECES, STATUSES, TYPES, Event, Pieces, Window

SENTENCES = Path(__file__).with_name("sentences")
NONE = "NONE"
"""Type of a mark that says: nothing happens between these two."""

COUNTRIES = [
    line.split(",")
    for line in """
Kenya,Kenyan,Nairobi;Peru,Peruvian,Lima;Norway,Norwegian,Oslo;Vietnam,Vietnamese,Hanoi;Algeria,Algerian,Algiers
Iran,Iranian,Tehran;Turkey,Turkish,Ankara;Iraq,Iraqi,Baghdad;Oman,Omani,Muscat;Qatar,Qatari,Doha
Pakistan,Pakistani,Islamabad;India,Indian,New Delhi;China,Chinese,Beijing;Russia,Russian,Moscow;Ukraine,Ukrainian,Kyiv
Israel,Israeli,Tel Aviv;Syria,Syrian,Damascus;Lebanon,Lebanese,Beirut;Jordan,Jordanian,Amman;Egypt,Egyptian,Cairo
Sudan,Sudanese,Khartoum;Ethiopia,Ethiopian,Addis Ababa;Eritrea,Eritrean,Asmara;Somalia,Somali,Mogadishu
France,French,Paris;Germany,German,Berlin;Britain,British,London;Poland,Polish,Warsaw;Hungary,Hungarian,Budapest
Greece,Greek,Athens;Armenia,Armenian,Yerevan;Azerbaijan,Azerbaijani,Baku;Georgia,Georgian,Tbilisi;Serbia,Serbian,Belgrade
Japan,Japanese,Tokyo;South Korea,South Korean,Seoul;North Korea,North Korean,Pyongyang;Thailand,Thai,Bangkok
Cambodia,Cambodian,Phnom Penh;Philippines,Philippine,Manila;Indonesia,Indonesian,Jakarta;Australia,Australian,Canberra
Mexico,Mexican,Mexico City;Colombia,Colombian,Bogota;Venezuela,Venezuelan,Caracas;Cuba,Cuban,Havana
Chile,Chilean,Santiago;Brazil,Brazilian,Brasilia;Argentina,Argentine,Buenos Aires;Canada,Canadian,Ottawa
Nigeria,Nigerian,Abuja;Ghana,Ghanaian,Accra;Mali,Malian,Bamako
Niger,Nigerien,Niamey;Chad,Chadian,N'Djamena;Libya,Libyan,Tripoli;Tunisia,Tunisian,Tunis
Morocco,Moroccan,Rabat;Spain,Spanish,Madrid;Italy,Italian,Rome;Sweden,Swedish,Stockholm;Finland,Finnish,Helsinki
Saudi Arabia,Saudi,Riyadh;Yemen,Yemeni,Sanaa;Afghanistan,Afghan,Kabul;Tajikistan,Tajik,Dushanbe
Uzbekistan,Uzbek,Tashkent
""".replace("\n", ";")
    .strip(";")
    .split(";")
]
SURNAMES = (
    "Otieno Vargas Haldane Moreau Petrov Aydin Karimi Rahmani Nakamura Okafor Lindqvist Farouk Haddad Silva Novak "
    "Kovacs Sharma Tanaka Hakimov Mbeki Duarte Keller Rossi Demir Sadeghi Mansour Bekele Tran Suleiman Ivanov"
).split()
OFFICES = [
    "Foreign Minister", "Defence Minister", "President", "Prime Minister", "Interior Minister", "General",
    "Brigadier General", "Deputy Foreign Minister", "Ambassador", "Chief of Staff",
]  # fmt: skip
PHRASES = [
    "{adj} {Office} {name}", "{country}'s {office} {name}", "the {adj} {office}", "{Office} {name} of {country}",
    "{country}'s {office}", "{name}, {country}'s {office}", "{Office} {name}", "{adj} {office} {name}",
]  # fmt: skip
BODIES = [
    "the {adj} government", "{country}'s foreign ministry", "the {adj} army", "{capital}", "{country}",
    "the {adj} defence ministry", "{country}'s parliament", "{adj} officials",
]  # fmt: skip
SLOT = re.compile(r"\{([A-H])(?:\.(\w+)|('s)|=([^{}]+))?\}")
MARK = re.compile(r"\[([A-Z]+)(?:\.([\w-]+))?(?:/(\w+))?((?: [^|\[\]{}]+)?)\|([^\[\]]*)\]")
NEXT_TEXT = " // "
"""Stands between a headline and its lead."""


@dataclass(frozen=True)
class Mark:
    """What one mark says: `[TYPE.mode/status a=A r=B s=A #1 both|words]`; sides are letters."""

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    speakers: tuple[str, ...]
    reciprocal: bool
    same: str | None


@dataclass
class Filled:
    """One filling of a sentence: its texts, and where in them (text, start, end) the mentions and marks stand."""

    texts: list[str]
    mentions: list[tuple[str, tuple[int, int, int]]]
    marks: list[tuple[Mark, tuple[int, int, int]]]


def read_mark(match: re.Match[str]) -> Mark:
    """The mark of a match of `MARK`. Raises ValueError that names the fault."""
    reciprocal = " both" in match[4]
    sides = {"a": ("A",), "r": () if reciprocal else ("B",), "s": ()}
    same = None
    for word in match[4].split():
        key, _, letters = word.partition("=")
        if word == "both":
            continue
        if re.fullmatch(r"#\d+", word):
            same = word
        elif key in sides and re.fullmatch(r"-|[A-H](,[A-H])*", letters):
            sides[key] = () if letters == "-" else tuple(letters.split(","))
        else:
            raise ValueError(f"{word!r} is neither a=, r=, s=, #n nor both")
    if match[1] not in (*TYPES, NONE):
        raise ValueError(f"{match[1]!r} is no event type")
    status = match[3] or "occurred"
    if status not in STATUSES:
        raise ValueError(f"{status!r} is no status")
    if reciprocal and (sides["r"] or len(sides["a"]) < 2):
        raise ValueError("a reciprocal mark has two or more actors and r=-")
    return Mark(match[1], match[2], status, sides["a"], sides["r"], sides["s"], reciprocal, same)


class _Cast:
    """The countries and people that one filling of a template uses."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.countries = dict(zip("ABCDEFGH", rng.sample(COUNTRIES, 8), strict=True))
        self.names = dict(zip("ABCDEFGH", rng.sample(SURNAMES, 8), strict=True))
        self.he, self.his = rng.choice([("he", "his"), ("he", "his"), ("she", "her")])
        self.two = rng.choice(["the two countries", "the two neighbours", "both countries", "the two sides"])

    def fill(self, letter: str, kind: str | None) -> str:
        country, adjective, capital = self.countries[letter]
        office = self.rng.choice(OFFICES)
        words = {
            "country": country, "adj": adjective, "capital": capital, "name": self.names[letter],
            "Office": office, "office": office.lower(),
        }  # fmt: skip
        if kind in {"off", "gov"}:
            return self.rng.choice(PHRASES if kind == "off" else BODIES).format(**words)
        the = self.rng.choice(["the {adj} minister", "the {adj} {office}", "the minister"]).format(**words)
        own = country + ("'" if country.endswith("s") else "'s")
        return {None: country, "adj": adjective, "cap": capital, "name": self.names[letter], "he": self.he,
                "his": self.his, "two": self.two, "the": the, "s": own}[kind]  # fmt: skip


def vary(words: list[str], rng: random.Random) -> list[str]:
    """The same texts with the countries in them exchanged for others, the same in each.

    The labelled items come from eight months in which Russia attacked and Ukraine was attacked; with other names in
    their places the network learns the roles from the sentence instead.
    """
    known = [c for c in COUNTRIES if any(re.search(rf"\b{c[0]}\b|\b{c[1]}\b", w) for w in words)]
    others = rng.sample([c for c in COUNTRIES if c not in known], min(len(known), len(COUNTRIES) - len(known)))
    table = {old: new for a, b in zip(known, others, strict=False) for old, new in zip(a, b, strict=True)}
    if not table:
        return words
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")
    return [pattern.sub(lambda m: table[m[1]], w) for w in words]


def fill(template: str, rng: random.Random) -> Filled:
    """One filling of a sentence. Raises ValueError that names the fault in it."""
    cast = _Cast(rng)
    filled = Filled([], [], [])
    for number, part in enumerate(template.split(NEXT_TEXT)):
        text, at = "", 0
        for mark in MARK.finditer(part):
            text += _add(filled, number, len(text), part[at : mark.start()], cast)
            words = _add(filled, number, len(text), mark[5], cast)
            filled.marks.append((read_mark(mark), (number, len(text), len(text) + len(words))))
            text += words
            at = mark.end()
        text += _add(filled, number, len(text), part[at:], cast)
        if re.search(r"[\[\]{}|]", text):
            raise ValueError(f"a bracket is left over in {text!r}")
        filled.texts.append(text)
    named = {letter for letter, _ in filled.mentions}
    for mark, (_, start, end) in filled.marks:
        missing = {*mark.actors, *mark.recipients, *mark.speakers} - named
        if missing:
            raise ValueError(f"{mark.type} has side {', '.join(sorted(missing))}, of whom nothing is mentioned")
        if start == end and mark.type != NONE:
            raise ValueError(f"{mark.type} has no trigger words")
    return filled


def _add(filled: Filled, number: int, start: int, part: str, cast: _Cast) -> str:
    """`part` with its slots filled, as it follows `start` code points of text `number`; notes its mentions."""
    text, at = "", 0
    for slot in SLOT.finditer(part):
        text += part[at : slot.start()]
        words = slot[4] or cast.fill(slot[1], slot[2] or ("s" if slot[3] else None))
        if start + len(text) == 0 or text.endswith((". ", '"')):
            words = words[0].upper() + words[1:]
        filled.mentions.append((slot[1], (number, start + len(text), start + len(text) + len(words))))
        text += words
        at = slot.end()
    return text + part[at:]


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The sentences of a file with their line numbers, without comments and blank lines."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def read_templates(tokenizer: Tokenizer, rng: random.Random, folder: Path = SENTENCES) -> list[Window]:
    """Fillings of each sentence of the folder as windows; some stand behind another sentence without events.

    One filling of a line that names its parties in words of its own; of one whose parties are slots `FILLINGS`, some of
    them with other such lines behind it, filled with the same parties.
    """
    lines = [
        (f"{path.stem}{number}", line) for path in sorted(folder.glob("*.txt")) for number, line in read_lines(path)
    ]
    silent = [line for _, line in lines if not MARK.search(line)]
    slotted = [line for _, line in lines if _is_slotted(line) and NEXT_TEXT not in line]
    windows = []
    for name, line in (named for named in lines for _ in range(FILLINGS if _is_slotted(named[1]) else 1)):
        if _is_slotted(line):  # a report of several sentences about the same parties
            others = rng.sample([other for other in slotted if other != line], rng.choice(FOLLOWING))
            line = " ".join(_own_ties(part, number) for number, part in enumerate([line, *others]))
        filled = fill(vary([line], rng)[0] if rng.random() < VARIED else line, rng)
        lead = fill(rng.choice(silent), rng).texts[0] + " " if len(filled.texts) == 1 and rng.random() < LED else ""
        pieces = Pieces(tokenizer, [lead + filled.texts[0], *filled.texts[1:]])
        windows.append(_window(f"own-{name}", pieces, filled, len(lead)))
    return windows


FILLINGS = 4
"""Fillings in each epoch of a line whose parties are all slots."""
FOLLOWING = (0, 0, 1, 2, 3)
"""How many other lines of slots may follow one, each as likely."""
LED = 0.2
"""Share of the sentences that stand behind another."""
VARIED = 0.4
"""Share of the sentences whose countries are exchanged for others."""


def _own_ties(line: str, number: int) -> str:
    """A line whose ties are not those of the lines beside it: `#1` of the third is `#31`."""
    return re.sub(r"(?<= #)(?=\d+[ |])", str(number + 1), line)


def _is_slotted(line: str) -> bool:
    slots = [*SLOT.finditer(line)]
    return bool(slots) and not any(slot[4] for slot in slots)


def _window(name: str, pieces: Pieces, filled: Filled, shift: int) -> Window:
    window = Window(name, pieces.ids[:MAX_PIECES])

    def of(place: tuple[int, int, int]) -> list[int]:
        number, start, end = place
        return pieces.of(number, start + (0 if number else shift), end + (0 if number else shift))

    for mark, place in filled.marks:
        if mark.type == NONE:
            continue
        roles: dict[int, set[int]] = {}
        for number, letters in enumerate((mark.actors, mark.recipients, mark.speakers)):
            roles[number] = {p for letter in letters for p in of(nearest_mention(filled, letter, place))}
        if of(place):
            window.events.append(
                Event(
                    TYPES.index(mark.type), of(place), roles, STATUSES.index(mark.status), mark.mode, mark.reciprocal,
                    OWN_WEIGHT, mark.same,
                )
            )  # fmt: skip
    return window


OWN_WEIGHT = 0.7
"""Weight of an event of the project's own sentences beside one of real text."""


def nearest_mention(filled: Filled, letter: str, place: tuple[int, int, int]) -> tuple[int, int, int]:
    """Where a side of the mark at `place` is named: the fewest code points away, in the same text if it can be.

    A mention within the mark's own words ("Peru's" in "call Peru's bluff") comes last.
    """
    number, start, end = place

    def distance(at: tuple[int, int, int]) -> tuple[bool, bool, int]:
        return at[0] != number, at[0] == number and at[1] < end and start < at[2], max(at[1] - end, start - at[2])

    return min((at for name, at in filled.mentions if name == letter), key=distance)


def main() -> None:
    """Check the files named on the command line."""
    faults = 0
    for name in sys.argv[1:]:
        counts: Counter[str] = Counter()
        for number, line in read_lines(Path(name)):
            try:
                filled = fill(line, random.Random(number))
            except (ValueError, KeyError) as error:
                faults += 1
                print(f"{name}:{number}: {error}")
                continue
            counts["lines"] += 1
            for mark, _ in filled.marks:
                counts[mark.type] += 1
                counts[f"  {mark.type}.{mark.mode}"] += mark.mode is not None
                counts[f"  /{mark.status}"] += 1
        for key in sorted(k for k in counts if counts[k]):
            print(f"{counts[key]:5} {key}")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
