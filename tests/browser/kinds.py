"""All kinds of pages and the states they have. A new page is a line here; one that has none fails a test."""

from dataclasses import dataclass
from enum import StrEnum

TOKEN = "a token that nobody guesses"  # noqa: S105 - of the tests alone


class Desk(StrEnum):
    """The desks that pages are opened at."""

    FULL = "full"
    """Of the sample dispatches, and of one that is hard to show."""
    EMPTY = "empty"
    CLOSED = "closed"
    """One that demands a token."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page in one of its states."""

    name: str
    path: str
    """As `PAGES` or a router has it; "" for an address that leads nowhere."""
    address: str
    """{event}, {claim}, {document} stand for what the record calls them."""
    words: str
    """Some that only this page shows."""
    status: int = 200
    desk: Desk = Desk.FULL


KINDS = (
    Kind("home", "/", "/", "Most active relations"),
    Kind("home-empty", "/", "/", "It is empty", desk=Desk.EMPTY),
    Kind("relation", "/relation/{one}/{other}", "/relation/GRC/TUR", "Greece and Turkey"),
    Kind(
        "relation-compared",
        "/relation/{one}/{other}",
        "/relation/GRC/TUR?from=2023-01-01&until=2023-12-31&against_from=2020-01-01&against_until=2020-12-31&status=occurred",
        "Two periods compared",
    ),
    Kind("relation-none", "/relation/{one}/{other}", "/relation/PER/CHL", "No events"),
    Kind("relation-unknown", "/relation/{one}/{other}", "/relation/Iram/TUR", "no state or organisation", 422),
    Kind("relation-mistyped", "/relation", "/relation?one=Grece&other=Turkiye", "Name the sides again", 422),
    Kind("events", "/events", "/events?side=GRC&other=TUR&limit=5", "events that meet all conditions"),
    Kind("events-none", "/events", "/events?person=Nobody", "No event meets all conditions"),
    Kind("events-hard", "/events", "/events?side=LVA", "Latvia"),
    Kind("events-empty", "/events", "/events", "The record holds no events", desk=Desk.EMPTY),
    Kind("events-unknown", "/events", "/events?mode=dance", "no mode of the codebook", 422),
    Kind("event", "/event/{event_id}", "/event/{event}", "Why they are one event"),
    Kind("event-correct", "/event/{event_id}", "/event/{event}?correct=contexts", "Set contexts"),
    Kind("event-unknown", "/event/{event_id}", "/event/ev_unknown", "event or report is called", 404),
    Kind("document", "/document/{document_id:path}", "/document/{document}", "Show the codes in the text"),
    Kind("document-codes", "/document/{document_id:path}", "/document/{document}?codes=1", "Hide the codes"),
    Kind("document-hard", "/document/{document_id:path}", "/document/hard", "Latvia"),
    Kind("commitments", "/commitments", "/commitments?one=GRC&other=TUR", "Between Greece and Turkey"),
    Kind("commitments-none", "/commitments", "/commitments?status=broken", "The record tells of none such"),
    Kind("search", "/search", "/search?words=talks", "Events quoting them"),
    Kind("search-asking", "/search", "/search", "Write words that stand in the documents"),
    Kind("search-none", "/search", "/search?words=zzz", "No document has all these words"),
    Kind("map", "/map", "/map?span=all", "Athens"),
    Kind("map-none", "/map", "/map?side=PER&other=CHL", "0 events that meet all conditions"),
    Kind("map-empty", "/map", "/map", "0 events", desk=Desk.EMPTY),
    Kind("network", "/network", "/network?span=all", "Greece"),
    Kind("network-empty", "/network", "/network", "0 relations of states", desk=Desk.EMPTY),
    Kind("person", "/person/{name}", "/person/Recep%20Tayyip%20Erdogan", "Recep Tayyip Erdogan"),
    Kind("person-unknown", "/person/{name}", "/person/Nobody", "Nobody is called", 404),
    Kind("office", "/office/{office}/{owner}", "/office/president/TUR?on=2023-12-07", "Recep Tayyip Erdogan"),
    Kind("office-unknown", "/office/{office}/{owner}", "/office/dancer/TUR", "office is called", 422),
    Kind("place", "/place/{geonames_id}", "/place/264371", "Athens"),
    Kind("place-unknown", "/place/{geonames_id}", "/place/1", "place has the GeoNames id 1", 404),
    Kind("publisher", "/publisher/{name}", "/publisher/Bosporus%20Wire", "Bosporus Wire"),
    Kind("publisher-unknown", "/publisher/{name}", "/publisher/Nobody", "publisher is called", 404),
    Kind("publishers", "/publishers", "/publishers", "Northern Press"),
    Kind(
        "publishers-empty",
        "/publishers",
        "/publishers",
        "No document of this record names its publisher",
        desk=Desk.EMPTY,
    ),
    Kind("try", "/try", "/try", "Try it"),
    Kind("docs", "/docs", "/docs", "/events.json"),
    Kind("sign-in", "/sign-in", "/sign-in", "Whoever started this desk has it", desk=Desk.CLOSED),
    Kind("nowhere", "", "/nowhere", "The address leads to no page", 404),
)

NO_PAGES = {
    "/assets/{name}.css": "the style sheet",
    "/assets/icon.svg": "a picture",
    "/favicon.ico": "the same picture",
    "/assets/{name}.js": "a script",
    "/event/{event_id}/review": "leads on to the event",
    "/event/{event_id}/undo": "leads on to the event",
    "/events.csv": "a file",
    "/events.parquet": "a file",
    "/office": "leads on to an office",
    "/relation/{one}": "leads on to the events of a side",
    "/relation/{one}/{other}/{name}.svg": "a picture",
    "/try/add": "leads on to the form",
    "/relation/{one}/{other}/balance.vl.json": "what a script draws a chart of",
}
"""What else browsers may ask for, and what it is."""
