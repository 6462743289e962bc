"""The language of an answer, and its writing direction."""

import pytest
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from pwa.locales import choose_language, direction


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("es", "es"),
        ("es-419,es;q=0.9,en;q=0.8", "es"),
        ("ES-mx", "es"),
        ("de,es;q=0.7,en;q=0.3", "es"),
        ("de,fr", "en"),
        ("es;q=0,en;q=0.1", "en"),
        ("*", "en"),
        ("x" * 500, "en"),
        (";;;q=,", "en"),
    ],
)
def test_language_is_the_best_there_is(header: str, language: str) -> None:
    accepted = parse_accept_header(header, LanguageAccept)
    assert choose_language(accepted, ("en", "es")) == language


@pytest.mark.parametrize(
    ("language", "wanted"), [("en", "ltr"), ("es", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl")]
)
def test_direction_follows_the_language(language: str, wanted: str) -> None:
    assert direction(language) == wanted
