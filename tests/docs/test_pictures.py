"""Pictures of the desk in the documentation."""

from tests.docs.pages import ROOT, find_links
from tests.docs.pictures import FOLDER, ON_PHONE, choose_kinds

DESK = ROOT / "docs" / "desk.md"
MOST_BYTES = 1_000_000


def test_every_kind_of_page_has_a_picture_and_every_picture_is_shown() -> None:
    wanted = {f"{kind.name}.png" for kind in choose_kinds()} | {f"{name}-phone.png" for name in ON_PHONE}
    kept = {path.name for path in FOLDER.iterdir()}
    assert kept == wanted, "take them again: python -m tests.docs.pictures"
    assert {f"desk/{name}" for name in kept} <= set(find_links(DESK))


def test_all_pictures_together_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES
