"""What speaks for and against a candidate being a toponym: named features, each 0 or 1 unless said otherwise."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.gazetteer.index import fold
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.names import load_names
from dragoman.gazetteer.personal_names import load_given_names, load_surnames
from dragoman.gazetteer.place_names import fold_name, is_abbreviation
from dragoman.gazetteer.places import PlaceEntry
from dragoman.model.text import Sentence, Token
from dragoman.places.candidate import Candidate, Kind, is_obscure
from dragoman.places.cues import Cues, load_cues

_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_LARGE = ((1_000_000, "million"), (100_000, "large"), (15_000, "town"))


@dataclass(slots=True)
class Surroundings:
    """What the document as a whole says about names: filled once, read by `find_features`."""

    sentences: Sequence[Sentence]
    person_words: set[str] = field(default_factory=set)
    """Folded words of persons' names of two words and more."""
    place_names: Counter[str] = field(default_factory=Counter)
    """How often a folded name stands as a place: after "in", or read as one by the parser."""
    full_names: dict[int, set[int]] = field(default_factory=dict)
    """By sentence, the tokens of such persons' names."""
    within: Mapping[int, PlaceEntry] = field(default_factory=dict)
    """By position in the list of candidates: the larger place named right after ("Paris, Texas")."""
    around: set[int] = field(default_factory=set)
    """Positions of candidates that are such larger places."""


def read_surroundings(sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> Surroundings:
    """Gather what the document says about its names.

    Args:
        sentences: all sentences of the document.
        candidates: as `gather_candidates` gives them.

    """
    found = Surroundings(sentences)
    for number, sentence in enumerate(sentences):
        for first, last in _person_names(sentence):
            found.full_names.setdefault(number, set()).update(range(first, last + 1))
            found.person_words |= {fold_name(t.text) for t in sentence.tokens[first : last + 1]}
    for candidate in candidates:
        if candidate.sentence >= 0 and _looks_like_place(candidate, sentences[candidate.sentence].tokens):
            found.place_names[fold_name(candidate.name)] += 1
    return found


def _looks_like_place(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    named = tokens[candidate.last].entity in {"GPE", "LOC"}
    return named or find_preposition(tokens, candidate.first) in load_cues().static


def _person_names(sentence: Sentence) -> list[tuple[int, int]]:
    """Token ranges of persons' names of two words and more."""
    ranges: list[tuple[int, int]] = []
    for token in sentence.tokens:
        if token.entity != "PERSON":
            continue
        if token.entity_start or not ranges or ranges[-1][1] != token.i - 1:
            ranges.append((token.i, token.i))
        else:
            ranges[-1] = (ranges[-1][0], token.i)
    return [(a, b) for a, b in ranges if b > a]


def find_preposition(tokens: Sequence[Token], first: int) -> str:
    """The preposition before token `first`, over words like "northern" and "the city of", lower-case, else ""."""
    cues = load_cues()
    i = first - 1
    while i >= 0 and tokens[i].text.lower() in cues.between and first - i <= 4:
        if tokens[i].text.lower() == "of" and not (i > 0 and tokens[i - 1].text.lower() in cues.between):
            break
        i -= 1
    return tokens[i].text.lower() if i >= 0 and tokens[i].text.lower() in cues.locative else ""


def find_features(candidate: Candidate, position: int, around: Surroundings) -> dict[str, float]:
    """The features of one candidate that hold, by name.

    Args:
        candidate: the candidate, which must stand in a sentence.
        position: its place in the list of candidates.
        around: what the document says.

    """
    sentence = around.sentences[candidate.sentence]
    found = _entity_features(candidate, sentence) | _neighbour_features(candidate, sentence)
    key = fold_name(candidate.name)
    words = key.split()
    if candidate.kind is not Kind.ADJECTIVE and any(w in around.person_words for w in words):
        found["person elsewhere"] = 1.0
    if candidate.last in around.full_names.get(candidate.sentence, ()):
        found["in a full name"] = 1.0
    if around.place_names[key] > _looks_like_place(candidate, around.sentences[candidate.sentence].tokens):
        found["place elsewhere"] = 1.0
    if position in around.within:
        found["within"] = 1.0
    if position in around.around:
        found["around"] = 1.0
    if key in load_cues().common:
        found["common word"] = 1.0
    if any(name.form is Form.BODY for name in load_names().get(candidate.name)):
        found["name of a body"] = 1.0
    if candidate.name.isupper() and not is_abbreviation(candidate.name):
        found["capitals"] = 1.0
    if len(words) > 1:
        found["words"] = 1.0
    if is_obscure(candidate.entries):
        # A surname or a firm is more often that of a small town than that of a large one.
        found |= {f"{name}, obscure": value for name, value in found.items()}
    return {"bias": 1.0, f"kind:{candidate.kind}": 1.0} | _gazetteer_features(candidate) | found


def _gazetteer_features(candidate: Candidate) -> dict[str, float]:
    if candidate.kind is Kind.FEATURE:
        word = candidate.name.rsplit(maxsplit=1)[-1].lower()
        cues = load_cues()
        sort = "street" if word in cues.street else "building" if word in cues.building else "feature"
        return {f"names a {sort}": 1.0}
    if candidate.kind is not Kind.NAME:
        return {}
    best = candidate.entries[0]
    found = {f"is:{best.kind}": 1.0, "population": math.log10(best.population + 1) / 10}
    if best.kind == "city":
        size = next((name for limit, name in _LARGE if best.population >= limit), "small")
        found[f"city:{size}"] = 1.0
    if not any(fold_name(e.name) == fold_name(candidate.name) for e in candidate.entries):
        found["other name only"] = 1.0
    if len(candidate.entries) == 1:
        found["only one"] = 1.0
    known = max(e.known for e in candidate.entries)
    if known:
        found["known"] = math.log10(known + 1)
    return found


def _entity_features(candidate: Candidate, sentence: Sentence) -> dict[str, float]:
    tokens = sentence.tokens
    first, last = tokens[candidate.first], tokens[candidate.last]
    found = {f"entity:{last.entity or 'none'}": 1.0}
    if last.entity:
        starts = first.entity == last.entity and first.entity_start
        after = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
        ends = after is None or after.entity != last.entity or after.entity_start or after.text in {"'s", "’s"}
        found[f"whole:{last.entity}" if starts and ends else f"part:{last.entity}"] = 1.0
        if not starts and not ends:
            found["inner"] = 1.0
    words = tokens[candidate.first : candidate.last + 1]
    if candidate.kind is not Kind.ADJECTIVE and all(t.pos != "PROPN" for t in words):
        found["not a proper noun"] = 1.0
    if candidate.first == 0:
        found["sentence start"] = 1.0
    return found


def _neighbour_features(candidate: Candidate, sentence: Sentence) -> dict[str, float]:
    cues = load_cues()
    tokens = sentence.tokens
    before = tokens[candidate.first - 1] if candidate.first else None
    after = tokens[candidate.last + 1] if candidate.last + 1 < len(tokens) else None
    found = _article_features(candidate, tokens) | _person_features(candidate, tokens)
    if _is_score(before) or _is_score(after):
        found["beside a score"] = 1.0
    preposition = find_preposition(tokens, candidate.first)
    if preposition:
        found["in" if preposition in {"in", "at", "near", "outside"} else f"after:{_group(preposition, cues)}"] = 1.0
    if before is not None:
        low = before.text.lower().rstrip(".")
        if low in cues.title:
            found["after a title"] = 1.0
        elif before.pos == "PROPN" and before.text[:1].isupper():
            found["after a name"] = 1.0
        if low in cues.between and low not in {"the", "a", "an", "of"}:
            found["after a direction"] = 1.0
    return found | _following_features(tokens, candidate.last, after, cues)


def _is_score(token: Token | None) -> bool:
    """Whether a token is a result: the teams stand beside it, as in "Chelsea 2-2 Tottenham"."""
    return token is not None and _SCORE.fullmatch(token.text) is not None


def _article_features(candidate: Candidate, tokens: Sequence[Token]) -> dict[str, float]:
    """Whether a town has an article: "the Moskva sank" is a ship, and "the London mayor" is about the town."""
    before = tokens[candidate.first - 1].text.lower() if candidate.first else ""
    if before != "the" or candidate.kind is not Kind.NAME or candidate.entries[0].kind in {"country", "region"}:
        return {}
    after = tokens[candidate.last + 1] if candidate.last + 1 < len(tokens) else None
    noun = after is not None and after.pos in {"NOUN", "ADJ", "PROPN"}
    return {"after the, before a noun" if noun else "after the": 1.0}


def _person_features(candidate: Candidate, tokens: Sequence[Token]) -> dict[str, float]:
    """Names beside it that make it one of a person: "Mason Greenwood", "CNN's Julia Chatterley", "the Duke of York"."""
    names = load_given_names()
    before = tokens[candidate.first - 1].text if candidate.first else ""
    after = tokens[candidate.last + 1].text if candidate.last + 1 < len(tokens) else ""
    found: dict[str, float] = {}
    if before[:1].isupper() and fold(before) in names:
        found["after a given name"] = 1.0
    if after[:1].isupper() and fold(candidate.name) in names:
        found["a given name before a name"] = 1.0
    if before in {"'s", "’s"}:
        found["after 's"] = 1.0
    if fold(candidate.name) in load_surnames():
        found["a surname"] = 1.0
    if is_of_a_noble(tokens, candidate.first):
        found["of a noble"] = 1.0
    return found


def is_of_a_noble(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name stands in a title: "the Duchess of Sussex", "the Prince of Wales"."""
    before = [t.text.lower() for t in tokens[max(0, first - 2) : first]]
    if before[1:] != ["of"]:
        return False
    return before[0] in load_cues().noble or (before[0] in {"prince", "princess"} and tokens[first].text == "Wales")


def _group(preposition: str, cues: Cues) -> str:
    return "static" if preposition in cues.static else preposition


def _following_features(tokens: Sequence[Token], last: int, after: Token | None, cues: Cues) -> dict[str, float]:
    if after is None:
        return {}
    low = after.text.lower()
    if low in {"'s", "’s", "'", "’"}:
        return {"before 's": 1.0}
    if after.text[:1].isupper():
        run = last + 1
        while run + 1 < len(tokens) and tokens[run + 1].text[:1].isupper() and run - last < 4:
            run += 1
        if any(t.text.lower() in cues.body for t in tokens[last + 1 : run + 1]):
            return {"before a body": 1.0}
        if low in cues.feature or low in cues.building or low in cues.street:
            return {"before a feature": 1.0}
        return {"before a name": 1.0} if after.pos == "PROPN" else {}
    if after.pos in {"VERB", "AUX"}:
        return {"before a verb": 1.0}
    if after.pos in {"NOUN", "ADJ"}:
        return {"before a noun": 1.0}
    return {"before a comma": 1.0} if low == "," else {}
