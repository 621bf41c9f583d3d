"""Keys under which spellings of one person's name meet: "Güler" and "Guler", "Зеленський" and "Zelensky".

Three keys, each looser than the one before; docs/offices.md describes them with examples:

- plain: letters of the Latin script (other scripts through anyascii), without case, marks and apostrophes;
- sound: what transliterations write differently made alike (kh/h, sh/s, y/i/j, o/u, w/v, doubled letters), and given
  names that are spelt by language ("Sergey", "Serhiy") made one;
- bones: the consonants alone, for scripts that write no short vowels ("أردوغان").
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from dragoman.gazetteer.index import fold, split_name
from dragoman.gazetteer.tables import read_table, split_list

# "al-Assad", "bin Salman", "ben Ali", "Ould Abdel Aziz": written or left out, and not what tells persons apart.
_PARTICLES = frozenset("al el ul as ash ad an ar az bin ibn ben bn ould uld bint de la".split())
_TITLES = frozenset("mr mrs ms dr prof sir lord gen general col president king queen sheikh prince mullah".split())
_HYPHENS = re.compile(r"[\s\-‐‑‒–—/]+")
# Scripts whose writing leaves out short vowels.
_VOWELLESS = re.compile("[\u0590-\u07bf\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:y|i|j)?e(?=v|k|l|h|g)", "e"),  # Yevgeny, Evgeny; Yelena, Elena
        (r"shch|sch|sh|tch|ch", "s"),  # Lukashenko; Chavushoglu, Cavusoglu
        (r"zh|dzh|dj|dz", "j"),
        (r"tz|ts", "z"),
        (r"nka$", "nko"),  # Lukashenka, Lukashenko
        (r"^x", "s"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"q|ck", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),  # Nasirzadeh, Nasirzade; Fahd stays alike in all spellings
        (r"w", "v"),
        (r"ou|oo", "u"),  # Yousef, Yusef
        (r"(?:ya|ia|ja)", "ia"),
        (r"ee|ea|ei|ey|ai|ay|ae", "e"),
        (r"y(?=[aeiou])", "i"),
        (r"(?<!^)[iyj]+|^[iy]+", "i"),  # Andrej; but not Kim Jong Il and Kim Yong-il
        (r"o", "u"),
        (r"iu", "u"),  # Gyuler, from Cyrillic
        (r"c", "s"),
        (r"(.)\1+", r"\1"),
    )
)
# In scripts without vowels "w", "v" and "f" share letters with vowels and with one another, as do "y" and "j".
_VOWELS = re.compile(r"c(?=[ei])|[aeiouyjvwf]|h$")
_ARTICLE = re.compile(r"\bال(?=\w{2})")
_HEADS = re.compile("[aeiouاأإآٱعאע]")
# A silent letter of Persian before a suffix, and the Hebrew letter of both "b" and "v".
_LETTERS = (("ه\u200c", ""), ("ב", "b"))
_DIGRAPHS = (
    (re.compile(r"sh|ch"), "s"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"th"), "t"),
    (re.compile("^john"), "jon"),
)
_BONES = str.maketrans({"p": "b", "g": "k", "q": "k", "c": "k"})


@lru_cache(maxsize=100_000)
def plain_key(name: str) -> tuple[str, ...]:
    """The folded pieces of a name in the Latin script, without titles; those of other scripts by anyascii.

    Args:
        name: in any script; "Surname, Given" is turned round.

    """
    last, comma, first = name.partition(",")
    if comma and first.strip() and " " not in last.strip():
        name = f"{first.strip()} {last.strip()}"
    pieces = split_name(unicodedata.normalize("NFKC", name))
    latin = (piece if piece.isascii() else fold(anyascii(piece)) for piece in pieces)
    kept = [re.sub(r"[^a-z0-9 ]", "", piece) for piece in latin]
    kept = [piece for piece in kept if piece]
    untitled = [piece for piece in kept if piece not in _TITLES]
    return tuple(untitled if len(untitled) > 1 or len(kept) == len(untitled) else kept)


@lru_cache(maxsize=100_000)
def sound_key(name: str) -> tuple[str, ...]:
    """The pieces of a name as they sound, without particles ("al", "bin"): "Zelenskyy" and "Zelensky" are one."""
    pieces = plain_key(name)
    kept = [piece for piece in pieces if piece not in _PARTICLES] or list(pieces)
    return tuple(_sound(piece) for piece in _join_servant(kept))


@lru_cache(maxsize=100_000)
def bone_key(name: str) -> tuple[str, ...]:
    """The consonants of a name's pieces, voiced and unvoiced alike, for names in scripts without short vowels."""
    for letters, plain in _LETTERS:
        name = name.replace(letters, plain)
    bones: list[str] = []
    for piece in _HYPHENS.split(_ARTICLE.sub("", name)):
        latin = "".join(plain_key(piece))
        if latin and latin not in _PARTICLES:
            bones.append(("a" if _HEADS.match(piece.casefold()) else "") + _bones(latin))
    return tuple(bone for bone in bones if bone)


def is_vowelless(name: str) -> bool:
    """Whether a name is in the Arabic or Hebrew script, or another that leaves out short vowels."""
    return _VOWELLESS.search(name) is not None


def are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two keys are of one full name, its pieces written together or apart: "Amir-Abdollahian"."""
    return tuple(one) == tuple(other) or "".join(one) == "".join(other)


def are_turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two keys are of one full name with the family name first here and last there: "Jinping Xi"."""
    return len(one) > 1 and ((*one[1:], one[0]) == tuple(other) or (one[-1], *one[:-1]) == tuple(other))


def is_part(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a key is that of a shorter form of a full name: "Recep Erdogan" of "Recep Tayyip Erdogan".

    The first and last pieces are the same, and those between stand in order.
    """
    if len(short) < 2 or len(short) >= len(full) or short[0] != full[0] or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(piece in rest for piece in short)


def _join_servant(pieces: Sequence[str]) -> list[str]:
    """Pieces with a servant name joined to what follows: "Abdel Fattah" is one name as "Abdelfattah" is."""
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1] in {"abdul", "abdel", "abd", "abdal", "abdol"}:
            joined[-1] = "abdul" + piece
        else:
            joined.append(re.sub(r"^abd[eao]l(?=.{3})", "abdul", piece))
    return joined


@lru_cache(maxsize=50_000)
def _sound(piece: str) -> str:
    piece = _given_names().get(piece, piece)
    for pattern, sound in _SOUNDS:
        piece = pattern.sub(sound, piece)
    # Final -y/-ii of Slavic surnames, -eh of Persian ones.
    return re.sub(r"(?<=[^aeiou])ei?$|(?<=.{3})h$", "e", piece)


def _bones(piece: str) -> str:
    piece = re.sub(r"^abd[aeou]l", "abd", piece)
    for pattern, sound in _DIGRAPHS:
        piece = pattern.sub(sound, piece)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", piece).translate(_BONES))


@cache
def _given_names() -> dict[str, str]:
    return {variant: row["name"] for row in read_table("given_names.csv") for variant in split_list(row["variants"])}
