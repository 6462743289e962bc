"""Which language an answer is in: the browser's `Accept-Language`, else English."""

from collections.abc import Sequence

from werkzeug.datastructures import LanguageAccept


def choose_language(accepted: LanguageAccept, languages: Sequence[str]) -> str:
    """Return the best of `languages`; the first one when none is asked for."""
    return accepted.best_match(languages, default=languages[0]) or languages[0]


def direction(language: str) -> str:
    """Return the writing direction of a language as HTML names it."""
    return "rtl" if language.split("-")[0] in ("ar", "fa", "he", "ur") else "ltr"
