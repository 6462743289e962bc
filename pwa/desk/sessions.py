"""The desk's sessions: kept in the database, found by the hash of a random cookie.

A visitor who has not given a password yet has a cookie but no row: all that hangs on it is the
value that their forms must send back. Every step up (password, second step) gets a new cookie, so
that one planted beforehand is worth nothing.
"""

from typing import Any

from flask import Flask, Request, Response, g, has_app_context, request
from flask.sessions import NullSession, SessionInterface, SessionMixin
from sqlalchemy import delete, or_, select
from werkzeug.datastructures import CallbackDict

from pwa.db import Sessions
from pwa.desk.keys import DeskKeys, make_token
from pwa.desk.models import DeskSession, Member
from pwa.desk.paths import has_session
from pwa.kits.service import Clock

IDLE_S = 30 * 60
LONGEST_S = 12 * 3600
HALF_S = 5 * 60
# How old the last sign-in or confirmation may be for what must not be done with a stolen screen.
RECENT_S = 10 * 60
# Seen again within a minute is not written down again.
SEEN_GRAIN_S = 60
MAX_COOKIE = 100
CSRF = "csrf_token"
# Where Flask-Login keeps who has signed in, in `g`.
LOGIN = "_login_user"
BLUEPRINT = "desk"


class Visit(CallbackDict[str, Any], SessionMixin):
    """Flask's `session` at the desk: a token, and the row behind it once there is one."""

    def __init__(self, token: str, csrf: str, row: DeskSession | None, *, is_new: bool) -> None:
        """Take what the cookie stands for."""
        super().__init__({**(row.notes if row else {}), CSRF: csrf}, self._changed)
        self.token = token
        self.row = row
        self.is_new = is_new
        self.has_ended = False
        self.modified = False

    @staticmethod
    def _changed(visit: "Visit") -> None:
        visit.modified = True

    @property
    def member(self) -> Member | None:
        """Return who has signed in, with both steps."""
        return self.row.member if self.row is not None and self.row.is_full else None

    @property
    def half(self) -> Member | None:
        """Return who has given their password, but not the second step."""
        return self.row.member if self.row is not None and not self.row.is_full else None

    def is_recent(self, now_s: float) -> bool:
        """Say whether they showed a short time ago that it is they."""
        return self.row is not None and now_s - self.row.proved_at_s < RECENT_S


class DeskSessions(SessionInterface):
    """Opens and saves `session`; for everything that is not the desk there is none."""

    def __init__(self, sessions: Sessions, keys: DeskKeys, clock: Clock) -> None:
        """Take the database, the keys and the clock."""
        self._sessions = sessions
        self._keys = keys
        self._clock = clock

    def open_session(self, app: Flask, request: Request) -> SessionMixin:
        """Find what the request's cookie stands for."""
        _ = app
        if not has_session(request.path):
            return NullSession()
        token = request.cookies.get(cookie_name(request), "")
        if not 0 < len(token) <= MAX_COOKIE:
            return self._visit(make_token(), None, is_new=True)
        return self._visit(token, self._find(token), is_new=False)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what was noted and hand out a new cookie where there is one."""
        _ = app
        if not isinstance(session, Visit):
            return
        if session.row is not None and session.modified:
            self._keep_notes(session.row.token_hash, dict(session))
        # A path that only looks like the desk's, or the desk's on another host, gets none.
        if session.is_new and request.blueprint == BLUEPRINT:
            set_cookie(request, response, session.token)

    def start(self, visit: Visit, member: Member, *, is_full: bool) -> None:
        """Begin a session for a member under a new cookie, in place of the visit's own."""
        now_s = int(self._clock())
        token = make_token()
        with self._sessions.begin() as session:
            session.execute(delete(DeskSession).where(self._is(visit.token)))
            session.execute(delete(DeskSession).where(_is_over(now_s)))
            row = DeskSession(
                token_hash=self._hash(token),
                member_id=member.id,
                is_full=is_full,
                created_at_s=now_s,
                seen_at_s=now_s,
                proved_at_s=now_s if is_full else 0,
                notes={},
            )
            session.add(row)
        self._renew(visit, token, self._find(token))

    def forget(self) -> None:
        """Delete every session that is over."""
        with self._sessions.begin() as session:
            session.execute(delete(DeskSession).where(_is_over(int(self._clock()))))

    def prove(self, visit: Visit) -> None:
        """Note that the member has just shown again that it is they."""
        with self._sessions.begin() as session:
            row = session.get(DeskSession, self._hash(visit.token))
            if row is not None:
                row.proved_at_s = int(self._clock())

    def end(self, visit: Visit) -> None:
        """Forget the session behind a visit; its cookie is worth nothing from now on."""
        with self._sessions.begin() as session:
            session.execute(delete(DeskSession).where(self._is(visit.token)))
        self._renew(visit, make_token(), None)

    def end_all(self, member_id: int, *, but: Visit | None = None) -> None:
        """Sign a member out everywhere; `but` is the visit that stays."""
        wanted = delete(DeskSession).where(DeskSession.member_id == member_id)
        if but is not None:
            wanted = wanted.where(~self._is(but.token))
        with self._sessions.begin() as session:
            session.execute(wanted)

    def count(self, member_id: int) -> int:
        """Return in how many browsers a member is signed in."""
        now_s = int(self._clock())
        wanted = select(DeskSession).where(
            DeskSession.member_id == member_id, DeskSession.is_full, ~_is_over(now_s)
        )
        with self._sessions() as session:
            return len(session.scalars(wanted).all())

    def _renew(self, visit: Visit, token: str, row: DeskSession | None) -> None:
        visit.token, visit.row, visit.is_new = token, row, True
        visit[CSRF] = self._csrf(token)
        # Flask-WTF and Flask-Login keep for the rest of a request what they worked out before: a
        # page shown by this one would send back the value of the session that is over.
        if has_app_context():
            for kept in (CSRF, LOGIN):
                g.pop(kept, None)

    def _visit(self, token: str, row: DeskSession | None, *, is_new: bool) -> Visit:
        return Visit(token, self._csrf(token), row, is_new=is_new)

    def _find(self, token: str) -> DeskSession | None:
        now_s = int(self._clock())
        with self._sessions.begin() as session:
            row = session.get(DeskSession, self._hash(token))
            if row is None or _has_ended(row, now_s) or not row.member.is_active:
                return None
            if now_s - row.seen_at_s >= SEEN_GRAIN_S:
                row.seen_at_s = now_s
            return row

    def _keep_notes(self, token_hash: str, notes: dict[str, Any]) -> None:
        notes.pop(CSRF, None)
        with self._sessions.begin() as session:
            row = session.get(DeskSession, token_hash)
            if row is not None:
                row.notes = notes

    def _is(self, token: str) -> Any:
        return DeskSession.token_hash == self._hash(token)

    def _hash(self, token: str) -> str:
        return self._keys.mark("session", token)

    def _csrf(self, token: str) -> str:
        return self._keys.mark("form", token)


def cookie_name(request: Request) -> str:
    """Return the cookie's name; over https one that no other host or path can set."""
    return "__Host-desk" if request.is_secure else "desk"


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Hand out a cookie that ends with the browser, for this host and for our own pages alone."""
    response.set_cookie(
        cookie_name(request),
        token,
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def _has_ended(row: DeskSession, now_s: int) -> bool:
    if not row.is_full:
        return now_s - row.created_at_s >= HALF_S
    return now_s - row.seen_at_s >= IDLE_S or now_s - row.created_at_s >= LONGEST_S


def _is_over(now_s: int) -> Any:
    return or_(
        DeskSession.seen_at_s <= now_s - IDLE_S,
        DeskSession.created_at_s <= now_s - LONGEST_S,
        (~DeskSession.is_full) & (DeskSession.created_at_s <= now_s - HALF_S),
    )
