"""What programs can ask the desk for, as a page: the OpenAPI object in words."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.shared_parts import find_faults, find_shared, is_fault, is_shared
from dragoman.pages.links import to_segment, with_query

Json = Mapping[str, Any]

_SHOWN = 2
"""Questions in an example."""

_WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a value can be, in words, and the objects that these name."""

    words: str
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something that can be asked."""

    anchor: str
    method: str
    path: str
    told: Json
    parameters: list[tuple[Json, Kind]]
    """Those of its own."""
    shared: list[str]
    """Names of those that other addresses take too."""
    fields: list[tuple[str, Json, Kind, bool]]
    """Of the body: name, schema, kind, whether it is needed."""
    answers: list[tuple[str, str, Kind]]
    """Status, what it means, what it holds, where all went well."""
    faults: list[str]
    """The other statuses."""
    example: str


def compose_reference(told: Json, frame: Frame) -> str:
    """The page of an OpenAPI object."""
    schemas = told["components"]["schemas"]
    objects = [(name, schema, _list_fields(schema)) for name, schema in schemas.items()]
    shared = find_shared(told)
    return render(
        "reference",
        frame,
        told=told,
        operations=list(_read(told, shared)),
        shared=[(parameter, say_kind(parameter["schema"])) for parameter in shared.values()],
        faults=find_faults(told),
        objects=objects,
    )


def _read(told: Json, shared: Mapping[str, Json]) -> Iterator[Operation]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            body, parameters = _find_body(told, operation), operation.get("parameters", ())
            yield Operation(
                anchor=f"{method}-{operation['operationId']}",
                method=method.upper(),
                path=path,
                told=operation,
                parameters=[(p, say_kind(p["schema"])) for p in parameters if not is_shared(p, shared)],
                shared=[p["name"] for p in parameters if is_shared(p, shared)],
                fields=_list_fields(body),
                answers=[_say_answer(*one) for one in operation["responses"].items() if not is_fault(one[0])],
                faults=[status for status in operation["responses"] if is_fault(status)],
                example=write_example(told, path, method, operation, body),
            )


def _find_body(told: Json, operation: Json) -> Json:
    """The schema of what is sent; empty where nothing is."""
    if "requestBody" not in operation:
        return {}
    schema: Json = operation["requestBody"]["content"]["application/json"]["schema"]
    named: Json = told["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return named


def _list_fields(schema: Json) -> list[tuple[str, Json, Kind, bool]]:
    needed = schema.get("required", ())
    return [(name, told, say_kind(told), name in needed) for name, told in schema.get("properties", {}).items()]


def _say_answer(status: str, answer: Json) -> tuple[str, str, Kind]:
    (media, content), *_ = answer["content"].items()
    kind = say_kind(content["schema"]) if media == "application/json" else Kind(words=media)
    return status, answer["description"], kind


def say_kind(schema: Json) -> Kind:
    """What a value can be, in words: "list of Line", "whole number from 1 to 500"."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return Kind(words=name, objects=(name,))
    if "anyOf" in schema:
        return _join([say_kind(one) for one in schema["anyOf"]])
    if "enum" in schema:
        return Kind(words="one of " + ", ".join(str(value) for value in schema["enum"]))
    if schema.get("type") == "array":
        item = say_kind(schema.get("items", {}))
        return Kind(words=f"list of {item.words}", objects=item.objects)
    if schema.get("type") == "object" or "additionalProperties" in schema:
        return _say_object(schema)
    return Kind(words=_WORDS.get(schema.get("type", ""), "anything") + _say_bounds(schema))


def _join(kinds: list[Kind]) -> Kind:
    objects = tuple(name for kind in kinds for name in kind.objects)
    return Kind(words=" or ".join(kind.words for kind in kinds), objects=objects)


def _say_object(schema: Json) -> Kind:
    values = schema.get("additionalProperties")
    if not isinstance(values, dict) or not values:
        return Kind(words="object")
    kind = say_kind(values)
    return Kind(words=f"object of {kind.words} by name", objects=kind.objects)


def _say_bounds(schema: Json) -> str:
    if schema.get("format") == "date":
        return ", a day"
    if "maxLength" in schema:
        return f" of {schema['maxLength']:,} characters at most"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None:
        return "" if high is None else f" up to {high:,}"
    return f" from {low:,}" if high is None else f" from {low:,} to {high:,}"


def write_example(told: Json, path: str, method: str, operation: Json, body: Json) -> str:
    """A command that asks for it, as one types it into a shell."""
    desk = told["servers"][0]["url"] if told.get("servers") else None
    parts = ["curl"]
    if told.get("security"):
        parts.append('-H "Authorization: Bearer $TOKEN"')
    if method == "post":
        sent = {name: field["examples"][0] for name, field in body["properties"].items() if "examples" in field}
        parts.append(f"--json {shlex.quote(json.dumps(sent, ensure_ascii=False))}")
    address = write_address(path, operation.get("parameters", ()))
    parts.append(shlex.quote(desk + address) if desk else f'"$DESK{address}"')
    return " ".join(parts)


def write_address(path: str, parameters: Any) -> str:
    """An address with examples in its path, and with its first questions."""
    examples = {(p["in"], p["name"]): p["example"] for p in parameters if "example" in p}
    for (place, name), value in examples.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", to_segment(str(value)))
    asked = [(name, value) for (place, name), value in examples.items() if place == "query"]
    return with_query(path, asked[:_SHOWN])
