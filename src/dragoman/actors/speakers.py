"""Who is speaking: for "we" and "our" inside quoted words."""

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.actors.draft import Draft
from dragoman.actors.scene import Scene
from dragoman.model.text import Quotation, Sentence, SentenceKind, Span

SPEECH = frozenset(
    "say tell add warn state declare announce argue claim insist note stress emphasize emphasise write tweet ask "
    "explain continue reply respond call urge vow describe accuse admit acknowledge conclude reiterate underline "
    "point promise pledge suggest comment quote according refer express post deny".split()
)
_DASHES = frozenset({"-", "–", "—", "--"})
_CLOSING = frozenset({"'", "’", '"', "”", "''"})


def find_speaker(word: Draft, near: Sequence[Draft]) -> Draft | None:
    """The mention that speaks a word such as "we".

    The subject of a verb of saying outside of the quotation is looked for in the same sentence, then, for quoted
    words, in the one before and the one after.

    Args:
        word: the pronoun.
        near: mentions of its sentence and of those beside it, in order.

    """
    beside = (word.sentence - 1, word.sentence + 1) if word.quoted >= 0 else ()
    for index in (word.sentence, *beside):
        for draft in near:
            if draft.sentence == index and draft.speaks and (draft.quoted < 0 or draft.quoted != word.quoted):
                return draft
    return None


def mark_speech(scenes: Sequence[Scene], drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> None:
    """Note for each mention in which quotation it stands and whether it is the subject of a verb of saying."""
    order = sorted(range(len(quotations)), key=lambda n: _place(quotations[n].span))
    starts = [_place(quotations[n].span) for n in order]
    for draft in drafts:
        at = bisect_right(starts, _place(draft.span)) - 1
        if at >= 0 and quotations[order[at]].span.contains(draft.span):
            draft.quoted = order[at]
        tokens = scenes[draft.sentence].sentence.tokens
        said = draft.subject and tokens[tokens[draft.head].head].lemma.lower() in SPEECH
        draft.speaks = said or _heads_line(scenes[draft.sentence].sentence, draft)


def _heads_line(sentence: Sentence, draft: Draft) -> bool:
    """Whether a headline gives its words to somebody: "Osei: end it", "End it now - Osei", "'…': Osei"."""
    if sentence.kind is not SentenceKind.HEADLINE or not draft.person or draft.quoted >= 0:
        return False
    tokens = sentence.tokens
    before = tokens[draft.first - 1].text if draft.first > 0 else ""
    after = tokens[draft.last + 1].text if draft.last + 1 < len(tokens) else ""
    if draft.first == 0 and after == ":":
        return True
    if before in _DASHES:
        return not after
    return before == ":" and draft.first > 1 and tokens[draft.first - 2].text in _CLOSING


def _place(span: Span) -> tuple[str, int]:
    return (span.field, span.start)
