"""Texts as no newspaper prints them, of any length: what some step may take ever longer for, the longer they are."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, cycle, islice
from typing import Final

STATES: Final = (
    "Peru Chile Norway Japan Kenya Ghana Nepal Egypt Italy Spain Qatar Yemen Libya Sudan Malta Latvia Angola Bolivia "
    "Cyprus Panama Serbia Turkey Greece Jordan Kuwait Poland Sweden Uganda Zambia Mexico"
).split()
PLACES: Final = (
    "Lima Oslo Kyoto Nairobi Accra Cairo Milan Seville Doha Aden Benghazi Khartoum Valletta Riga Luanda Sucre Paris "
    "Lyon London Leeds Boston Dallas Delhi Pune Osaka Busan Hanoi Davao Cebu Medan Perth Quito Cusco Bergen Tromso"
).split()
SURNAMES: Final = "Osei Lindqvist Marchetti Okafor Haruki Petrov Alvarez Nordin Castellan Bauer Moreau Tanaka".split()
FIRST_NAMES: Final = "Ama Erik Giulia Chidi Kenta Ivan Lucia Olof Pablo Greta Claude Yuki Nora Femi Ravi Salma".split()
VERBS: Final = "met accused praised attacked invited warned helped criticised urged threatened".split()
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def fill(pieces: Iterator[str], length: int, *, between: str = " ") -> str:
    """As many pieces as it takes, cut at the length."""
    taken: list[str] = []
    size = 0
    while size < length:
        taken.append(next(pieces))
        size += len(taken[-1]) + len(between)
    return between.join(taken)[:length]


def name_people() -> Iterator[str]:
    """Names, each another for a long while."""
    for number in count():
        first, last = FIRST_NAMES[number % len(FIRST_NAMES)], SURNAMES[number // len(FIRST_NAMES) % len(SURNAMES)]
        yield f"{first} {last}{'owski sen ez son ini'.split()[number // 192 % 5]}"


def name_days() -> Iterator[str]:
    """Days, each another."""
    return (f"{day.day} {day:%B %Y}" for day in (date(2025, 1, 1) - timedelta(number) for number in count()))


def tell_meetings() -> Iterator[str]:
    """Clauses, each of another two states."""
    for number in count():
        first, second = STATES[number % len(STATES)], STATES[(number * 7 + 1 + number // 30) % len(STATES)]
        yield f"{first} {VERBS[number % len(VERBS)]} {second} in {PLACES[number % len(PLACES)]} on {DAYS[number % 7]}"


def speak() -> Iterator[str]:
    """Speeches of ever other speakers."""
    for who, what in zip(name_people(), tell_meetings(), strict=False):
        yield f"“{what},” said {who}, the foreign minister of {what.split()[0]}."


def make_shapes() -> dict[str, Callable[[int], str]]:
    """Each sort of text by its name, to be given a length."""
    clauses = tell_meetings
    return {
        "news": lambda n: fill((f"{clause}." for clause in clauses()), n),
        "news in paragraphs": lambda n: fill((f"{clause}." for clause in clauses()), n, between="\n\n"),
        "one sentence": lambda n: fill(clauses(), n, between=", and "),
        "clauses in clauses": lambda n: fill((f"{state} said that" for state in cycle(STATES)), n),
        "relative clauses": lambda n: fill((f"the minister of {state} who met" for state in cycle(STATES)), n),
        "whose": lambda n: fill((f"{state}'s minister's" for state in cycle(STATES)), n),
        "people": lambda n: fill(name_people(), n, between=", "),
        "people and states": lambda n: fill(
            (f"{p} of {s}" for p, s in zip(name_people(), cycle(STATES))), n, between=", "
        ),
        "states": lambda n: fill(cycle(STATES), n, between=", "),
        "states met": lambda n: "Talks were held by " + fill(cycle(STATES), n, between=", "),
        "places": lambda n: fill(cycle(PLACES), n, between=", "),
        "places in an attack": lambda n: "Peru attacked " + fill(cycle(PLACES), n, between=", "),
        "dates": lambda n: fill(name_days(), n, between=", "),
        "dates of meetings": lambda n: fill((f"Peru met Chile on {day}." for day in name_days()), n),
        "dates in one sentence": lambda n: fill((f"on {day} Peru met Chile" for day in name_days()), n, between=", "),
        "ranges of days": lambda n: fill((f"from {day} to" for day in name_days()), n),
        "weekdays": lambda n: fill(cycle(DAYS), n),
        "times": lambda n: fill((f"{i % 12 + 1}:{i % 60:02} p.m." for i in count()), n),
        "spans": lambda n: fill((f"{i} days after" for i in count(2)), n),
        "speakers": lambda n: fill(speak(), n),
        "speakers in paragraphs": lambda n: fill(speak(), n, between="\n\n"),
        "pronouns": lambda n: fill(
            cycle("He met her. They accused them. It praised its neighbour. She said he did.".split(". ")),
            n,
            between=". ",
        ),
        "offices": lambda n: fill((f"The president of {s} met his counterpart." for s in cycle(STATES)), n),
        "sides": lambda n: fill(
            cycle(("Both sides met.", "The two ministers agreed.", "The three countries talked.")), n
        ),
        "one word": lambda n: fill(cycle(("met",)), n),
        "one name": lambda n: fill(cycle(("Peru",)), n),
        "one person": lambda n: fill(cycle(("Vladimir Putin",)), n),
        "capitals": lambda n: fill((f"{clause}." for clause in clauses()), n).upper(),
        "one sentence in capitals": lambda n: fill(clauses(), n).upper(),
        "headlines": lambda n: fill((clause.title() for clause in clauses()), n, between="\n"),
        "lines": lambda n: fill(clauses(), n, between="\n"),
        "no spaces": lambda n: fill(clauses(), n).replace(" ", ""),
        "one letter": lambda n: "a" * n,
        "capital letters": lambda n: "A" * n,
        "digits": lambda n: "7" * n,
        "numbers": lambda n: fill((f"{i * 7919 % 10_000:,}" for i in count(1)), n),
        "numbers in words": lambda n: fill(cycle("two hundred and forty thousand three".split()), n),
        "figures with points": lambda n: fill((f"{i}" for i in count(1)), n, between="."),
        "opening quotes": lambda n: fill((f"“{clause}" for clause in clauses()), n),
        "closing quotes": lambda n: fill((f"{clause}”" for clause in clauses()), n),
        "straight quotes": lambda n: fill((f'{clause}"' for clause in clauses()), n),
        "apostrophes": lambda n: fill((f"'{clause}" for clause in clauses()), n),
        "quotes only": lambda n: '"' * n,
        "short quotes": lambda n: fill((f'"{verb}!"' for verb in cycle(VERBS)), n),
        "short quotes in paragraphs": lambda n: fill((f'"{verb}!"' for verb in cycle(VERBS)), n, between="\n\n"),
        "quotes in paragraphs": lambda n: fill((f"“{clause}" for clause in clauses()), n, between="\n\n"),
        "opening brackets": lambda n: fill((f"({clause}" for clause in clauses()), n),
        "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
        "nested brackets": lambda n: fill(islice(cycle(("(Peru", "met", "[Chile")), n), n),
        "table": lambda n: fill(
            (f"{s}\t{i}\t{d}" for i, (s, d) in enumerate(zip(cycle(STATES), name_days()))), n, between="\n"
        ),
        "table with bars": lambda n: fill(
            (f"| {s} | {i} | {p} |" for i, (s, p) in enumerate(zip(cycle(STATES), cycle(PLACES)))), n, between="\n"
        ),
        "bullets": lambda n: fill((f"- {clause}" for clause in clauses()), n, between="\n"),
        "empty lines": lambda n: "\n" * n,
        "short paragraphs": lambda n: fill(cycle(("Yes",)), n, between="\n\n"),
        "blanks": lambda n: " " * n,
        "blanks and words": lambda n: fill(cycle(("Peru" + " " * 50, "met" + "\t" * 50)), n),
        "points": lambda n: "." * n,
        "dashes": lambda n: "-" * n,
        "dashes between": lambda n: fill(cycle(STATES), n, between="-"),
        "long dashes": lambda n: fill(clauses(), n, between=" – "),
        "semicolons": lambda n: fill(clauses(), n, between="; "),
        "commas": lambda n: fill(cycle(("met", "Peru")), n, between=","),
        "abbreviations": lambda n: fill(cycle("Mr. Dr. U.S. U.N. Gen. Sen. St. Jan.".split()), n),
        "initials": lambda n: fill(cycle("A. B. C. D. E.".split()), n),
        "datelines": lambda n: fill((f"{place.upper()} (Reuters) –" for place in cycle(PLACES)), n),
        "addresses": lambda n: fill((f"https://{p.lower()}.example/{'a/' * 20}" for p in cycle(PLACES)), n),
        "one address": lambda n: "https://example.org/" + "a/?b=%20&" * (n // 9),
        "titles": lambda n: fill(cycle("foreign minister president general secretary deputy prime".split()), n),
        "title chain": lambda n: fill(cycle(("the former deputy foreign minister of Peru and",)), n),
        "not": lambda n: fill(cycle(("Peru did not say that it would not",)), n),
        "adjectives": lambda n: fill(cycle("Peruvian Chilean Norwegian Japanese Kenyan".split()), n),
        "and": lambda n: fill(cycle(("Peru and Chile and",)), n),
        "of": lambda n: fill(cycle(("the capital of the north of",)), n),
        "visits": lambda n: fill((f"The president visited {p} and left for" for p in cycle(PLACES)), n),
        "verbs": lambda n: fill(cycle(VERBS), n),
        "Cyrillic": lambda n: fill(cycle("Перу обвинила Чили.".split()), n),
        "Chinese": lambda n: "秘鲁总统会见智利总统。" * (n // 11),
        "emoji": lambda n: "🇵🇪" * (n // 2),
        "accents": lambda n: "e\u0301" * (n // 2),
        "invisible": lambda n: "\u200b" * n,
        "markup": lambda n: fill((f"<p><b>{clause}</b></p>" for clause in clauses()), n),
    }
