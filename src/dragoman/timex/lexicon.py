"""The words time expressions are made of, read from the tables in `data/`."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_SPACES: Final = re.compile(r"[\s\-‐‑]+")


@cache
def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / name).read_text(encoding="utf-8"))


def words(table: str) -> MappingProxyType[str, Any]:
    """One word list of `lexicon.toml` ("months", "units", …): the words in lower case to what they stand for."""
    return MappingProxyType(_tables("lexicon.toml")[table])


@cache
def feasts() -> MappingProxyType[str, tuple[str, Any]]:
    """Every feast's name in lower case, to the kind of rule that dates it and that rule's figures."""
    found: dict[str, tuple[str, Any]] = {}
    for kind, table in _tables("feasts.toml").items():
        if kind == "election_day":
            found.update(dict.fromkeys(table["words"], (kind, None)))
        else:
            found.update({name: (kind, figures) for name, figures in table.items()})
    for entry in _tables("moving_feasts.toml")["feast"]:
        found.update(dict.fromkeys(entry["names"], ("tabled", entry["dates"])))
    return MappingProxyType(found)


@cache
def independence_days() -> MappingProxyType[str, tuple[int, int]]:
    """Month and day of each country's Independence Day, by how its name begins."""
    return MappingProxyType({name: tuple(day) for name, day in _tables("independence.toml")["days"].items()})


@cache
def named_days() -> tuple[tuple[date, str], ...]:
    """Days known by name: the day, and the pattern that finds it (a space stands for white space)."""
    found = []
    for entry in _tables("named_days.toml")["named"]:
        after = rf"(?=['’]?s? (?:{'|'.join(entry['nouns'])}))" if entry["nouns"] else r"\b"
        found.append((entry["day"], f"(?:{entry['date']}){after}".replace(" ", r"[\s\-]+")))
    return tuple(found)


def fold(text: str) -> str:
    """Words as the lists hold them: lower case, one space between, straight apostrophes."""
    return _SPACES.sub(" ", text.translate(_APOSTROPHES)).strip(" .,").lower()


def number_of(text: str) -> float | None:
    """The value of a number in figures or words ("1,500", "a", "twenty-four"), or None."""
    folded = fold(text)
    figures = folded.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", figures):
        return float(figures)
    half = re.fullmatch(r"(\d+) ?(?:1/2|½)", folded)
    if half:
        return int(half[1]) + 0.5
    quarters = re.fullmatch(r"(an?|one|three)? ?quarters?(?: of an?)?", folded)
    if quarters:
        return 0.75 if quarters[1] == "three" else 0.25
    mixed = re.fullmatch(r"([\d.]+) ?(hundred|thousand|million|billion|mn?|bn)", folded.replace(",", ""))
    if mixed and mixed[1].replace(".", "", 1).isdigit():
        return float(mixed[1]) * int(words("cardinals")[_ABBREVIATED.get(mixed[2], mixed[2])])
    return _spelled(folded)


_ABBREVIATED: Final = {"m": "million", "mn": "million", "bn": "billion"}


def _spelled(folded: str) -> float | None:
    cardinals = words("cardinals")
    total, part, half, seen, article = 0, 0, 0.0, False, False
    for word in folded.split():
        if word in {"a", "an"} and not seen:
            article = True  # one, unless a number follows: "a three-year war", "a hundred"
        elif word == "half":
            half = 0.5  # "half a century", "two and a half"
        elif word == "couple":
            return 2
        elif word not in cardinals:
            if word not in {"and", "of", "a"}:
                return None
        else:
            value = cardinals[word]
            if value == 12 and half:
                value, half = 6, 0.0
            total, part = _add(total, part, value)
            seen = True
    if not seen:
        return half or (1.0 if article else None)
    return total + part + half


def _add(total: int, part: int, value: int) -> tuple[int, int]:
    if value >= 1000:
        return total + max(part, 1) * value, 0
    if value == 100:
        return total, max(part, 1) * 100
    if value == 12 and part:  # "two dozen", "a dozen"
        return total, part * 12
    return total, part + value
