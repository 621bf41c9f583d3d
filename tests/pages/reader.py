"""Reads a page as tests look at it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """An element with its attributes and all words within."""

    name: str
    attributes: dict[str, str]
    words: str = ""
    parents: tuple[str, ...] = ()


@dataclass
class Page(HTMLParser):
    """A page as the list of its elements."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "source"})

    CELLS = frozenset({"td", "th", "li"})

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {n: v or "" for n, v in attrs}, parents=tuple(e.name for e in self.open))
        self.elements.append(element)
        if tag not in self.VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {n: v or "" for n, v in attrs}, parents=tuple(e.name for e in self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()
        if tag in self.CELLS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words += data

    def all(self, name: str, /, **attributes: str) -> list[Element]:
        """Elements of a name that have these attributes, `class_` as one of their classes."""
        wanted = attributes.pop("class_", None)
        return [
            e
            for e in self.elements
            if e.name == name
            and all(e.attributes.get(n) == v for n, v in attributes.items())
            and (wanted is None or wanted in e.attributes.get("class", "").split())
        ]


def read_page(html: str) -> Page:
    """The page; all that is opened is closed, in order."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open, [e.name for e in page.open]
    return page


def say(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
