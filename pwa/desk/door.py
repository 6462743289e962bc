"""The door: which role a page needs, asked before the page runs; a page that names none is shut."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from flask import abort, current_app, redirect, request, session
from flask_login import current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from pwa.desk.models import Member
from pwa.desk.pages import show
from pwa.desk.paths import HOME, ROOT, has_session
from pwa.desk.roles import Role
from pwa.desk.sessions import Visit
from pwa.kits.service import Clock

MAX_FORM_BYTES = 16 * 1024

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a page asks of who opens it."""

    role: Role
    is_guarded: bool
    back: str
    max_bytes: int


_ATTRIBUTE = "desk_entry"


def open_to(
    role: Role, *, guarded: bool = False, back: str = "", max_bytes: int = MAX_FORM_BYTES
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Open a page to a role and those above it.

    `guarded` asks for password and code again when the last time is longer ago than ten minutes.
    `back` is the page to come back to from there, for what is only ever sent; it may name parts of
    the path, as in `/desk/people/{number}`. `max_bytes` is the largest request that is taken.
    """

    def mark(view: Callable[P, R]) -> Callable[P, R]:
        setattr(view, _ATTRIBUTE, Entry(role, guarded, back, max_bytes))
        return view

    return mark


def entry_of(view: object) -> Entry | None:
    """Return what a page asks; `None` when it says nothing, which shuts it."""
    found = getattr(view, _ATTRIBUTE, None)
    return found if isinstance(found, Entry) else None


def me() -> Member:
    """Return who has signed in, on a page that only members can open."""
    member = current_user._get_current_object()
    if not isinstance(member, Member):
        abort(403)
    return member


def visit() -> Visit:
    """Return the present session."""
    found = session._get_current_object()  # type: ignore[attr-defined]  # it is a proxy
    assert isinstance(found, Visit)
    return found


def guard(csrf: CSRFProtect, clock: Clock) -> Callable[[], Response | None]:
    """Return what runs before every page of the desk."""

    def ask() -> Response | None:
        entry = entry_of(current_app.view_functions.get(request.endpoint or ""))
        if entry is None:
            abort(403)
        request.max_content_length = entry.max_bytes
        if _comes_without_cookies():
            visit().is_new = False
            return show("onward")
        csrf.protect()
        return _judge(entry, clock())

    return ask


def _judge(entry: Entry, now_s: float) -> Response | None:
    if entry.role is Role.ANYONE:
        return None
    if not current_user.is_authenticated:
        return redirect(f"{ROOT}/sign-in?next={_here(entry)}", 303)
    if not me().may(entry.role):
        abort(403)
    if entry.is_guarded and not visit().is_recent(now_s):
        return redirect(f"{ROOT}/confirm?next={_here(entry)}", 303)
    return None


def _comes_without_cookies() -> bool:
    """Say whether somebody followed a link of another site: their browser keeps the cookie back.

    `SameSite=Strict` has it so. A page that loads the same address again brings it along; a new
    cookie here would sign them out.
    """
    is_foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    is_page = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return request.method == "GET" and is_foreign and is_page and has_session(request.path)


def _here(entry: Entry) -> str:
    """Return the page to come back to: what was sent has to be asked for again there."""
    rule = request.url_rule
    if rule is not None and "GET" in (rule.methods or ()):
        return request.path
    return entry.back.format(**(request.view_args or {})) or HOME
