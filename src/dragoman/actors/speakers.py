"""Who is speaking: for "we" and "our" inside quoted words."""

from collections.abc import Sequence

from dragoman.actors.draft import Draft
from dragoman.actors.scene import Scene
from dragoman.model.text import Quotation, Span

SPEECH = frozenset(
    "say tell add warn state declare announce argue claim insist note stress emphasize emphasise write tweet ask "
    "explain continue reply respond call urge vow describe accuse admit acknowledge conclude reiterate underline "
    "point promise pledge suggest comment quote according refer express post deny".split()
)


def find_speaker(
    span: Span, sentence: int, scenes: Sequence[Scene], drafts: Sequence[Draft], quotations: Sequence[Quotation]
) -> Draft | None:
    """The mention that speaks the words at `span`.

    The subject of a verb of saying outside of the quotation is looked for in the same sentence, then in the one
    before, then in the one after.

    Args:
        span: the word spoken ("we").
        sentence: its sentence.
        scenes: all sentences.
        drafts: mentions that may speak, in order.
        quotations: the quotations of the document.

    """
    quotation = next((q for q in quotations if q.span.contains(span)), None)
    order = (sentence, sentence - 1, sentence + 1)
    for index in order if quotation else (sentence,):
        if not 0 <= index < len(scenes):
            continue
        for draft in drafts:
            if draft.sentence != index or not draft.subject or draft.span == span:
                continue
            if quotation is not None and quotation.span.overlaps(draft.span):
                continue
            if draft.speaks:
                return draft
    return None


def mark_speech(scenes: Sequence[Scene], drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> None:
    """Note for each mention in which quotation it stands and whether it is the subject of a verb of saying."""
    for draft in drafts:
        for number, quotation in enumerate(quotations):
            if quotation.span.contains(draft.span):
                draft.quoted = number
                break
        tokens = scenes[draft.sentence].sentence.tokens
        draft.speaks = draft.subject and tokens[tokens[draft.head].head].lemma.lower() in SPEECH
