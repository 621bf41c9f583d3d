"""What was found."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.frame import Frame, render


def compose_search(told: Mapping[str, Any], frame: Frame) -> str:
    """Documents and events as `dragoman.tasks.named.search_names_too` tells them."""
    return render("search", frame, told=told)
