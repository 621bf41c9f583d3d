"""Hypothesis strategies shared by all tests."""

from datetime import date

from hypothesis import strategies as st

from dragoman.model.text import Document

ANY_TEXT = st.text(st.characters(), max_size=200)
"""Any code points at all, lone surrogates and control characters included."""

_PIECES = [
    *[
        "Kenya",
        "Ghana's president",
        "the Peruvian foreign minister",
        "he",
        "both sides",
        "NATO",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
    ],
    *[
        "«",
        "»",
        ".",
        "…",
        "?",
        "!",
        ",",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "said",
        "that,",
        "met",
        "attacked",
        "on Monday",
    ],
    *[
        "U.S.",
        "Gen.",
        "ACCRA –",
        "(Reuters) -",
        "in Lima",
        "May 3",
        "will visit",
        "accused",
        "İ",
        "ß",
        "\ud800",
        "\x00",
        "\u202e",
    ],
    *["e\u0301", "👩‍👩‍👧", "العربية", "中国", "-", "—", "1.5", "No. 5", "don't", "'90s"],
]
NEWS_LIKE = st.lists(st.sampled_from(_PIECES), max_size=40).map(lambda pieces: " ".join(pieces))
"""Texts made of what news is made of, in any order: reaches the rules that random characters never would."""

TEXTS = st.one_of(ANY_TEXT, NEWS_LIKE)

DOCUMENTS = st.builds(
    Document,
    id=st.just("d"),
    title=TEXTS,
    text=TEXTS,
    published=st.dates(date(1980, 1, 1), date(2030, 12, 31)),
)
