"""The covers' data fits itself and the style sheets."""

import re
from pathlib import Path

import pytest

from pwa.covers import COVERS, DEFAULT, LANGUAGES, LIST, Cover

CSS = Path(__file__).parent.parent.parent / "static/css"


def test_list_is_the_default() -> None:
    # Calculators are the best-known disguise of all.
    assert DEFAULT is LIST


@pytest.mark.parametrize("cover", COVERS.values(), ids=str)
def test_cover_speaks_every_language(cover: Cover) -> None:
    assert set(cover.words) == set(LANGUAGES)


@pytest.mark.parametrize("key", COVERS)
def test_theme_is_the_ground_of_the_style_sheet(key: str) -> None:
    """The window's bar and the page are one surface, in light and in dark."""
    sheets = [CSS / f"{key}.css", CSS / "base.css"]
    grounds = [re.findall(r"--ground: (#[0-9a-f]+);", sheet.read_text()) for sheet in sheets]
    light, dark = next(found for found in grounds if found)
    cover = COVERS[key]
    assert (cover.light.theme, cover.dark.theme) == (light, dark)
    assert (cover.light.background, cover.dark.background) == (light, dark)
