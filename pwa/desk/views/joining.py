"""The page behind an invitation's link."""

from flask import Blueprint, Response, request

from pwa.desk.door import open_to, visit
from pwa.desk.hosts import is_protected
from pwa.desk.models import Invitation
from pwa.desk.pages import show
from pwa.desk.people import joining
from pwa.desk.people.invitations import Invitations
from pwa.desk.roles import Role
from pwa.desk.signin import totp
from pwa.desk.signin.device import remember_device
from pwa.desk.tools import Desk
from pwa.desk.views.forms import JoinForm, refuse
from pwa.errors import DeskInvalid


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the page of an invitation."""

    @blueprint.route("/join/<token>", methods=["GET", "POST"])
    @open_to(Role.ANYONE)
    def join(token: str) -> Response:
        """Let an invited person set up signing in, then show the recovery codes, this once."""
        if not is_protected():
            return show("unprotected", status=403)
        with desk.sessions() as session:
            invitation = Invitations(session, desk.keys, desk.now_s()).find(token)
        if invitation is None:
            return show("join-over", status=410)
        form = JoinForm(name=invitation.name)
        if not form.validate_on_submit():
            return _show(desk, form, invitation, token, status=200)
        try:
            joined = joining.join(
                desk,
                token,
                visit().token,
                name=form.name.data,
                password=form.password.data,
                code=form.code.data,
            )
        except DeskInvalid as problem:
            refuse(form, str(problem))
            return _show(desk, form, invitation, token, status=422)
        desk.visits.start(visit(), joined.member, is_full=True)
        response = show("codes", codes=joined.codes, is_new=True)
        remember_device(request, response, desk.keys, joined.member.id)
        return response


def _show(
    desk: Desk, form: JoinForm, invitation: Invitation, token: str, *, status: int
) -> Response:
    secret = joining.app_secret(desk, token, visit().token)
    return show(
        "join",
        status=status,
        form=form,
        invitation=invitation,
        picture=totp.picture(totp.address(secret, invitation.email)),
        secret=totp.spaced(secret),
    )
