"""Signatures: one for hours, renewed in time, and after a clock that was set back."""

import base64
import json
import re
from collections.abc import Mapping

import pytest

from pwa.reminders.signing import LIFE_S, RENEW_S, Signer
from pwa.reminders.vapid import read_generation
from tests.support.clock import FixedClock
from tests.support.due import SCALAR

ENDPOINT = "https://push.example/a"
GENERATION = read_generation(SCALAR)


def expires_s(headers: Mapping[str, str]) -> int:
    """Return until when a signature is good (RFC 8292, 2)."""
    (claims,) = re.findall(r"t=[\w-]+\.([\w-]+)\.", headers["Authorization"])
    expires: int = json.loads(base64.urlsafe_b64decode(claims + "=="))["exp"]
    return expires


@pytest.mark.parametrize(
    ("later_s", "is_same"),
    [(0, True), (LIFE_S - RENEW_S - 1, True), (LIFE_S - RENEW_S + 1, False), (-60, False)],
)
def test_signature_is_good_for_hours_whenever_it_is_used(later_s: int, is_same: bool) -> None:
    clock = FixedClock()
    signer = Signer([GENERATION], "https://list.example", clock)
    first = signer.headers_for(ENDPOINT, GENERATION.name)
    clock.move(later_s)
    second = signer.headers_for(ENDPOINT, GENERATION.name)
    assert first is not None
    assert second is not None
    assert (first["Authorization"] == second["Authorization"]) is is_same
    assert RENEW_S < expires_s(second) - clock() <= LIFE_S


def test_key_that_is_gone_signs_nothing() -> None:
    signer = Signer([GENERATION], "https://list.example", FixedClock())
    assert signer.headers_for(ENDPOINT, "dropped") is None
