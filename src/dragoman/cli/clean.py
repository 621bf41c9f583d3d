"""Words of documents made fit for a terminal: nothing in them moves the cursor, colours or turns the line."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Marks and embeddings that turn the direction of what follows: U+202E makes "exe.txt" of "txt.exe".
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_VISIBLE = {
    # The pictures of the controls: "␛" for escape.
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys(map(ord, _TURNING), _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
}


def clean(words: str) -> str:
    """The words with a visible sign for each control and turning character; as many code points, line ends kept."""
    return words.translate(_VISIBLE)


def clean_line(words: str) -> str:
    """The words cleaned, on one line."""
    return clean(" ".join(words.split()))
