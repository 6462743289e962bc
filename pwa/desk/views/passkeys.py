"""What the desk's one script asks for: adding a passkey, and signing in with one."""

from flask import Blueprint, Response, abort, flash, make_response, request

from pwa.desk.door import me, open_to, visit
from pwa.desk.hosts import host_of, is_protected
from pwa.desk.paths import safe_next
from pwa.desk.roles import Role
from pwa.desk.signin.passkeys import Passkeys, Site
from pwa.desk.tools import Desk
from pwa.desk.views.letting_in import go, let_in
from pwa.errors import DeskInvalid
from pwa.sent import read_json

ME = "/desk/me"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the routes of passkeys."""
    passkeys = Passkeys(desk)
    _add_own(blueprint, passkeys)
    _add_sign_in(blueprint, desk, passkeys)


def _add_own(blueprint: Blueprint, passkeys: Passkeys) -> None:
    @blueprint.post("/me/passkeys/ask")
    @open_to(Role.ADVOCATE, guarded=True, back=ME)
    def ask() -> Response:
        """Say what the browser needs to make a passkey."""
        return _json(passkeys.offer_adding(me(), _site(), visit().token))

    @blueprint.post("/me/passkeys")
    @open_to(Role.ADVOCATE, guarded=True, back=ME)
    def add() -> Response:
        """Keep a passkey."""
        try:
            passkeys.add(me(), _site(), visit().token, read_json())
        except DeskInvalid:
            return _json("{}", status=422)
        flash("The passkey is added. You can sign in with it from now on.", "good")
        return _json(f'{{"onward":"{ME}"}}')

    @blueprint.post("/me/passkeys/<int:number>/remove")
    @open_to(Role.ADVOCATE, guarded=True, back=ME)
    def remove(number: int) -> Response:
        """Remove one of one's passkeys."""
        if not passkeys.remove(visit(), me(), number):
            abort(404)
        flash(
            "The passkey is removed here, and other browsers are signed out. "
            "Remove it from your device too.",
            "good",
        )
        return go(ME)


def _add_sign_in(blueprint: Blueprint, desk: Desk, passkeys: Passkeys) -> None:
    @blueprint.post("/passkey/ask")
    @open_to(Role.ANYONE)
    def ask_to_sign_in() -> Response:
        """Say what the browser needs to sign in."""
        _check_line()
        return _json(passkeys.offer_signing_in(_site(), visit().token))

    @blueprint.post("/passkey")
    @open_to(Role.ANYONE)
    def sign_in_with() -> Response:
        """Sign somebody in with their passkey."""
        _check_line()
        sent = read_json()
        try:
            member = passkeys.sign_in(_site(), visit().token, sent)
        except DeskInvalid:
            return _json("{}", status=422)
        asked = sent.get("onward")
        onward = safe_next(asked if isinstance(asked, str) else None)
        return let_in(desk, member, _json(f'{{"onward":"{onward}"}}'))


def _site() -> Site:
    found = Site(host_of(), f"{request.scheme}://{request.host}")
    if not found.is_named:
        abort(403)
    return found


def _check_line() -> None:
    if not is_protected():
        abort(403)


def _json(text: str, *, status: int = 200) -> Response:
    response = make_response(text, status)
    response.content_type = "application/json"
    return response
