"""One person, office, place or publisher."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.frame import Frame, render


def compose_person(told: Mapping[str, Any], frame: Frame) -> str:
    """A person, or those whom a name may mean, as `dragoman.tasks.profiles.tell_person` tells them."""
    return render("person", frame, told=told, person=told["person"])


def compose_office(told: Mapping[str, Any], frame: Frame) -> str:
    """An office through time as `dragoman.tasks.profiles.tell_office` tells it."""
    return render("office", frame, told=told)


def compose_place(told: Mapping[str, Any], frame: Frame) -> str:
    """A place as `dragoman.tasks.profiles.tell_place` tells it."""
    return render("place", frame, told=told)


def compose_publisher(told: Mapping[str, Any], frame: Frame) -> str:
    """A publisher as `dragoman.tasks.profiles.tell_publisher` tells it."""
    return render("publisher", frame, told=told)


def compose_publishers(told: Mapping[str, Any], frame: Frame) -> str:
    """All publishers as `dragoman.tasks.profiles.list_publishers` tells them."""
    return render("publishers", frame, told=told)
