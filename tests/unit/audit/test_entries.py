"""Secrets are fresh, fit their cover, and are looked for as the cover shows them."""

import re
from pathlib import Path
from typing import Any, cast

import pytest

from pwa.audit.drive.entries import ERASERS, WORDS, make_secret, shown_forms
from pwa.audit.ground import Ground
from pwa.audit.scan.hits import find

TIMES = 300
SUM = re.compile(r"[1-9]\d*(?:[-+*/][1-9]\d*)+")


@pytest.mark.parametrize("cover", ["list", "calculator"])
def test_no_two_audits_have_the_same_secret(cover: str) -> None:
    made = {make_secret(cover) for _ in range(TIMES)}
    assert len(made) == TIMES
    assert ERASERS[cover] not in made


def test_phrase_is_made_of_different_words() -> None:
    assert len(set(WORDS)) == len(WORDS)
    words = make_secret("list").split()
    assert len(set(words)) == 6
    assert set(words) <= set(WORDS)


def test_sum_is_one_that_the_calculator_takes_and_no_run_along_its_keys() -> None:
    for _ in range(TIMES):
        made = make_secret("calculator")
        assert SUM.fullmatch(made)
        digits = re.sub(r"\D", "", made)
        assert len(set(digits)) == 9
        assert not {"1234", "6543", "1472", "8527", "4561"} & {
            digits[at : at + 4] for at in range(7)
        }


def test_sum_is_looked_for_as_it_is_shown() -> None:
    assert shown_forms("48*73-19/6+205") == [
        "48×73\u221219÷6+205",
        "48 ×\u00a073 \u2212\u00a019 ÷\u00a06 +\u00a0205",
        "48 × 73 \u2212 19 ÷ 6 + 205",
    ]
    assert shown_forms("green kettle walks") == []


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_shown_sum_is_found(coding: str) -> None:
    ground = Ground(cast(Any, None), "", "", Path(), cover="calculator")
    for form in (ground.secret, *shown_forms(ground.secret)):
        data = f"the sum {form} = 7".encode(coding)
        assert {hit.name for hit in find(data, ground.secret_needles(), "there")} == {"secret"}
