"""Words and links of documents made fit for a page: what the templates' escaping lets through."""

from typing import Any
from urllib.parse import urlsplit

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Embeddings, overrides and isolates, which turn what is around them: U+202E makes "exe.txt" of "txt.exe". The plain
# marks U+200E and U+200F stay: Arabic and Hebrew are written with them, and within their own element they do no harm.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t\r"},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    **dict.fromkeys(map(ord, _TURNING), _REPLACEMENT),
    # Half a character, which UTF-8 can't hold.
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
}


def clean(value: Any) -> Any:
    """Words with a visible sign for each control and turning character; what is markup or no text stays as it is."""
    return value.translate(_VISIBLE) if type(value) is str else value


def check_link(url: str) -> str | None:
    """The address, if it is one of the web that a reader can be sent to; None for "javascript:…" and the like.

    An address with a user in it ("https://bbc.co.uk@evil.example/") is one that reads like another.
    """
    if not url.isprintable() or any(letter.isspace() for letter in url) or clean(url) != url:
        return None
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return None
    return url if is_web else None
