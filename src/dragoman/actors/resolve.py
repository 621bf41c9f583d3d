"""Give each mention its actors: country or code, sectors, office, name, and why."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.actors import antecedents, sets, sightings
from dragoman.actors.compose import (
    KIND_CODES,
    LINK_SCORES,
    add_holder,
    compose_in_country,
    compose_known,
    compose_linked,
)
from dragoman.actors.draft import Draft, Link, Number
from dragoman.actors.focus import Focus
from dragoman.actors.home import find_home
from dragoman.actors.places import host_of
from dragoman.actors.pronouns import NEUTER
from dragoman.actors.referents import find_referent, leave_out_barred
from dragoman.actors.scene import Scene
from dragoman.actors.speakers import mark_speech
from dragoman.actors.weights import load_weights, sort_of
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.codes import Sector
from dragoman.model.coding import Coding

# Without a name beside it "the region" is wider than one state.
_ENFORCERS = frozenset({Sector.JUD, Sector.COP})
# "Its neighbour" is a state that the text speaks of at least half as much as of any.
_MUCH = 0.5
_UNOWNED = frozenset({"region", "area", "border", "land", "territory", "world"})


class Resolver:
    """Resolves the mentions of one document, in order, each once."""

    def __init__(self, coding: Coding, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
        self._day: date = coding.document.published
        self._scenes = scenes
        self._drafts = drafts
        self._done: set[int] = set()
        self._position = {id(draft): i for i, draft in enumerate(drafts)}
        # For each sentence, the position of its first mention (or of the next one), and one past the last.
        self._first_in = [bisect_left(drafts, i, key=lambda d: d.sentence) for i in range(len(scenes) + 1)]
        mark_speech(scenes, drafts, coding.quotations)
        for draft in drafts:
            self._read_register(draft)
        self._focus = Focus(scenes, drafts, find_home(coding.document, coding.dateline))
        self._sightings = sightings.Sightings(drafts)

    def resolve(self) -> None:
        """Resolve all mentions."""
        for draft in self._drafts:
            self._resolve(draft)

    def _resolve(self, draft: Draft) -> None:
        if id(draft) in self._done:
            return
        # Marked before the work, so that two phrases that own each other cannot call each other for ever.
        self._done.add(id(draft))
        if draft.kind is MentionKind.OUTLET:
            return
        if draft.kind is MentionKind.REFERENCE:
            self._resolve_pronoun(draft)
        elif draft.actors:
            self._check_name(draft)
        elif not (
            self._from_set(draft)
            or self._from_companion(draft)
            or self._from_links(draft)
            or self._from_same_name(draft)
            or self._from_definite(draft)
            or self._from_sightings(draft)
            or self._from_title(draft)
            or self._from_acting_state(draft)
        ):
            self._from_focus(draft)
        scene = self._scenes[draft.sentence]
        draft.actors = tuple(add_holder(draft, actor, self._day, scene) for actor in draft.actors)

    def _read_register(self, draft: Draft) -> None:
        """Persons of the register are known before anything else, so that they can vote for the text's country."""
        actor = compose_known(draft, self._day)
        if actor is None:
            return
        states = [d for k, d in draft.links if k is Link.MODIFIER and d.kind is MentionKind.STATE]
        owners = {a.code for d in states for a in d.actors}
        if owners and actor.code not in owners and not draft.full:
            draft.known = None
            return
        draft.actors = (actor,)
        draft.score = 0.95 if draft.full else 0.85
        draft.explain("actor", "register:name" if draft.full else "register:surname", draft.score)

    def _check_name(self, draft: Draft) -> None:
        """Names that several states share: "Georgia", "the Supreme Court"."""
        actor = draft.actors[0]
        if draft.other and self._is_second(draft, actor.code):
            draft.actors = (replace(actor, code=draft.other, country=draft.other),)
            draft.explain("actor", "focus:second-reading", 0.6)
        if not draft.shared:
            return
        owner = sightings.find_owner(self._scenes[draft.sentence], draft)
        guess = None if owner else self._focus.guess(draft.sentence, load_weights()["name"])
        if owner is not None and owner.actors[0].country:
            country = owner.actors[0].country
            draft.explain("actor", "link:modifier", 0.9, owner.span)
        elif guess is not None and self._focus.home != actor.code and not self._focus.votes.get(actor.code):
            country = guess.country
            draft.explain("actor", "focus:shared-name", guess.score, guess.source.span if guess.source else None)
        else:
            return
        draft.actors = (replace(actor, code=country, country=country),)

    def _is_second(self, draft: Draft, code: str) -> bool:
        """Whether a name that two countries share means the second: "Georgia" beside "Republicans", not "Tbilisi"."""
        return not self._focus.has_other_sign(code, draft.words) and bool(
            self._focus.votes.get(draft.other or "") or self._focus.home == draft.other
        )

    def _from_set(self, draft: Draft) -> bool:
        if not sets.is_set(draft, self._scenes[draft.sentence].sentence):
            return False
        # "Nigeria asked the three countries to stay": it is none of them.
        barred = self._barred(draft)
        earlier = [d for d in self._earlier(draft) if not any(a.code in barred for a in d.actors)]
        votes = {c: v for c, v in self._focus.votes.items() if c not in barred}
        found = sets.find_members(draft, earlier, votes, self._scenes)
        if not found:
            return False
        draft.kind = MentionKind.REFERENCE
        draft.actors = tuple(found)
        draft.score = 0.7
        draft.explain("actor", "reference:set", 0.7)
        return True

    def _from_links(self, draft: Draft) -> bool:
        if draft.words == "counterpart":
            return self._from_counterpart(draft)
        actors: list[Actor] = []
        neighbours = False
        for link, target in draft.links:
            self._resolve(target)
            if draft.neighbour and (target.kind is MentionKind.STATE or target.words in NEUTER):
                self._take_other(draft, target)
                neighbours = True
                continue
            if link is Link.IN and draft.foreign and draft.number is Number.MANY:
                # "World leaders met in Brussels": they are of no country that the place could tell.
                continue
            if link is Link.IN and draft.role == NounKind.WEAPON:
                # "A bomb in Lima" need not be Peru's.
                continue
            for owner in host_of(target) if link is Link.IN else target.actors:
                actor = compose_linked(draft, owner)
                if actor not in actors:
                    actors.append(actor)
                    score = LINK_SCORES[link] * (target.score or 0.8)
                    draft.score = max(draft.score, score)
                    draft.explain("actor", f"link:{link}", score, target.span)
        if neighbours and not actors:
            return bool(draft.actors)
        draft.actors = tuple(actors)
        if len(actors) == 1 and draft.definite and draft.office:
            self._take_up(draft, actors[0])
        return bool(actors)

    def _take_other(self, draft: Draft, owner: Draft) -> None:
        """Read "its neighbour", "Peru's ally" as the other state that the text is about."""
        if draft.number is Number.MANY or not owner.actors:
            return
        other = next((c for c in self._focus.ranked() if c not in {a.code for a in owner.actors}), None)
        if other is None or not any(sightings.is_state(d) and d.actors[0].code == other for d in self._drafts):
            return
        if self._focus.votes[other] >= _MUCH * max(self._focus.votes.values()):
            draft.actors = (compose_in_country(draft, other),)
            draft.score = 0.5
            draft.explain("actor", "reference:other-state", 0.5, owner.span)

    def _take_up(self, draft: Draft, actor: Actor) -> None:
        """Take up "the Iranian minister" after "Iran's defence minister X" as the same person."""
        for other in reversed(self._earlier(draft)):
            for said in other.actors if other.person and len(other.actors) == 1 else ():
                if said.code == actor.code and said.office and draft.office in said.office.split():
                    draft.actors = (said,)
                    draft.antecedent = other
                    draft.explain("office", "reference:same-office", 0.8, other.span)
                    return

    def _from_counterpart(self, draft: Draft) -> bool:
        """Resolve "his Iranian counterpart": the office of "he", the country of "Iranian" or of another state."""
        owner: Draft | None = None
        states: list[Draft] = []
        for link, target in draft.links:
            self._resolve(target)
            if (link is Link.POSSESSOR and target.person) or target.kind is MentionKind.REFERENCE:
                owner = target
            elif target.actors:
                states.append(target)
        whose = owner.actors[0] if owner is not None and owner.actors else None
        if whose is None:
            subject = next((d for d in reversed(self._earlier(draft)) if d.person and d.actors and d.subject), None)
            whose = subject.actors[0] if subject else None
        if whose is not None:
            draft.office, draft.sectors = whose.office, whose.sectors
            if whose.office:
                draft.explain("office", "reference:counterpart", 0.85, owner.span if owner else draft.span)
        if states:
            draft.actors = tuple(compose_linked(draft, a) for d in states for a in d.actors[:1])
            draft.score = 0.9
            draft.explain("actor", "link:modifier", 0.9, states[0].span)
        else:
            other = next((c for c in self._focus.ranked() if whose is None or c != whose.country), None)
            if other is None:
                return False
            draft.actors = (compose_in_country(draft, other),)
            draft.score = 0.5
            draft.explain("actor", "reference:other-state", 0.5)
        draft.kind = MentionKind.OFFICE if draft.office else draft.kind
        draft.role = "person"
        draft.person = True
        return True

    def _from_same_name(self, draft: Draft) -> bool:
        if draft.kind is not MentionKind.PERSON:
            return False
        same = self._sightings.namesake(draft)
        if same is None:
            return False
        self._resolve(same)
        if not same.actors or same is draft:
            return False
        actor = same.actors[0]
        draft.actors = (
            replace(
                actor,
                name=actor.name if len(actor.name or "") >= len(draft.name or "") else draft.name,
                sectors=draft.sectors or actor.sectors,
                office=draft.office or actor.office,
            ),
        )
        draft.antecedent = same
        draft.score = 0.85 * (same.score or 0.8)
        draft.explain("actor", "reference:same-name", draft.score, same.span)
        return True

    def _from_companion(self, draft: Draft) -> bool:
        whose = sightings.find_companion(draft, self._earlier(draft), self._scenes[draft.sentence].sentence)
        if whose is None:
            return False
        draft.actors = tuple(compose_linked(draft, Actor(code=a.code, country=a.country)) for a in whose.actors)
        draft.score = 0.7 * (whose.score or 0.8)
        draft.explain("actor", "reference:companion", draft.score, whose.span)
        return True

    def _from_definite(self, draft: Draft) -> bool:
        if not draft.definite or draft.kind is MentionKind.PERSON:
            return False
        earlier = leave_out_barred(draft, self._scenes[draft.sentence], self._earlier(draft))
        found = sightings.find_definite(draft, earlier)
        if found is None:
            return False
        other, rule, score = found
        draft.antecedent = other
        draft.actors = other.actors
        draft.score = score * (other.score or 0.8)
        draft.explain("actor", rule, draft.score, other.span)
        return True

    def _from_sightings(self, draft: Draft) -> bool:
        other = self._sightings.same_kind(draft)
        if other is None:
            return False
        self._resolve(other)
        if not other.actors:
            return False
        draft.actors = tuple(compose_linked(draft, a) for a in other.actors)
        draft.score = 0.65
        draft.explain("actor", "reference:same-kind", 0.65, other.span)
        return True

    def _from_title(self, draft: Draft) -> bool:
        """A title that only one state uses: "the home secretary" is Britain's, where the text says nothing else."""
        if not draft.typical:
            return False
        country = None if ":" in draft.typical else draft.typical
        draft.actors = (compose_linked(draft, Actor(code=draft.typical, country=country)),)
        draft.score = 0.7
        draft.explain("actor", "offices:typical", 0.7)
        return True

    def _from_acting_state(self, draft: Draft) -> bool:
        """Courts and police are of the state that acts in the headline: "Russia jails U.S. soldier. Prosecutors …"."""
        if not _ENFORCERS.intersection(draft.sectors) or draft.role not in {"person", "body"}:
            return False
        acting = self._focus.acting
        if acting is None:
            return False
        draft.actors = (compose_in_country(draft, acting.actors[0].code),)
        draft.score = 0.6
        draft.explain("actor", "focus:acting-state", 0.6, acting.span)
        return True

    def _from_focus(self, draft: Draft) -> None:
        guess = None
        if not self._is_nobodys(draft):
            guess = self._focus.guess(
                draft.sentence,
                load_weights()[sort_of(draft, self._scenes[draft.sentence])],
                office=draft.office,
                barred=self._barred(draft) if draft.role == "state" else (),
            )
        if guess is None and (kind := KIND_CODES.get(draft.role)):
            # "International companies" are companies, whatever their countries.
            draft.actors = (Actor(code=kind, sectors=draft.sectors),)
            draft.score = 0.6
            draft.explain("actor", f"nouns:{draft.role}", 0.6)
            return
        if guess is None:
            draft.explain("actor", "focus:none", 0.0, reason="nothing in the text tells the country")
            return
        draft.actors = (compose_in_country(draft, guess.country),)
        draft.score = guess.score
        rule = "focus:" + "+".join(name for name, _ in guess.parts)
        draft.explain("actor", rule, guess.score, guess.source.span if guess.source else None)

    def _barred(self, draft: Draft) -> set[str]:
        """Countries that a phrase cannot be, by syntax: "France left the country" is not about France."""
        earlier = self._earlier(draft)
        kept = set(map(id, leave_out_barred(draft, self._scenes[draft.sentence], earlier)))
        return {a.code for d in earlier if id(d) not in kept for a in d.actors}

    @staticmethod
    def _is_nobodys(draft: Draft) -> bool:
        """Whether a phrase is of no country that the text could tell: "a country", "the region", "missiles"."""
        if draft.neighbour or draft.words in _UNOWNED or draft.role == NounKind.WEAPON:
            return True
        if draft.foreign and (draft.number is Number.MANY or draft.role == "place"):
            return True
        return draft.role == "state" and not draft.definite

    def _resolve_pronoun(self, draft: Draft) -> None:
        found = find_referent(draft, self._scenes, self._earlier(draft), self._near(draft), self._resolve)
        if found is None or not found.mentions[0].actors:
            draft.explain("actor", "reference:none", 0.0, reason="no mention fits the pronoun")
            return
        first = found.mentions[0]
        draft.antecedent = first
        draft.actors = tuple({a.code: a for d in found.mentions for a in d.actors}.values())
        draft.person = first.person
        draft.score = found.score * (first.score or 0.8)
        for other in found.mentions:
            draft.explain("actor", found.rule, draft.score, other.span)

    def _near(self, draft: Draft) -> Sequence[Draft]:
        """The mentions of its sentence and of those beside it."""
        first, last = max(0, draft.sentence - 1), min(draft.sentence + 2, len(self._scenes))
        return self._drafts[self._first_in[first] : self._first_in[last]]

    def _earlier(self, draft: Draft) -> Sequence[Draft]:
        """The mentions before one, as far back as references reach."""
        first = self._first_in[max(0, draft.sentence - antecedents.REACH)]
        return self._drafts[first : self._position[id(draft)]]
