"""The desk as an ASGI application."""

from fastapi import FastAPI

from dragoman.desk.answering import add_explanations, add_page, refuse
from dragoman.desk.routes import PAGES, assets, charts, downloads, relations, reviews, sign_in
from dragoman.desk.security import Gate, Sessions
from dragoman.desk.settings import DeskSettings
from dragoman.pages.environment import make_environment
from dragoman.version import __version__


def make_app(settings: DeskSettings) -> FastAPI:
    """The pages of a record.

    Args:
        settings: the record, and who may see it.

    Raises:
        ConfigurationError: the libraries that make pages are not installed.

    """
    make_environment()
    app = FastAPI(title="dragoman", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    app.state.sessions = Sessions(settings.token)
    for router in (assets.router, sign_in.router, downloads.router, charts.router, relations.router, reviews.router):
        app.include_router(router)
    for page in PAGES:
        add_page(app, page)
    add_explanations(app)
    app.middleware("http")(Gate(settings, app.state.sessions, refuse))
    return app
