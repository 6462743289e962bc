"""One's own page: password, authenticator app, recovery codes, and signing out everywhere."""

from flask import Blueprint, Response, flash, request

from pwa.desk.door import me, open_to, visit
from pwa.desk.pages import show
from pwa.desk.people import oneself
from pwa.desk.roles import Role
from pwa.desk.signin import passkeys, recovery, totp
from pwa.desk.tools import Desk
from pwa.desk.views.forms import AppForm, PasswordForm, refuse
from pwa.desk.views.letting_in import go
from pwa.errors import DeskInvalid

ME = "/desk/me"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add one's own page and what hangs on it."""
    _add_page(blueprint, desk)
    _add_password(blueprint, desk)
    _add_app(blueprint, desk)


def _add_page(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.get("/me")
    @open_to(Role.ADVOCATE)
    def myself() -> Response:
        """Show how one signs in, and from how many browsers one has."""
        with desk.sessions() as session:
            return show(
                "me",
                codes_left=recovery.count_left(session, me().id),
                passkeys=passkeys.of_member(session, me().id),
                browsers=desk.visits.count(me().id),
                may_add=visit().is_recent(desk.clock()),
            )

    @blueprint.post("/me/sign-out-everywhere")
    @open_to(Role.ADVOCATE, back=ME)
    def sign_out_everywhere() -> Response:
        """End every session of oneself."""
        oneself.sign_out_everywhere(desk, me())
        desk.visits.end(visit())
        return go("/desk/signed-out")

    @blueprint.route("/me/codes", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE, guarded=True)
    def codes() -> Response:
        """Make new recovery codes, and show them this once."""
        if request.method == "GET":
            return show("codes-ask")
        return show("codes", codes=oneself.new_codes(desk, me()), is_new=False)


def _add_password(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.route("/me/password", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE, guarded=True)
    def password() -> Response:
        """Choose another password."""
        form = PasswordForm()
        if not form.validate_on_submit():
            return show("password", form=form)
        try:
            oneself.change_password(desk, visit(), me().id, form.password.data)
        except DeskInvalid as problem:
            refuse(form, str(problem))
            return show("password", form=form, status=422)
        flash("Your password is changed. Other browsers are signed out.", "good")
        return go(ME)


def _add_app(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.route("/me/app", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE, guarded=True)
    def app() -> Response:
        """Set another authenticator app up."""
        form = AppForm()
        if not form.validate_on_submit():
            return _show_app(desk, form, status=200)
        try:
            oneself.change_app(desk, visit(), me().id, form.code.data)
        except DeskInvalid as problem:
            refuse(form, str(problem))
            return _show_app(desk, form, status=422)
        flash("The new app is set up. Other browsers are signed out.", "good")
        return go(ME)


def _show_app(desk: Desk, form: AppForm, *, status: int) -> Response:
    secret = oneself.next_app_secret(desk, visit(), me())
    return show(
        "app",
        status=status,
        form=form,
        picture=totp.picture(totp.address(secret, me().email)),
        secret=totp.spaced(secret),
    )
