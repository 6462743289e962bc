"""Every route of the desk lets in whom the table says, and nobody else."""

import pytest
from flask import Flask

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


def send(person: Person, row: Row, method: str) -> int:
    """Ask for a route as somebody who has a valid form value."""
    path = row.path or row.rule
    page = "/desk/" if "csrf" in person.get("/desk/").get_data(as_text=True) else "/desk/sign-in"
    token = csrf_in(person.get(page))
    fields = {"csrf_token": token} if method == "POST" else None
    return person.client.open(path, method=method, data=fields).status_code


def test_every_route_is_in_the_table(app: Flask) -> None:
    found = {}
    for rule in app.url_map.iter_rules():
        if is_desk(rule.rule):
            methods = " ".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
            entry = entry_of(app.view_functions[rule.endpoint])
            found[rule.rule] = (methods, entry and (entry.role, entry.is_guarded))
    assert found == {row.rule: (row.methods, (row.role, row.guarded)) for row in ROUTES}


@pytest.mark.parametrize(("row", "method"), MEMBERS_ONLY, ids=str)
def test_nobody_gets_in_without_signing_in(row: Row, method: str, stranger: Person) -> None:
    assert send(stranger, row, method) == 303
    if method == "GET":
        answer = stranger.get(row.path or row.rule)
        assert answer.headers["Location"].startswith("/desk/sign-in?next=/desk/")


@pytest.mark.parametrize(("row", "method"), MEMBERS_ONLY, ids=str)
def test_a_password_alone_opens_nothing(row: Row, method: str, ana: Person) -> None:
    assert ana.give_password().status_code == 303
    assert send(ana, row, method) == 303
    assert "/desk/sign-in" in ana.get("/desk/").headers["Location"]


@pytest.mark.parametrize(("row", "method"), ADMINS_ONLY, ids=str)
def test_an_advocate_is_refused_what_is_for_administrators(
    row: Row, method: str, advocate: Person
) -> None:
    assert send(advocate, row, method) == 403


@pytest.mark.parametrize(("row", "method"), GUARDED, ids=str)
def test_what_matters_is_asked_for_again(row: Row, method: str, admin: Person) -> None:
    admin.clock.move(601)
    path = row.path or row.rule
    fields = {"csrf_token": csrf_in(admin.get("/desk/"))} if method == "POST" else None
    answer = admin.client.open(path, method=method, data=fields)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/desk/confirm?next=/desk/")


@pytest.mark.parametrize(("row", "method"), CASES, ids=str)
def test_every_answer_carries_the_desks_headers(row: Row, method: str, stranger: Person) -> None:
    answer = stranger.client.open(row.path or row.rule, method=method)
    answer.headers.pop("Set-Cookie", None)
    assert faults("desk", answer.headers, "") == set()


@pytest.mark.parametrize("header", EXPECTED["desk"])
def test_a_header_that_is_missing_is_noticed(header: str, stranger: Person) -> None:
    answer = stranger.get("/desk/sign-in")
    del answer.headers["Set-Cookie"], answer.headers[header]
    assert faults("desk", answer.headers, "") == {header}


def test_a_page_that_names_no_role_is_shut(app: Flask, admin: Person) -> None:
    rule = "/desk/forgotten"
    app._got_first_request = False
    app.add_url_rule(rule, "desk.forgotten", lambda: "open")
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
