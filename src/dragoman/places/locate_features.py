"""What speaks for and against a toponym being where an event happened: named features that hold or do not.

Each is asked by the kind of event too: "Ukraine" after "invasion of" is where the invasion is, "Ukraine" after
"condemned" is not where anybody condemned it.
"""

from collections.abc import Iterator
from functools import lru_cache

from dragoman.model.text import Sentence, Token
from dragoman.places.features import find_preposition
from dragoman.places.find import Role, Toponym
from dragoman.places.named import is_locative
from dragoman.places.scene import Scene, find_mentions

_LABELS = {"nsubj", "nsubjpass", "poss", "dobj", "compound", "nmod", "appos"}


def find_toponym_features(scene: Scene, toponym: Toponym) -> frozenset[str]:
    """The features of one toponym that hold.

    Args:
        scene: the event.
        toponym: one of the scene's, with an entry.
    """
    plain = set(_of_the_name(toponym))
    if toponym.candidate.sentence == scene.frame.sentence:
        plain.update(_in_sentence(scene, toponym))
    else:
        plain.add(_whereabouts(scene, toponym))
    return _ask_by_group(frozenset(plain), scene.group)


@lru_cache(maxsize=4096)  # of the toponyms of other sentences most are alike
def _ask_by_group(plain: frozenset[str], group: str) -> frozenset[str]:
    return plain | {f"{group}:{name}" for name in plain}


def _whereabouts(scene: Scene, toponym: Toponym) -> str:
    """Where a toponym of another sentence stands: "sentence before, after a preposition"."""
    number = toponym.candidate.sentence
    if number < 0:
        return "dateline"
    locative = ", after a preposition" if is_locative(scene.sentences, toponym) else ""
    if scene.sentences[number].span.field is not scene.sentence.span.field:
        return f"other field{locative}"
    distance = scene.frame.sentence - number
    where = "sentence before" if distance == 1 else "earlier" if distance > 1 else "later"
    return where + locative


def _of_the_name(toponym: Toponym) -> Iterator[str]:
    if toponym.entry is not None:
        yield f"is {toponym.entry.kind}"
    if toponym.role is Role.ADJECTIVE:
        yield "adjective of a place"
    if toponym.rule == "within":
        yield "place around"


def _in_sentence(scene: Scene, toponym: Toponym) -> Iterator[str]:
    """Features of a toponym of the event's own sentence."""
    sentence = scene.sentence
    tokens = sentence.tokens
    head = sentence.head_of(toponym.candidate.span) or tokens[toponym.candidate.last]
    trigger = sentence.head_of(scene.frame.trigger)
    yield "same sentence"
    preposition = find_preposition(tokens, toponym.candidate.first)
    if preposition:
        yield f"after {preposition}"
    yield from _parties(scene, toponym)
    if head.dep in _LABELS:
        yield f"as {head.dep}"
    if trigger is None:
        return
    yield _distance(toponym, trigger)
    yield from _attachment(sentence, head, trigger)


def _parties(scene: Scene, toponym: Toponym) -> Iterator[str]:
    span = toponym.candidate.span
    for side, mention in find_mentions(scene.frame):
        if mention == span:
            yield f"is {side}"
        elif mention.contains(span):
            yield f"in {side}"
    if scene.frame.trigger.contains(span):
        yield "in trigger"


def _distance(toponym: Toponym, trigger: Token) -> str:
    after = toponym.candidate.first > trigger.i
    gap = toponym.candidate.first - trigger.i if after else trigger.i - toponym.candidate.last
    size = "close" if gap <= 3 else "near" if gap <= 9 else "far"
    return f"{size} {'after' if after else 'before'}"


def _attachment(sentence: Sentence, head: Token, trigger: Token) -> Iterator[str]:
    """How the toponym hangs on the trigger: the labels on the way up, if the way is short."""
    path = [head.dep]
    for index in sentence.ancestors(head.i):
        token = sentence.tokens[index]
        if index == trigger.i:
            yield "under the trigger"
            if len(path) <= 3:
                yield "path " + "<".join(path)
            yield "trigger is a noun" if trigger.pos in {"NOUN", "PROPN"} else "trigger is a verb"
            return
        path.append(f"{token.dep}:{token.text.lower()}" if token.dep == "prep" else token.dep)
    above = {trigger.i, *sentence.ancestors(trigger.i)}
    for index in sentence.ancestors(head.i):
        if index in above:
            verb = sentence.tokens[index].pos in {"VERB", "AUX"}
            yield "under the same verb" if verb else "under the same noun"
            return
