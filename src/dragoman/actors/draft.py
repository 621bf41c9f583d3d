"""A mention while it is being worked out."""

from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.gazetteer.name import Form
from dragoman.gazetteer.persons import Person
from dragoman.model.actor import Actor, MentionKind
from dragoman.model.codes import Sector
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Span


class Number(StrEnum):
    """Grammatical number."""

    ONE = "one"
    MANY = "many"


class Gender(StrEnum):
    """Gender of a person, where title, name or pronoun shows it."""

    MALE = "male"
    FEMALE = "female"


class Link(StrEnum):
    """How another mention bears on this one."""

    MODIFIER = "modifier"
    """"Turkish officials", "UN chief"."""
    POSSESSOR = "possessor"
    """"Israel's army", "his forces"."""
    OF = "of"
    """"head of the IAEA", "the army of Chad"."""
    IN = "in"
    """"police in Lyon"."""
    APPOSITION = "apposition"
    """One phrase set off behind the other: "Osei, minister of trade"."""


@dataclass(eq=False, slots=True, kw_only=True)
class Draft:
    """A mention with what is known of it so far; turned into an `ActorMention` when all is known."""

    sentence: int
    first: int
    last: int
    """Token range, both included."""
    head: int
    span: Span
    kind: MentionKind
    form: Form | None = None
    """For names of the gazetteer."""
    name: str | None = None
    office: str | None = None
    sectors: tuple[Sector, ...] = ()
    words: str = ""
    """Lower-case lemma of the head noun, or the pronoun."""
    role: str = ""
    """What the noun names: "person", "body", "state", …; "sponsor" or "stance" for states that do not own what
    they modify ("Russian-backed", "pro-Russian")."""
    number: Number = Number.ONE
    gender: Gender | None = None
    definite: bool = False
    subject: bool = False
    links: list[tuple[Link, "Draft"]] = field(default_factory=list)
    actors: tuple[Actor, ...] = ()
    score: float = 0.0
    """Of the country or code."""
    antecedent: "Draft | None" = None
    evidence: list[Evidence] = field(default_factory=list)
    shared: bool = False
    """Whether several states have a body of this name: the code is only a default."""
    other: str | None = None
    """A second country of the same name."""
    known: Person | None = None
    """The person of the register, for names."""
    name_first: int = 0
    """First token of the name itself, after the titles."""
    full: bool = False
    """Whether a person's name has more than one word."""
    foreign: bool = False
    """Whether it is expressly of no one country: "Western officials"."""
    rank: bool = False
    """Whether `office` is only a rank or form of address: "General Osei"."""
    typical: str = ""
    """Code that the title alone suggests: "taoiseach" is Ireland's."""
    quoted: int = -1
    """Number of the quotation it stands in; -1 outside."""
    speaks: bool = False
    """Whether it is the subject of a verb of saying."""
    count: int = 0
    """2 for "both ministers" and "the two sides", 3 for "the three countries"; 0 where no number is told."""
    neighbour: bool = False
    """Whether it is another state than the one that modifies it: "Iran's neighbours", "a US ally"."""
    joined: bool = False
    """Whether another phrase is joined to it by "and"."""
    person: bool = False
    """Whether it stands for human beings one by one: "he" may refer to it."""

    @property
    def headline(self) -> bool:
        """Whether it stands in the document's title."""
        return self.span.field is Field.TITLE

    def explain(self, name: str, rule: str, score: float, span: Span | None = None, *, reason: str = "") -> None:
        """Add a piece of evidence for one field."""
        self.evidence.append(
            Evidence(
                field=name,
                rule=rule,
                score=round(score, 3),
                span=span if span is not None or score == 0 else self.span,
                reason=reason,
            )
        )
