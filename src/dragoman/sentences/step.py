"""The stage: from a document to parsed sentences, quotations and the dateline."""

from dragoman.config import CoderConfig
from dragoman.model.coding import Coding
from dragoman.sentences.parse import Parser, SpacyParser
from dragoman.sentences.passages import find_layout


class SentencesStep:
    """Splits both fields of a document into parsed sentences; finds quotations and the dateline."""

    name = "sentences"
    requires = frozenset({"document"})
    assigns = frozenset({"sentences", "quotations", "dateline"})

    def __init__(self, config: CoderConfig | None = None, *, parser: Parser | None = None) -> None:
        self.parser: Parser = parser or SpacyParser(config or CoderConfig())

    @property
    def models(self) -> dict[str, str]:
        """The parser and the hash of its files."""
        return {"parser": self.parser.digest}

    def __call__(self, coding: Coding, /) -> Coding:
        """Add sentences (of the title first), quotations and the dateline.

        Args:
            coding: a coding with its document.

        Returns:
            The coding with this stage's layers; offsets are code points of the untouched fields.

        Raises:
            ModelError: the parser's files are missing or not the expected ones.

        """
        layout = find_layout(coding.document, self.parser.is_verb)
        sentences = self.parser.parse(layout.passages)
        return coding.with_layers(sentences=sentences, quotations=layout.quotations, dateline=layout.dateline)
