"""`POST /x`: 204 with `Clear-Site-Data`, for removing everything.

Clients of an earlier release also ask on leaving, for the cache alone.
"""

from typing import Any

from flask import Blueprint, Response

from pwa.answers import answer
from pwa.headers import HeaderSet
from pwa.sent import read_json

CACHE = '"cache"'
EVERYTHING = '"cache", "cookies", "storage"'


def make_blueprint(headers: HeaderSet) -> Blueprint:
    """Return the exit helper's one route."""
    blueprint = Blueprint("exit", __name__)

    @blueprint.post("/x")
    def clear() -> Response:
        sent: Any = read_json()
        is_everything = isinstance(sent, dict) and sent.get("all") is True
        response = answer(headers, status=204)
        response.headers["Clear-Site-Data"] = EVERYTHING if is_everything else CACHE
        return response

    return blueprint
