"""The desk as an ASGI application."""

from fastapi import FastAPI

from dragoman.desk.answering import add_explanations, add_page, refuse
from dragoman.desk.coding import Bench
from dragoman.desk.measuring import Measuring
from dragoman.desk.measuring import router as metrics
from dragoman.desk.questions import Known
from dragoman.desk.routes import PAGES, assets, charts, downloads, profiles, relations, reviews, sign_in, tries
from dragoman.desk.security import Gate, Sessions
from dragoman.desk.settings import DeskSettings
from dragoman.desk.timing import Timing
from dragoman.pages.environment import make_environment
from dragoman.version import __version__


def make_app(settings: DeskSettings, secret: bytes | None = None, bench: Bench | None = None) -> FastAPI:
    """The pages of a record.

    Args:
        settings: the record, and who may see it.
        secret: by which sessions are known, where several processes share them.
        bench: where pasted texts are coded, likewise.

    Raises:
        ConfigurationError: the libraries that make pages are not installed.

    """
    make_environment()
    app = FastAPI(title="dragoman", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    app.state.sessions = Sessions(settings.token, secret)
    app.state.bench = bench or Bench()
    app.include_router(assets.router, include_in_schema=False)
    for router in (metrics, *(part.router for part in (sign_in, charts, relations, profiles, reviews, tries))):
        app.include_router(router, dependencies=[Known], include_in_schema=False)
    for page in PAGES:
        add_page(app, page)
    for router in (downloads.router, tries.api):
        app.include_router(router, dependencies=[Known])
    add_explanations(app)
    app.middleware("http")(Gate(settings, app.state.sessions, refuse))
    app.add_middleware(Timing)
    app.add_middleware(Measuring)
    return app
