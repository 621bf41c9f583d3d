"""Find pronouns that may stand for actors."""

from collections.abc import Iterator

from dragoman.actors.draft import Draft, Number
from dragoman.actors.names import SUBJECTS
from dragoman.actors.people import gender_of
from dragoman.actors.scene import Scene
from dragoman.model.actor import MentionKind
from dragoman.model.text import Span

SINGULAR = frozenset("he him his himself she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset("it its itself".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset("you your yours".split())
RELATIVE = frozenset({"who", "whom", "whose", "which"})
REFLEXIVE = frozenset("himself herself itself themselves myself ourselves yourself".split())
_ALL = SINGULAR | PLURAL | NEUTER | FIRST | SECOND | RELATIVE
_FIRST_PLURAL = frozenset("we us our ours ourselves".split())


def find_pronouns(scene: Scene) -> Iterator[Draft]:
    """Personal, possessive and relative pronouns, left to right; never a name ("US")."""
    for token in scene.sentence.tokens:
        if token.pos not in {"PRON", "DET"} or scene.name_at[token.i] is not None:
            continue
        word = token.text.lower()
        if word not in _ALL or (word == "which" and token.dep not in SUBJECTS) or token.dep == "expl":
            continue
        yield Draft(
            sentence=scene.index,
            first=token.i,
            last=token.i,
            head=token.i,
            span=Span(token.start, token.end, scene.sentence.span.field),
            kind=MentionKind.REFERENCE,
            words=word,
            role="pronoun",
            number=Number.MANY if word in PLURAL or word in _FIRST_PLURAL else Number.ONE,
            gender=gender_of(word),
            subject=token.dep in SUBJECTS,
            definite=True,
        )
