"""The rules of `data/patterns.toml`, compiled."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from dragoman.timex.lexicon import feasts, named_days, words

_PLACEHOLDER: Final = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
_GAP: Final = r"(?:[^\S\n]*\n?[^\S\n]*(?<=\s)|[-‐‑](?!\s))"
_TWO_FACED: Final = frozenset({"may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "thu", "fri"})
"""Words that are months or weekdays only when capitalised."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern, the reader that gives its words a meaning, and the kinds of word that call for it."""

    name: str
    reader: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in order of rank."""
    text = (files(__package__) / "data" / "patterns.toml").read_text(encoding="utf-8")
    return tuple(
        Rule(r["name"], r["reader"], frozenset(r["triggers"]), re.compile(_expand(r["pattern"]), re.IGNORECASE))
        for r in tomllib.loads(text)["rule"]
    )


def _expand(pattern: str) -> str:
    parts = _placeholders()

    def fill(found: re.Match[str]) -> str:
        body, name = parts[found[1]], found[2]
        return f"(?P<{name}>{body})" if name else f"(?:{body})"

    # A space of the pattern is a gap; a space of a word list already is one.
    return _PLACEHOLDER.sub(fill, pattern.replace(" ", _GAP))


def _one_of(names: Iterable[str], *, exact: Iterable[str] = ()) -> str:
    """Alternatives, longest first; those of `exact` only capitalised or in capitals."""
    cased = frozenset(exact)
    out = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        if name in cased:
            out.append(f"(?-i:{name.capitalize()}|{name.upper()})")
        else:
            out.append(re.escape(name).replace(r"\ ", _GAP).replace(r"\-", _GAP).replace("'", "['’]"))
    return "|".join(out)


def _number() -> str:
    cardinal = _one_of(w for w in words("cardinals") if w != "zero")
    spelled = rf"(?:{cardinal})(?:{_GAP}(?:and{_GAP})?(?:{cardinal})\b)*"
    large = rf"(?:{_GAP}(?:hundred|thousand|million|billion)\b|(?:m|mn|bn)\b(?=\syears\b))?"
    return (
        rf"half{_GAP}an?\b|(?:an?{_GAP})?(?:half|quarter)(?={_GAP}(?:hour|century|decade))"
        rf"|(?:an?|one|three){_GAP}quarters?{_GAP}of{_GAP}an?\b|\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?:{_GAP}?(?:1/2|½))?(?![\d,]\d){large}|"
        rf"(?:a{_GAP})?(?:half{_GAP}(?:a{_GAP})?)?{spelled}\b(?:{_GAP}and{_GAP}a{_GAP}half\b)?|an?(?:{_GAP}couple(?:{_GAP}of)?)?\b"
    )


def _thing() -> str:
    """A noun phrase whose head is no person: "civil war", "old stone bridge", but not "company man"."""
    nouns, others = _one_of(words("things")["nouns"]), "|".join(words("function_words")["words"])
    adjectives = rf"(?:(?!(?:an?|who|{others})\b)(?-i:[a-z]+)(?<!ed)(?<!ing){_GAP}){{0,2}}"
    ends = rf"(?=['’\"”]?s?\s?[,.;:?!)\"”]|['’]s\b|\s*$|\s(?:{others}|[a-z]+ed)\b|\s[^a-z\s])"
    return rf"{adjectives}(?:{nouns})\b{ends}"


@cache
def _placeholders() -> MappingProxyType[str, str]:
    months = _one_of(words("months"), exact=_TWO_FACED)
    weekdays = _one_of(words("weekdays"), exact=_TWO_FACED)
    codes = "|".join(words("zones")["words"])
    capital = r"(?-i:[A-Z][a-z]+)"
    zones = (
        rf"(?:(?-i:{codes})(?:\s?[+−-]\d{{1,2}}(?::?\d\d)?)?|(?:local|{capital}(?:{_GAP}{capital})?)"
        rf"{_GAP}(?:(?:standard|daylight|summer|mean){_GAP})?time)"
    )
    units = _one_of(words("units"))
    return MappingProxyType(
        {
            "month": months,
            "weekday": _one_of(w for w in words("weekdays") if w.endswith("day")),
            "weekday_any": rf"(?:{weekdays})\b\.?",
            "weekdays": _one_of(f"{d}s" for d in words("weekdays") if d.endswith("day")),
            "season": _one_of(words("seasons")),
            "ordinal_day": _one_of(w for w, v in words("ordinals").items() if v < 32),
            "daypart": _one_of(words("dayparts")),
            "deictic": _one_of(words("deictic_days")),
            "decade": _one_of(words("decades")),
            "ordinal": _one_of(words("ordinals")),
            "frequency": _one_of(words("frequencies")),
            "reference": _one_of(words("references")),
            "feast": _one_of(feasts()),
            "named_day": "|".join(pattern for _, pattern in named_days()),
            "unit": rf"(?:{units})\b",
            "thing": _thing(),
            "units_plural": "days|weeks|weekends|months|quarters|years|decades|centuries|hours",
            "number": _number(),
            "units_bare": "days|weeks|months|years|decades|centuries|hours",
            "quarter": (
                r"quarter\b(?!\s?-?\s?(?:final|back|master|pound|horse|mile|turn|century|hour|of\san?\b|of\sall\b|of\sthose\b"
                r"|of\sthe\s[\w-]+\scentury))"
            ),
            "adjectives": (
                rf"(?:{_GAP}(?:more|additional|extra|full|whole|consecutive|straight|long|short|trading|business|working"
                rf"|calendar|solid|or{_GAP}more|or{_GAP}so|odd|tough|hard|tense|difficult|bloody|final"
                rf"|[a-z]+(?:ing|ous|ful|less)))*"
            ),
            "tens": rf"(?:{_one_of(w for w, v in words('cardinals').items() if 0 < v < 100)})"
            rf"(?:{_GAP}(?:{_one_of(w for w, v in words('cardinals').items() if 0 < v < 10)}))?",
            "year": r"(?:1[5-9]|20)\d\d(?!\d)",
            "day": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![%\d]|[:.,]\d)",
            "thisyear": rf"(?:of{_GAP})?(?:last|this|next|the{_GAP}(?:same|previous|following)|that|the){_GAP}year",
            "which": (
                rf"this{_GAP}past|this{_GAP}coming|this|last|next|past|"
                # "Following Sunday's crash" is the preposition.
                rf"the{_GAP}following|(?:the{_GAP})?(?:previous|preceding|coming)"
            ),
            "shift": "earlier|later",
            # Not the verb: "expected to last two weeks".
            "bare_last": "".join(
                rf"(?<!\b{word}\s)" for word in ("to", "will", "would", "could", "may", "might", "can")
            )
            + "last",
            "edge": (
                rf"(?:the{_GAP})?(?:very{_GAP})?(?:beginning|start|middle|end|close|first{_GAP}half|second{_GAP}half|early"
                rf"{_GAP}part|latter{_GAP}part|rest|remainder){_GAP}of(?:{_GAP}the)?|as{_GAP}early{_GAP}as|"
                rf"(?:early|mid){_GAP}to{_GAP}(?:mid|late)|"
                rf"(?:very{_GAP})?(?:early|late|mid)(?:{_GAP}(?:on|in|last|this))?(?:{_GAP}(?:on|in))?"
            ),
            "about": (
                rf"(?:more|less|fewer|no{_GAP}more|no{_GAP}less|longer){_GAP}than|at{_GAP}(?:least|most)|up{_GAP}to|"
                rf"as{_GAP}(?:long|much|little|many){_GAP}as|nearly|almost|about|around|under|roughly|"
                # "for over three years", but "sank over three years": there it is a preposition.
                rf"(?:(?<=\bfor\s)|(?<=\bof\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bby\s)|(?<=\btook\s)|(?<=\btaken\s)"
                rf"|(?<=\blasted\s)|(?<=\bspent\s))over|approximately|some|only|just(?:{_GAP}(?:over|under))?|exactly|barely|another|well{_GAP}over|close{_GAP}to"
            ),
            "vague": (
                rf"an?{_GAP}few|(?:an?{_GAP})?couple(?:{_GAP}of)?|several|a{_GAP}number{_GAP}of|many|some|few|recent|"
                rf"numerous|countless|dozens{_GAP}of|hundreds{_GAP}of|thousands{_GAP}of|tens{_GAP}of|coming"
            ),
            "clock": (
                rf"(?:(?:around|about|just{_GAP}(?:before|after)|shortly{_GAP}(?:before|after)){_GAP})?"
                rf"(?:(?<!\d:)(?P<h>2[0-4]|[01]?\d)(?:[:.](?P<mi>[0-5]\d)(?::[0-5]\d)?+)?(?:{_GAP})?(?:(?P<ap>[ap]\.?{_GAP}?m\b\.?)"
                rf"|(?P<oc>o['’]clock)\b|(?={_GAP}in{_GAP}the{_GAP}(?:morning|afternoon|evening)\b)|(?<=:\d\d)(?P<hm>)(?:{_GAP}hours\b)?(?![\d.%]|\sseconds))|(?P<noon>noon|midday|midnight|midmorning|"
                rf"midafternoon|mid{_GAP}afternoon|mid{_GAP}morning))(?:{_GAP}(?:\({zones}\)|{zones}\b))?"
            ),
        }
    )
