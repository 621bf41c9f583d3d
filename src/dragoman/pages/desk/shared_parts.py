"""What several addresses have in common, so that a page says it once: parts of addresses, and what goes wrong."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]


def find_shared(told: Json) -> dict[str, Json]:
    """The parameters that several addresses take with one meaning, by name; of several meanings the commonest.

    Args:
        told: the OpenAPI object.

    """
    met = Counter(_write(parameter) for one in _list_operations(told) for parameter in one.get("parameters", ()))
    shared: dict[str, Json] = {}
    for written, times in met.most_common():
        parameter = json.loads(written)
        if times > 1:
            shared.setdefault(parameter["name"], parameter)
    return dict(sorted(shared.items()))


def is_shared(parameter: Json, shared: Mapping[str, Json]) -> bool:
    """Whether a parameter is the one that is shared under its name."""
    return parameter["name"] in shared and _write(parameter) == _write(shared[parameter["name"]])


def find_faults(told: Json) -> dict[str, str]:
    """What each status means that says what went wrong, wherever it is given."""
    return dict(
        sorted(
            (status, answer["description"])
            for one in _list_operations(told)
            for status, answer in one["responses"].items()
            if is_fault(status)
        )
    )


def is_fault(status: str) -> bool:
    """Whether a status says that something went wrong."""
    return status >= "400"


def _list_operations(told: Json) -> Iterator[Json]:
    for methods in told["paths"].values():
        yield from methods.values()


def _write(parameter: Json) -> str:
    return json.dumps(parameter, sort_keys=True)
