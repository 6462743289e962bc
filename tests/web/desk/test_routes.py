"""Every route of the desk lets in whom the table says, and nobody else."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from pwa.desk.door import entry_of
from pwa.desk.paths import is_desk
from pwa.desk.roles import Role
from tests.support.desk import Person, csrf_in
from tests.support.expected import EXPECTED, faults
from tests.web.desk.routes import ROUTES, Row

CASES = [(row, method) for row in ROUTES for method in row.methods.split()]
MEMBERS_ONLY = [(row, method) for row, method in CASES if row.role is not Role.ANYONE]
ADMINS_ONLY = [(row, method) for row, method in CASES if row.role is Role.ADMIN]
GUARDED = [(row, method) for row, method in CASES if row.guarded]


def ask(person: Person, row: Row, method: str, token: str) -> TestResponse:
    """Ask for a route; what is sent brings this form value."""
    fields = {"csrf_token": token} if method == "POST" else None
    return person.client.open(row.path or row.rule, method=method, data=fields)


def send(person: Person, row: Row, method: str) -> str:
    """Ask for a route with a good form value; return where it leads, or its status."""
    first = person.get("/desk/")
    value = csrf_in(first if first.status_code == 200 else person.get("/desk/sign-in"))
    answer = ask(person, row, method, value)
    location = answer.headers.get("Location", "").partition("?")[0]
    return location or str(answer.status_code)


def test_every_route_is_in_the_table(app: Flask) -> None:
    found = {}
    for rule in app.url_map.iter_rules():
        if is_desk(rule.rule):
            methods = " ".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
            entry = entry_of(app.view_functions[rule.endpoint])
            found[rule.rule] = (methods, entry and (entry.role, entry.is_guarded))
    assert found == {row.rule: (row.methods, (row.role, row.guarded)) for row in ROUTES}


def test_nobody_gets_in_without_signing_in(stranger: Person) -> None:
    found = {case: send(stranger, *case) for case in MEMBERS_ONLY}
    assert found == dict.fromkeys(MEMBERS_ONLY, "/desk/sign-in")


def test_a_password_alone_opens_nothing(ana: Person) -> None:
    assert ana.give_password().status_code == 303
    found = {case: send(ana, *case) for case in MEMBERS_ONLY}
    assert found == dict.fromkeys(MEMBERS_ONLY, "/desk/sign-in")


def test_an_advocate_is_refused_what_is_for_administrators(advocate: Person) -> None:
    found = {case: send(advocate, *case) for case in ADMINS_ONLY}
    assert found == dict.fromkeys(ADMINS_ONLY, "403")


def test_an_advocate_is_not_refused_what_is_for_advocates(advocate: Person) -> None:
    pages = [row.path or row.rule for row in ROUTES if row.role is Role.ADVOCATE]
    assert [path for path in pages if advocate.get(path).status_code == 403] == []


def test_what_matters_is_asked_for_again(admin: Person) -> None:
    admin.clock.move(601)
    found = {case: send(admin, *case) for case in GUARDED}
    assert found == dict.fromkeys(GUARDED, "/desk/confirm")


def test_every_page_to_come_back_to_can_be_loaded(admin: Person) -> None:
    admin.clock.move(601)
    token = csrf_in(admin.get("/desk/"))
    for row, method in GUARDED:
        answer = ask(admin, row, method, token)
        onward = answer.headers["Location"].partition("?next=")[2]
        assert admin.get(onward).status_code in (200, 303), row.rule


def test_every_answer_carries_the_desks_headers(stranger: Person) -> None:
    for row, method in CASES:
        answer = stranger.client.open(row.path or row.rule, method=method)
        answer.headers.pop("Set-Cookie", None)
        assert faults("desk", answer.headers, "") == set(), row.rule


@pytest.mark.parametrize("header", EXPECTED["desk"])
def test_a_header_that_is_missing_is_noticed(header: str, stranger: Person) -> None:
    answer = stranger.get("/desk/sign-in")
    del answer.headers["Set-Cookie"], answer.headers[header]
    assert faults("desk", answer.headers, "") == {header}


def test_a_page_that_names_no_role_is_shut(own_app: Flask, admin: Person) -> None:
    rule = "/desk/forgotten"
    own_app.add_url_rule(rule, "desk.forgotten", lambda: "open")
    cookie = admin.client.get_cookie("desk")
    assert cookie is not None
    admin.client = own_app.test_client()
    admin.client.set_cookie("desk", cookie.value)
    assert admin.get("/desk/people").status_code == 200
    assert admin.get(rule).status_code == 403


def test_pages_are_never_compressed(advocate: Person) -> None:
    answer = advocate.get("/desk/", headers={"Accept-Encoding": "br, gzip"})
    assert "Content-Encoding" not in answer.headers


def test_files_are_kept_for_ever_and_carry_no_cookie(stranger: Person) -> None:
    page = stranger.get("/desk/sign-in").get_data(as_text=True)
    path = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = stranger.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Set-Cookie" not in answer.headers
