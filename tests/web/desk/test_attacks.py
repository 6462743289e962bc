"""Sessions, forms and addresses of the desk under attack."""

import re

import pyotp
import pytest
from flask import Flask
from sqlalchemy import inspect, text

from pwa.desk.paths import safe_next
from pwa.desk.sessions import HALF_S, IDLE_S, LONGEST_S
from tests.support.desk import PASSWORD, Person, csrf_in
from tests.web.desk.conftest import MakePerson
from tests.web.desk.routes import ROUTES

COOKIE = "desk"
POSTS = [row for row in ROUTES if "POST" in row.methods]
GETS = [row for row in ROUTES if "GET" in row.methods]


def token_of(person: Person) -> str:
    cookie = person.client.get_cookie(COOKIE)
    assert cookie is not None
    return cookie.value


def with_token(app: Flask, person: Person, token: str) -> Person:
    """Somebody else's browser that holds this cookie."""
    thief = Person(app.test_client(), person.clock, person.email, network="203.0.113.7")
    thief.client.set_cookie(COOKIE, token)
    return thief


def is_in(person: Person) -> bool:
    return person.get("/desk/").status_code == 200


def test_a_stolen_cookie_is_worth_nothing_after_signing_out(app: Flask, advocate: Person) -> None:
    token = token_of(advocate)
    thief = with_token(app, advocate, token)
    assert is_in(thief)
    advocate.post("/desk/sign-out", form_at="/desk/")
    assert not is_in(thief)
    assert token_of(advocate) != token


def test_a_cookie_planted_before_signing_in_opens_nothing(app: Flask, ana: Person) -> None:
    ana.client.set_cookie(COOKIE, "planted")
    ana.sign_in()
    assert is_in(ana)
    assert not is_in(with_token(app, ana, "planted"))


def test_the_cookie_of_the_first_step_is_not_that_of_the_second(app: Flask, ana: Person) -> None:
    ana.give_password()
    half = token_of(ana)
    ana.post("/desk/code", code=ana.code())
    assert is_in(ana)
    thief = with_token(app, ana, half)
    assert not is_in(thief)
    assert thief.get("/desk/code").status_code == 303


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("remember_token", "1|0"),
        ("session", "eyJfdXNlcl9pZCI6IjEifQ"),
        ("desk", ""),
        ("desk", "x" * 5000),
        ("desk", "' OR 1=1 --"),
        ("no;cookie", "1|0"),
    ],
)
def test_made_up_cookies_open_nothing(name: str, value: str, stranger: Person, ana: Person) -> None:
    _ = ana
    answer = stranger.client.get("/desk/", headers={"Cookie": f"{name}={value}"})
    assert answer.status_code == 303


def test_a_session_ends_when_nothing_is_done(advocate: Person) -> None:
    for _ in range(4):
        advocate.clock.move(IDLE_S - 61)
        assert is_in(advocate)
    advocate.clock.move(IDLE_S)
    assert not is_in(advocate)


def test_a_session_ends_after_half_a_day_of_work(advocate: Person) -> None:
    for _ in range(LONGEST_S // 1200):
        advocate.clock.move(1200)
        is_in(advocate)
    assert not is_in(advocate)


def test_the_first_step_is_good_for_five_minutes(ana: Person) -> None:
    ana.give_password()
    ana.clock.move(HALF_S)
    assert ana.get("/desk/code").status_code == 303


def test_the_database_does_not_hold_the_cookie(app: Flask, advocate: Person) -> None:
    token = token_of(advocate)
    with app.extensions["pwa-engine"].connect() as connection:
        rows = connection.execute(text("SELECT * FROM desk_session")).all()
    assert len(rows) == 1
    assert token not in str(rows)


def test_cookies_are_for_our_own_pages_alone(ana: Person) -> None:
    answer = ana.get("/desk/sign-in")
    assert re.fullmatch(
        r"desk=[\w-]{43}; HttpOnly; Path=/; SameSite=Strict", answer.headers["Set-Cookie"]
    )


def test_cookies_over_https_can_be_set_by_no_other_host(ana: Person) -> None:
    # The one for plain http is not looked at there.
    ana.client.set_cookie(COOKIE, "planted")
    answer = ana.client.get("/desk/sign-in", base_url="https://localhost")
    assert re.fullmatch(
        r"__Host-desk=[\w-]{43}; Secure; HttpOnly; Path=/; SameSite=Strict",
        answer.headers["Set-Cookie"],
    )


def test_forms_without_their_value_are_refused(admin: Person) -> None:
    statuses = {row.rule: admin.send(row.path or row.rule).status_code for row in POSTS}
    assert statuses == dict.fromkeys(statuses, 400)


def test_forms_with_the_value_of_another_session_are_refused(
    admin: Person, stranger: Person
) -> None:
    foreign = csrf_in(stranger.get("/desk/sign-in"))
    statuses = {
        row.rule: admin.send(row.path or row.rule, csrf_token=foreign).status_code for row in POSTS
    }
    assert statuses == dict.fromkeys(statuses, 400)


def test_a_forms_value_ends_with_the_session(advocate: Person) -> None:
    value = csrf_in(advocate.get("/desk/"))
    advocate.post("/desk/sign-out", form_at="/desk/")
    assert advocate.send("/desk/sign-in", csrf_token=value).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_other_sites_cannot_post(headers: dict[str, str], app: Flask, admin: Person) -> None:
    fields = {"csrf_token": csrf_in(admin.get("/desk/"))}
    before = snapshot(app)
    statuses = {
        row.rule: admin.client.post(row.path or row.rule, data=fields, headers=headers).status_code
        for row in POSTS
    }
    assert statuses == dict.fromkeys(statuses, 403)
    assert snapshot(app) == before


def snapshot(app: Flask) -> dict[str, list[str]]:
    """Every row of every table, but for when sessions were last seen."""
    with app.extensions["pwa-engine"].connect() as connection:
        names = inspect(connection).get_table_names()
        rows = {name: connection.execute(text(f"SELECT * FROM {name}")).all() for name in names}
    return {name: sorted(map(str, found)) for name, found in rows.items()}


def test_loading_a_page_changes_nothing(app: Flask, admin: Person) -> None:
    for row in GETS:
        before = snapshot(app)
        admin.get(row.path or row.rule)
        assert snapshot(app) == before, row.rule


@pytest.mark.parametrize(
    "asked",
    [
        "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "\\\\x",
        "/desk//elsewhere.example", "/desk/../list/", "javascript:alert(1)", "/desk/?x=1",
        "/desk/\r\nSet-Cookie: a=b", "/list/", "desk/", "/desk/%2f%2fx", "", "/desk/" + "a" * 500,
        "http:/desk/", " /desk/me", "/deskelsewhere/",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_leads_to_the_first_page(asked: str) -> None:
    assert safe_next(asked) == "/desk/"


@pytest.mark.parametrize("asked", ["https://elsewhere.example/", "//elsewhere.example"])
def test_signing_in_leads_nowhere_else(asked: str, ana: Person) -> None:
    query = {"next": asked}
    fields = {"email": ana.email, "password": PASSWORD}
    for path, given in (("/desk/sign-in", fields), ("/desk/code", {"code": ana.code()})):
        page = ana.client.get(path, query_string=query)
        given["csrf_token"] = csrf_in(page)
        location = ana.client.post(path, query_string=query, data=given).headers["Location"]
        assert location in ("/desk/code?next=/desk/", "/desk/")


@pytest.mark.parametrize("host", ["elsewhere.example", "localhost.elsewhere.example", "[::1"])
def test_another_hosts_name_is_refused(host: str, admin: Person) -> None:
    assert admin.client.get("/desk/", headers={"Host": host}).status_code == 400
    assert admin.client.get("/desk/people/invite", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-URL"])
def test_links_do_not_take_their_host_from_a_header(header: str, admin: Person) -> None:
    page = admin.get("/desk/people/invite")
    fields = {"name": "Eva", "email": "eva@north.example", "role": "advocate"}
    answer = admin.client.post(
        "/desk/people/invite",
        data=fields | {"csrf_token": csrf_in(page)},
        headers={header: "elsewhere.example"},
    )
    assert answer.status_code == 200
    assert "http://localhost/desk/join/" in answer.get_data(as_text=True)
    assert "elsewhere" not in answer.get_data(as_text=True)


def test_a_large_form_is_refused(admin: Person) -> None:
    value = csrf_in(admin.get("/desk/agency"))
    answer = admin.send("/desk/agency", csrf_token=value, name="x" * 20_000)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "a\u202eb",
        "a\x00b",
        "",
        "x" * 81,
        "a\u200bb",
        "a\ufffdb",
        "=1+1",
        "+1",
        "-1",
        " @a",
        "\uff1d1",
    ],
)
def test_names_that_would_deceive_are_refused(name: str, admin: Person) -> None:
    answer = admin.post(
        "/desk/people/invite", name=name, email="eva@north.example", role="advocate"
    )
    assert answer.status_code in (200, 422)
    assert "/desk/join/" not in answer.get_data(as_text=True)
    assert "<script>alert" not in answer.get_data(as_text=True)


def test_somebody_of_another_agency_cannot_be_seen_or_changed(
    app: Flask, admin: Person, make_person: MakePerson
) -> None:
    from tests.support.desk import make_agency

    other = make_person(make_agency(app, "South House"), "eva@south.example", name="Eva Sol")
    own = f"/desk/people/{other.member_id}"
    before = snapshot(app)
    assert admin.get(own).status_code == 404
    value = csrf_in(admin.get("/desk/"))
    for action in ("role", "stop", "start", "reset"):
        answer = admin.send(f"{own}/{action}", csrf_token=value, role="admin")
        assert answer.status_code == 404
    assert "Eva Sol" not in admin.get("/desk/people").get_data(as_text=True)
    assert snapshot(app) == before


def test_a_link_from_another_site_does_not_sign_anybody_out(app: Flask, advocate: Person) -> None:
    # SameSite=Strict: the browser sends no cookie with the first request after such a link.
    bare = app.test_client()
    cross = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    first = bare.get("/desk/", headers=cross)
    assert first.status_code == 200
    assert 'http-equiv="refresh" content="0"' in first.get_data(as_text=True)
    assert "Set-Cookie" not in first.headers
    # It loads the same address again by itself, this time from our own page.
    assert advocate.get("/desk/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_code_of_the_first_step_cannot_be_used_by_another_member(
    ana: Person, make_person: MakePerson
) -> None:
    other = make_person(ana.agency_id, "eva@north.example")
    code = pyotp.TOTP(ana.secret).at(int(ana.clock()))
    ana.give_password()
    assert ana.post("/desk/code", code=code).status_code == 303
    # The same secret, so the same code: each member's steps are counted apart, and none twice.
    other.give_password()
    assert other.post("/desk/code", code=code).status_code == 303
    again = Person(ana.client.application.test_client(), ana.clock, ana.email)
    again.give_password()
    assert again.post("/desk/code", code=code).status_code == 422
