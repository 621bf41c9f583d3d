"""What fits a rule and yet is no time: names, ages, prices, persons called May."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import words

_REACH: Final = 30
_BEFORE_MONTH: Final = re.compile(
    r"(?:\b(?:in|on an?|recent|months to|year to|was|be|since|by|until|till|til|from|of|during|for|through|"
    r"throughout|last|next|this|early|late|mid|between|"
    r"before|after|to|end|each|every|around|and|or|the|previous|following|starting|beginning|as of|another|its|on|than|"
    r"upcoming)"
    r"|[-–(/])[\s-]*$",
    re.IGNORECASE,
)
_MONTHS: Final = "|".join(name.capitalize() for name in words("months") if len(name) > 4)
_MONTH_BEFORE: Final = re.compile(rf"\b(?:{_MONTHS}|May|June|July)\s*(?:and|or|to|through|[-–,])\s*$")
_MONTH_AFTER: Final = re.compile(rf"\s*(?:and|or|to|through|[-–])\s*(?:{_MONTHS}|June|July)\b")
_WEAK_BEFORE: Final = re.compile(r"(?:\b(?:the|and|or)|(?<!months )(?<!year )\bto|\bwas|\bbe)\s$", re.IGNORECASE)
_FIRM_BEFORE: Final = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|dates? (?:back )?to|dating (?:back )?to)\s$")
_OWNER_BEFORE: Final = re.compile(r"(?:\b[Tt]he|\b[Aa]n?|['’]s)\s$")
"""What stands before a month that says more of a noun: "an April report", "Bashir's April win"."""
_PART_AFTER: Final = re.compile(r"\s(?:days?|mornings?|afternoons?|evenings?|nights?|weekends?)\b")
_NOUN_AFTER: Final = re.compile(r"\s(?!(?:against|on|of|for|to|by|from|through|in|at|and|or|with)\b)[a-z]{3}")
"""What "the" and a two-faced month say more of: "the March vote", but "the March on Rome"."""
_CAPITAL_BEFORE: Final = re.compile(r"\b[A-Z][a-z]+\s$")
_OPENER_BEFORE: Final = re.compile(
    r"\b(?:Last|In|Since|By|Next|This|The|Late|Early|Mid|And|Until|From|Between|During)\s$"
)
_TWO_FACED: Final = frozenset({"may", "march", "april", "june", "august", "mar", "sun", "sat", "jan", "dec"})
_BEFORE_YEAR: Final = re.compile(
    r"(?:[$£€#¥]|\b(?:no|number|nos|flight|route|rs|psi|room|page|p|chapter|article|section|resolution|highway|interstate|law"
    r"|act|decree|directive|order|unit|model|boeing|airbus|peugeot|channel|area|apollo|type|gate|line|lot|bus)\.?)\s*$",
    re.IGNORECASE,
)
_AFTER_YEAR: Final = re.compile(
    r"\s*(?:%|percent|per cent|people|troops|soldiers|miles|km|kilomet|metres|meters|feet|tons|tonnes|dollars|euros|"
    r"yuan|rupees|yen|pounds|shares|points|jobs|workers|men|women|members|victims|cases|deaths|homes|votes|others|"
    r"police|children|civilians|fighters|students|refugees|migrants|barrels|hours|acres|pages|million|billion|missiles|"
    r"units|seats|cars|vehicles|ships|aircraft|employees|households|families|prisoners|square|calories|words|or more|"
    r"candidates|delegates|marks|francs|lire|lira|pesos|kg|additional|more|new|different|U\.S\.)\b(?!['’])|,\d{3}|\.\d",
    re.IGNORECASE,
)
_OLD_BEFORE: Final = re.compile(
    r"\b(?:in|since|of|from|by|until|till|before|after|to|year|between|during|and|late|early|mid)[\s-]*$", re.I
)
_AGE_AFTER: Final = re.compile(r"[\s-]*(?:olds?\b|of age\b)", re.IGNORECASE)
_AGE_BEFORE: Final = re.compile(r"\b(?:aged?|ages)(?:\s(?:between|of|from|over|under))*\s*$", re.IGNORECASE)


@cache
def _lists() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = tomllib.loads((files(__package__) / "data" / "not_times.toml").read_text(encoding="utf-8"))
    names = "|".join(f"(?:{n})" for n in table["names"]).replace(" ", r"[\s\-]+").replace("'", "['’]")
    return (
        re.compile(rf"\b(?:{names})"),
        re.compile(rf"\b{table['people']}\s+$"),
        re.compile(rf"\s+(?:{table['verbs']})\b"),
    )


def is_time(text: str, found: Candidate) -> bool:
    """Whether words that fit a rule are a time expression where they stand."""
    start, end = found.match.span()
    rule = found.rule.name
    if rule in {"month", "month-day", "month-year"} and not _is_month(text, found, start, end, bare=rule == "month"):
        return False
    if rule in {"year", "year-range"} and not _is_year(text, found.group("y"), start, end):
        return False
    if rule in {"duration", "bare-units"} and _is_idiom(found):
        return False
    if rule in _CHECKED and not _CHECKED[rule](text, start, end):
        return False
    if found.rule.reader in {"duration", "later", "ago", "unit_long"} and _is_age(text, found, start, end):
        return False
    name = _lists()[0]
    window = text[max(0, start - _REACH) : end + _REACH]
    offset = max(0, start - _REACH)
    return not any(m.start() + offset < end and start < m.end() + offset for m in name.finditer(window))


def _is_month(text: str, found: Candidate, start: int, end: int, *, bare: bool) -> bool:
    word = found.group("m").lower()
    before = text[max(0, start - _REACH) : start]
    if not found.group("m")[0].isupper():
        return not bare and word not in _TWO_FACED
    if not bare:
        return True
    if len(word) <= 4 and word not in {"may", "june", "july"}:
        # "Jan" and "Dec" without a full stop are names and abbreviations of other things.
        if _MONTH_AFTER.match(text, end):
            return True
        return text[end : end + 1] == "." and bool(_BEFORE_MONTH.search(before))
    if found.match[0] != found.group("m"):
        return True
    if word not in _TWO_FACED or _PART_AFTER.match(text, end):
        # "Jean August", but "Last October", "In July"
        return not _CAPITAL_BEFORE.search(before) or bool(_OPENER_BEFORE.search(before))
    people, verbs = _lists()[1:]
    if _FIRM_BEFORE.search(before):
        return True
    if people.search(before) or verbs.match(text, end):
        return False
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end):
        return True
    if _OWNER_BEFORE.search(before):
        return bool(_NOUN_AFTER.match(text, end))
    return bool(_BEFORE_MONTH.search(before)) and not _WEAK_BEFORE.search(before)


def _is_year(text: str, year: str, start: int, end: int) -> bool:
    before = text[max(0, start - 12) : start]
    if re.search(r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?$", before):
        return not _AFTER_YEAR.match(text, end)  # "1998-2003"
    counted = _AFTER_YEAR.match(text, end) and not re.search(r"\ba\s$", before)  # "in a 2015 police sweep"
    if _BEFORE_YEAR.search(before) or counted or re.search(r"[\d.,:/]$", before):
        return False
    if re.search(r"\w-$", before) and not re.search(r"\b(?:mid|pre|post|early|late)-$", before, re.I):
        return False
    return 1900 <= int(year) <= 2050 or bool(_OLD_BEFORE.search(before))


def _is_age(text: str, found: Candidate, start: int, end: int) -> bool:
    folded = found.match[0].lower()
    if "year" in folded and (folded.endswith("old") or _AGE_AFTER.match(text, end)):
        return True
    if _AGE_AFTER.match(text, end):
        return True
    return bool(_AGE_BEFORE.search(text[max(0, start - _REACH) : start]))


def _is_idiom(found: Candidate) -> bool:
    """For "wait a second", "three-quarters of the vote", "914 Second Class", "Open All Hours": no length of time."""
    if found.group("u", "u2", "u3")[0].isupper():
        text, start = found.match.string, found.match.start("u") if found.has("u") else found.match.start()
        return bool(_CAPITAL_BEFORE.search(text[max(0, start - _REACH) : start])) or found.group("u") == "Second"
    if _SPAN_OF_YEARS.search(found.match.string[max(0, found.match.start() - 6) : found.match.start()]):
        return True  # "the 2011-12 final day"
    unit = found.group("u").lower()
    if unit in {"quarter", "quarters"}:
        return not re.search(r"\b(?:consecutive|straight|full|fiscal)\b", found.match[0].lower())
    return unit in {"second", "min", "night", "weekend"} and found.group("n").lower() in {"a", "an", "the", "one", ""}


def _is_reference(text: str, start: int, end: int) -> bool:
    """Not "the current account", "as soon as", "a strong current", "the past three winters", "Museum of the Future"."""
    word, after = text[start:end].lower(), text[end : end + 16]
    if word == "soon":
        return not re.match(r"\s+(?:after|as|before)\b", after)
    if word == "recently":
        return not re.match(r"\s+as\b", after)  # "as recently as a week ago"
    if word == "current":
        return bool(re.match(r"[ \n](?!account|affairs|and\b)[\w“\"']", after))
    if word == "the past":
        return not re.match(
            r"\s(?:\d|tense|participle|\w+\s(?:summer|winter|spring|autumn|season|day)s)", text[end : end + 30]
        )
    return not re.match(r"the (?:Future|Past|Present)$", text[start:end])


def _is_frequency(text: str, start: int, end: int) -> bool:
    # "The Daily Telegraph", "The Cambodia Daily": a capital inside a sentence is a name.
    if not text[start].isupper():
        return not re.search(r"\bhalf[\s-]$", text[max(0, start - 6) : start]) and not _is_paper(text, start, end)
    return not (
        re.match(r"\s[A-Z]", text[end : end + 2]) or _CAPITAL_BEFORE.search(text[max(0, start - _REACH) : start])
    )


def _is_paper(text: str, start: int, end: int) -> bool:
    """For "told the regional daily", "the party weekly Zeit said": a newspaper."""
    if not re.match(r"(?:daily|weekly|monthly)$", text[start:end]):
        return False
    return bool(_PAPER_AFTER.match(text, end) or (_PAPER_BEFORE.search(text[max(0, start - _REACH) : start])))


def _is_season(text: str, start: int, end: int) -> bool:
    """Not "the fall of the government", "the Winter Palace"."""
    season = re.search(r"[^\W\d]+$", text[start:end])
    if season is None:
        return True
    if season[0].lower() in {"fall", "spring", "springs"} and _OF_WHAT.match(text, end):
        return False
    if text[start:end].lower() == "the fall" and _IN_WHAT.match(text, end):
        return bool(_IN_FALL.search(text[max(0, start - 12) : start]))
    return not (season[0][0].isupper() and re.match(r"\s[A-Z]", text[end : end + 2]))


def _is_feast(text: str, start: int, end: int) -> bool:
    """Not the "easter" of "nor'easter", nor a "service of thanksgiving"."""
    words_found = text[start:end]
    named = words_found != words_found.lower() or " " in words_found  # "thanksgiving", but "election day"
    return named and not re.search(r"\w['’]?$", text[max(0, start - 2) : start])


def _is_decade(text: str, start: int, end: int) -> bool:
    """Not "highs in the low 60s", "in her late 60s", "in his fifties"."""
    before = text[max(0, start - 80) : start]
    if re.search(r"\b(?:his|her|their|my|our|your|its|s)\s(?:early|mid|late)?[\s-]?$", before):
        return False
    if not re.search(r"(?:^|[^\d'’])[1-9]0s$", text[start:end]):
        return True
    return not re.search(
        r"\b(?:temperatures?|highs?|lows?|degrees|aged?|ages|scores?|women|men|people)\b", before, re.I
    )


_SPAN_OF_YEARS: Final = re.compile(r"\b(?:19|20)\d\d[-–/]$")
_PAPER_AFTER: Final = re.compile(r"\s(?:reported|wrote|said|quoted)\b")
_PAPER_BEFORE: Final = re.compile(
    r"\b(?:regional|local|national|state-run|pro-government|party|conservative|liberal|independent|leading|business"
    r"|[A-Z][a-z]+(?:ese|ian|an|ish|i|ch)) $"
)
_IN_WHAT: Final = re.compile(r"\s+(?:in|from)\s+(?:the\s|its\s|their\s)?[a-z]")
_IN_FALL: Final = re.compile(r"\b(?:in|by|during|since|until)\s$")
_OF_WHAT: Final = re.compile(r"\s+of\s+(?!\d{4}\b|last\b|this\b|next\b|that\b)")
_CHECKED: Final = MappingProxyType(
    {
        "season": _is_season,
        "this-season": _is_season,
        "feast": _is_feast,
        "decade": _is_decade,
        "frequency": _is_frequency,
        "reference": _is_reference,
    }
)
"""By rule, the check of the words found at `[start, end)`."""
