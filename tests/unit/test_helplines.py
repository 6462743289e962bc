"""The helplines are whole, honest about their age, and hold every number that was asked for."""

import re
from datetime import date
from typing import Any

import pytest

from tools import content

PLAN: dict[str, Any] = content.compile_domain(content.ROOT, "plan", "en")
LINES: list[dict[str, Any]] = PLAN["helplines"]
#: Country and digits of every number in the brief, a text number after its word.
WANTED = [
    *[("US", number) for number in ("911", "18883737888", "233733", "18007997233", "988")],
    *[("US", number) for number in ("START 88788", "HOME 741741", "18006564673")],
    *[("US", number) for number in ("18447628483", "18663319474")],
    ("CA", "18339001010"),
    ("MX", "8005533000"),
    ("GB", "08000121700"),
    ("GB", "999"),
    ("IE", "1800666111"),
    ("DE", "116016"),
    ("IT", "800290290"),
    ("ES", "900105090"),
    ("ES", "016"),
    ("NL", "+31334481186"),
    ("PL", "226280120"),
    ("UA", "527"),
    ("AU", "131237"),
    ("AU", "1800737732"),
    ("NZ", "111"),
    ("NZ", "105"),
    ("NZ", "0800209020"),
    ("ZA", "0800222777"),
    ("PH", "1343"),
    *[("IN", number) for number in ("1098", "181", "112")],
    *[("BR", number) for number in ("100", "180")],
    ("AR", "145"),
    *[("EU", number) for number in ("112", "116016")],
]


def numbers(line: dict[str, Any]) -> set[str]:
    found = {re.sub(r"[\s-]", "", line["call"])}
    if line["text"]:
        found.add(f"{line['text']['word']} {line['text']['number']}".strip())
    return found


@pytest.mark.parametrize(("country", "number"), WANTED)
def test_every_number_of_the_brief_is_there(country: str, number: str) -> None:
    assert any(number in numbers(line) for line in LINES if line["country"] == country)


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["id"]))
def test_a_line_can_be_reached_and_says_what_happens(line: dict[str, Any]) -> None:
    assert line["call"] or line["text"]
    assert re.fullmatch(r"\+?[\d -]*", line["call"])
    if line["text"]:
        assert line["text"].keys() == {"number", "word"}
    assert line["who"]
    assert line["happens"]
    assert line["source"].startswith("https://")


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["id"]))
def test_a_line_is_checked_only_with_the_day_it_was_dialled(line: dict[str, Any]) -> None:
    assert (line["status"] == "checked") == bool(line["verifiedOn"])
    if line["verifiedOn"]:
        date.fromisoformat(line["verifiedOn"])


def test_every_country_has_a_name_and_starts_with_its_emergency_number() -> None:
    codes = [country["code"] for country in PLAN["countries"]]
    assert {line["country"] for line in LINES} == set(codes)
    for code in codes:
        first = next(line for line in LINES if line["country"] == code)
        assert first["runBy"] == "emergency"


def test_lines_run_by_the_police_say_so() -> None:
    police = {line["id"] for line in LINES if line["runBy"] == "police"}
    assert police >= {"ie-garda", "es-trata", "au-afp", "nz-105"}
    assert all("police" in line["happens"] for line in LINES if line["runBy"] == "police")
