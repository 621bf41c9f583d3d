"""An evaluation as one HTML page that needs nothing else: no script, no font, no file beside it."""

from dragoman.evaluate.page.compose import compose_page

__all__ = ["compose_page"]
