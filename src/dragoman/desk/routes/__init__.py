"""The pages of the desk: what each asks of the tasks, and what shows it. To add one, add it to `PAGES`."""

from dragoman.desk.answering import DeskPage
from dragoman.desk.reference.describing import tell_reference
from dragoman.desk.routes.lists import tell_commitments, tell_events, tell_found
from dragoman.desk.routes.overviews import tell_map, tell_network
from dragoman.desk.routes.profiles import (
    tell_one_office,
    tell_one_person,
    tell_one_place,
    tell_one_publisher,
    tell_publishers,
)
from dragoman.desk.routes.single import tell_event, tell_home, tell_one_document, tell_relation
from dragoman.pages.desk import (
    compose_commitments,
    compose_document,
    compose_event,
    compose_events,
    compose_home,
    compose_map,
    compose_network,
    compose_office,
    compose_person,
    compose_place,
    compose_publisher,
    compose_publishers,
    compose_reference,
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
    DeskPage(path="/map", twin="/map.json", tell=tell_map, compose=compose_map),
    DeskPage(path="/network", twin="/network.json", tell=tell_network, compose=compose_network),
    DeskPage(path="/commitments", twin="/commitments.json", tell=tell_commitments, compose=compose_commitments),
    DeskPage(path="/person/{name}", twin="/person/{name}.json", tell=tell_one_person, compose=compose_person),
    DeskPage(
        path="/office/{office}/{owner}",
        twin="/office/{office}/{owner}.json",
        tell=tell_one_office,
        compose=compose_office,
    ),
    DeskPage(path="/place/{geonames_id}", twin="/place/{geonames_id}.json", tell=tell_one_place, compose=compose_place),
    DeskPage(
        path="/publisher/{name}", twin="/publisher/{name}.json", tell=tell_one_publisher, compose=compose_publisher
    ),
    DeskPage(path="/publishers", twin="/publishers.json", tell=tell_publishers, compose=compose_publishers),
    DeskPage(path="/search", twin="/search.json", tell=tell_found, compose=compose_search),
    DeskPage(path="/docs", twin="/openapi.json", tell=tell_reference, compose=compose_reference),
)
"""In the order in which addresses are tried."""

__all__ = ["PAGES"]
