"""Codes of an authenticator app: RFC 6238's own numbers, the window, and each step once."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa.desk.signin import totp

# RFC 6238 appendix B, SHA-1, the last six of its eight digits.
RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()
RFC = [
    (59, "287082"), (1111111109, "081804"), (1111111111, "050471"),
    (1234567890, "005924"), (2000000000, "279037"),
]  # fmt: skip


@pytest.mark.parametrize(("now_s", "code"), RFC)
def test_the_standards_own_codes_are_right(now_s: int, code: str) -> None:
    assert totp.find_step(RFC_SECRET, code, now_s, after=0) == now_s // 30


@pytest.mark.parametrize(
    ("late_s", "is_good"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_a_code_is_good_one_step_early_or_late(late_s: int, is_good: bool) -> None:
    found = totp.find_step(RFC_SECRET, "005924", 1234567890 + late_s, after=0)
    assert (found is not None) == is_good


def test_a_step_is_not_taken_twice() -> None:
    step = totp.find_step(RFC_SECRET, "005924", 1234567890, after=0)
    assert step is not None
    assert totp.find_step(RFC_SECRET, "005924", 1234567890, after=step) is None
    assert totp.find_step(RFC_SECRET, "005924", 1234567890 + 30, after=step) is None


@given(st.text(max_size=12).filter(lambda text: "005924" not in text.replace(" ", "")))
def test_other_texts_are_no_codes(text: str) -> None:
    # Two neighbouring steps have codes of their own.
    good = {"005924", "980357", "590587"}
    if "".join(text.split()) not in good:
        assert totp.find_step(RFC_SECRET, text, 1234567890, after=0) in (None, 41152262, 41152264)


@pytest.mark.parametrize("code", ["٠٠٥٩٢٤", "00592", "0059240", "-05924", "005 924"])
def test_only_six_plain_digits_are_a_code(code: str) -> None:
    found = totp.find_step(RFC_SECRET, code, 1234567890, after=0)
    assert (found is not None) == (code == "005 924")


def test_secrets_have_160_bits_and_are_random() -> None:
    first, second = totp.make_secret(), totp.make_secret()
    assert len(base64.b32decode(first)) == 20
    assert first != second


def test_the_picture_is_one_svg_without_styles_or_scripts() -> None:
    svg = str(totp.picture(totp.address(RFC_SECRET, "ana@north.example")))
    assert svg.startswith("<svg")
    assert "style" not in svg
    assert "script" not in svg
