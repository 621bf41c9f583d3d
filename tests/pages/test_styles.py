"""Colours that can be read."""

import re

import pytest

from dragoman.pages.dossier import STYLES
from dragoman.pages.environment import read_styles

WORDS = ("ink", "soft", "link", "planned", "claimed", "denied", "good", "bad")
SHAPES = (
    *("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"),
    *("edge", "actor", "timex", "place"),
)


def read_palettes() -> dict[str, dict[str, str]]:
    """The colours of light, dark and paper, each as the page has them."""
    blocks = re.findall(r":root \{(.*?)\}", read_styles(*STYLES), flags=re.DOTALL)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in blocks]
    return dict(zip(("light", "dark", "paper"), found, strict=True))


PALETTES = read_palettes()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("palette", PALETTES)
def test_every_palette_has_all_colours(palette: str) -> None:
    assert set(PALETTES[palette]) == set(PALETTES["light"]) >= {*WORDS, *SHAPES}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("colour", WORDS)
def test_words_stand_out_from_what_they_stand_on(palette: str, colour: str) -> None:
    colours = PALETTES[palette]
    assert min(contrast(colours[colour], colours[ground]) for ground in ("paper", "raised")) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_shapes_stand_out_from_the_paper_and_marked_words_from_their_mark(palette: str) -> None:
    colours = PALETTES[palette]
    assert min(contrast(colours[shape], colours["paper"]) for shape in SHAPES) >= 3
    assert contrast(colours["ink"], colours["mark"]) >= 4.5
