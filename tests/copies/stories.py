"""Stories in the project's own words, and what editors do to them: sixty-four texts, eight of each kind.

Stories of one kind repeat the wording with other names and numbers, as ministries and weather offices do: none of them
is a copy of another.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dragoman.model.text import Document

DAY: Final = date(2024, 5, 15)

KINDS: Final = {
    "visit": (
        "{A} president visits {C}",
        "{C} (Wire) – {A}'s president met {B}'s prime minister in {C} on {day} and signed agreements on trade, "
        "energy and "
        "the training of pilots.\n\n"
        "{P}, who arrived with {n} business leaders, said the two countries would build a railway across the border. "
        "“We have waited for this day for a long time,” the president told reporters at the palace.\n\n"
        "The prime minister accepted an invitation to visit {A}. Trade between the neighbours has doubled since "
        "2019, and "
        "both governments hope to open a second crossing by the end of the year.",
    ),
    "attack": (
        "{n} killed as shells hit market in {A}",
        "{C} (Wire) – {B}'s army shelled a market in the {A} town of Oro on {day}, killing {n} people and wounding "
        "scores "
        "of others, hospital officials said.\n\n"
        "The foreign ministry of {A} summoned the ambassador of {B} and demanded an apology. {P}, who speaks for "
        "the army, "
        "denied that its guns had fired and accused rebels of the attack.\n\n"
        "Aid workers carried the wounded to a school. The organisation asked both sides to let lorries with water "
        "and "
        "medicine through.",
    ),
    "protest": (
        "Thousands march in {C}",
        "{C} (Wire) – Thousands of teachers marched through {C} on {day} to demand higher wages, and police "
        "arrested {n} of "
        "them near the parliament of {A}.\n\n"
        "{P}, the leader of their union, said the strike would go on until the government of {A} kept its promises. "
        "Schools "
        "in six provinces were closed.\n\n"
        "Neighbouring {B} urged its citizens to avoid the old town. A spokeswoman for the police said that stones "
        "had been "
        "thrown, and that nobody was badly hurt.",
    ),
    "call": (
        "{A} and {B} speak by telephone",
        "{A}'s foreign minister telephoned the foreign minister of {B} on {day} to discuss the fighting in the "
        "north and the "
        "return of {n} prisoners, the ministry said in a statement.\n\n"
        "{P} thanked {B} for its help and repeated that {A} stood by the truce. The ministers agreed to meet again "
        "in {C}.",
    ),
    "sanctions": (
        "{A} puts sanctions on {B}",
        "{C} (Wire) – {A} imposed sanctions on {n} companies of {B} on {day}, accusing them of selling parts for "
        "drones to "
        "a militia.\n\n"
        "The finance ministry froze their accounts and forbade banks to lend them money. “Whoever arms killers will "
        "pay,” "
        "said {P}, the minister.\n\n"
        "{B} called the measures illegal and promised an answer. Its trade minister left a meeting in {C} before it "
        "ended.",
    ),
    "briefing": (
        "Briefing of the ministry",
        "The foreign ministry of {A} said on {day} that {P} had received the ambassador of {B} in {C}. The two "
        "sides exchanged "
        "views on matters of common interest, noted the good state of relations, and reviewed {n} projects under "
        "way.",
    ),
    "weather": (
        "Weather in {C}",
        "{C} will see sunny spells on {day} with highs near {n} degrees and a light wind from the west, the weather "
        "office "
        "of {A} said. Rain is expected to reach the coast of {B} in the evening. {P} of the office advised walkers "
        "to take "
        "a coat.",
    ),
    "market": (
        "Shares in {C}",
        "Shares in {C} rose on {day}, with the main index gaining {n} points to close at its highest level since "
        "March. "
        "Banks of {A} led the gains, while mining companies that sell to {B} fell. {P}, an analyst, said that "
        "buyers had "
        "been encouraged by talk of lower interest rates.",
    ),
}
FILLINGS: Final = (
    ("Peru", "Chile", "LIMA", "Ana Rojas", "12", "Tuesday"),
    ("Ghana", "Togo", "ACCRA", "Kofi Badu", "27", "Monday"),
    ("Norway", "Latvia", "OSLO", "Ingrid Dahl", "41", "Friday"),
    ("Oman", "Qatar", "MUSCAT", "Salim Harthy", "35", "Sunday"),
    ("Laos", "Nepal", "VIENTIANE", "Bounmy Keo", "18", "Thursday"),
    ("Kenya", "Uganda", "NAIROBI", "Grace Otieno", "56", "Wednesday"),
    ("Serbia", "Albania", "BELGRADE", "Milan Ilic", "63", "Saturday"),
    ("Fiji", "Tonga", "SUVA", "Mere Tui", "74", "Monday"),
)


def make_stories() -> dict[str, list[Document]]:
    """The stories by kind."""
    return {kind: [_make(kind, number) for number in range(len(FILLINGS))] for kind in KINDS}


def _make(kind: str, number: int) -> Document:
    title, text = KINDS[kind]
    words = dict(zip(("A", "B", "C", "P", "n", "day"), FILLINGS[number], strict=True))
    return Document(
        id=f"{kind}-{number}",
        title=title.format(**words),
        text=text.format(**words),
        published=DAY,
        publisher="The Wire",
    )


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor did to a story, and whether a copy came of it."""

    name: str
    apply: Callable[[Document], Document]
    is_copy: bool


def _in_text(old: str, new: str) -> Callable[[Document], Document]:
    return lambda story: replace(story, text=story.text.replace(old, new))


def _on_text(change: Callable[[str], str]) -> Callable[[Document], Document]:
    return lambda story: replace(story, text=change(story.text))


EDITS: Final = (
    Edit("nothing", lambda story: story, is_copy=True),
    Edit("its own headline", lambda story: replace(story, title=f"News of {_filling(story.text)[0]}"), is_copy=True),
    Edit("a day later", lambda story: replace(story, published=DAY + timedelta(days=1)), is_copy=True),
    Edit("another agency's mark", _in_text("(Wire) –", "(Herald News) –"), is_copy=True),
    Edit("no dateline", _on_text(lambda text: text.partition("(Wire) – ")[2] or text), is_copy=True),
    Edit("a by-line", _on_text(lambda text: f"By Jane Muir\n\n{text}"), is_copy=True),
    Edit("credits", _on_text(lambda text: f"{text}\n\n(Reporting by Li Wei; Editing by Jo Park)"), is_copy=True),
    Edit("an agency at its end", _on_text(lambda text: f"{text} (Reuters)"), is_copy=True),
    Edit("other marks", _on_text(lambda t: t.replace("'", "’").replace("“", '"').replace("”", '"').replace("–", "-")),
         is_copy=True),
    Edit("one paragraph", _on_text(lambda text: text.replace("\n\n", " ")), is_copy=True),
    Edit("the first paragraph alone", _on_text(lambda text: text.split("\n\n")[0]), is_copy=True),
    Edit("without the last sentence", _on_text(lambda text: text[: text.rindex(". ") + 1]), is_copy=True),
    Edit("without the middle", _on_text(lambda text: "\n\n".join([*text.split("\n\n")[:1], *text.split("\n\n")[2:]])),
         is_copy=True),
    Edit("stated for said", _in_text(" said", " stated"), is_copy=True),
    Edit("no day", _on_text(lambda text: _without_day(text)), is_copy=True),
    Edit("a word put in", _in_text(" on matters", " on many matters"), is_copy=True),
    Edit("the other country", _on_text(lambda text: _swap(text)), is_copy=False),
    Edit("another number", _on_text(lambda text: _count_on(text)), is_copy=False),
    Edit("two weeks later", lambda story: replace(story, published=DAY + timedelta(days=14)), is_copy=False),
    Edit("another day", _on_text(lambda text: _next_day(text)), is_copy=False),
    Edit("another person", _on_text(lambda text: _rename(text)), is_copy=False),
    Edit("a new paragraph", _on_text(lambda text: f"{text}\n\n{_NEW}"), is_copy=False),
    Edit("a new lead", _on_text(lambda text: f"{_NEW}\n\n{text}"), is_copy=False),
    Edit("a rumour", _on_text(lambda text: _before_verb(text, "reportedly")), is_copy=False),
    Edit("a denial", _on_text(lambda text: _before_verb(text, "did not")), is_copy=False),
)  # fmt: skip
_NEW: Final = (
    "Late in the evening the mayor of the town wrote in a message that a fourth bridge had been closed, that nobody "
    "knew "
    "when it would open again, and that the council was to meet at dawn."
)


def _filling(text: str) -> tuple[str, ...]:
    return next(filling for filling in FILLINGS if filling[3] in text)


def _without_day(text: str) -> str:
    return text.replace(f" on {_filling(text)[5]}", "")


def _swap(text: str) -> str:
    return text.replace(_filling(text)[0], "Bolivia")


def _count_on(text: str) -> str:
    count = _filling(text)[4]
    return text.replace(count, str(int(count) + 3))


def _next_day(text: str) -> str:
    day = _filling(text)[5]
    return text.replace(day, "Tuesday" if day == "Monday" else "Monday")


def _rename(text: str) -> str:
    return text.replace(_filling(text)[3], "Ruth Osei")


def _before_verb(text: str, words: str) -> str:
    verb = next(verb for verb in (" met ", " shelled ", " marched ", " telephoned ", " imposed ", " had received ",
                                  " will see ", " rose ") if verb in text)  # fmt: skip
    return text.replace(verb, f" {words}{verb}", 1)


def make_pairs(*, of_kind: int = len(FILLINGS)) -> Iterator[tuple[str, Document, Document, bool]]:
    """Name, a story, another document, whether that is a copy: each edit of each story, and stories of one kind.

    Args:
        of_kind: how many stories of each kind.

    """
    for kind, every in make_stories().items():
        stories = every[:of_kind]
        for story in stories:
            for edit in EDITS:
                # An edit that finds nothing to change leaves a copy; those that leave none all find something.
                yield edit.name, story, replace(edit.apply(story), id=f"{story.id} {edit.name}"), edit.is_copy
            for other in stories:
                if other is not story:
                    yield f"another {kind}", story, other, False
