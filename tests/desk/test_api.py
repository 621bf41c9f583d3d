"""Every address of the API, asked with whatever its description allows, answers as the description says."""

import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.desk import DeskSettings, make_app
from dragoman.desk.coding import Bench, Rates
from dragoman.desk.routes import PAGES
from tests.desk.conftest import HERE
from tests.desk.test_try import Direct
from tests.tasks.records import FIRST, id_of, make_record

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description of a desk with a small record."""
    record: Path = make_record(tmp_path_factory.mktemp("api") / "relations.db")
    app = make_app(DeskSettings(record=record))
    app.state.bench = Bench(Rates(each=10_000, together=10_000), Direct())
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"host": "127.0.0.1:8000"})


ADDRESSES = [
    *((re.sub(r":\w+}", "}", page.twin), "get") for page in PAGES),
    ("/events.csv", "get"),
    ("/events.parquet", "get"),
    ("/try.json", "post"),
]
"""All that is described; `test_reference` sees that it is all."""

BOUNDED = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


KNOWN = {
    "one": "IRN",
    "other": "TUR",
    "side": "Iran",
    "speaker": "IRN",
    "event_id": id_of(FIRST),
    "document_id": "a",
    "words": "thanked",
    "place": "Ankara",
    "geonames_id": 323786,
    "name": "The Lighthouse",
    "office": "president",
    "owner": "TUR",
    "from": "2025-01-01",
    "until": "2025-12-31",
    "against_from": "2024-01-01",
    "against_until": "2024-12-31",
    "published": "2025-10-02",
    "around": None,
    "as_of": None,
}
"""What no rule for words would come upon; None leaves it out. The name is a publisher's."""
PERSON = "Kofi Annan"


def make_sensible(case: Any) -> None:
    """Name what the record has, in each part of a request."""
    known = {**KNOWN, "name": PERSON} if case.path.startswith("/person/") else KNOWN
    for part in (case.path_parameters, case.query, case.body):
        if isinstance(part, dict):
            part.update({name: known[name] for name in part if known.get(name)})
            for name in [name for name in part if name in known and known[name] is None]:
                del part[name]
    if isinstance(case.query, dict) and ("against_from" in case.query) != ("against_until" in case.query):
        case.query |= {name: KNOWN[name] for name in ("against_from", "against_until")}


@pytest.mark.parametrize(("path", "method"), ADDRESSES)
def test_answers_are_as_they_are_described(api: Any, path: str, method: str) -> None:
    statuses: set[int] = set()

    @BOUNDED
    @given(case=api[path][method].as_strategy(), is_sensible=st.integers(0, 2).map(bool))
    def ask(case: Any, is_sensible: bool) -> None:
        if is_sensible:
            make_sensible(case)
        statuses.add(case.call_and_validate(base_url=HERE, checks=CHECKS).status_code)

    ask()
    assert 200 in statuses, "nothing sensible was asked"
