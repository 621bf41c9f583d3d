"""How place names are compared: one folding for the index, the text and the tables it is built from."""

import functools
import re
import unicodedata

_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "þ": "th", "Þ": "Th", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A",
})  # fmt: skip

_DROPPED = re.compile(r"[.'’‘ʻʼʿʾ`´]")
_GAPS = re.compile(r"[\s\-‐‑–]+")
# "St. Louis", "Ft. Worth", "Mt. Vernon" and their full forms are one name each.
_CUT_SHORT = 4
_SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}


@functools.lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """The key by which two spellings of a name are the same.

    Accents, apostrophes, full stops and case go, hyphens become spaces, and "St", "Mt" and "Ft" at the head of a
    longer name are written out: "Reykjavík" and "Reykjavik", "Sana’a" and "Sanaa", "St. Louis" and "Saint Louis".

    Args:
        name: a place name in Latin letters.

    Returns:
        The key; empty where nothing but punctuation is left.

    """
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = _GAPS.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1:
        words[0] = _SHORT.get(words[0], words[0])
    return " ".join(words)


def is_abbreviation(name: str) -> bool:
    """Whether a name is written in capitals because it is short for another: "UAE", "U.S.", "DR Congo" is not.

    Such a name is matched only as it is written, so that "us" and "Us" are never the United States.
    """
    letters = [c for c in name if c.isalpha()]
    return 1 < len(letters) <= 5 and all(c.isupper() for c in letters)


def admits(query: str, stored: str) -> bool:
    """Whether the capitals of `query` allow it to be the name `stored`, their keys being the same.

    "ANKARA" may be Ankara and "Ankara" may be, "ankara" not; "Us" is not the US. A name cut short to three letters
    ("Mo.", "Ore.") asks for its full stop or for capitals: "MO", but not "Mo". A name in the gazetteer that begins in
    lower case ("al-Tanf") asks for a capital somewhere.
    """
    if is_abbreviation(stored):
        return is_abbreviation(query)
    if stored.endswith(".") and len(stored) <= _CUT_SHORT and "." not in query and not query.isupper():
        return False
    first = next((c for c in query if c.isalpha()), "")
    if first.isupper():
        return True
    head = next((c for c in stored if c.isalpha()), "")
    return head.islower() and any(c.isupper() for c in query)
