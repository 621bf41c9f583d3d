"""Fill the slots of `templates.txt` and read its marks into training windows."""

import random
import re
from pathlib import Path

from tokenizers import Tokenizer
from windows import MAX_PIECES, STATUSES, TYPES, Event, Pieces, Window, add_pairs

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
SLOT = re.compile(r"\{([ABC])(?:\.(\w+)|('s))?\}")
MARK = re.compile(r"\[([A-Z]+)(?:\.([\w-]+))?(?:/(\w+))?((?: [ars]=[A-C,-]+)*)( both)?\|((?:[^\[\]])*)\]")


class _Cast:
    """The countries and people that one filling of a template uses."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.countries = dict(zip("ABC", rng.sample(COUNTRIES, 3), strict=True))
        self.names = dict(zip("ABC", rng.sample(SURNAMES, 3), strict=True))
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


def fill(
    template: str, rng: random.Random
) -> tuple[str, list[tuple[str, int, int]], list[tuple[re.Match[str], int, int]]]:
    """The text of one filling, the mentions (letter, start, end) and the marks (match, start, end) in it."""
    cast = _Cast(rng)
    text, mentions, marks = "", [], []

    def add(part: str) -> None:
        nonlocal text
        at = 0
        for slot in SLOT.finditer(part):
            text += part[at : slot.start()]
            words = cast.fill(slot[1], slot[2] or ("s" if slot[3] else None))
            if not text or text.endswith((". ", '"')):
                words = words[0].upper() + words[1:]
            mentions.append((slot[1], len(text), len(text) + len(words)))
            text += words
            at = slot.end()
        text += part[at:]

    at = 0
    for mark in MARK.finditer(template):
        add(template[at : mark.start()])
        start = len(text)
        add(mark[6])
        marks.append((mark, start, len(text)))
        at = mark.end()
    add(template[at:])
    return text, mentions, marks


def read_templates(path: Path, tokenizer: Tokenizer, copies: int, seed: int) -> list[Window]:
    """`copies` fillings of each template as windows; some stand behind a dateline or another filling."""
    rng = random.Random(seed)
    templates = [t for t in path.read_text(encoding="utf-8").splitlines() if t.strip() and not t.startswith("#")]
    windows = []
    for number, template in enumerate(templates):
        for copy in range(copies):
            text, mentions, marks = fill(template, rng)
            lead = ""
            if rng.random() < 0.4:
                lead = fill(MARK.sub(lambda m: m[6], rng.choice(templates[-12:])), rng)[0] + " "
            pieces = Pieces(tokenizer, [lead + text])
            window = Window(f"own{number}.{copy}", pieces.ids[:MAX_PIECES])
            for mark, start, end in marks:
                if mark[1] in TYPES:
                    window.events.append(_event(pieces, mark, start, end, mentions, len(lead)))
            add_pairs(window)
            windows.append(window)
    return windows


def _event(pieces: Pieces, mark: re.Match[str], start: int, end: int, mentions, shift: int) -> Event:
    given = dict(pair.split("=") for pair in mark[4].split())
    roles: dict[int, set[int]] = {}
    for number, (role, usual) in enumerate((("a", "A"), ("r", "B"), ("s", "-"))):
        roles[number] = set()
        for letter in given.get(role, usual).split(","):
            near = [m for m in mentions if m[0] == letter]
            if near:
                # A side is named where it stands nearest to the trigger, outside its words if it can be.
                best = min(near, key=lambda m: (start <= m[1] < end, abs(m[1] - start)))
                roles[number].update(pieces.of(0, best[1] + shift, best[2] + shift))
    return Event(
        TYPES.index(mark[1]), pieces.of(0, start + shift, end + shift), roles,
        STATUSES.index(mark[3] or "occurred"), mark[2], bool(mark[5]), 0.7,
    )  # fmt: skip
