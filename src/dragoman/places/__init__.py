"""Sixth stage: toponyms, what they resolve to, and where each event happened."""

from dragoman.places.find import find_toponyms
from dragoman.places.step import PlacesStep

__all__ = ["PlacesStep", "find_toponyms"]
