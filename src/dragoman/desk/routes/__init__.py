"""The pages of the desk: what each asks of the tasks, and what shows it. To add one, add it to `PAGES`."""

from dragoman.desk.answering import DeskPage
from dragoman.desk.routes.lists import tell_commitments, tell_events, tell_found
from dragoman.desk.routes.single import tell_event, tell_home, tell_one_document, tell_relation
from dragoman.pages.desk import (
    compose_commitments,
    compose_document,
    compose_event,
    compose_events,
    compose_home,
    compose_relation,
    compose_search,
)

PAGES = (
    DeskPage(path="/", twin="/home.json", tell=tell_home, compose=compose_home),
    DeskPage(
        path="/relation/{one}/{other}",
        twin="/relation/{one}/{other}.json",
        tell=tell_relation,
        compose=compose_relation,
        runs=True,
    ),
    DeskPage(path="/events", twin="/events.json", tell=tell_events, compose=compose_events),
    DeskPage(
        path="/event/{event_id}", twin="/event/{event_id}.json", tell=tell_event, compose=compose_event, runs=True
    ),
    DeskPage(
        path="/document/{document_id:path}",
        twin="/document/{document_id:path}.json",
        tell=tell_one_document,
        compose=compose_document,
    ),
    DeskPage(path="/commitments", twin="/commitments.json", tell=tell_commitments, compose=compose_commitments),
    DeskPage(path="/search", twin="/search.json", tell=tell_found, compose=compose_search),
)
"""In the order in which addresses are tried."""

__all__ = ["PAGES"]
