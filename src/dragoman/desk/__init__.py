"""The desk: a record as pages in a browser. Questions go to the tasks, and what these tell to the pages."""

from dragoman.desk.app import make_app
from dragoman.desk.serving import serve
from dragoman.desk.settings import DeskSettings

__all__ = ["DeskSettings", "make_app", "serve"]
