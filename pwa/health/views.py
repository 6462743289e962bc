"""`GET /healthz`: 200 when the database answers, 503 when it does not."""

from flask import Blueprint, Response
from sqlalchemy import Engine

from pwa import db
from pwa.answers import answer
from pwa.bodies import Body
from pwa.headers import HeaderSet

READY = Body(b'{"ready":true}', "application/json")
NOT_READY = Body(b'{"ready":false}', "application/json")


def make_blueprint(headers: HeaderSet, engine: Engine) -> Blueprint:
    """Return the health check's one route."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def health() -> Response:
        if db.answers(engine):
            return answer(headers, READY)
        return answer(headers, NOT_READY, status=503)

    return blueprint
