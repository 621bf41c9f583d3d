"""Gather every span that could be a toponym: matches of the gazetteer, adjectives, features and named entities."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.place_names import is_abbreviation
from dragoman.gazetteer.places import PlaceEntry, PlaceIndex, load_places
from dragoman.model.text import Dateline, Document, Sentence, Span, Token
from dragoman.places.candidate import Candidate, Kind, is_obscure
from dragoman.places.cues import load_cues
from dragoman.places.passage import Passage

_LONGEST = 6
_SAINT = frozenset({"St", "St.", "Saint"})
_SHIP = 4
"""Words of a ship's name at most: "Dwight D. Eisenhower"."""
_LARGER = frozenset({"country", "admin1"})
_POSSESSIVE = frozenset({"'s", "’s"})
_SEPARATORS = re.compile(r"[,/;]| and | - ")
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})


def gather_candidates(
    document: Document,
    sentences: Sequence[Sentence],
    dateline: Dateline | None = None,
    *,
    places: PlaceIndex | None = None,
) -> list[Candidate]:
    """All candidates of a document; none overlaps another.

    Args:
        document: the document the sentences are of.
        sentences: its parsed sentences.
        dateline: the dateline, whose place lies outside the sentences.
        places: the gazetteer; None for the package's.

    Returns:
        Those of the dateline first, with sentence -1, then in the order of the sentences and positions.

    """
    if places is None:
        places = load_places()
    found = list(_in_dateline(document, dateline, places)) if dateline else []
    for number, sentence in enumerate(sentences):
        taken = -1
        for candidate in _in_sentence(Passage(document, sentence, number, places)):
            if candidate.first > taken:
                found.append(candidate)
                taken = candidate.last
    return found


def _in_dateline(document: Document, dateline: Dateline, places: PlaceIndex) -> Iterator[Candidate]:
    """The parts of "SEVERN, Md." and of "GENEVA/KYIV" that the gazetteer has."""
    words = document.quote(dateline.place)
    start = 0
    for part in [*_SEPARATORS.finditer(words), None]:
        end = part.start() if part else len(words)
        name = " ".join(words[start:end].split())
        lead = len(words[start:end]) - len(words[start:end].lstrip())
        span = Span(dateline.place.start + start + lead, dateline.place.start + end, dateline.place.field)
        entries = places.lookup(name)
        if entries:
            yield Candidate(span=span, sentence=-1, first=0, last=0, name=name, kind=Kind.NAME, entries=tuple(entries))
        start = part.end() if part else end


def _in_sentence(passage: Passage) -> Iterator[Candidate]:
    """Candidates by first token, the longest reading of a token first."""
    ships = find_ships(passage.sentence.tokens)
    for token in passage.sentence.tokens:
        if token.i in ships or not _may_begin(token):
            continue
        readings = (
            _read_adjective(passage, token.i),
            _read_feature(passage, token.i),
            _read_name(passage, token.i),
            _read_entity(passage, token.i),
        )
        best = max((c for c in readings if c), key=lambda c: c.last, default=None)
        if best:
            yield best


def find_ships(tokens: Sequence[Token]) -> frozenset[int]:
    """Indices of the words of ships' names: "the USS New York", "the destroyer Sheffield was in Malta"."""
    cues = load_cues()
    found: set[int] = set()
    for token in tokens:
        if token.text in cues.ship or token.text in cues.vessel:
            for after in tokens[token.i + 1 : token.i + 1 + _SHIP]:
                if not after.text[:1].isupper() or after.text in cues.ship:
                    break
                found.add(after.i)
    return frozenset(found)


def _may_begin(token: Token) -> bool:
    if token.text[:1].isupper():
        return token.text not in {"The", "THE", "A", "An", "I"}
    # "al-Bab", "el-Arish": the parser makes one token of them, or three.
    return token.text.startswith(("al", "el", "as", "ad", "an", "ar", "az")) and not token.text.isalpha()


def _read_name(passage: Passage, first: int) -> Candidate | None:
    tokens = passage.sentence.tokens
    for last in range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1):
        saint = last > first and tokens[last].text in _POSSESSIVE and tokens[first].text in _SAINT  # "St. John's"
        if not (saint or tokens[last].text[:1].isupper()):
            continue
        if passage.is_generic(first, last) or passage.goes_on(last):
            continue
        entries = [
            entry
            for entry in passage.places.lookup(passage.words(first, last))
            if not passage.is_short_for_another(first, last, entry)
        ]
        if passage.is_postal(first):
            entries = [e for e in entries if e.kind == "admin1"] or entries
        if entries and not (is_obscure(entries) and passage.is_party(first, last)):
            return passage.compose(first, last, Kind.NAME, tuple(entries))
    return None


@functools.lru_cache(maxsize=4)
def load_adjectives(places: PlaceIndex) -> dict[str, PlaceEntry]:
    """Adjectives and demonyms of states and regions, as written, and their places in a gazetteer."""
    forms = {Form.ADJECTIVE, Form.DEMONYM, Form.DEMONYMS}
    found: dict[str, PlaceEntry] = {}
    for word, name in read_states():
        country = places.country(name.actor.code) if name.actor and name.form in forms else None
        # "UK" and "US" stand before nouns too, and are names all the same.
        if country and word[:1].isupper() and country not in _unspelled(word, places):
            found.setdefault(word, country)
    for word, (place, country_code) in load_cues().adjectives.items():
        entry = next((e for e in places.lookup(place) if e.country == country_code), None)
        if entry:
            found[word] = entry
    return found


def _unspelled(word: str, places: PlaceIndex) -> list[PlaceEntry]:
    """The places called `word`, as the gazetteer's own entries."""
    return [replace(e, spelling=e.name) for e in places.lookup(word)]


def _read_adjective(passage: Passage, first: int) -> Candidate | None:
    adjectives = load_adjectives(passage.places)
    for length in (3, 2, 1):
        last = first + length - 1
        if last < len(passage.sentence.tokens):
            name = passage.words(first, last)
            entry = adjectives.get(name) or (adjectives.get(name.title()) if name.isupper() else None)
            if entry:
                return passage.compose(first, last, Kind.ADJECTIVE, (entry,))
    return None


def _read_feature(passage: Passage, first: int) -> Candidate | None:
    """Capitalised words with a word for the thing: "Neches River", "Orchard Street", "Lake Manassas"."""
    cues = load_cues()
    tokens = passage.sentence.tokens
    end = first
    while end + 1 < len(tokens) and end - first < _LONGEST and tokens[end + 1].text[:1].isupper():
        end += 1
    for last in range(end, first, -1):
        word = tokens[last].text.lower()
        if word in cues.feature or word in cues.building or word in cues.street:
            break
    else:
        if tokens[first].text.lower() not in cues.leading or end == first:
            return None
        # "River Severn Flooding": a headline goes on in capitals.
        last = first + 1 if tokens[first].text == "River" else end
    court = tokens[last].text == "Court" and tokens[first].text.lower() in cues.never
    if court or passage.is_generic(first, last):
        return None
    for start in range(first, last):
        entries = tuple(passage.places.lookup(passage.words(start, last)))
        if entries:
            # "Six Clayton County" begins later; the reading that begins there is the name's own.
            return passage.compose(first, last, Kind.NAME, entries) if start == first else None
    prefix = _read_name(passage, first)
    word = tokens[last].text.lower()
    if prefix and word == "city" and prefix.last == last - 1 and not is_obscure(prefix.entries):
        return None  # "Manchester City": the club, whose town is part of its name
    if all(t.text.lower() in cues.between for t in tokens[first:last]):
        return None  # "the Northern Border"
    in_division = word in cues.street and prefix is not None and prefix.entries[0].kind in _LARGER
    if prefix and (word in cues.building or word == "district" or in_division):
        # "Paris Public Library", "Laurel County School District", "Florida Highway 19": what is named is the place they
        # are in. "Larkspur Street" stays.
        return None
    return passage.compose(first, last, Kind.FEATURE)


def _read_entity(passage: Passage, first: int) -> Candidate | None:
    tokens = passage.sentence.tokens
    token = tokens[first]
    if token.entity not in _PLACE_ENTITIES or not (token.entity_start or token.pos == "PROPN"):
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].entity == token.entity and not tokens[last + 1].entity_start:
        last += 1
    while last > first and not tokens[last].text[:1].isalnum():
        last -= 1
    if tokens[last].text in _POSSESSIVE:
        last -= 1
    if first == last and (is_abbreviation(token.text) or any(c.isdigit() for c in token.text)):
        return None  # "G7", "NRA", "Covid-19": of what is written so the gazetteer has what is a place
    if last < first or any(_may_begin(tokens[i]) and _read_name(passage, i) for i in range(first, last + 1)):
        return None
    return passage.compose(first, last, Kind.ENTITY)
