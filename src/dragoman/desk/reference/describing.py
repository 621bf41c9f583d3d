"""The desk's OpenAPI object."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI, Request

from dragoman.desk.reference.parameters import CHOICES, find_about
from dragoman.desk.settings import DeskSettings

_ABOUT = """Each page of the desk has a twin that ends in `.json`: the object that the page shows.
Nothing here changes the record. Days are written 2025-10-02. In an id or code that stands in a path, `/` is written
`~2F`: `NSA:HEZBOLLAH~2FLBN`. What goes wrong is told as `{status, fault, remedy}`."""

JsonObject = dict[str, Any]


def tell_reference(request: Request) -> JsonObject:
    """What programs can ask this desk for."""
    told = describe_desk(request.app)
    if not request.app.state.settings.is_local:
        return told  # its address may be that of a server before it, which encrypts
    return told | {"servers": [{"url": str(request.base_url).rstrip("/")}]}


def describe_desk(app: FastAPI) -> JsonObject:
    """The OpenAPI object of a desk, made once."""
    if app.openapi_schema is None:
        app.description = _ABOUT
        app.openapi_schema = _complete(app.openapi(), app.state.settings)
    told: JsonObject = app.openapi_schema
    return told


def _complete(told: JsonObject, settings: DeskSettings) -> JsonObject:
    """What FastAPI found out, and what it can't: what parameters mean, and whether a token is needed."""
    for path, operation in list_operations(told):
        for parameter in operation.get("parameters", ()):
            _complete_parameter(path, parameter)
        if settings.token is None:
            operation["responses"].pop("401", None)
    if settings.token is not None:
        told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        told["security"] = [{"token": []}]
    return told


def list_operations(told: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """All that can be asked, with its path."""
    for path, methods in told["paths"].items():
        for operation in methods.values():
            yield path, operation


def _complete_parameter(path: str, parameter: JsonObject) -> None:
    parameter["schema"] = _drop_null(parameter["schema"])
    if parameter["name"] in CHOICES:
        parameter["schema"]["items"]["enum"] = list(CHOICES[parameter["name"]]())
    about = find_about(path, parameter["name"])
    if about:
        parameter["description"], parameter["example"] = about


def _drop_null(schema: JsonObject) -> JsonObject:
    """A parameter that is left out is no null, which no address can hold."""
    kinds: list[JsonObject] = [kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"]
    if len(kinds) != 1:
        return schema
    return {name: value for name, value in schema.items() if name != "anyOf"} | kinds[0]
