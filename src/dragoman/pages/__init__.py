"""Pages for browsers: templates, styles and charts. What they show is compiled elsewhere."""

from dragoman.pages.dossier import compose_dossier

__all__ = ["compose_dossier"]
