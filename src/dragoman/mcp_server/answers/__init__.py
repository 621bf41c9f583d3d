"""What each tool answers, as a schema: the fields of a task's answer that are passed on."""

from dragoman.mcp_server.answers.lists import CommitmentsAnswer, EventsAnswer, SearchAnswer
from dragoman.mcp_server.answers.persons import OfficeAnswer, PersonsAnswer
from dragoman.mcp_server.answers.relation import OverviewAnswer, RelationAnswer
from dragoman.mcp_server.answers.shape import Answer
from dragoman.mcp_server.answers.single import DocumentAnswer, WhyAnswer

__all__ = [
    "Answer",
    "CommitmentsAnswer",
    "DocumentAnswer",
    "EventsAnswer",
    "OfficeAnswer",
    "OverviewAnswer",
    "PersonsAnswer",
    "RelationAnswer",
    "SearchAnswer",
    "WhyAnswer",
]
