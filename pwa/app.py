"""Putting the server together."""

import secrets
import time

from flask import Flask, abort, request
from sqlalchemy import Engine
from werkzeug.middleware.proxy_fix import ProxyFix

from pwa import db, origin
from pwa.assets import read_built
from pwa.config import Config
from pwa.desk.setup import add_desk, open_desk
from pwa.desk.tools import PasswordHasher
from pwa.directory import views as sheet_views
from pwa.directory.sheets import Sheets
from pwa.directory.signing import Signer
from pwa.exit import views as exit_views
from pwa.headers import Kind, header_sets
from pwa.health import views as health_views
from pwa.kits import views as kit_views
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.limits import make_limiter
from pwa.kits.service import Clock, KitService
from pwa.numbers import RowNumber
from pwa.pages import Pages
from pwa.refusals import refuse_neutrally
from pwa.reminders import setup as reminders_setup
from pwa.shell import views as shell_views

MAX_BODY_BYTES = 4096
LIMIT_KEY_BYTES = 32


def create_app(
    config: Config, *, hasher: PasswordHasher | None = None, clock: Clock = time.time
) -> Flask:
    """Return the server as a WSGI application.

    Raises a `PwaError` when the built client is missing or broken, or the database is not ready.
    """
    built = read_built(config.built)
    engine = db.open_database(config.database_url)
    db.check_current(engine)
    sets = header_sets(built.known_hashes)
    pages = Pages()
    sessions = db.open_sessions(engine)
    sheets = Sheets(sessions, Signer(config.sign_key))
    hasher = hasher or Argon2Hasher()
    service = KitService(sessions, config.code_pepper, hasher, clock)
    limiter = make_limiter(secrets.token_bytes(LIMIT_KEY_BYTES))

    app = _bare_app(config)
    refuse_neutrally(app, sets[Kind.ERROR], pages)
    _refuse_other_sites(app)
    app.register_blueprint(shell_views.make_blueprint(config, built, sets, pages))
    api = sets[Kind.API]
    app.register_blueprint(kit_views.make_blueprint(config, api, service, sheets, limiter))
    app.register_blueprint(sheet_views.make_blueprint(api, sheets))
    app.register_blueprint(exit_views.make_blueprint(sets[Kind.API]))
    app.register_blueprint(
        reminders_setup.make_blueprint(config, sets[Kind.API], engine, limiter, clock)
    )
    app.register_blueprint(health_views.make_blueprint(sets[Kind.HEALTH], engine))
    desk = open_desk(config, sessions, hasher, service, clock)
    add_desk(app, desk, sets[Kind.DESK], sets[Kind.ASSET])
    limiter.init_app(app)
    app.extensions["pwa-engine"] = engine
    app.extensions["pwa-desk"] = desk
    return app


def close_app(app: Flask) -> None:
    """Let go of the database."""
    engine: Engine = app.extensions["pwa-engine"]
    engine.dispose()


def _bare_app(config: Config) -> Flask:
    """Return an application without static files, sessions or automatic answers."""
    app = Flask("pwa", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        PROVIDE_AUTOMATIC_OPTIONS=False,
        TRUSTED_HOSTS=[*config.trusted_hosts, *filter(None, [config.desk_host])],
    )
    app.url_map.converters["int"] = RowNumber
    # Werkzeug answers these redirects itself, past every header set.
    app.url_map.merge_slashes = False
    app.url_map.redirect_defaults = False
    if config.proxies:
        count = config.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]  # the documented way
    return app


def _refuse_other_sites(app: Flask) -> None:
    @app.before_request
    def refuse() -> None:
        if not origin.is_own(request.method, request.headers, request.host):
            abort(403)
