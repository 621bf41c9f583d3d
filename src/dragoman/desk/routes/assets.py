"""What pages load: one style sheet and one picture."""

from fastapi import APIRouter
from starlette.responses import Response

from dragoman.pages.desk import ICON, read_sheet

router = APIRouter(prefix="/assets")

_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


@router.get("/icon.svg")
def icon() -> Response:
    """The desk's sign."""
    return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


@router.get("/{name}.css")
def sheet(name: str) -> Response:
    """The style sheet; its name says which one, so that a newer one is fetched and this one kept."""
    sheet = read_sheet()
    if sheet.path != f"/assets/{name}.css":
        return Response(status_code=404)
    return Response(sheet.words, media_type="text/css", headers=_KEPT)
