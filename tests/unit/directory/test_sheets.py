"""Sheets: signed as they are sent, the same for everybody, and silent about who checked."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from pwa.directory.lines import LineService, read_lines
from pwa.directory.signing import Signer
from pwa.errors import BuiltBroken, LineUnknown, ServicesInvalid
from tests.unit.directory.conftest import SECRET, Desk

BEDS = {"name": "Night beds", "call": "1", "checked_on": "2027-01-15", "checked_by": "Ana"}
FOOD = {"name": "Food shelf", "text": "2", "what_es": "Comida"}


def verify(key: str, text: bytes, sign: str) -> None:
    """Verify as a phone does, with another library than the one that signs for it."""
    raw = base64.b64decode(sign)
    r, s = (int.from_bytes(part, "big") for part in (raw[:32], raw[32:]))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), base64.b64decode(key))
    public.verify(encode_dss_signature(r, s), b"sheet 1\n" + text, ec.ECDSA(hashes.SHA256()))


def test_signature_holds_for_the_very_text_and_no_other() -> None:
    signer = Signer(SECRET)
    text = "{“x”}".encode()
    sign = signer.sign(text)
    verify(signer.public_key, text, sign)
    for place in range(len(text)):
        other = bytearray(text)
        other[place] ^= 1
        with pytest.raises(InvalidSignature):
            verify(signer.public_key, bytes(other), sign)


VECTOR = json.loads((Path(__file__).parents[2] / "vectors" / "sheet.json").read_text("utf-8"))


def test_vector_that_the_client_is_tested_with_is_this_servers() -> None:
    signer = Signer(bytes.fromhex(VECTOR["secret"]))
    assert signer.public_key == VECTOR["key"]
    verify(VECTOR["key"], VECTOR["body"].encode(), VECTOR["sign"])


def test_key_is_the_same_after_each_start_and_another_for_another_secret() -> None:
    assert Signer(SECRET).public_key == Signer(SECRET).public_key
    assert Signer(SECRET).public_key != Signer(b"t" * 32).public_key
    assert len(base64.b64decode(Signer(SECRET).public_key)) == 65


def test_kit_carries_the_services_picked_for_it(desk: Desk) -> None:
    beds = desk.directory.save(desk.north, None, BEDS)
    desk.directory.save(desk.north, None, FOOD)
    kit = desk.sheets.for_kit(desk.north, [beds])
    verify(kit["key"], kit["body"].encode(), kit["sign"])
    body: dict[str, Any] = json.loads(kit["body"])
    assert [each["ref"] for each in body["services"]] == [beds]
    # Who checked it stays at the desk.
    assert body["services"][0] == {
        "ref": beds, "name": "Night beds", "call": "1", "checked_on": "2027-01-15",
    }  # fmt: skip
    everything = json.loads(desk.sheets.for_kit(desk.north, None)["body"])
    assert [each["name"] for each in everything["services"]] == ["Food shelf", "Night beds"]


def test_sheet_is_found_by_its_name_alone(desk: Desk) -> None:
    desk.directory.save(desk.north, None, BEDS)
    desk.directory.save(desk.south, None, FOOD)
    kit = desk.sheets.for_kit(desk.north, [])
    name = kit["path"].removeprefix("/s/")
    found = desk.sheets.by_name(name)
    assert found is not None
    verify(kit["key"], found.body.encode(), found.sign)
    assert [each["name"] for each in json.loads(found.body)["services"]] == ["Night beds"]
    assert json.loads(found.body)["name"] == name
    assert desk.sheets.by_name("0" * 32) is None


@pytest.fixture
def lines(desk: Desk, built: Any) -> LineService:
    return LineService(desk.sessions, desk.clock, read_lines(built))


def told(desk: Desk, agency_id: int) -> list[dict[str, str]]:
    told: list[dict[str, str]] = json.loads(desk.sheets.for_kit(agency_id, [])["body"])["lines"]
    return told


def test_helpline_is_confirmed_corrected_and_taken_back_for_one_agency(
    desk: Desk, lines: LineService
) -> None:
    assert [line.state for line in lines.all(desk.north, "US")] == ["unchecked"]
    lines.say(desk.north, "us-home", "confirmed", {"call": "ignored"}, "Ana")
    (line,) = lines.all(desk.north, "US")
    assert (line.state, line.call, line.checked_on, line.checked_by) == (
        "confirmed", "1-800-555-0100", "2027-01-15", "Ana",
    )  # fmt: skip
    sent = {"call": "1-800-555-0199", "chat": "home.example/chat", "hours": "Day and night"}
    lines.say(desk.north, "us-home", "corrected", sent, "Bo")
    (line,) = lines.all(desk.north, "US")
    assert (line.call, line.text) == ("1-800-555-0199", "")
    # What is as the content has it stays in the language of each phone, and is not told.
    assert told(desk, desk.north) == [
        {"id": "us-home", "state": "corrected", "checked_on": "2027-01-15",
         "call": "1-800-555-0199", "text": "", "word": ""},
    ]  # fmt: skip
    assert told(desk, desk.south) == []
    assert [line.state for line in lines.all(desk.south, "US")] == ["unchecked"]
    same = {"call": "1-800-555-0100", "text": "55501", "word": "START"} | {
        name: sent[name] for name in ("chat", "hours")
    }
    lines.say(desk.north, "us-home", "corrected", same, "Bo")
    assert [each["state"] for each in told(desk, desk.north)] == ["confirmed"]
    lines.take_back(desk.north, "us-home")
    assert told(desk, desk.north) == []


@pytest.mark.parametrize(
    ("state", "sent", "field"),
    [
        ("gone", {}, "state"),
        ("corrected", {}, "call"),
        ("corrected", {"call": "call me"}, "call"),
        ("corrected", {"call": "1", "notes": "<b>"}, "notes"),
    ],
)
def test_unusable_word_about_a_helpline_changes_nothing(
    desk: Desk, lines: LineService, state: str, sent: dict[str, str], field: str
) -> None:
    with pytest.raises(ServicesInvalid, match=field):
        lines.say(desk.north, "us-home", state, sent, "Ana")
    assert told(desk, desk.north) == []


def test_unknown_helpline_is_refused(desk: Desk, lines: LineService) -> None:
    with pytest.raises(LineUnknown):
        lines.say(desk.north, "us-none", "confirmed", {}, "Ana")


def test_missing_helplines_are_a_broken_build(tmp_path: Any) -> None:
    with pytest.raises(BuiltBroken, match="build the client again"):
        read_lines(tmp_path)
