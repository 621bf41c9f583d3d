"""The events stage: triggers, roles, status and attribution of every event mention in a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook import STATEMENTS, TWO_SIDED, announce, contexts_in
from dragoman.events.accusations import supply_accusations
from dragoman.events.attribution import find_attribution, find_quoted_speakers
from dragoman.events.claims import TOLD_FIRST_HAND, extend_claims, find_claim, is_performed, is_voiced
from dragoman.events.discourse import recall_meetings, supply_counterparts
from dragoman.events.encode import Window
from dragoman.events.esteem import find_esteem
from dragoman.events.fire import settle_fire
from dragoman.events.modes import settle_mode
from dragoman.events.onnx import Array, mean_rows
from dragoman.events.reporting import find_reporter
from dragoman.events.roles import RoleReader
from dragoman.events.same import link_same
from dragoman.events.sides import Sides, fill_recipient, settle_sides
from dragoman.events.tagger import Reading, Tagger, load_tagger
from dragoman.events.triggers import Trigger, find_triggers, join_objects
from dragoman.events.visits import direct_visit
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence, Span, Token

TRIGGER_THRESHOLD = 0.5
"""Probability from which words are taken for a trigger; chosen on the held-out twelfth of the labelled items."""
HYPOTHETICAL_THRESHOLD = 0.75
"""Likewise for what is only wished for, feared or made a condition: kept where the reading is sure."""
MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
"""Types that several actors without a recipient do with each other: "Peru and Chile agreed"."""
SIGNING = frozenset({"sign", "ink", "initial", "conclude", "exchange"})
"""Verbs by which support is mutual likewise: "the two leaders signed a treaty"."""

UNDONE = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""What has not happened, unless saying so does it: "we urge Peru to yield"."""
SELF_DIRECTED = frozenset({"resign"})
"""Modes that are done to nobody else: of 112 labelled resignations one has another side."""


class EventsStep:
    """Finds event frames with the learned tagger, and reads who, whom, how and on whose word for each."""

    name = "events"
    requires = frozenset({"sentences", "quotations", "mentions"})
    assigns = frozenset({"frames"})

    @property
    def models(self) -> dict[str, str]:
        """The tagger's files and their hashes."""
        return self.tagger.hashes

    @property
    def tagger(self) -> Tagger:
        """The model, loaded on first use."""
        return load_tagger()

    def __call__(self, coding: Coding, /) -> Coding:
        """Add `frames` in order of position."""
        frames: list[EventFrame] = []
        voices = find_quoted_speakers(coding)
        for window in self.tagger.encoder.windows(coding.document, [s.span for s in coding.sentences]):
            reading = self.tagger.read(window)
            frames += _WindowReader(self.tagger, coding, window, reading, voices).frames(len(frames))
        frames = extend_claims(frames, coding.quotations)
        frames = recall_meetings(supply_counterparts(frames), coding.sentences)
        return coding.with_layers(frames=tuple(supply_accusations(frames)))


@dataclass(frozen=True, slots=True)
class _Footing:
    """On what footing an event is told, and how it is done."""

    status: Status
    mode: str | None
    voice: Party | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who stands in an event."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    reciprocal: bool
    voice: Party | None
    evidence: tuple[Evidence, ...]


class _WindowReader:
    """Makes the frames of one window."""

    def __init__(
        self,
        tagger: Tagger,
        coding: Coding,
        window: Window,
        reading: Reading,
        voices: Sequence[tuple[Span, Party]],
    ) -> None:
        self._tagger = tagger
        self._coding = coding
        self._window = window
        self._reading = reading
        self._voices = voices
        self._roles = RoleReader(window, coding.mentions)

    def frames(self, before: int) -> list[EventFrame]:
        """Frames of the window's triggers; `before` is the number of frames already made."""
        found = list(find_triggers(self._window, self._reading, TRIGGER_THRESHOLD))
        found = join_objects(self._window, self._coding.sentences, found)
        found = settle_fire(self._window, self._coding.sentences, self._tagger.types, found)
        found += find_esteem(self._window, self._coding.sentences, self._tagger.types, found)
        found.sort(key=lambda t: t.pieces)
        triggers = [t for t in found if self._has_word(t) and not self._is_unsure_wish(t)]
        roles = [self._reading.roles_at(t.pieces) for t in triggers]
        frames = [self._frame(t, r) for t, r in zip(triggers, roles, strict=True)]
        return link_same(frames, triggers, [r[:, 3] for r in roles], before)

    def _has_word(self, trigger: Trigger) -> bool:
        """Whether a trigger holds a letter: the "300" of "will send 300 more troops" states nothing."""
        return any(c.isalpha() for c in self._coding.document.quote(trigger.span))

    def _is_unsure_wish(self, trigger: Trigger) -> bool:
        """Whether a trigger tells of what is only wished for, feared or made a condition, and is not sure."""
        status = self._status(list(trigger.pieces))[0]
        return status is Status.HYPOTHETICAL and trigger.score < HYPOTHETICAL_THRESHOLD

    def _frame(self, trigger: Trigger, roles: Array) -> EventFrame:
        sentence = self._coding.sentences[trigger.sentence]
        kind = self._tagger.types[trigger.type_index]
        words = _whole_words(sentence, trigger.span)
        head = sentence.head_of(words)
        footing = self._read_footing(trigger, kind, head, roles[:, 2])
        parties = self._read_parties(trigger, kind, head, footing, roles)
        event_type, plan, mode = kind, None, footing.mode
        if footing.status is Status.PLANNED and (announced := announce(kind)) is not None:
            event_type, plan, mode = announced, Plan(event_type=kind, mode=mode), None
        return EventFrame(
            sentence=trigger.sentence,
            trigger=words,
            clause=_clause(sentence, words, [*parties.actors, *parties.recipients]),
            event_type=event_type,
            mode=mode,
            contexts=contexts_in([t.lemma for t in sentence.tokens]),
            actors=parties.actors,
            recipients=parties.recipients,
            reciprocal=parties.reciprocal,
            status=footing.status,
            plan=plan,
            attribution=find_attribution(self._coding, sentence, head, parties.voice),
            score=trigger.score,
            state=self._reading.state_at(trigger.pieces),
            evidence=(
                Evidence(field="event_type", rule=trigger.rule, score=round(trigger.score, 3), span=words),
                *parties.evidence,
                *(replace(e, span=e.span or words) for e in footing.evidence if e.field != "mode" or mode),
            ),
        )

    def _read_footing(self, trigger: Trigger, kind: EventType, head: Token | None, spoken: Array) -> _Footing:
        """Status, mode and the speaker that the words name."""
        rows = list(trigger.pieces)
        status, status_score = self._status(rows)
        sentence = self._coding.sentences[trigger.sentence]
        words = _whole_words(sentence, trigger.span)
        mode = settle_mode(kind, self._proposed_modes(rows), sentence, words)
        quoted = self._voice_at(trigger.span)
        speaker = self._roles.read(trigger.sentence, spoken)
        reporter = find_reporter(sentence, head, self._coding.mentions) if head else None
        voice = reporter or (speaker.parties[0] if speaker.parties else quoted)
        rule = "model:status"
        if kind in STATEMENTS and status in UNDONE and head is not None and is_performed(sentence, head):
            status, rule = Status.OCCURRED, "grammar:performed"
        if kind is EventType.AGREE and status in UNDONE and head is not None and is_voiced(sentence, head):
            status, rule = Status.OCCURRED, "grammar:voiced"
        if status is Status.OCCURRED and kind not in TOLD_FIRST_HAND:
            claim = find_claim(sentence, head, quoted, self._coding.mentions)
            if claim is not None:
                status, rule, voice = Status.CLAIMED, claim[0], claim[1] or voice
        evidence = (
            Evidence(field="status", rule=rule, score=round(status_score, 3)),
            Evidence(field="mode", rule=mode.rule, score=round(mode.score, 3), span=mode.span),
        )
        return _Footing(status, mode.mode, voice, evidence)

    def _read_parties(
        self, trigger: Trigger, kind: EventType, head: Token | None, footing: _Footing, roles: Array
    ) -> _Parties:
        """Actors and recipients, whether they act on each other, and who says so."""
        sentence = self._coding.sentences[trigger.sentence]
        rows = list(trigger.pieces)
        proposed = self._roles.read_pair(trigger.sentence, roles[:, 0], roles[:, 1])
        sides = settle_sides(self._roles, sentence, head, kind, proposed=proposed)
        sides = fill_recipient(self._roles, trigger.sentence, sides, likely=roles[:, 1])
        voice = footing.voice
        mutual = kind in MUTUAL or (kind is EventType.SUPPORT and head is not None and head.lemma in SIGNING)
        actors, recipients, reciprocal = self._directed(kind, rows, sides, voice, mutual=mutual)
        if footing.mode == "visit" and head is not None:
            directed = direct_visit(sentence, head, [*actors, *recipients])
            if directed is not None:
                (actors, recipients), reciprocal = directed, False
        evidence = sides.evidence
        if footing.mode in SELF_DIRECTED:
            recipients, evidence = _leave_out_others(actors, recipients, evidence)
        if kind in STATEMENTS and actors and not (voice and sentence.span.contains(voice.mention)):
            voice = actors[0]  # "Peru called for talks": nobody else in the sentence says it
        evidence = tuple(_together(e) if reciprocal and e.field == "recipients" else e for e in evidence)
        return _Parties(actors, recipients, reciprocal, voice, evidence)

    def _voice_at(self, span: Span) -> Party | None:
        """Whoever speaks the quotation that the words stand in."""
        return next((party for quoted, party in self._voices if quoted.contains(span)), None)

    def _directed(
        self, kind: EventType, rows: list[int], sides: Sides, voice: Party | None, *, mutual: bool
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
        """Actors, recipients and whether the event has no direction; what is mutual has none without a recipient."""
        actors, recipients = sides.actors, sides.recipients
        if not sides.is_actor_near and voice is not None and kind in STATEMENTS:
            actors = (voice,)  # "We praise this help," he said: the speaker does the praising
        codes = {p.actor.code for p in actors}
        both = float(mean_rows(self._reading.reciprocal, rows)) >= 0.5 or (mutual and not recipients)
        joined = (*actors, *(p for p in recipients if p.actor.code not in codes))
        # "Peru and Bolivia cut ties with Chile": ties are mutual, to cut them has a direction.
        if both and len(joined) >= 2 and (kind in TWO_SIDED or not (actors and recipients)):
            return joined, (), True
        # "relations between the two countries": of the two, the recipient is the one that does not act.
        others = tuple(p for p in recipients if p.actor.code not in codes)
        return actors, others or recipients, False

    def _status(self, rows: list[int]) -> tuple[Status, float]:
        mean = mean_rows(self._reading.statuses, rows)
        best = int(mean.argmax())
        return self._tagger.statuses[best], float(mean[best])

    def _proposed_modes(self, rows: list[int]) -> Iterator[tuple[str | None, float]]:
        """The model's modes with their probabilities; None is no mode."""
        return zip(self._tagger.modes, mean_rows(self._reading.modes, rows).tolist(), strict=True)


def _leave_out_others(
    actors: Sequence[Party], recipients: Sequence[Party], evidence: tuple[Evidence, ...]
) -> tuple[tuple[Party, ...], tuple[Evidence, ...]]:
    """Recipients of the actors' own side, and why: "resigns over the Libya policy" is not done to Libya."""
    own = {p.actor.code for p in actors}
    kept = tuple(p for p in recipients if p.actor.code in own)
    if len(kept) == len(recipients):
        return kept, evidence
    why = Evidence(field="recipients", rule="codebook:resign", score=0.9, reason="a resignation is done to nobody else")
    return kept, tuple(why if e.field == "recipients" and not kept else e for e in evidence)


def _together(why: Evidence) -> Evidence:
    """The reason why a reciprocal event has no recipient."""
    return replace(why, rule="model:reciprocal", reason="the sides act on each other: all are actors")


def _whole_words(sentence: Sentence, span: Span) -> Span:
    """`span` widened to the words it cuts into ("sanction" of "sanctioned")."""
    tokens = sentence.tokens_in(span)
    return Span(tokens[0].start, tokens[-1].end, span.field) if tokens else span


def _clause(sentence: Sentence, trigger: Span, parties: Sequence[Party]) -> Span:
    """The words from the first to the last of trigger and sides in the sentence: what shows the event."""
    spans = [trigger, *(p.mention for p in parties if sentence.span.contains(p.mention))]
    return Span(min(s.start for s in spans), max(s.end for s in spans), trigger.field)
