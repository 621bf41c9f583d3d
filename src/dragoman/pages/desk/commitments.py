"""The list of commitments."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.frame import Frame, render


def compose_commitments(told: Mapping[str, Any], frame: Frame) -> str:
    """Commitments as `dragoman.tasks.promises.page_commitments` tells them."""
    return render("commitments", frame, told=told)
