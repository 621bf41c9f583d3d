"""Profiles: all that there is to tell of one person, office, place or publisher."""

from dragoman.tasks.profiles.office import tell_office
from dragoman.tasks.profiles.person import tell_person
from dragoman.tasks.profiles.place import tell_place
from dragoman.tasks.profiles.publisher import list_publishers, tell_publisher

__all__ = ["list_publishers", "tell_office", "tell_person", "tell_place", "tell_publisher"]
