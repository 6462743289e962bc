"""What administrators do with people, and that it holds at once."""

import re

import pyotp
import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.support.desk import PASSWORD, Person, csrf_in

LINK = re.compile(r"http://localhost(/desk/join/[\w-]+)")


def invite(admin: Person, email: str = "eva@north.example", role: str = "advocate") -> str:
    answer = admin.post("/desk/people/invite", name="Eva", email=email, role=role)
    found = LINK.search(answer.get_data(as_text=True))
    assert found is not None, answer.get_data(as_text=True)
    return found[1]


def fill_in(person: Person, link: str, **fields: str) -> TestResponse:
    page = person.get(link)
    key = re.search(r'<code class="key">([A-Z2-7 ]+)</code>', page.get_data(as_text=True))
    if key is None:
        return page
    person.secret = key[1].replace(" ", "")
    given = {"name": "Eva", "password": PASSWORD, "code": person.code()} | fields
    return person.send(link, csrf_token=csrf_in(page), **given)


def join(person: Person, link: str, **fields: str) -> int:
    return fill_in(person, link, **fields).status_code


def journal(admin: Person) -> str:
    return admin.get("/desk/journal").get_data(as_text=True)


def test_an_invited_person_joins_with_the_role_they_were_given(
    admin: Person, stranger: Person
) -> None:
    assert join(stranger, invite(admin)) == 200
    assert stranger.get("/desk/").status_code == 200
    assert stranger.get("/desk/people").status_code == 403
    assert "Eva" in admin.get("/desk/people").get_data(as_text=True)
    assert "Invited somebody" in journal(admin)
    assert "Joined" in journal(admin)


def test_somebody_who_has_just_joined_can_sign_out_there(admin: Person, stranger: Person) -> None:
    codes = fill_in(stranger, invite(admin))
    out = stranger.send("/desk/sign-out", csrf_token=csrf_in(codes))
    assert (out.status_code, out.headers["Location"]) == (303, "/desk/signed-out")
    assert stranger.get("/desk/").status_code == 303


def test_a_link_works_once(admin: Person, stranger: Person, app: Flask) -> None:
    link = invite(admin)
    assert join(stranger, link) == 200
    assert join(Person(app.test_client(), admin.clock, "eva@north.example"), link) == 410


def test_a_link_ends_after_three_days(admin: Person, stranger: Person) -> None:
    link = invite(admin)
    admin.clock.move(3 * 86_400)
    assert join(stranger, link) == 410


def test_a_link_ends_when_it_is_taken_back(admin: Person, stranger: Person) -> None:
    link = invite(admin)
    page = admin.get("/desk/people").get_data(as_text=True)
    path = re.search(r'action="(/desk/people/invitations/\d+/withdraw)"', page)
    assert path is not None
    assert admin.post(path[1], form_at="/desk/people").status_code == 303
    assert join(stranger, link) == 410
    assert admin.post(path[1], form_at="/desk/people").status_code == 404


def test_a_second_invitation_ends_the_first(admin: Person, stranger: Person) -> None:
    first = invite(admin)
    second = invite(admin)
    assert join(stranger, first) == 410
    assert join(stranger, second) == 200


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"password": "password1234"}, "close to what many people use"),
        ({"password": "short"}, "at least 12 characters"),
        ({"code": "000000"}, "That code is not right"),
        ({"name": "<b>Eva</b>"}, "A name has no signs"),
    ],
)
def test_a_fault_while_joining_is_named_and_the_link_stays_good(
    fields: dict[str, str], sentence: str, admin: Person, stranger: Person
) -> None:
    link = invite(admin)
    page = stranger.get(link)
    given = {"name": "Eva", "password": PASSWORD, "code": "000000"} | fields
    answer = stranger.send(link, csrf_token=csrf_in(page), **given)
    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)
    assert join(stranger, link) == 200


def test_the_page_of_a_link_shows_the_same_key_again(admin: Person, stranger: Person) -> None:
    link = invite(admin)
    keys = [re.search(r"[A-Z2-7]{4}( [A-Z2-7]{4}){7}", stranger.get(link).get_data(as_text=True))
            for _ in range(2)]  # fmt: skip
    assert keys[0] is not None
    assert keys[1] is not None
    assert keys[0][0] == keys[1][0]


def test_who_only_opened_the_link_does_not_know_the_key_of_who_joins(
    admin: Person, stranger: Person, app: Flask
) -> None:
    link = invite(admin)
    peeper = Person(app.test_client(), admin.clock, "eva@north.example", network="203.0.113.7")
    seen = re.search(r'<code class="key">([A-Z2-7 ]+)</code>', peeper.get(link).text)
    assert seen is not None
    assert join(stranger, link) == 200
    peeper.secret = seen[1].replace(" ", "")
    assert peeper.give_password().status_code == 303
    assert peeper.post("/desk/code", code=peeper.code()).status_code == 422
    peeper.secret = stranger.secret
    assert peeper.post("/desk/code", code=peeper.code()).status_code == 303


def test_an_address_that_is_here_already_is_not_invited(admin: Person, ana: Person) -> None:
    answer = admin.post("/desk/people/invite", name="Ana", email=ana.email, role="advocate")
    assert answer.status_code == 422
    assert "at the desk already" in answer.get_data(as_text=True)


@pytest.mark.parametrize("role", ["anyone", "owner", ""])
def test_there_are_two_roles(role: str, admin: Person) -> None:
    answer = admin.post("/desk/people/invite", name="E", email="e@north.example", role=role)
    assert "/desk/join/" not in answer.get_data(as_text=True)


def change(admin: Person, person: Person, action: str, **fields: str) -> str:
    own = f"/desk/people/{person.member_id}"
    answer = admin.post(f"{own}/{action}", form_at="/desk/people", **fields)
    assert answer.status_code in (200, 303), answer.status
    return admin.get(own).get_data(as_text=True) if answer.status_code == 303 else answer.text


def test_a_role_holds_from_the_next_click(admin: Person, advocate: Person) -> None:
    assert advocate.get("/desk/people").status_code == 403
    change(admin, advocate, "role", role="admin")
    assert advocate.get("/desk/people").status_code == 200
    change(admin, advocate, "role", role="advocate")
    assert advocate.get("/desk/people").status_code == 403
    assert "Made Ana Ruiz an administrator" in journal(admin)


def test_closing_an_account_ends_its_sessions_and_lets_nobody_in(
    admin: Person, advocate: Person
) -> None:
    assert "closed" in change(admin, advocate, "stop")
    assert advocate.get("/desk/").status_code == 303
    assert advocate.give_password().status_code == 422
    change(admin, advocate, "start")
    assert advocate.get("/desk/").status_code == 303
    advocate.sign_in()
    assert advocate.get("/desk/").status_code == 200


@pytest.mark.parametrize(("action", "fields"), [("stop", {}), ("role", {"role": "advocate"})])
def test_the_last_administrator_stays(action: str, fields: dict[str, str], admin: Person) -> None:
    assert "An agency needs an administrator" in change(admin, admin, action, **fields)
    assert admin.get("/desk/people").status_code == 200


def test_a_new_start_ends_what_was_and_brings_a_link(
    admin: Person, advocate: Person, app: Flask
) -> None:
    found = LINK.search(change(admin, advocate, "reset"))
    assert found is not None
    assert advocate.get("/desk/").status_code == 303
    assert advocate.give_password().status_code == 422
    fresh = Person(app.test_client(), admin.clock, advocate.email)
    assert join(fresh, found[1], password="orbit tulip gravel lamp") == 200
    assert fresh.get("/desk/").status_code == 200
    fresh.password = "orbit tulip gravel lamp"
    fresh.post("/desk/sign-out", form_at="/desk/")
    fresh.sign_in()
    assert "Gave Eva a new start" in journal(admin)
    assert "Set up signing in again" in journal(admin)


def test_an_administrator_cannot_lock_themselves_out(admin: Person) -> None:
    assert "For yourself" in change(admin, admin, "reset")
    assert admin.get("/desk/").status_code == 200


def test_the_agency_is_renamed(admin: Person) -> None:
    answer = admin.post("/desk/agency", name=" East  House ", country="ES", language="es")
    assert answer.status_code == 303
    assert "East House" in admin.get("/desk/").get_data(as_text=True)
    assert "Changed the agency" in journal(admin)


@pytest.mark.parametrize("fields", [{"country": "USA"}, {"language": "xx"}, {"name": ""}])
def test_settings_that_cannot_be_used_change_nothing(fields: dict[str, str], admin: Person) -> None:
    good = {"name": "East House", "country": "US", "language": "en"}
    assert admin.post("/desk/agency", **good | fields).status_code in (200, 422)
    assert "North House" in admin.get("/desk/").get_data(as_text=True)


def test_the_journal_is_read_page_by_page(admin: Person) -> None:
    for number in range(30):
        admin.post("/desk/agency", name=f"House {number}", country="US", language="en")
    for number in range(30):
        admin.post("/desk/agency", name=f"Home {number}", country="US", language="en")
    first = journal(admin)
    older = re.search(r'href="(/desk/journal\?before=\d+)"', first)
    assert older is not None
    assert first.count("<tr>") == 51
    second = admin.get(older[1]).get_data(as_text=True)
    assert second.count("<tr>") == 12
    # In no order within the day.
    assert (first + second).count("Signed in") == 1


@pytest.mark.parametrize("before", ["x", "-1", "٣", "9" * 30])
def test_a_made_up_page_of_the_journal_is_harmless(before: str, admin: Person) -> None:
    assert admin.get(f"/desk/journal?before={before}").status_code == 200


def test_codes_of_people_are_those_of_their_own_app(admin: Person, stranger: Person) -> None:
    join(stranger, invite(admin))
    stranger.email = "eva@north.example"
    stranger.post("/desk/sign-out", form_at="/desk/")
    stranger.give_password()
    wrong = pyotp.TOTP(admin.secret).at(int(admin.clock()))
    assert stranger.post("/desk/code", code=wrong).status_code == 422
    assert stranger.post("/desk/code", code=stranger.code()).status_code == 303
