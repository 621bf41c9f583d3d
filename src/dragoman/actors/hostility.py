"""Who attacks and who is attacked: victims, towns and streets are of the attacked country."""

from dragoman.actors.draft import Draft
from dragoman.actors.scene import Scene

ATTACKER, ATTACKED = "attacker", "attacked"
DEEDS = frozenset(
    "aggression assault atrocity attack bombardment bombing capture crackdown invasion missile occupation offensive "
    "onslaught raid rocket shelling siege strike airstrike war withdrawal".split()
)
_ACTS = frozenset(
    "attack assault bomb bombard capture hit invade kill occupy pound seize shell shoot storm strike target "
    "threaten torture".split()
)
_SUFFERED = frozenset("die escape evacuate flee perish shelter suffer survive trap wound injure displace bury".split())
# "Two wounded in a blast" suffer, but "gunmen wounded two" do it.
_DONE_TO = frozenset("bury displace injure trap wound".split())
_VICTIMS = frozenset("casualty civilian evacuee refugee survivor victim villager".split())
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_TARGETS = frozenset({"of", "on", "against", "in", "into"})


def is_victim(scene: Scene, draft: Draft) -> bool:
    """Whether an unmarked mention suffers an attack: "shelled a market", "residents fled", "survivors"."""
    tokens = scene.sentence.tokens
    token = tokens[draft.head]
    verb = tokens[token.head].lemma.lower()
    does = token.dep == "nsubj" and verb in _DONE_TO
    if does and any(tokens[c].dep == "dobj" for c in scene.sentence.children[token.head]):
        return False
    suffers = token.dep in {"nsubj", "nsubjpass", "dobj"} and verb in _SUFFERED
    return suffers or draft.words in _VICTIMS or find_part(scene, draft) == ATTACKED


def find_part(scene: Scene, draft: Draft) -> str | None:
    """The part of a name in an attack: "Russia's shelling", "the invasion of Ukraine", "Israel bombed Syria".

    Args:
        scene: the sentence.
        draft: a name in it.

    Returns:
        `ATTACKER`, `ATTACKED`, or None where it has neither part.

    """
    tokens = scene.sentence.tokens
    token = tokens[draft.head]
    above = tokens[token.head]
    word = above.lemma.lower()
    if token.dep in _OWNING:
        return ATTACKER if word in DEEDS else None
    if token.dep == "nsubj":
        return ATTACKER if word in _ACTS else None
    if token.dep in {"dobj", "nsubjpass"}:
        return ATTACKED if word in _ACTS else None
    if token.dep == "pobj":
        governor = tokens[above.head].lemma.lower()
        if word == "by" and governor in _ACTS:
            return ATTACKER
        return ATTACKED if word in _TARGETS and governor in DEEDS else None
    return None
