"""A page left open leaves the screen, and does not keep its session alive by it."""

import pytest

from pwa.desk.sessions import IDLE_S
from tests.support.desk import Person
from tests.web.desk.routes import ANYONE, ROUTES

PAGES = [row.path or row.rule for row in ROUTES if "GET" in row.methods and row.role is not ANYONE]


def goes_on(person: Person, path: str) -> str | None:
    return person.get(path).headers.get("Refresh")


def test_every_page_of_a_member_closes_when_the_session_would_be_over(admin: Person) -> None:
    shown = {path: admin.get(path) for path in PAGES}
    said = {
        path: answer.headers.get("Refresh")
        for path, answer in shown.items()
        if answer.mimetype == "text/html" and "Content-Disposition" not in answer.headers
    }
    assert len(said) > 20
    assert said == {path: f"{IDLE_S}; url=/desk/closed?next={path}" for path in said}


def test_a_page_that_was_only_sent_goes_on_with_one_that_can_be_loaded(admin: Person) -> None:
    answer = admin.post("/desk/lines/none/confirmed", form_at="/desk/lines")
    assert answer.status_code == 404
    assert answer.headers["Refresh"].endswith("?next=/desk/")


@pytest.mark.parametrize("path", ["/desk/sign-in", "/desk/signed-out", "/desk/closed"])
def test_pages_that_anyone_sees_stay(path: str, stranger: Person) -> None:
    assert goes_on(stranger, path) is None


def test_the_saved_guide_stays(advocate: Person) -> None:
    assert goes_on(advocate, "/desk/guide/save") is None


def test_a_closed_page_shows_nothing_of_the_desk(advocate: Person) -> None:
    shown = advocate.get("/desk/closed?next=/desk/kits").get_data(as_text=True)
    assert 'href="/desk/kits"' in shown
    assert "Ana" not in shown
    assert "North House" not in shown


@pytest.mark.parametrize("asked", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_closed_page_leads_nowhere_else(asked: str, stranger: Person) -> None:
    shown = stranger.client.get("/desk/closed", query_string={"next": asked}).text
    assert "elsewhere" not in shown
    assert 'href="/desk/"' in shown


def test_closing_does_not_count_as_using(advocate: Person) -> None:
    advocate.clock.move(IDLE_S - 100)
    assert "Set-Cookie" not in advocate.get("/desk/closed?next=/desk/").headers
    advocate.clock.move(100)
    assert advocate.get("/desk/").status_code == 303


def test_a_link_of_another_site_to_a_closed_page_is_answered(stranger: Person) -> None:
    cross = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert stranger.get("/desk/closed", headers=cross).status_code == 200
