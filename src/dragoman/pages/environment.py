"""The templates, with escaping on, and the words they are filled with."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.pages import links, words
from dragoman.pages.clean import check_link, clean
from dragoman.pages.need import need

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def make_environment() -> "Environment":
    """The templates' environment: all values are cleaned and escaped, and a name that is not there is a fault.

    Raises:
        ConfigurationError: Jinja is not installed.

    """
    jinja2 = need("jinja2")
    environment: Environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(read_template),
        autoescape=True,
        finalize=clean,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "act": words.name_act,
        "heading": words.head_act,
        "capitalize_first": words.begin_large,
        "certainty": words.say_certainty,
        "change": words.say_change,
        "days": words.say_days,
        "document_path": links.document_path,
        "event_path": links.event_path,
        "footing": words.explain_status,
        "link": check_link,
        "listed": words.join_words,
        "mean": words.say_mean,
        "meeting": words.say_meeting,
        "moment": words.say_moment,
        "month": words.say_month,
        "person_path": links.person_path,
        "place_path": links.place_path,
        "plural": words.plural,
        "publisher_path": links.publisher_path,
        "quad": words.class_of,
        "quotation": words.cut_quote,
        "side_office_path": links.side_office_path,
        "split_days": words.split_days,
        "status": words.name_status,
        "tells_more": words.tells_more,
        "weekday": words.name_weekday,
    }
    environment.globals |= {
        "office_path": links.office_path,
        "relation_path": links.relation_path,
        "with_query": links.with_query,
    }
    return environment


def read_template(name: str) -> str:
    """A template that ships with the package."""
    return resources.files("dragoman.pages").joinpath("templates", name).read_text(encoding="utf-8")


def read_styles(*names: str) -> str:
    """Style sheets that ship with the package, one after the other."""
    folder = resources.files("dragoman.pages").joinpath("styles")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8").strip() for name in names)
