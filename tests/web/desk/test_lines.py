"""Helplines at the desk: noted per agency, with who and when, and nothing else."""

import json
from typing import Any

import pytest
from flask import Flask

from pwa import db
from pwa.directory.sheets import Sheets
from pwa.directory.signing import Signer
from tests.support.desk import Person, make_agency
from tests.web.desk.conftest import MakePerson

LINE = "/desk/lines/us-home"


def shown(person: Person) -> str:
    answer = person.get("/desk/lines?country=US")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_unchecked_line_says_so_until_somebody_dialed_it(advocate: Person) -> None:
    assert "Not dialed yet" in shown(advocate)
    answer = advocate.post(f"{LINE}/confirmed", form_at="/desk/lines")
    assert answer.headers["Location"] == "/desk/lines?country=US"
    assert "You confirmed it" in shown(advocate)
    assert "15 January 2027 by Ana Ruiz" in shown(advocate)


def test_nobody_is_asked_to_dial_an_emergency_line_to_try_it(advocate: Person) -> None:
    answer = advocate.get("/desk/lines?country=ES")
    urgent = answer.get_data(as_text=True).partition("<h2>112</h2>")[2].partition("</li>")[0]
    assert "Please do not dial it to try it." in urgent
    assert "/desk/lines/es-112/confirmed" not in urgent
    assert "/desk/lines/es-112/hidden" in urgent
    assert "Not dialed yet" not in urgent


def test_line_is_corrected_confirmed_again_and_put_back(advocate: Person) -> None:
    fields = {"call": "1-800-555-0199", "hours": "9 to 5", "text": "", "word": "", "notes": ""}
    assert advocate.post(LINE, **fields).status_code == 303
    assert "1-800-555-0199" in shown(advocate)
    assert "55501" not in shown(advocate)
    advocate.post(f"{LINE}/confirmed", form_at="/desk/lines")
    assert "1-800-555-0199" in shown(advocate)
    advocate.post(f"{LINE}/back", form_at="/desk/lines")
    assert "1-800-555-0100" in shown(advocate)
    assert "Not dialed yet" in shown(advocate)


def test_line_is_taken_off_phones_and_put_back(advocate: Person) -> None:
    advocate.post(f"{LINE}/hidden", form_at="/desk/lines")
    assert "Not shown on phones" in shown(advocate)
    advocate.post(f"{LINE}/back", form_at="/desk/lines")
    assert "Not shown on phones" not in shown(advocate)


def test_unusable_correction_is_shown_beside_its_field(advocate: Person) -> None:
    answer = advocate.post(LINE, call="call me", text="", word="", hours="", notes="")
    assert answer.status_code == 422
    assert "This is not a number to dial" in answer.get_data(as_text=True)
    assert "Not dialed yet" in shown(advocate)


CALL = {"call": "1-800-555-0100", "text": "", "word": "", "hours": "", "notes": ""}


def test_chat_of_a_line_is_corrected_for_phones_too(app: Flask, advocate: Person) -> None:
    assert "home.example/chat" in shown(advocate)
    assert 'value="home.example/chat"' in advocate.get(LINE).get_data(as_text=True)
    assert advocate.post(LINE, **CALL, chat="https://new.example/talk").status_code == 303
    assert "https://new.example/talk" in shown(advocate)
    assert "home.example/chat" not in shown(advocate)
    (said,) = _told(app, advocate)["lines"]
    assert said["chat"] == "https://new.example/talk"
    advocate.post(LINE, **CALL, chat="")
    (said,) = _told(app, advocate)["lines"]
    assert said["chat"] == ""


@pytest.mark.parametrize(
    "chat",
    ["http://home.example/chat", "javascript:alert(1)", "home", "x" * 201, "a.example/\u202e"],
)
def test_chat_that_is_no_safe_address_is_refused(chat: str, advocate: Person) -> None:
    assert advocate.post(LINE, **CALL, chat=chat).status_code == 422
    assert "Not dialed yet" in shown(advocate)


def _told(app: Flask, person: Person) -> dict[str, Any]:
    """Return what the agency's phones are told."""
    sheets = Sheets(db.open_sessions(app.extensions["pwa-engine"]), Signer(b"s" * 32))
    told: dict[str, Any] = json.loads(sheets.for_kit(person.agency_id, None)["body"])
    return told


def test_each_country_has_its_own_page_and_an_odd_one_shows_the_agencys(advocate: Person) -> None:
    assert "Home line" in advocate.get("/desk/lines").get_data(as_text=True)
    assert "016" in advocate.get("/desk/lines?country=ES").get_data(as_text=True)
    assert "Home line" in advocate.get("/desk/lines?country=%3Cb%3E").get_data(as_text=True)


def test_unknown_line_is_not_there(advocate: Person) -> None:
    assert advocate.get("/desk/lines/none").status_code == 404
    assert advocate.post("/desk/lines/none/hidden", form_at="/desk/lines").status_code == 404


def test_what_one_agency_notes_is_its_own(
    app: Flask, advocate: Person, make_person: MakePerson
) -> None:
    advocate.post(f"{LINE}/confirmed", form_at="/desk/lines")
    other = make_person(make_agency(app, "South House"), "eve@south.example").sign_in()
    assert "Not dialed yet" in shown(other)
