"""People, for administrators: who is here, who is invited, and what can be changed about them."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, flash, request

from pwa.desk.door import me, open_to
from pwa.desk.pages import show
from pwa.desk.people import administering, members
from pwa.desk.people.invitations import Invitations, Invited
from pwa.desk.roles import Role
from pwa.desk.tools import Desk
from pwa.desk.views.forms import InviteForm, refuse
from pwa.desk.views.letting_in import go
from pwa.errors import DeskInvalid, MemberUnknown

PEOPLE = "/desk/people"
ONE = "/desk/people/{number}"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the pages of the people at the desk."""
    _add_list(blueprint, desk)
    _add_invitations(blueprint, desk)
    _add_one(blueprint, desk)
    _add_changes(blueprint, desk)


def _add_list(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.get("/people")
    @open_to(Role.ADMIN)
    def people() -> Response:
        """Show who is at the desk, and who is invited."""
        with desk.sessions() as session:
            invitations = Invitations(session, desk.keys, desk.now_s())
            return show(
                "people",
                members=members.of_agency(session, me().agency_id),
                invitations=invitations.open_of(me().agency_id),
            )


def _add_invitations(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.route("/people/invite", methods=["GET", "POST"])
    @open_to(Role.ADMIN, guarded=True)
    def invite() -> Response:
        """Invite somebody, and show the link this once."""
        form = InviteForm()
        if not form.validate_on_submit():
            return show("invite", form=form)
        try:
            invited = administering.invite(
                desk, me(), email=form.email.data, name=form.name.data, role=form.role.data
            )
        except DeskInvalid as problem:
            refuse(form, str(problem))
            return show("invite", form=form, status=422)
        return _show_link(invited)

    @blueprint.post("/people/invitations/<int:number>/withdraw")
    @open_to(Role.ADMIN, back=PEOPLE)
    def withdraw(number: int) -> Response:
        """Take an invitation back."""
        return _change(
            lambda: administering.withdraw(desk, me(), number), PEOPLE, "The link is closed."
        )


def _add_one(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.get("/people/<int:number>")
    @open_to(Role.ADMIN)
    def person(number: int) -> Response:
        """Show one member."""
        with desk.sessions() as session:
            member = members.one_of_agency(session, me().agency_id, number)
        if member is None:
            abort(404)
        return show("person", person=member, browsers=desk.visits.count(number))

    @blueprint.post("/people/<int:number>/reset")
    @open_to(Role.ADMIN, guarded=True, back=ONE)
    def give_new_start(number: int) -> Response:
        """Take away what they sign in with, and show a new link this once."""
        try:
            return _show_link(administering.give_new_start(desk, me(), number))
        except MemberUnknown:
            abort(404)
        except DeskInvalid as problem:
            flash(str(problem), "bad")
            return go(ONE.format(number=number))


def _add_changes(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.post("/people/<int:number>/role")
    @open_to(Role.ADMIN, guarded=True, back=ONE)
    def role(number: int) -> Response:
        """Give them another role."""
        wanted = request.form.get("role", "")
        return _change_one(
            lambda: administering.change_role(desk, me(), number, wanted), number, "Changed."
        )

    @blueprint.post("/people/<int:number>/stop")
    @open_to(Role.ADMIN, guarded=True, back=ONE)
    def stop(number: int) -> Response:
        """Close their account."""
        return _change_one(
            lambda: administering.stop(desk, me(), number),
            number,
            "The account is closed. They are signed out everywhere.",
        )

    @blueprint.post("/people/<int:number>/start")
    @open_to(Role.ADMIN, guarded=True, back=ONE)
    def start(number: int) -> Response:
        """Open their account again."""
        return _change_one(
            lambda: administering.start(desk, me(), number), number, "The account is open again."
        )


def _change_one(change: Callable[[], None], number: int, said: str) -> Response:
    return _change(change, ONE.format(number=number), said)


def _change(change: Callable[[], None], back: str, said: str) -> Response:
    """Do it and go back to where it was asked for, with a sentence about how it went."""
    try:
        change()
    except MemberUnknown:
        abort(404)
    except DeskInvalid as problem:
        flash(str(problem), "bad")
    else:
        flash(said, "good")
    return go(back)


def _show_link(invited: Invited) -> Response:
    link = f"{request.host_url}desk/join/{invited.token}"
    return show("link", link=link, invitation=invited.invitation)
