"""The reminders of a server, put together out of its settings."""

from collections.abc import Callable

from flask import Blueprint
from flask_limiter import Limiter
from sqlalchemy import Engine

from pwa import db
from pwa.config import Config
from pwa.headers import HeaderSet
from pwa.pushsettings import PushSettings
from pwa.reminders.endpoints import Services
from pwa.reminders.seal import Sealer
from pwa.reminders.service import Keeping, ReminderService
from pwa.reminders.vapid import read_generation
from pwa.reminders.views import Terms
from pwa.reminders.views import make_blueprint as make_views


def make_blueprint(
    config: Config,
    headers: HeaderSet,
    engine: Engine,
    limiter: Limiter,
    clock: Callable[[], float],
) -> Blueprint:
    """Return the reminders' one route; without keys it answers that nothing is there."""
    if not config.push.is_on:
        return make_views(headers, None, Terms("", 0), limiter)
    newest = read_generation(config.push.vapid_keys[0])
    keeping = make_keeping(config.push, newest.name)
    service = ReminderService(db.open_sessions(engine), keeping, clock)
    terms = Terms(newest.public, config.push.rest_days)
    return make_views(headers, service, terms, limiter)


def make_keeping(push: PushSettings, newest: str) -> Keeping:
    """Return what reminders are kept with."""
    return Keeping(Sealer(push.key), Services(push.hosts, push.takes_loopback), newest)
