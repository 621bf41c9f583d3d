"""Pages of the desk: each takes what a task told and the frame of the request, and gives HTML."""

from dragoman.pages.desk.commitments import compose_commitments
from dragoman.pages.desk.document import compose_document
from dragoman.pages.desk.errors import TypedSide, compose_error
from dragoman.pages.desk.event import compose_event
from dragoman.pages.desk.events import compose_events
from dragoman.pages.desk.frame import Frame, Refused
from dragoman.pages.desk.home import compose_home
from dragoman.pages.desk.map import compose_map
from dragoman.pages.desk.network import compose_network
from dragoman.pages.desk.profiles import (
    compose_office,
    compose_person,
    compose_place,
    compose_publisher,
    compose_publishers,
)
from dragoman.pages.desk.reference import compose_reference
from dragoman.pages.desk.relation import compose_relation
from dragoman.pages.desk.relation_charts import Chart, compose_chart, compose_specification, load_charts
from dragoman.pages.desk.scripts import SCRIPTS, name_vega, read_script, read_vega
from dragoman.pages.desk.search import compose_search
from dragoman.pages.desk.sign_in import compose_sign_in
from dragoman.pages.desk.styles import ICON, read_sheet
from dragoman.pages.desk.tried import compose_try

__all__ = [
    "ICON",
    "SCRIPTS",
    "Chart",
    "Frame",
    "Refused",
    "TypedSide",
    "compose_chart",
    "compose_commitments",
    "compose_document",
    "compose_error",
    "compose_event",
    "compose_events",
    "compose_home",
    "compose_map",
    "compose_network",
    "compose_office",
    "compose_person",
    "compose_place",
    "compose_publisher",
    "compose_publishers",
    "compose_reference",
    "compose_relation",
    "compose_search",
    "compose_sign_in",
    "compose_specification",
    "compose_try",
    "load_charts",
    "name_vega",
    "read_script",
    "read_sheet",
    "read_vega",
]
