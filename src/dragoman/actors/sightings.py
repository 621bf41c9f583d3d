"""Other mentions of the same person, office or body in the document: "Osei", "the minister", "the group"."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from dragoman.actors.antecedents import find_antecedent
from dragoman.actors.draft import Draft, Link, Number
from dragoman.actors.phrases import read_complements, read_modifiers
from dragoman.actors.scene import Scene
from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import NounKind
from dragoman.model.actor import MentionKind
from dragoman.model.text import Sentence

_NAMED = frozenset({Form.NAME, Form.ABBREVIATION, Form.CAPITAL, Form.METONYM, Form.REGION})
_BLOCS = frozenset({"bloc", "alliance", "union", "organisation", "organization", "body", "grouping"})
_GROUPS = frozenset({"group", "movement", "militia", "faction", "organisation", "organization", "militants", "cell"})
# One rights group is not another, one country not another.
_OWN_KIND = frozenset({NounKind.STATE, NounKind.SIDE, NounKind.PLACE, NounKind.COMPANY, NounKind.CHARITY})
_NAMED_KINDS = frozenset({MentionKind.ORGANISATION, MentionKind.STATE, MentionKind.GROUP})
_COMPANIONS = frozenset("colleague comrade compatriot teammate follower supporter voter successor predecessor".split())
_SENDING = frozenset(
    "send deploy dispatch withdraw pull station mobilize mobilise mass amass move lend commit recall redeploy".split()
)
_HALF = frozenset({"sponsor", "stance", "pronoun"})
# Shorter surnames differ by one letter too easily: "Kim" and "Lim".
_SHORTEST_VARIANT = 5


class Sightings:
    """Persons by surname, offices and nouns by word, over the whole document."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._surnames: dict[str, list[Draft]] = defaultdict(list)
        self._kinds: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        for draft in drafts:
            if draft.kind is MentionKind.PERSON and draft.name and (draft.actors or draft.links):
                for part in split_name(draft.name)[-2:]:
                    self._surnames[part].append(draft)
            if draft.links and (draft.kind is MentionKind.GENERIC or draft.kind is MentionKind.OFFICE):
                self._kinds[_kind_key(draft)].append(draft)

    def namesake(self, draft: Draft) -> Draft | None:
        """Another mention of the person with a country of its own, the nearest; spelling may differ by a letter."""
        parts = split_name(draft.name or "")
        if not parts:
            return None
        same = [d for d in self._surnames.get(parts[-1], ()) if d is not draft]
        if not same:
            same = [d for name, found in self._surnames.items() if _is_variant(name, parts[-1]) for d in found]
        return min(same, key=lambda d: (abs(d.sentence - draft.sentence), d.span.start), default=None)

    def same_kind(self, draft: Draft) -> Draft | None:
        """The nearest mention of the same office or noun that says whose it is: "police" and "French police"."""
        if draft.kind is MentionKind.PERSON or draft.role in _OWN_KIND or draft.foreign:
            return None
        same = [d for d in self._kinds.get(_kind_key(draft), ()) if d is not draft]
        return min(same, key=lambda d: (abs(d.sentence - draft.sentence), d.span.start), default=None)


def _kind_key(draft: Draft) -> tuple[str, str]:
    return (draft.office, "") if draft.office else (draft.words, draft.number)


def _is_variant(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one: an inserted, dropped or changed letter, or a doubled ending."""
    if min(len(one), len(other)) < _SHORTEST_VARIANT or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    rest_one, rest_other = one[shared:], other[shared:]
    return rest_one[1:] == rest_other[1:] or rest_one[1:] == rest_other or rest_one == rest_other[1:]


def find_definite(draft: Draft, earlier: Sequence[Draft]) -> tuple[Draft, str, float] | None:
    """What a definite phrase without a state of its own takes up: "the minister", "the country", "the group".

    Args:
        draft: the phrase.
        earlier: mentions before it, in order.

    Returns:
        The earlier mention, the rule and a score; None where it takes up nothing.

    """
    if draft.links:
        return None
    if draft.number is Number.ONE and (found := find_antecedent(draft, earlier, lambda d: _bears_noun(draft, d))):
        return found[0], "reference:body", 0.75
    allowed: Callable[[Draft], bool]
    if draft.role == NounKind.STATE and draft.number is Number.ONE:
        allowed, rule = is_state, "reference:state"
    elif draft.role == NounKind.PLACE and draft.number is Number.ONE:
        allowed, rule = _is_place, "reference:place"
    elif draft.words in _BLOCS and (found := find_antecedent(draft, earlier, _is_igo)):
        return found[0], "reference:bloc", 0.75
    elif draft.words in _GROUPS:
        allowed, rule = lambda d: _is_group(draft, d), "reference:group"
    elif draft.role == NounKind.COMPANY and draft.number is Number.ONE:
        allowed, rule = _is_company, "reference:company"
    elif draft.kind is MentionKind.OFFICE:
        allowed, rule = lambda d: _same_office(draft, d), "reference:office"
    else:
        allowed, rule = lambda d: _same_noun(draft, d), "reference:same-noun"
    found = find_antecedent(draft, earlier, allowed)
    return (found[0], rule, 0.75) if found else None


def is_state(other: Draft) -> bool:
    """Whether a mention is a state by name, capital or metonym."""
    return other.kind is MentionKind.STATE and other.form in _NAMED and not other.role and bool(other.actors)


def _is_place(other: Draft) -> bool:
    """Whether a mention is a town or a region; a capital that acts ("Washington spoke") is its state."""
    town = other.form is Form.REGION or (other.form is Form.CAPITAL and not other.subject)
    return other.kind is MentionKind.STATE and town and not other.role and bool(other.actors)


def _is_igo(other: Draft) -> bool:
    return other.kind is MentionKind.ORGANISATION and bool(other.actors) and other.actors[0].code.startswith("IGO:")


def _bears_noun(draft: Draft, other: Draft) -> bool:
    """Whether a name holds the noun: "the council" takes up "the Security Council", "the kingdom" the United one."""
    if other.kind not in _NAMED_KINDS or not other.actors or draft.kind is MentionKind.OFFICE:
        return False
    return draft.words in f"{other.words} {(other.name or '').lower()}".split()


def _is_group(draft: Draft, other: Draft) -> bool:
    if other.kind is MentionKind.GROUP:
        return bool(other.actors)
    return draft.role != NounKind.ARMED and other.kind is MentionKind.ORGANISATION and bool(other.actors)


def _is_company(other: Draft) -> bool:
    return bool(other.actors) and other.actors[0].code == "MNC:OTHER"


def _same_office(draft: Draft, other: Draft) -> bool:
    if other.number is not draft.number or not other.actors:
        return False
    if other.kind not in {MentionKind.PERSON, MentionKind.OFFICE}:
        return False
    offices = {a.office for a in other.actors} | {other.office}
    if draft.office in offices:
        return True
    # "the minister" takes up "the defence minister"; "the general" an officer by rank.
    return any(o is not None and draft.office is not None and draft.office in o.split() for o in offices)


def _same_noun(draft: Draft, other: Draft) -> bool:
    return (
        other.kind is MentionKind.GENERIC
        and bool(other.actors)
        and other.words == draft.words
        and other.number is draft.number
    )


def find_companion(draft: Draft, earlier: Sequence[Draft], sentence: Sentence) -> Draft | None:
    """Whose colleagues, families or supporters are meant where nothing says so: those of the sentence's subject.

    "Former British soldiers accused colleagues of crimes in Iraq" is of British colleagues. So are those whom one
    sends: "France sent troops to Mali".
    """
    if draft.subject or any(link is not Link.IN for link, _ in draft.links):
        return None
    token = sentence.tokens[draft.head]
    sent = token.dep == "dobj" and sentence.tokens[token.head].lemma.lower() in _SENDING and not draft.definite
    if draft.words not in _COMPANIONS and not sent:
        return None
    same = [d for d in earlier if d.sentence == draft.sentence and d.subject and d.actors and d.role not in _HALF]
    return same[-1] if same else None


def find_owner(scene: Scene, draft: Draft) -> Draft | None:
    """The state before or after a shared name: "India's Supreme Court", "the Senate of Chile"."""
    first = scene.chunk_first[draft.first]
    links = [(k, d) for k, d in read_modifiers(scene, first, draft.first) if d is not draft]
    links = links or read_complements(scene, draft.last)
    states = [d for _, d in links if d.kind is MentionKind.STATE and d.actors]
    return states[0] if states else None
