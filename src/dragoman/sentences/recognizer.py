"""spaCy's entity recognizer, read at all tokens at once; only `sentences/quick.py` needs it.

The recognizer goes from token to token and asks each time which of its moves is the best: to begin an entity of some
label (B), to go on in it (I), to end it (L), to take the one token for an entity (U), to leave it out (O). Outside an
entity the answer hangs on the token alone, not on what was read before, so that all tokens are asked together; what
begins an entity is then followed to its end, all of them a token further at a time. Token by token it costs spaCy more
than its network does.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Pipe
from spacy.tokens import Span
from spacy.util import minibatch
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.tokens import Doc

AT_ONCE: Final = "dragoman_recognizer_at_once"
"""The name of the component."""

_FEATURES: Final = 3
"""What the network sees of a place: the token, the first token of the open entity, and the token before in it."""
_SHORT: Final = 16
"""Tokens of the entities that are followed all at once. Of longer ones, as where one name is repeated without an end,
each token begins another as long; followed are those that no entity before them holds."""
_PASSAGES: Final = 16
"""So many passages are read together: as many as spaCy takes."""

_Scores = NDArray[np.float32]
_Places = NDArray[np.int64]
_Marks = NDArray[np.bool_]


class _Moves(NamedTuple):
    """Which class of the network's output stands for which move."""

    begin: dict[int, str]
    """The label by class."""
    whole: dict[int, str]
    inside: dict[str, int]
    """The class by label."""
    last: dict[str, int]
    out: int
    within: list[int]
    """The classes that are no move outside an entity."""


class _Surroundings(NamedTuple):
    """What bounds entities: marks at each token of some passages, one passage after the other."""

    spaces: _Marks
    goes_on: _Marks
    """Whether the next token is of the same sentence."""


def can_read_at_once(recognizer: Any) -> bool:
    """Whether a component reads as spaCy's own recognizer does by default: greedily, on a processor, by three features.

    Args:
        recognizer: a component of a pipeline.

    """
    if type(recognizer) is not EntityRecognizer or recognizer.cfg["beam_width"] != 1:
        return False
    model: Any = recognizer.model
    return (
        model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and isinstance(model.ops, NumpyOps)
        and model.layers[1].get_dim("nF") == _FEATURES
        and model.layers[1].get_dim("nP") > 1
    )


class RecognizerAtOnce(Pipe):
    """An entity recognizer that finds what spaCy's own finds, in documents that hold no entities yet."""

    def __init__(self, vocab: Any, name: str) -> None:
        self.vocab = vocab
        self.name = name

    def take_over(self, recognizer: EntityRecognizer) -> None:
        """Take the network of a recognizer, to which `can_read_at_once` applies."""
        self._tokens, self._lower, self._upper = recognizer.model.layers
        moves: Any = recognizer.moves
        # Its `move_names` leaves one out.
        self._moves = _read_moves([moves.get_class_name(number) for number in range(moves.n_moves)])

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the entities of one passage."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable["Doc"], *, batch_size: int = _PASSAGES) -> Iterator["Doc"]:
        """Set the entities of passages, in order."""
        for batch in minibatch(stream, size=min(batch_size, _PASSAGES)):  # type: ignore[no-untyped-call]
            docs = list(batch)
            if any(len(doc) for doc in docs):
                self._recognize(docs)
            yield from docs

    def _recognize(self, docs: Sequence["Doc"]) -> None:
        around = _read_surroundings(docs)
        # The first row stands for a token that is not there.
        cached = self._lower.predict(self._tokens.predict(docs)).reshape(len(around.spaces) + 1, _FEATURES, -1)
        chosen = self._choose_outside(cached, around)
        begun = np.flatnonzero(np.isin(chosen, list(self._moves.begin)))
        ends = self._follow(begun, cached, chosen, around, most=_SHORT)

        def find_end(start: int) -> int:
            if start not in ends:
                ends.update(self._follow(np.array([start]), cached, chosen, around, most=len(chosen)))
            return ends[start]

        offset = 0
        for doc in docs:
            found = _join(chosen[offset : offset + len(doc)], self._moves, find_end, offset)
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found])
            offset += len(doc)

    def _choose_outside(self, cached: _Scores, around: _Surroundings) -> _Places:
        """The best move at each token, were no entity open."""
        padding = cached[0]
        scores = self._score((cached[1:, 0] + padding[1]) + padding[2])
        begin, whole = np.array([*self._moves.begin]), np.array([*self._moves.whole])
        scores[:, self._moves.within] = -np.inf
        scores[np.ix_(np.flatnonzero(around.spaces | ~around.goes_on), begin)] = -np.inf
        scores[np.ix_(np.flatnonzero(around.spaces), whole)] = -np.inf
        best: _Places = scores.argmax(axis=1)
        return best

    def _follow(
        self, starts: _Places, cached: _Scores, chosen: _Places, around: _Surroundings, *, most: int
    ) -> dict[int, int]:
        """The ends of entities by the tokens that begin them, of those with no more than so many tokens."""
        ends: dict[int, int] = {}
        labels = [self._moves.begin[move] for move in chosen[starts].tolist()]
        inside = np.array([self._moves.inside[label] for label in labels], dtype=np.int64)
        last = np.array([self._moves.last[label] for label in labels], dtype=np.int64)
        at = starts + 1
        for _ in range(most):
            if not len(starts):
                break
            scores = self._score((cached[at + 1, 0] + cached[starts + 1, 1]) + cached[at, 2])
            rows = np.arange(len(starts))
            # spaCy takes the move that comes first where two are equal: to go on, which it lists before.
            stays = (scores[rows, inside] >= scores[rows, last]) & around.goes_on[at]
            ends.update(zip(starts[~stays].tolist(), (at[~stays] + 1).tolist(), strict=True))
            starts, inside, last, at = starts[stays], inside[stays], last[stays], at[stays] + 1
        return ends

    def _score(self, sums: _Scores) -> _Scores:
        """A score for each move, of the sums of what is seen of some places."""
        pieces = self._lower.get_dim("nP")
        hidden = (sums + self._lower.get_param("b").reshape(-1)).reshape(len(sums), -1, pieces).max(axis=2)
        scores: _Scores = self._upper.predict(hidden)
        return scores


def _read_moves(names: Sequence[str]) -> _Moves:
    """The moves of a recognizer: "B-ORG", "I-ORG", "L-ORG", "U-ORG", "O", and "U-", which is for other uses."""
    parts = [(number, *name.partition("-")[::2]) for number, name in enumerate(names)]
    labels = {kind: {number: label for number, k, label in parts if k == kind and label} for kind in "BILU"}
    out = names.index("O")
    outside = {out, *labels["B"], *labels["U"]}
    return _Moves(
        begin=labels["B"],
        whole=labels["U"],
        inside={label: number for number, label in labels["I"].items()},
        last={label: number for number, label in labels["L"].items()},
        out=out,
        within=[number for number in range(len(names)) if number not in outside],
    )


def _read_surroundings(docs: Sequence["Doc"]) -> _Surroundings:
    seen = np.concatenate([doc.to_array([IS_SPACE, SENT_START]).astype(np.int64) for doc in docs])
    goes_on = np.append(seen[1:, 1] != 1, False)
    goes_on[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = False
    return _Surroundings(spaces=seen[:, 0] == 1, goes_on=goes_on)


def _join(
    chosen: _Places, moves: _Moves, find_end: Callable[[int], int], offset: int
) -> Iterator[tuple[int, int, str]]:
    """The entities of one passage, as it is read from its first token on: what lies in one begins none."""
    read = 0
    for start in np.flatnonzero(chosen != moves.out).tolist():
        if start < read:
            continue
        move = int(chosen[start])
        whole = moves.whole.get(move)
        read = start + 1 if whole else find_end(start + offset) - offset
        yield start, read, whole or moves.begin[move]


@Language.factory(AT_ONCE)
def _make_recognizer(nlp: Language, name: str) -> RecognizerAtOnce:
    return RecognizerAtOnce(nlp.vocab, name)
