"""Which country a text is about, sentence by sentence: for "police", "the government", "two men"."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from dragoman.actors.draft import Draft
from dragoman.actors.hostility import find_part
from dragoman.actors.scene import Scene
from dragoman.gazetteer.name import Form
from dragoman.model.actor import MentionKind
from dragoman.model.text import Field

_LOCATIVE = frozenset("in at near across outside inside through throughout around along within from".split())
_STATES = frozenset({Form.NAME, Form.ABBREVIATION, Form.CAPITAL, Form.METONYM})
_COUNTED = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PERSON, MentionKind.GROUP})


@dataclass(frozen=True, slots=True)
class Guess:
    """A country for an unmarked mention, with the parts of its score."""

    country: str
    score: float
    """Between 0 and 1: the share among all candidates, never above 0.8."""
    parts: tuple[tuple[str, float], ...]
    source: Draft | None
    """A mention that speaks for the country; None for the paper's home."""


class Focus:
    """Votes of states, places and persons for the country that a text is about."""

    def __init__(self, scenes: Sequence[Scene], drafts: Iterable[Draft], home: str | None) -> None:
        self.votes: dict[str, float] = defaultdict(float)
        self.home = home
        self.acting: Draft | None = None
        """The first state that is the subject of the headline."""
        self._by_sentence: dict[int, list[tuple[str, Draft, bool]]] = defaultdict(list)
        self._title: set[str] = set()
        self._subjects: set[str] = set()
        self._seen: dict[str, Draft] = {}
        self._signs: dict[str, set[str]] = defaultdict(set)
        self._offices: dict[str, set[str]] = defaultdict(set)
        self._hostile: dict[str, set[str]] = defaultdict(set)
        self._parts: dict[int, dict[str, dict[str, float]]] = {}
        for draft in drafts:
            country = _country(draft)
            if country is None or draft.kind not in _COUNTED:
                continue
            scene = scenes[draft.sentence]
            weight = 0.3 if draft.role in {"sponsor", "stance"} else 1.0
            in_title = scene.sentence.span.field is Field.TITLE
            self.votes[country] += weight * (1.5 if in_title else 1.0)
            if in_title:
                self._title.add(country)
                if self.acting is None and draft.subject and draft.form in _STATES and not draft.role:
                    self.acting = draft
            if draft.subject and draft.role not in {"sponsor", "stance"}:
                self._subjects.add(country)
            self._by_sentence[draft.sentence].append((country, draft, _is_place(scene, draft)))
            self._seen.setdefault(country, draft)
            self._signs[country].add(draft.words)
            self._offices[country].update(a.office for a in draft.actors if a.office)
            if part := find_part(scene, draft):
                self._hostile[part].add(country)
        self._total = sum(self.votes.values()) or 1.0

    def guess(
        self,
        sentence: int,
        weights: Mapping[str, float],
        *,
        office: str | None = None,
        barred: Collection[str] = (),
    ) -> Guess | None:
        """The country most likely meant by an unmarked mention in a sentence; None where nothing speaks for any.

        Args:
            sentence: its index.
            weights: of the parts, for the sort of mention (see `weights_for`).
            office: the office it names, which a country whose holder is named in the text has filled.
            barred: countries that it cannot be.

        """
        parts = {c: p for c, p in self.read_parts(sentence, office).items() if c not in barred}
        if not parts:
            return None
        sums = {c: sum(weights.get(k, 0.0) * v for k, v in p.items()) for c, p in parts.items()}
        best = max(sums, key=lambda c: (sums[c], c))
        total = sum(exp(value - sums[best]) for value in sums.values())
        spoken = {k: weights.get(k, 0.0) * v for k, v in parts[best].items()}
        return Guess(
            best,
            0.8 / total if self.votes else 0.3,
            tuple(sorted((k, round(value, 3)) for k, value in spoken.items() if value > 0)),
            self._source(best, sentence),
        )

    def read_parts(self, sentence: int, office: str | None = None) -> dict[str, dict[str, float]]:
        """What speaks for each country at a sentence: values between 0 and 1 by the name of the part."""
        if sentence not in self._parts:
            self._parts[sentence] = self._read_parts(sentence)
        parts = self._parts[sentence]
        holders = [c for c in parts if office in self._offices.get(c, ())] if office else []
        if not holders:
            return parts
        return {c: {**p, "holder": 1.0} if c in holders else p for c, p in parts.items()}

    def _read_parts(self, sentence: int) -> dict[str, dict[str, float]]:
        parts: dict[str, dict[str, float]] = defaultdict(dict)
        for country, votes in self.votes.items():
            parts[country]["document"] = votes / self._total
        for country in self._title:
            parts[country]["title"] = 1.0
        for country in self._subjects:
            parts[country]["subject"] = 1.0
        if self.acting is not None:
            parts[self.acting.actors[0].country or ""]["acting"] = 1.0
        for part, countries in self._hostile.items():
            for country in countries:
                parts[country][part] = 1.0
        for country, draft, is_place in self._by_sentence.get(sentence, ()):
            parts[country]["sentence"] = 1.0
            if is_place:
                parts[country]["place"] = 1.0
            elif draft.subject:
                parts[country]["sentence-subject"] = 1.0
        for country, _, is_place in self._by_sentence.get(sentence - 1, ()):
            parts[country]["place-earlier" if is_place else "earlier"] = 1.0
        if self.home:
            parts[self.home]["home"] = 1.0
            if len(parts) == 1 or not self.votes:
                parts[self.home]["home-alone"] = 1.0
        return parts

    def has_other_sign(self, country: str, words: str) -> bool:
        """Whether the document names a country by other words than `words` (folded)."""
        return any(sign != words for sign in self._signs.get(country, ()))

    def ranked(self) -> list[str]:
        """Countries by votes, most first."""
        return sorted(self.votes, key=lambda c: (-self.votes[c], c))

    def _source(self, country: str, sentence: int) -> Draft | None:
        for found, draft, _ in self._by_sentence.get(sentence, ()):
            if found == country:
                return draft
        return self._seen.get(country)


def _country(draft: Draft) -> str | None:
    if draft.shared or (draft.kind is MentionKind.PERSON and draft.known is None):
        return None
    return draft.actors[0].country if len(draft.actors) == 1 else None


def _is_place(scene: Scene, draft: Draft) -> bool:
    """Whether a name says where: "in Khartoum", "at the Kherson front"."""
    if draft.form in {Form.ADJECTIVE, Form.REGION_ADJECTIVE, Form.DEMONYM, Form.DEMONYMS}:
        return False
    tokens = scene.sentence.tokens
    return any(t.text.lower() in _LOCATIVE for t in tokens[max(0, draft.first - 2) : draft.first])
