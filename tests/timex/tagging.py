"""Texts tagged without a parse, as published on Friday 9 June 2023."""

from datetime import date

from dragoman.timex import tag_times

FRIDAY = date(2023, 6, 9)


def tagged(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    """The words of each expression of a text with their value."""
    return [(text[t.span.start : t.span.end], t.value) for t in tag_times(text, published)]


def values(text: str, published: date | None = FRIDAY) -> list[str]:
    """The values of a text's expressions, in order."""
    return [value for _, value in tagged(text, published)]
