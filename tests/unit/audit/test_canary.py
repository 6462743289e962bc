"""Canaries: every form in which bytes may stay is listed, too short ones refused."""

import base64

import pytest

from pwa.audit.scan.canary import Needle, key_needles, make_canary, text_needles


def test_two_canaries_differ() -> None:
    assert make_canary() != make_canary()


@pytest.mark.parametrize("before", range(5))
def test_base64_is_found_at_any_alignment(before: int) -> None:
    text = "qvxkzjwfmpqvxkzj"
    packed = base64.b64encode(b"x" * before + text.encode() + b"after")
    found = [n for n in text_needles("c", text) if n.data in packed]
    assert [n.form[:6] for n in found] == ["base64"]


@pytest.mark.parametrize(
    ("form", "packed"),
    [
        ("utf-8", "año nuevo — sí".encode()),
        ("utf-16le", "año nuevo — sí".encode("utf-16-le")),
    ],
)
def test_text_is_listed_in_each_encoding(form: str, packed: bytes) -> None:
    needles = {n.form: n.data for n in text_needles("c", "año nuevo — sí")}
    assert needles[form] == packed


def test_latin_1_is_listed_only_where_it_can_say_the_whole_text() -> None:
    assert "latin-1" in {n.form for n in text_needles("c", "mañana temprano")}
    assert "latin-1" not in {n.form for n in text_needles("c", "mañana — temprano")}
    assert "latin-1" not in {n.form for n in text_needles("c", "plain words")}


def test_key_is_listed_raw_and_as_digits_in_both_cases() -> None:
    key = bytes(range(0xA0, 0xC0))
    needles = {n.form: n.data for n in key_needles("k", key)}
    assert needles["raw"] == key
    assert needles["hex"] == key.hex().encode()
    assert needles["hex upper"] == key.hex().upper().encode()


def test_needle_that_would_turn_up_by_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        Needle("c", "raw", b"short")
