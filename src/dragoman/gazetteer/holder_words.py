"""Whether words say that somebody holds an office of a state, and nothing else: "the Turkish defence minister"."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.names import load_names
from dragoman.gazetteer.offices import load_offices
from dragoman.gazetteer.tables import read_table, split_list

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
# Of a holder: "Peru's newly elected president". Whoever is "acting", "former", "self-declared" or "shadow" is none.
_PLAIN = frozenset(
    "the of for his her its their new newly elected reelected re first ever incumbent current sitting caretaker "
    "longtime veteran conservative left right far wing liberal hardline reformist populist country nation state "
    "government".split()
)
# "Kari Lund, Norway's prime minister since May", "… and a doctor": the office is told before it.
_AFTER = frozenset({"since", "and", "who"})
# Words for a state itself; a part of it ("Catalan"), and a body of it, have presidents and ministers of their own.
_STATE_FORMS = frozenset({Form.NAME, Form.ABBREVIATION, Form.ADJECTIVE, Form.CAPITAL, Form.METONYM})
# Titles of provinces' heads too: alone they do not tell whose.
_OWNED = frozenset({"premier", "first minister", "leader"})


def says_holder(words: str, office: str, code: str) -> bool:
    """Whether words say that somebody holds an office of a state or organisation.

    Every word has to be accounted for: by the title, by a name of the owner, by a rank, or as a word that changes
    nothing. "President of Peru's central bank", "Catalan president", "deputy defence minister" and "the president's
    wife" leave words over.

    Args:
        words: of a document, without the holder's name: "Turkish Defence Minister General".
        office: as a coded actor has it.
        code: of the state or organisation.

    """
    pieces = split_name(_POSSESSIVE.sub("", words))
    titled: str | None = None
    owned = joined = False
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        title_length, titles = next(load_offices().matches(pieces, at), (0, ()))
        owner_length = _match_owner(pieces, at, code)
        if title_length and title_length >= owner_length:
            offices = {t.office for t in titles if not t.plural and t.use == "title"}
            begin, at = at, at + title_length
            following = pieces[at] if at < len(pieces) else ""
            # "General Osei", but not "father of the president".
            is_rank = following != "of" and any(t.use == "rank" for t in titles)
            if office in offices and titled is None:
                titled = " ".join(pieces[begin:at])
            elif not (is_rank or (offices and (joined or following == "and"))):
                return False
            joined = False
        elif owner_length:
            at, owned = at + owner_length, True
        elif piece in _PLAIN:
            at += 1
        elif piece == "and" and titled is None:
            at, joined = at + 1, True
        elif titled is not None and piece in _AFTER:
            break
        else:
            return False
    return titled is not None and (owned or titled not in _OWNED)


def _match_owner(pieces: Sequence[str], at: int, code: str) -> int:
    """Number of pieces from `at` on that name the owner itself, 0 where they do not."""
    for length, names in load_names().matches(pieces, at):
        for name in names:
            if name.actor is None or name.actor.code != code:
                continue
            if name.form in _STATE_FORMS or (name.form is Form.BODY and _is_whole(pieces[at : at + length], code)):
                return length
    return 0


def _is_whole(pieces: Sequence[str], code: str) -> bool:
    """Whether words name the organisation of a code, not one of the bodies that share it."""
    return tuple(pieces) in _load_bodies().get(code, frozenset())


@cache
def _load_bodies() -> dict[str, frozenset[tuple[str, ...]]]:
    """By code of an organisation, its names; nothing for codes that many organisations have."""
    bodies: dict[str, frozenset[tuple[str, ...]]] = {}
    for row in read_table("organisations.csv"):
        # The table begins with the organisation itself: "United Nations", then "UN Security Council".
        if row["code"].startswith("IGO:") and row["code"] != "IGO:OTHER" and row["code"] not in bodies:
            bodies[row["code"]] = frozenset(split_name(name) for name in (row["name"], *split_list(row["aliases"])))
    return bodies
