"""Which passwords are refused, and which must not be."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa.desk.people.passwords import MAX_LENGTH, TOO_COMMON, TOO_LONG, TOO_SHORT, fault

OWN = ("Marta Lopez", "marta@northhouse.example", "North House")

COMMON = [
    "password1234", "Password2026!", "P@ssw0rd!2026", "passwordpassword", "qwertyuiop12",
    "1q2w3e4r5t6y", "zaq12wsxcde3", "!@#$%^&*()_+", "123456789012", "abcdefghijkl",
    "aaaaaaaaaaaa", "abcabcabcabc", "iloveyou1234", "letmein123456", "Summer2026!!!",
    "Welcome12345!", "correcthorsebatterystaple", "Sunshine-Tiger-1", "contraseña1234",
    "teamomucho12", "            ", "hotline2026!!", "Safehouse1234",
]  # fmt: skip
OWN_NAMES = ["martalopez2026", "northhouse1234", "Marta.Lopez.1990", "desk-north-house"]
GOOD = [
    "lamp orbit gravel tulip", "kettle drawer mango bus", "8gT!k2#pQz7w",
    "sunshine tiger coffee purple", "mi perro come sopa fría", "839201748362",
    "ключ лампа стол река", "電気カーペット青い箱十二",
]  # fmt: skip


@pytest.mark.parametrize("password", COMMON + OWN_NAMES)
def test_what_many_people_use_is_refused(password: str) -> None:
    assert fault(password, OWN) == TOO_COMMON


@pytest.mark.parametrize("password", OWN_NAMES[:2])
def test_somebody_elses_name_is_not_refused(password: str) -> None:
    assert fault(password.replace("2026", "kx").replace("1234", "kx7")) is None


@pytest.mark.parametrize("password", GOOD)
def test_what_hangs_on_nothing_known_is_taken(password: str) -> None:
    assert fault(password, OWN) is None


@pytest.mark.parametrize(
    ("password", "expected"),
    [("kx7 pq2 vb9", TOO_SHORT), ("", TOO_SHORT), ("kettle drum " * 30, TOO_LONG)],
)
def test_length_has_limits(password: str, expected: str) -> None:
    assert fault(password) == expected


def test_letters_are_counted_as_people_see_them() -> None:
    composed, apart = "é" * 11, "e\u0301" * 11
    assert fault(composed) == fault(apart) == TOO_SHORT


@given(st.text(max_size=MAX_LENGTH))
def test_any_text_is_judged(password: str) -> None:
    assert fault(password, OWN) in (None, TOO_SHORT, TOO_LONG, TOO_COMMON)


@pytest.mark.parametrize("password", ["password" * 32, "a" * 256, "qwerty1!" * 32, "ab" * 128])
def test_judging_takes_no_longer_for_what_repeats(password: str) -> None:
    # The words are read by now, and what else this machine does takes nothing of our own time.
    assert fault(GOOD[0], OWN) is None
    started = time.process_time()
    assert fault(password, OWN) == TOO_COMMON
    assert time.process_time() - started < 1
