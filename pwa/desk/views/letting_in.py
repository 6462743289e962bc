"""What every way in has in common: where from, how a refusal is shown, and what a success does."""

from flask import Response, make_response, redirect, request
from flask_wtf import FlaskForm

from pwa.desk.door import visit
from pwa.desk.hosts import is_onion
from pwa.desk.journal import Action
from pwa.desk.models import Member
from pwa.desk.pages import show
from pwa.desk.signin.device import known_device, remember_device
from pwa.desk.signin.service import From, No
from pwa.desk.tools import Desk
from pwa.desk.views.forms import refuse
from pwa.kits.limits import network_of

WAIT = "That was too many tries. Please wait a quarter of an hour, then try again."


def where(desk: Desk, member: Member | None) -> From:
    """Return where the present request comes from."""
    device = known_device(request, desk.keys, member.id if member is not None else None)
    return From(None if is_onion() else network_of(request.remote_addr or ""), device)


def let_in(desk: Desk, member: Member, response: Response) -> Response:
    """Begin a full session, write it down, and remember this browser."""
    desk.visits.start(visit(), member, is_full=True)
    with desk.sessions.begin() as session:
        desk.note(session, member, Action.SIGNED_IN)
    remember_device(request, response, desk.keys, member.id)
    return response


def go(path: str) -> Response:
    """Go on to another page, to be loaded and not sent to."""
    return make_response(redirect(path, 303))


def refused(page: str, form: FlaskForm, no: No, wrong: str, **values: str) -> Response:
    """Show a form again with the reason why nobody was let in."""
    refuse(form, WAIT if no is No.WAIT else wrong)
    return show(page, form=form, status=429 if no is No.WAIT else 422, **values)
