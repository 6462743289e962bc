"""The directory at the desk: one by one, as files, and each agency's its own."""

import io
import json
import re

import pytest
from flask import Flask

from pwa.directory.files import MAX_FILE_BYTES
from pwa.kits.service import DAY_S
from tests.support.desk import Person, csrf_in, make_agency
from tests.web.desk.conftest import MakePerson

BEDS = {"name": "Night beds", "call": "+1 555 0100", "checked_on": "2027-01-15"}
CSV = b"name,call,what_es\nNight beds,1,Una cama\nFood shelf,2,Comida\n"


def page(person: Person, path: str = "/desk/services") -> str:
    answer = person.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def exported(person: Person) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(person.get("/desk/services/export/json").data)
    return found


def upload(person: Person, data: bytes, name: str = "list.csv", **fields: str) -> tuple[int, str]:
    token = csrf_in(person.get("/desk/services/import"))
    sent = {"csrf_token": token, "file": (io.BytesIO(data), name), **fields}
    answer = person.client.post("/desk/services/import", data=sent)
    return answer.status_code, answer.get_data(as_text=True)


def test_service_is_added_shown_changed_and_taken_out(advocate: Person) -> None:
    answer = advocate.post("/desk/services/new", **BEDS)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/services")
    shown = page(advocate)
    assert "Night beds" in shown
    assert "Checked 15 January 2027 by Ana Ruiz" in shown
    (entry,) = exported(advocate)
    path = f"/desk/services/{entry['ref']}"
    assert advocate.post(path, **BEDS | {"call": "7"}).status_code == 303
    assert exported(advocate) == [entry | {"call": "7"}]
    assert advocate.post(f"{path}/remove", form_at=path).status_code == 303
    assert exported(advocate) == []


def test_unusable_value_is_shown_beside_its_field_and_nothing_is_kept(advocate: Person) -> None:
    answer = advocate.post("/desk/services/new", name="<b>x</b>", call="call me")
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "This holds &lt; or &gt;: plain words only, no markup." in shown
    assert "This is not a number to dial" in shown
    assert 'value="&lt;b&gt;x&lt;/b&gt;"' in shown, "what was typed is still there"
    assert exported(advocate) == []


@pytest.mark.parametrize(
    ("run_by", "said"),
    [
        ("police", "Run by the police"),
        ("emergency", "Police, ambulance and fire service"),
        ("charity", ""),
        ("", ""),
    ],
)
def test_lists_say_when_the_police_answer(run_by: str, said: str, advocate: Person) -> None:
    advocate.post("/desk/services/new", **BEDS, run_by=run_by)
    (line,) = re.findall(r'<p class="said">([^<]+)</p>', page(advocate)) or [""]
    assert line == said
    offered = f"Night beds — {said[0].lower()}{said[1:]}" if said else "Night beds"
    assert f"<span>{offered}</span>" in page(advocate, "/desk/kits/new")


def test_old_entry_is_flagged_until_somebody_called(advocate: Person) -> None:
    advocate.post("/desk/services/new", **BEDS)
    assert "Please check again" not in page(advocate)
    # Signed in anew: nobody stays signed in for three months.
    advocate.clock.move(91 * DAY_S)
    advocate.sign_in()
    assert "Please check again" in page(advocate)
    (entry,) = exported(advocate)
    advocate.post(f"/desk/services/{entry['ref']}/checked", form_at="/desk/services")
    assert "Please check again" not in page(advocate)
    assert exported(advocate)[0]["checked_on"] == "2027-04-16"


def test_file_is_looked_at_first_and_then_brought_in(advocate: Person) -> None:
    status, shown = upload(advocate, CSV)
    assert status == 200
    assert "Night beds" in shown
    assert "Food shelf" in shown
    assert exported(advocate) == []
    again = shown.split('name="again" value="')[1].split('"')[0]
    answer = advocate.post("/desk/services/import", again=again, kind="csv", keep="yes")
    assert answer.status_code == 303
    assert "2 services are in the directory now." in page(advocate)
    assert [entry["what_es"] for entry in exported(advocate)] == ["Comida", "Una cama"]


def test_export_is_a_file_that_can_be_brought_in_again(advocate: Person) -> None:
    advocate.post("/desk/services/new", **BEDS)
    for kind in ("csv", "json"):
        answer = advocate.get(f"/desk/services/export/{kind}")
        name = f"services.{kind}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        status, shown = upload(advocate, answer.data, name)
        assert status == 200
        assert "The same as now" in shown
    assert advocate.get("/desk/services/export/exe").status_code == 404


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name,call\nNorth,1\n=1+1,x\n", "starts with ="),
        (b"name,call\nNorth,1\nNorth,1\n", "is the same as in row 2"),
        (b"name,call\n<script>alert(1)</script>,1\n", "plain words only"),
        ("name,call\nN\u202eorth,1\n".encode(), "turns the direction"),
        ("name,call\nCafé,1\n".encode("latin-1"), "is not UTF-8"),
        (b"\x00\x01\x02", "binary data"),
        (b"name\n" + b"x" * MAX_FILE_BYTES, "larger than 256 KiB"),
        (b"", "no services"),
    ],
    ids=range(8),
)
def test_bad_file_is_shown_row_by_row_and_changes_nothing(
    advocate: Person, data: bytes, said: str
) -> None:
    for keep in ({}, {"keep": "yes"}):
        status, shown = upload(advocate, data, **keep)
        assert status == 422
        assert "Nothing was changed" in shown
        assert said in shown
        assert "<script>alert" not in shown
    assert exported(advocate) == []


def test_upload_beyond_every_measure_is_refused(advocate: Person) -> None:
    kind = "multipart/form-data; boundary=x"
    body = b"x" * 2 * MAX_FILE_BYTES
    answer = advocate.client.post("/desk/services/import", data=body, content_type=kind)
    assert answer.status_code == 413
    assert "too large" in answer.get_data(as_text=True)
    assert exported(advocate) == []


def test_what_was_looked_at_is_judged_again_when_it_is_brought_in(advocate: Person) -> None:
    _, shown = upload(advocate, CSV)
    again = shown.split('name="again" value="')[1].split('"')[0]
    advocate.post("/desk/services/new", **BEDS)
    answer = advocate.post("/desk/services/import", again=again, kind="csv", keep="yes")
    assert answer.status_code == 422
    assert "already in the directory" in answer.get_data(as_text=True)
    assert len(exported(advocate)) == 1


@pytest.mark.parametrize("again", ["*", "", "====", "é"])
def test_damaged_second_step_changes_nothing(advocate: Person, again: str) -> None:
    answer = advocate.post("/desk/services/import", again=again, kind="exe", keep="yes")
    assert answer.status_code == 422
    assert exported(advocate) == []


def test_other_agency_neither_sees_nor_changes_a_service(
    app: Flask, advocate: Person, make_person: MakePerson
) -> None:
    advocate.post("/desk/services/new", **BEDS)
    (entry,) = exported(advocate)
    other = make_person(make_agency(app, "South House"), "eve@south.example").sign_in()
    path = f"/desk/services/{entry['ref']}"
    assert "Night beds" not in page(other)
    assert other.get(path).status_code == 404
    for act in ("", "/checked", "/remove"):
        assert other.post(path + act, form_at="/desk/services/new", **BEDS).status_code == 404
    assert exported(advocate) == [entry]
    assert exported(other) == []
