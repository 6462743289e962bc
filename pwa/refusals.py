"""The neutral page behind every refused or failed request."""

import logging
from collections.abc import Mapping

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from pwa.answers import answer
from pwa.covers import DEFAULT, LANGUAGES
from pwa.headers import HeaderSet
from pwa.locales import choose_language
from pwa.logs import describe
from pwa.pages import Pages

log = logging.getLogger("pwa")

SENTENCES: Mapping[int, Mapping[str, str]] = {
    400: {"en": "That did not work.", "es": "Eso no funcionó."},
    403: {"en": "That did not work.", "es": "Eso no funcionó."},
    404: {"en": "There is no page here.", "es": "Aquí no hay ninguna página."},
    405: {"en": "That did not work.", "es": "Eso no funcionó."},
    413: {"en": "That was too long.", "es": "Eso era demasiado largo."},
    429: {"en": "Please try again later.", "es": "Inténtelo más tarde."},
    500: {"en": "Please try again later.", "es": "Inténtelo más tarde."},
}


def refuse_neutrally(app: Flask, headers: HeaderSet, pages: Pages) -> None:
    """Answer every refusal with a page that was made at start-up, and log failures by place."""
    bodies = {
        status: {
            language: pages.render("refusal.html", DEFAULT, language, sentence=sentences[language])
            for language in LANGUAGES
        }
        for status, sentences in SENTENCES.items()
    }

    def refuse(status: int) -> Response:
        known = status if status in bodies else 400
        language = choose_language(request.accept_languages, LANGUAGES)
        response = answer(headers, bodies[known][language], status=known)
        response.headers["Content-Language"] = language
        return response

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        response = refuse(error.code or 500)
        allowed = error.get_response().headers.get("Allow")
        if allowed is not None:
            response.headers["Allow"] = allowed
        return response

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log.error("a request failed: %s", describe(error))
        return refuse(500)
