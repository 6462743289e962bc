"""The shell's routes; everything they answer was made at start-up."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, abort, request

from pwa.answers import answer
from pwa.assets import Built, pack_path
from pwa.bodies import Body
from pwa.config import Config
from pwa.covers import COVERS, DEFAULT, LANGUAGES, Cover
from pwa.headers import HeaderSet, Kind, bounce_policy, write_policy
from pwa.locales import choose_language
from pwa.pages import Pages
from pwa.shell.cover import bounce_hash, make_ready
from pwa.shell.worker import make_worker

Sets = Mapping[Kind, HeaderSet]


def make_blueprint(config: Config, built: Built, sets: Sets, pages: Pages) -> Blueprint:
    """Return the shell's routes."""
    blueprint = Blueprint("shell", __name__)
    for cover in COVERS.values():
        _add_cover(blueprint, cover, built, sets, pages)
    _add_files(blueprint, built, sets)
    _add_packs(blueprint, config, built, sets[Kind.PACK])

    @blueprint.get("/")
    def home() -> Response:
        return _go_to(DEFAULT.path, sets[Kind.REDIRECT])

    @blueprint.get("/favicon.ico")
    def icon() -> Response:
        return _go_to(built.names[f"{DEFAULT.key}-192.png"], sets[Kind.REDIRECT])

    return blueprint


def _add_cover(blueprint: Blueprint, cover: Cover, built: Built, sets: Sets, pages: Pages) -> None:
    ready = {language: make_ready(pages, built, cover, language) for language in LANGUAGES}
    bounce_headers = {
        **sets[Kind.BOUNCE],
        "Content-Security-Policy": write_policy(bounce_policy(bounce_hash(cover))),
    }

    routes = (
        ("", "page", sets[Kind.COVER]),
        ("b", "bounce", bounce_headers),
        ("manifest.webmanifest", "manifest", sets[Kind.MANIFEST]),
    )
    for rest, field, headers in routes:
        bodies = {language: getattr(ready[language], field) for language in LANGUAGES}
        view = _by_language(bodies, headers)
        blueprint.add_url_rule(f"{cover.path}{rest}", f"{cover.key}-{field}", view)
    all_pages = [body for one in ready.values() for body in (one.page, one.bounce)]
    slashless = cover.path.rstrip("/")
    blueprint.add_url_rule(
        slashless,
        f"{cover.key}-slashless",
        lambda: _go_to(cover.path, sets[Kind.REDIRECT]),
    )
    worker = make_worker(built, cover, all_pages)
    blueprint.add_url_rule(
        f"{cover.path}sw.js",
        f"{cover.key}-worker",
        lambda: answer(sets[Kind.WORKER], worker),
    )


def _by_language(bodies: Mapping[str, Body], headers: HeaderSet) -> Callable[[], Response]:
    def view() -> Response:
        language = choose_language(request.accept_languages, LANGUAGES)
        response = answer(headers, bodies[language])
        response.headers["Content-Language"] = language
        return response

    return view


def _add_files(blueprint: Blueprint, built: Built, sets: Sets) -> None:
    @blueprint.get("/a/<name>")
    def file(name: str) -> Response:
        path = f"/a/{name}"
        body = built.files.get(path)
        if body is None:
            abort(404)
        return answer(sets[Kind.KEEPER if path in built.keepers else Kind.ASSET], body)


def _add_packs(blueprint: Blueprint, config: Config, built: Built, headers: HeaderSet) -> None:
    packs = {pack_path(config.pack_key, name): pack for name, pack in built.packs.items()}

    @blueprint.get("/p/<name>")
    def pack(name: str) -> Response:
        found = packs.get(f"/p/{name}")
        if found is None:
            abort(404)
        return answer(headers, found.body)


def _go_to(path: str, headers: HeaderSet) -> Response:
    response = answer(headers, status=302)
    response.headers["Location"] = path
    return response
