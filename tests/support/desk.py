"""People at the desk, for tests: making them, signing them in, and sending their forms."""

import html
import re
from dataclasses import dataclass
from typing import Any

import pyotp
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from pwa import db
from pwa.agencies import Agency
from pwa.desk.keys import DeskKeys
from pwa.desk.models import Member
from pwa.desk.people import members
from pwa.desk.roles import Role
from pwa.kits.hashing import Argon2Hasher
from tests.support.clock import FixedClock

PASSWORD = "kettle drawer mango bus"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DESK_KEY = bytes([0x33] * 32)
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(slots=True)
class Person:
    """One member in one browser."""

    client: FlaskClient
    clock: FixedClock
    email: str
    member_id: int = 0
    agency_id: int = 0
    network: str = "192.0.2.1"
    secret: str = SECRET
    password: str = PASSWORD

    def get(self, path: str, **options: Any) -> TestResponse:
        """Load a page."""
        where = {"REMOTE_ADDR": self.network}
        return self._checked(self.client.get(path, environ_base=where, **options))

    def post(self, path: str, *, form_at: str = "", **fields: Any) -> TestResponse:
        """Send a form with the value that the page at `form_at`, or the path itself, gave out."""
        token = csrf_in(self.get(form_at or path))
        return self.send(path, csrf_token=token, **fields)

    def send(self, path: str, **fields: Any) -> TestResponse:
        """Send a form as it is."""
        where = {"REMOTE_ADDR": self.network}
        return self._checked(self.client.post(path, data=fields, environ_base=where))

    def _checked(self, answer: TestResponse) -> TestResponse:
        """Return an answer whose forms send back the value of the session it leaves behind."""
        is_page = answer.mimetype == "text/html"
        values = TOKEN.findall(answer.get_data(as_text=True)) if is_page else []
        cookie = self.client.get_cookie("desk")
        if values and cookie is not None:
            own = DeskKeys(DESK_KEY).mark("form", cookie.value)
            assert {_unsigned(each) for each in values} == {own}, "a form of another session"
        return answer

    def code(self) -> str:
        """Return what the authenticator app shows; the next one, so that it was not used yet."""
        self.clock.move(30)
        return pyotp.TOTP(self.secret).at(int(self.clock()))

    def give_password(self, password: str | None = None) -> TestResponse:
        """Do the first step of signing in."""
        fields = {"email": self.email, "password": password or self.password}
        return self.post("/desk/sign-in", **fields)

    def sign_in(self) -> "Person":
        """Do both steps."""
        assert self.give_password().status_code == 303
        done = self.post("/desk/code", code=self.code())
        assert done.status_code == 303, done.get_data(as_text=True)
        return self


def _unsigned(value: str) -> str:
    """Return the session's part of what a form sends back, whoever signed it."""
    return str(URLSafeTimedSerializer("").loads_unsafe(html.unescape(value))[1])


def csrf_in(answer: TestResponse) -> str:
    """Return the value that a page's forms send back."""
    found = TOKEN.search(answer.get_data(as_text=True))
    assert found is not None, f"no form on the page: {answer.status}"
    return html.unescape(found[1])


def make_agency(app: Flask, name: str = "North House") -> int:
    """Make an agency and return its number."""
    with db.open_sessions(app.extensions["pwa-engine"]).begin() as session:
        agency = Agency(name=name, country="US", language="en", created_at_s=0)
        session.add(agency)
        session.flush()
        return agency.id


def make_member(
    app: Flask, agency_id: int, email: str, *, name: str = "Ana Ruiz", role: Role = Role.ADVOCATE
) -> int:
    """Make a member with the password and the app that `Person` has; return their number."""
    keys = DeskKeys(DESK_KEY)
    hasher = Argon2Hasher(time_cost=1, memory_kib=8)
    with db.open_sessions(app.extensions["pwa-engine"]).begin() as session:
        member = Member(
            agency_id=agency_id, email=email, name=name, role=role.value, created_at_s=0
        )
        session.add(member)
        session.flush()
        members.set_password(member, PASSWORD, keys=keys, hasher=hasher)
        members.set_app(member, SECRET, 0, keys)
        return member.id
