"""Putting the desk together: its one blueprint, its sessions, and what guards them."""

from flask import Blueprint, Flask, Request, abort, session
from flask_login import LoginManager
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response

from pwa.answers import answer
from pwa.config import Config
from pwa.db import Sessions
from pwa.desk.assets import read_files
from pwa.desk.door import guard, open_to
from pwa.desk.hosts import split_hosts
from pwa.desk.keys import DeskKeys
from pwa.desk.models import Member
from pwa.desk.pages import set_up_pages
from pwa.desk.paths import ROOT
from pwa.desk.resting import close_when_idle
from pwa.desk.roles import Role
from pwa.desk.sessions import BLUEPRINT, DeskSessions, Visit
from pwa.desk.tools import Desk, PasswordHasher
from pwa.desk.views import ROOMS
from pwa.headers import HeaderSet
from pwa.kits.service import Clock, KitService

# Flask-Login would sign somebody in by this cookie. No browser can send one of this name.
NO_COOKIE = "no;cookie"


def open_desk(
    config: Config, sessions: Sessions, hasher: PasswordHasher, kits: KitService, clock: Clock
) -> Desk:
    """Return what the desk works with."""
    keys = DeskKeys(config.desk_key)
    visits = DeskSessions(sessions, keys, clock)
    return Desk(config, sessions, keys, hasher, visits, kits, clock)


def add_desk(app: Flask, desk: Desk, pages: HeaderSet, files: HeaderSet) -> None:
    """Add the desk to the application; nothing of it touches the other routes."""
    app.config.update(
        REMEMBER_COOKIE_NAME=NO_COOKIE,
        SESSION_PROTECTION=None,
        WTF_CSRF_SECRET_KEY=desk.keys.derive("csrf"),
        # The desk asks by itself, so that the other routes are left alone.
        WTF_CSRF_CHECK_DEFAULT=False,
        # As long as the session that the value is bound to.
        WTF_CSRF_TIME_LIMIT=None,
        # We send no referrer, since it may hold an invitation. `pwa.origin` asks where from.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.jinja_env.undefined = StrictUndefined
    app.session_interface = desk.visits
    split_hosts(app, desk.config.desk_host)
    csrf = CSRFProtect()
    csrf.init_app(app)
    _add_login(app)
    app.register_blueprint(_make_blueprint(desk, csrf, pages, files))


def _add_login(app: Flask) -> None:
    manager = LoginManager()
    manager.init_app(app)

    def load(_request: Request) -> Member | None:
        found = session._get_current_object()  # type: ignore[attr-defined]  # it is a proxy
        return found.member if isinstance(found, Visit) else None

    manager.request_loader(load)


def _make_blueprint(desk: Desk, csrf: CSRFProtect, pages: HeaderSet, files: HeaderSet) -> Blueprint:
    blueprint = Blueprint(BLUEPRINT, __name__, url_prefix=ROOT)
    own = read_files()
    set_up_pages(blueprint, own, pages)
    close_when_idle(blueprint)
    blueprint.before_request(guard(csrf, desk.clock))

    @blueprint.get("/a/<name>")
    @open_to(Role.ANYONE)
    def file(name: str) -> Response:
        body = own.bodies.get(f"{ROOT}/a/{name}")
        if body is None:
            abort(404)
        return answer(files, body)

    for add_routes in ROOMS:
        add_routes(blueprint, desk)
    return blueprint
