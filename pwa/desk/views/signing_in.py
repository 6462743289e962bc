"""Signing in: e-mail and password, then the second step; both at once at an onion service."""

from flask import Blueprint, Response, request

from pwa.desk.door import open_to, visit
from pwa.desk.hosts import is_onion, is_protected
from pwa.desk.pages import show
from pwa.desk.paths import ROOT, safe_next
from pwa.desk.roles import Role
from pwa.desk.signin.service import No, SignIn
from pwa.desk.tools import Desk
from pwa.desk.views.forms import CodeForm, SignInForm, WholeForm
from pwa.desk.views.letting_in import go, let_in, refused, where

#: One sentence for an unknown address, a wrong password and a closed account.
WRONG = "That e-mail and password do not fit together."
WRONG_AT_ONCE = (
    "These three do not fit together, or the code was used already. "
    "Wait for the next one and try again."
)
WRONG_CODE = "That code is not right, or it was used already. Wait for the next one and try again."


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the two steps of signing in."""
    service = SignIn(desk)
    _add_password(blueprint, desk, service)
    _add_code(blueprint, desk, service)


def _add_password(blueprint: Blueprint, desk: Desk, service: SignIn) -> None:
    @blueprint.route("/sign-in", methods=["GET", "POST"])
    @open_to(Role.ANYONE)
    def sign_in() -> Response:
        """Take e-mail and password."""
        onward = safe_next(request.args.get("next"))
        if not is_protected():
            return show("unprotected", status=403)
        if visit().member is not None:
            return go(onward)
        if is_onion():
            return _at_once(desk, service, onward)
        form = SignInForm()
        if not form.validate_on_submit():
            return show("sign-in", form=form, onward=onward)
        email, password = form.email.data, form.password.data
        member = service.find(email)
        found = service.check_password(member, email, password, where(desk, member))
        if isinstance(found, No):
            return refused("sign-in", form, found, WRONG, onward=onward)
        desk.visits.start(visit(), found, is_full=False)
        return go(f"{ROOT}/code?next={onward}")


def _at_once(desk: Desk, service: SignIn, onward: str) -> Response:
    """Take e-mail, password and code together."""
    form = WholeForm()
    if not form.validate_on_submit():
        return show("sign-in", form=form, onward=onward)
    member = service.find(form.email.data)
    found = service.check_at_once(member, form.password.data, form.code.data)
    if isinstance(found, No):
        return refused("sign-in", form, found, WRONG_AT_ONCE, onward=onward)
    return let_in(desk, found, go(onward))


def _add_code(blueprint: Blueprint, desk: Desk, service: SignIn) -> None:
    @blueprint.route("/code", methods=["GET", "POST"])
    @open_to(Role.ANYONE)
    def code() -> Response:
        """Take the second step."""
        onward = safe_next(request.args.get("next"))
        member = visit().half
        if member is None:
            return go(f"{ROOT}/sign-in?next={onward}")
        form = CodeForm()
        if not form.validate_on_submit():
            return show("code", form=form)
        no = service.check_code(member, form.code.data, where(desk, member))
        if no is not None:
            return refused("code", form, no, WRONG_CODE)
        return let_in(desk, member, go(onward))
