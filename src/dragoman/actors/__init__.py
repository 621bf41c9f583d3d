"""Who stands in the text: mentions of states, bodies, groups and persons, with their codes."""

from dragoman.actors.step import ActorsStep

__all__ = ["ActorsStep"]
