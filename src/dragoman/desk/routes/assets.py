"""What pages load: one style sheet, one picture, and on some pages scripts."""

from fastapi import APIRouter
from starlette.responses import Response

from dragoman.pages.desk import ICON, SCRIPTS, name_vega, read_script, read_sheet, read_vega

router = APIRouter()

_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


@router.get("/favicon.ico")
@router.get("/assets/icon.svg")
def icon() -> Response:
    """The desk's sign; browsers look for it at an address of their own too."""
    return Response(ICON, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


@router.get("/assets/{name}.css")
def sheet(name: str) -> Response:
    """The style sheet; its name says which one, so that a newer one is fetched and this one kept."""
    sheet = read_sheet()
    if sheet.path != f"/assets/{name}.css":
        return Response(status_code=404)
    return Response(sheet.words, media_type="text/css", headers=_KEPT)


@router.get("/assets/{name}.js")
def script(name: str) -> Response:
    """A script, kept likewise."""
    asked = f"/assets/{name}.js"
    words = (
        read_vega()
        if asked == name_vega()
        else next((s.words for s in map(read_script, SCRIPTS) if s.path == asked), "")
    )
    if not words:
        return Response(status_code=404)
    return Response(words, media_type="text/javascript", headers=_KEPT)
