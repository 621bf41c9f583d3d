"""Roles: from probabilities of word pieces to the actors that stand in the text."""

import numpy as np

from dragoman.events.encode import Window
from dragoman.events.roles import RoleReader, Side
from dragoman.model.actor import Actor, ActorMention, MentionKind
from dragoman.model.text import Span

WORDS = "a spokesman for Kenya and Peru blamed Malian goods on Radio Oslo".split()


def spans() -> list[Span]:
    out, at = [], 0
    for word in WORDS:
        out.append(Span(at, at + len(word)))
        at += len(word) + 1
    return out


def mention(first: str, last: str, *codes: str, kind: MentionKind = MentionKind.STATE) -> ActorMention:
    places = dict(zip(WORDS, spans(), strict=True))
    actors = tuple(Actor(code=c, country=c) for c in codes)
    return ActorMention(span=Span(places[first].start, places[last].end), kind=kind, actors=actors)


def read(likely: str, *mentions: ActorMention) -> Side:
    """The side when exactly the given words have a high probability."""
    window = Window(tuple(range(len(WORDS))), tuple(spans()), (0,) * len(WORDS))
    scores = np.array([0.9 if w in likely.split() else 0.1 for w in WORDS], dtype=np.float32)
    return RoleReader(window, mentions).read(0, scores)


def codes(side: Side) -> list[str]:
    return [p.actor.code for p in side.parties]


def test_the_mention_under_likely_words_is_the_party() -> None:
    assert codes(read("Kenya", mention("Kenya", "Kenya", "KEN"), mention("Peru", "Peru", "PER"))) == ["KEN"]


def test_the_whole_phrase_counts_not_the_state_inside_it() -> None:
    whole = mention("a", "Kenya", "KEN", kind=MentionKind.PERSON)
    side = read("a spokesman for Kenya", mention("Kenya", "Kenya", "KEN"), whole)
    assert [p.mention for p in side.parties] == [whole.span]


def test_coordinated_mentions_are_several_parties() -> None:
    assert codes(read("Kenya and Peru", mention("Kenya", "Kenya", "KEN"), mention("Peru", "Peru", "PER"))) == [
        "KEN",
        "PER",
    ]


def test_a_phrase_without_code_is_answered_by_the_state_inside_it() -> None:
    side = read(
        "Malian goods", mention("Malian", "goods", kind=MentionKind.GENERIC), mention("Malian", "Malian", "MLI")
    )
    assert codes(side) == ["MLI"]


def test_an_outlet_is_never_a_party() -> None:
    side = read("Radio Oslo", mention("Radio", "Oslo", "NOR", kind=MentionKind.OUTLET))
    assert codes(side) == []
    assert side.words


def test_nothing_likely_is_an_empty_side() -> None:
    side = read("", mention("Kenya", "Kenya", "KEN"))
    assert (side.parties, side.words, side.score) == ((), (), 0.0)


def test_one_code_named_twice_is_one_party() -> None:
    side = read("Kenya and Peru", mention("Kenya", "Kenya", "KEN"), mention("Peru", "Peru", "KEN"))
    assert codes(side) == ["KEN"]


def test_words_of_another_sentence_answer_only_where_the_own_names_nobody() -> None:
    far = [1 if word in {"Malian", "goods", "on", "Radio", "Oslo"} else 0 for word in WORDS]
    window = Window(tuple(range(len(WORDS))), tuple(spans()), tuple(far))
    scores = np.array([0.9 if w in {"Kenya", "Malian"} else 0.1 for w in WORDS], dtype=np.float32)
    mentions = [mention("Kenya", "Kenya", "KEN"), mention("Malian", "Malian", "MLI")]
    assert codes(RoleReader(window, mentions).read(0, scores)) == ["KEN"]
    assert codes(RoleReader(window, mentions[1:]).read(0, scores)) == ["MLI"]
