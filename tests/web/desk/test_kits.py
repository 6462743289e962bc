"""Kits at the desk: the code is shown once, brings what was chosen, and is nowhere afterwards."""

import html
import json
import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from tests.support.desk import Person, make_agency
from tests.web.desk.conftest import MakePerson

BEDS = {"name": "Night beds", "call": "1", "what_es": "Una cama"}
FOOD = {"name": "Food shelf", "call": "2"}
CHOSEN: dict[str, Any] = {
    "cover": "list",
    "language": "es",
    "lines": ["us-home"],
    "is_whole": "y",
    "exit_site": "",
    "days": "7",
    "uses": "5",
    "label": "June",
}


def make(person: Person, **changed: Any) -> str:
    answer = person.post("/desk/kits/new", **CHOSEN | changed)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def code_in(page: str) -> str:
    return "".join(re.findall(r"<span>(\d{4})</span>", page))


LATER = ("/desk/kits", "/desk/", "/desk/kits/new")


def make_telling(person: Person) -> str:
    """Make a kit by whose digits nothing else goes: four may be a year, or in a file's name."""
    shown = make(person) + "".join(person.get(path).text for path in LATER)
    for _ in range(9):
        page = make(person)
        code = code_in(page)
        if code[:4] not in shown and code[8:] not in shown:
            return page
    raise AssertionError("every code has digits that were shown before")


def use(person: Person, code: str) -> dict[str, Any]:
    answer = person.client.post("/k", json={"code": code})
    assert answer.status_code == 200
    kit: dict[str, Any] = json.loads(answer.data)
    return kit


def test_kit_brings_what_was_chosen(advocate: Person) -> None:
    advocate.post("/desk/services/new", **BEDS)
    entries = json.loads(advocate.get("/desk/services/export/json").data)
    refs = [entry["ref"] for entry in entries]
    page = make(advocate, exit_site="https://weather.example/", picks=refs)
    kit = use(advocate, code_in(page))
    assert (kit["language"], kit["country"], kit["exitSite"]) == (
        "es", "US", "https://weather.example/",
    )  # fmt: skip
    body = json.loads(kit["sheet"]["body"])
    assert [each["what_es"] for each in body["services"]] == ["Una cama"]
    assert kit["picked"] is None
    assert kit["without"] == []
    newer = advocate.client.get(kit["sheet"]["path"])
    assert newer.status_code == 200
    assert newer.headers["Cache-Control"] == "no-store"
    assert json.loads(json.loads(newer.data)["body"]) == body


def test_kit_leaves_out_what_was_unticked(advocate: Person) -> None:
    for each in (BEDS, FOOD):
        advocate.post("/desk/services/new", **each)
    entries = json.loads(advocate.get("/desk/services/export/json").data)
    refs = {entry["name"]: entry["ref"] for entry in entries}
    # Whatever is ticked for later: what was left out must not come back by itself.
    page = make(advocate, lines=[], picks=[refs["Food shelf"]], is_whole="y")
    kit = use(advocate, code_in(page))
    services = json.loads(kit["sheet"]["body"])["services"]
    assert [each["name"] for each in services] == ["Food shelf"]
    assert kit["picked"] == [refs["Food shelf"]]
    assert kit["without"] == ["us-home"]


def test_correction_of_a_helpline_goes_with_the_kit(advocate: Person) -> None:
    fields = {"call": "1-800-555-0199", "text": "", "word": "", "hours": "Day and night"}
    advocate.post("/desk/lines/us-home", **fields, notes="")
    kit = use(advocate, code_in(make(advocate)))
    (line,) = json.loads(kit["sheet"]["body"])["lines"]
    assert (line["id"], line["call"], line["state"]) == ("us-home", "1-800-555-0199", "corrected")
    assert "Ana Ruiz" not in json.dumps(kit)


def test_code_is_shown_once_big_spoken_and_never_in_an_address(
    app: Flask, advocate: Person
) -> None:
    page = make_telling(advocate)
    code = code_in(page)
    assert len(code) == 12
    words = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]
    spoken = " ".join(words[int(digit)] for digit in code[:4])
    assert f"<span>{spoken}</span>" in page
    assert f"Nº de tarjeta</span> {code[:4]} {code[4:8]} {code[8:]}" in page
    # The picture holds the address alone, and is drawn whole at every size.
    assert page.count("<svg") == page.count('viewBox="') == 2
    assert f'aria-label="QR code of the address {html.escape("http://localhost/list/")}"' in page
    links = " ".join(re.findall(r'(?:href|src|action)="([^"]*)"', page))
    assert not any(part in links for part in (code, code[:4], code[8:]))
    for path in LATER:
        assert code[:4] not in advocate.get(path).get_data(as_text=True)
    with app.extensions["pwa-engine"].connect() as connection:
        for table in ("kit", "desk_session", "desk_journal"):
            rows = str(connection.execute(text(f"SELECT * FROM {table}")).all())
            assert rows != "[]", "the probe must see rows"
            assert code not in rows
            assert f"{code[:4]} {code[4:8]}" not in rows


def test_only_counts_of_uses_are_seen(advocate: Person) -> None:
    code = code_in(make(advocate))
    use(advocate, code)
    use(advocate, code)
    page = advocate.get("/desk/kits").get_data(as_text=True)
    assert "2 of 5" in page
    assert "June" in page


def test_code_that_was_taken_back_is_good_no_longer(advocate: Person) -> None:
    code = code_in(make(advocate))
    page = advocate.get("/desk/kits").get_data(as_text=True)
    path = re.search(r'action="(/desk/kits/\d+/revoke)"', page)
    assert path is not None
    assert advocate.post(path[1], form_at="/desk/kits").status_code == 303
    assert advocate.client.post("/k", json={"code": code}).status_code == 204
    assert "Taken back" in advocate.get("/desk/kits").get_data(as_text=True)


def test_other_agency_neither_sees_nor_takes_back_a_kit(
    app: Flask, advocate: Person, make_person: MakePerson
) -> None:
    code = code_in(make(advocate))
    other = make_person(make_agency(app, "South House"), "eve@south.example").sign_in()
    assert "June" not in other.get("/desk/kits").get_data(as_text=True)
    assert other.post("/desk/kits/1/revoke", form_at="/desk/kits/new").status_code == 404
    assert advocate.client.post("/k", json={"code": code}).status_code == 200


@pytest.mark.parametrize(
    "changed",
    [
        {"cover": "timer"},
        {"language": "xx"},
        {"lines": ["us-none"]},
        {"picks": ["ffffffff"], "is_whole": []},
        {"exit_site": "javascript:alert(1)"},
        {"exit_site": "http://a.example/"},
        {"days": "9999"},
        {"uses": "x"},
        {"label": "x" * 81},
        {"label": "a\u202eb"},
        {"label": "a\x1b[31mb"},
        {"label": "a\x00b"},
        {"label": "<b>June</b>"},
        {"label": '=HYPERLINK("https://a.example")'},
        {"label": " \uff1d1+1"},
    ],
    ids=str,
)
def test_unusable_choice_makes_no_kit(
    app: Flask, advocate: Person, changed: dict[str, Any]
) -> None:
    answer = advocate.post("/desk/kits/new", **CHOSEN | changed)
    assert answer.status_code == 422
    with app.extensions["pwa-engine"].connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM kit")) == 0


def test_journal_tells_of_a_kit_by_the_day(app: Flask, advocate: Person) -> None:
    make(advocate)
    with app.extensions["pwa-engine"].connect() as connection:
        found = connection.execute(
            text("SELECT at_s FROM desk_journal WHERE action = 'kit-made'")
        ).scalar_one()
    assert found % 86_400 == 0


def test_install_help_opens_the_way_for_the_device_at_hand(advocate: Person) -> None:
    for agent, name in (
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "iphone"),
        ("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/27.0 Chrome/125 Mobile", "samsung"),
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "firefox"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36", "android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140", "android"),
    ):
        page = advocate.get("/desk/install", headers={"User-Agent": agent}).get_data(as_text=True)
        opened = re.findall(r'<details class="card way" id="(\w+)" name="way" open>', page)
        assert opened == [name]


def test_slip_to_take_along_comes_in_both_languages(advocate: Person) -> None:
    assert "My week" in advocate.get("/desk/aftercare").get_data(as_text=True)
    assert "Mi semana" in advocate.get("/desk/aftercare?language=es").get_data(as_text=True)
