"""`/r`: the server's key and days; reminders made, changed and deleted; ids travel in bodies."""

import functools
import json
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from flask import Blueprint, Response, abort, request
from flask_limiter import Limiter

from pwa.answers import answer
from pwa.bodies import Body
from pwa.headers import HeaderSet
from pwa.reminders.service import ReminderService
from pwa.reminders.shapes import Change, Creation, Deletion

MEDIA_TYPE = "application/json"
# For one network, an hour, in each worker: a shelter's phones share one.
MAX_MADE = "60 per hour"
MAX_CHANGED = "600 per hour"
# For everybody together, in each worker.
MAX_MADE_BY_ALL = "3000 per hour"

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a phone is told: the key to subscribe with, and after how many days unseen it rests."""

    key: str
    days: int


def make_blueprint(
    headers: HeaderSet, service: ReminderService | None, terms: Terms, limiter: Limiter
) -> Blueprint:
    """Return the reminders' one route; without a service it is not there."""
    blueprint = Blueprint("reminders", __name__)
    done = functools.partial(answer, headers, status=204)

    def show_terms() -> Response:
        _there(service)
        return answer(headers, _json({"key": terms.key, "days": terms.days}))

    def create() -> Response:
        made = _create(_there(service))
        return answer(headers, _json({"id": made}), status=201)

    def change() -> Response:
        _change(_there(service))
        return done()

    def delete() -> Response:
        _there(service).delete(_read(Deletion).id)
        return done()

    everybody = limiter.limit(MAX_MADE_BY_ALL, key_func=lambda: "everybody")
    made, changed = limiter.limit(MAX_MADE), limiter.limit(MAX_CHANGED)
    add = blueprint.add_url_rule
    add("/r", "show_terms", show_terms, methods=["GET"])
    add("/r", "create", everybody(made(create)), methods=["POST"])
    add("/r", "change", changed(change), methods=["PUT"])
    add("/r", "delete", changed(delete), methods=["DELETE"])
    return blueprint


def _create(service: ReminderService) -> str:
    sent = _read(Creation)
    rule = sent.rule.read()
    made = None if rule is None else service.create(sent.endpoint, rule)
    if made is None:
        abort(400)
    return made


def _change(service: ReminderService) -> None:
    sent = _read(Change)
    rule = None if sent.rule is None else sent.rule.read()
    if not sent.is_whole or (sent.rule is not None and rule is None):
        abort(400)
    if sent.id is None:
        if not service.move(sent.was or "", sent.endpoint or ""):
            abort(400)
        return
    is_there = service.change(sent.id, rule, sent.endpoint)
    if not is_there:
        abort(400 if is_there is None else 404)


def _there(service: ReminderService | None) -> ReminderService:
    if service is None:
        abort(404)
    return service


def _read(shape: type[Shape]) -> Shape:
    """Return the body in its exact shape, or refuse the request."""
    try:
        return msgspec.json.decode(request.get_data(cache=False), type=shape)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        abort(400)


def _json(value: dict[str, str | int]) -> Body:
    return Body(json.dumps(value).encode(), MEDIA_TYPE)
