"""What the desk logs: faults of its own with the kind of page, and nothing of what is asked."""

import logging
from http import HTTPStatus
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk.coding import Bench, LaterError
from dragoman.errors import DragomanError
from tests.desk.conftest import read, send


def test_a_page_that_cannot_be_shown_is_logged_by_its_kind(
    desk: TestClient, record: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "dragoman")
    record.rename(record.with_name("elsewhere.db"))
    assert desk.get("/search?words=a+secret+matter").status_code == 503
    (told,) = [one for one in caplog.records if one.name.startswith("dragoman")]
    assert (told.levelname, told.page, told.place) == ("ERROR", "/search", str(record))  # type: ignore[attr-defined]
    assert "secret" not in str(vars(told))


@pytest.mark.parametrize("address", ["/events", "/search?words=matter", "/nowhere", "/event/none", "/events?type=X"])
def test_what_is_asked_is_not_logged(desk: TestClient, caplog: pytest.LogCaptureFixture, address: str) -> None:
    caplog.set_level(logging.DEBUG, "dragoman")
    desk.get(address)
    assert not [one for one in caplog.records if one.name.startswith("dragoman")]


REFUSALS = [
    (LaterError("3 texts wait", remedy="", status=HTTPStatus.SERVICE_UNAVAILABLE, wait=1), 503, []),
    (DragomanError("the coder failed (ValueError: a secret matter)"), 500, ["the coder failed"]),
]


@pytest.mark.parametrize(("error", "status", "logged"), REFUSALS, ids=["busy", "failed"])
def test_a_coder_that_fails_is_logged_and_one_that_is_busy_is_not(
    desk: TestClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    error: DragomanError,
    status: int,
    logged: list[str],
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Bench, "do", refuse)
    form = read(desk, "/try")
    assert send(desk, "/try", form, text="They met.", published="2025-10-02").status_code == status
    assert [one.fault for one in caplog.records if one.levelno >= logging.ERROR] == logged  # type: ignore[attr-defined]
