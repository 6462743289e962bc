"""Signing out, and showing once more that it is you."""

from flask import Blueprint, Response, request

from pwa.desk.door import me, open_to, visit
from pwa.desk.pages import show
from pwa.desk.paths import safe_next
from pwa.desk.roles import Role
from pwa.desk.signin.service import SignIn
from pwa.desk.tools import Desk
from pwa.desk.views.forms import ConfirmForm
from pwa.desk.views.letting_in import go, refused, where

WRONG = "Password or code is not right."


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the two pages."""
    service = SignIn(desk)

    @blueprint.post("/sign-out")
    @open_to(Role.ADVOCATE)
    def sign_out() -> Response:
        """Forget this browser's session."""
        desk.visits.end(visit())
        return go("/desk/signed-out")

    @blueprint.get("/signed-out")
    @open_to(Role.ANYONE)
    def signed_out() -> Response:
        """Say that nobody is signed in any more."""
        return show("signed-out")

    @blueprint.get("/closed")
    @open_to(Role.ANYONE)
    def closed() -> Response:
        """Stand where a page was that nobody used; whoever goes on is asked who they are."""
        return show("closed", onward=safe_next(request.args.get("next")))

    @blueprint.route("/confirm", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE)
    def confirm() -> Response:
        """Ask for password and code again, before something that matters."""
        form = ConfirmForm()
        if not form.validate_on_submit():
            return show("confirm", form=form)
        no = service.confirm(me(), form.password.data, form.code.data, where(desk, me()))
        if no is not None:
            return refused("confirm", form, no, WRONG)
        desk.visits.prove(visit())
        return go(safe_next(request.args.get("next")))
