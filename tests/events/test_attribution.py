"""On whose word: the speaker, the outlet that carries it, and the verb that brings the words in."""

import pytest

from dragoman.events.attribution import find_attribution
from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.event import Party
from tests.factories import find_span, make_actor
from tests.parsed import parse


@pytest.mark.parametrize(
    ("text", "speaker", "outlet", "expected"),
    [
        ("Peru invited the envoy, Lima said.", "Lima", "", ("PER", "said", "said", None)),
        ("Peru invited the envoy, Reuters reported.", "", "Reuters", (None, "reported", "reported", "Reuters")),
        ("Peru invited the envoy, Lima told Reuters.", "Lima", "Reuters", ("PER", "told", "told", "Reuters")),
        ("Reuters: Peru invited the envoy.", "", "Reuters", (None, "", "Reuters", "Reuters")),
        ("Peru invited the envoy.", "", "", None),
        ("Peru invited the envoy. Reuters was there.", "", "Reuters", None),
    ],
)
def test_an_event_is_told_on_the_word_of_the_speaker_or_the_outlet(
    text: str, speaker: str, outlet: str, expected: tuple[str | None, str, str, str | None] | None
) -> None:
    coding = parse(text)
    document, sentence = coding.document, coding.sentences[0]
    outlets = [ActorMention(span=find_span(document, w), kind=MentionKind.OUTLET) for w in [outlet] if w]
    party = Party(actor=make_actor("PER"), mention=find_span(document, speaker)) if speaker else None
    trigger = next(t for t in sentence.tokens if t.text == "invited")

    found = find_attribution(coding.with_layers(mentions=tuple(outlets)), sentence, trigger, party)

    told = found and (
        found.speaker.actor.code if found.speaker else None,
        found.cue,
        document.quote(found.span),
        found.outlet,
    )
    assert told == expected
