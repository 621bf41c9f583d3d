"""Find names of the gazetteer in a sentence: states, organisations, armed groups, outlets."""

from collections.abc import Iterator
from datetime import date

from dragoman.actors.draft import Draft, Number
from dragoman.actors.words import Word, Words, head_of_range
from dragoman.gazetteer.name import Form, Name, Trap
from dragoman.gazetteer.names import load_names
from dragoman.model.actor import MentionKind
from dragoman.model.text import Sentence, Span, Token

# "Russian-backed separatists" are not Russian, "Iran-aligned groups" not Iranian.
SPONSORED = frozenset(
    "backed aligned allied installed occupied controlled held funded sponsored supported supplied trained armed "
    "made built bound annexed administered friendly mediated brokered imposed appointed born linked seized".split()
)
# "pro-Palestinian protesters" in London are not Palestinians.
STANCES = frozenset({"pro", "anti", "ex", "non", "post", "trans"})
_FIRM_ENDINGS = frozenset({"inc", "corp", "ltd", "plc", "llc", "corporation"})
_NAMED = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})
_PLURAL_BODIES = frozenset({Form.DEMONYMS})
_PARTICLES = frozenset({"al", "the", "de", "el", "an"})
_PLACES_OF_PEOPLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT"})
# "The French", "the Japanese" are many.
_PEOPLES = ("ese", "ish", "nch", "utch", "wiss")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "ROOT"})


def find_names(index: int, sentence: Sentence, words: Words, day: date) -> Iterator[Draft]:
    """The names of one sentence, left to right, never overlapping.

    Args:
        index: position of the sentence in the coding.
        sentence: the sentence.
        words: its words.
        day: the day of publication, which decides dated entries (the Taliban before and after August 2021).

    """
    names = load_names()
    at = 0
    while at < len(words.all):
        for size, values in names.matches(words.keys, at):
            length = size
            found = words.all[at : at + length]
            entry = next((v for v in values if v.holds_on(day) and _is_meant(v, found, sentence, words)), None)
            if entry:
                if at + length < len(words.all) and words.keys[at + length] in _FIRM_ENDINGS:
                    length += 1
                yield _draft(index, sentence, words, at, length, entry)
                at += length
                break
        else:
            at += 1


def _is_meant(entry: Name, found: list[Word], sentence: Sentence, words: Words) -> bool:
    token = sentence.tokens[found[0].token]
    if entry.capitals:
        # "US" but not "us"; in a headline all in capitals "US" must at least not be parsed as the pronoun.
        if not all(w.shout or w.key.isdigit() for w in found):
            return False
        return not words.shouted or token.pos not in {"PRON", "VERB", "AUX", "ADP"}
    if not found[0].capital and not (found[0].key in _PARTICLES and len(found) > 1 and found[1].capital):
        return False
    if entry.trap is Trap.WORD:
        return _is_proper(token, words)
    if entry.trap is Trap.PERSON:
        return not _in_person_name(found, sentence)
    return True


def _is_proper(token: Token, words: Words) -> bool:
    """Whether an ordinary word stands as a name: "Meta said", not "Turkey prices" at the butcher's."""
    if words.shouted or words.titled or token.i == 0:
        # Capitals tell nothing here: the entity recogniser must have seen a name, or the word acts.
        return token.entity in _NAMED or token.dep in {"nsubj", "poss"}
    return token.pos in {"PROPN", "ADJ"} or bool(token.entity)


def _in_person_name(found: list[Word], sentence: Sentence) -> bool:
    """Whether a longer person's name surrounds the words: "Jordan Peterson", "Michael Jordan"."""
    tokens = sentence.tokens
    before, after = found[0].token - 1, found[-1].token + 1
    for near in (before, after):
        if 0 <= near < len(tokens):
            other = tokens[near]
            inside = other.entity == "PERSON" and tokens[found[0].token].entity == "PERSON"
            if inside and other.text[0].isupper():
                return True
    return False


def _draft(index: int, sentence: Sentence, words: Words, at: int, length: int, entry: Name) -> Draft:
    found = words.all[at : at + length]
    first, last = found[0].token, found[-1].token
    span = Span(found[0].start, found[-1].end, sentence.span.field)
    head = head_of_range(sentence, first, last)
    draft = Draft(
        sentence=index,
        first=first,
        last=last,
        head=head.i,
        span=span,
        kind=entry.kind,
        form=entry.form,
        name=entry.actor.name if entry.actor else None,
        sectors=entry.actor.sectors if entry.actor else (),
        words=" ".join(w.key for w in found),
        role=_role(words, at, length),
        number=Number.MANY if entry.form in _PLURAL_BODIES or words.keys[at].endswith(_PEOPLES) else Number.ONE,
        subject=head.dep in SUBJECTS,
        actors=(entry.actor,) if entry.actor else (),
        score=0.95,
        shared=entry.trap is Trap.SHARED,
        other=entry.other,
        person=entry.form in {Form.DEMONYM, Form.DEMONYMS} or _stands_alone(entry, sentence, head),
    )
    if entry.kind is not MentionKind.OUTLET:
        draft.explain("actor", f"gazetteer:{entry.form}", 0.95)
    else:
        draft.explain("actor", "gazetteer:outlet", 0.0, reason="a news outlet is no actor")
    return draft


def _stands_alone(entry: Name, sentence: Sentence, token: Token) -> bool:
    """Whether a state's adjective is a person by itself: "Ukrainian speaks out", not "Ukrainian troops"."""
    if entry.form is not Form.ADJECTIVE or token.dep not in _PLACES_OF_PEOPLE:
        return False
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return after is None or after.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _role(words: Words, at: int, length: int) -> str:
    after = at + length
    last = words.all[after - 1]
    if after < len(words.all) and words.keys[after] in SPONSORED:
        following = words.all[after]
        # Joined by a hyphen only: "Russia backed the plan" has a space.
        if following.start - last.end == 1 and following.token - last.token in {0, 2}:
            return "sponsor"
    if at > 0 and words.keys[at - 1] in STANCES and words.all[at].start - words.all[at - 1].end == 1:
        previous = words.all[at - 1]
        if words.all[at].token - previous.token in {0, 2}:
            return "stance"
    return ""
