"""What may stand in a service, and what is refused."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa.directory.fields import BY_NAME, FIELDS, NAMES, read_values
from pwa.directory.text import fault_of, is_formula, tidy

GOOD = {
    "name": "Night beds",
    "what": "A bed for tonight",
    "call": "+1 (800) 555-0100",
    "text": "55501",
    "word": "START",
    "chat": "https://beds.example/chat?x=1",
    "where": "12 Long Road",
    "hours": "6 pm – 8 am",
    "languages": "English, español, አማርኛ, العربية",
    "run_by": "charity",
    "happens": "Someone asks for a first name. Any name will do.",
    "notes": "Ring twice.",
    "checked_on": "2026-11-20",
    "checked_by": "Ana Reyes",
    "what_es": "Una cama para esta noche",
}


def faults(**changed: str) -> list[tuple[str, str]]:
    _, problems = read_values(3, GOOD | changed)
    assert all(each.row == 3 for each in problems)
    return [(each.field, each.sentence) for each in problems]


def test_whole_service_fits_and_keeps_every_word() -> None:
    values, problems = read_values(1, GOOD)
    assert problems == []
    assert values == GOOD


def test_spaces_are_tidied_and_letters_composed() -> None:
    values, _ = read_values(1, GOOD | {"name": "  Cafe\u0301\u00a0 \u2009house "})
    assert values["name"] == "Café house"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "", "missing"),
        ("name", "x" * 121, "longer than 120"),
        ("name", "<script>alert(1)</script>", "markup"),
        ("notes", "a < b", "markup"),
        ("what", "beds\x00", "control"),
        ("what", "beds\nand food", "line break"),
        ("what", "beds\u2028food", "line break"),
        ("what", "beds\x1b[2J", "control"),
        ("name", "North \u202egnol", "direction"),
        ("name", "North \u2067long", "direction"),
        ("name", "No\u200bway", "invisible"),
        ("name", "No\u00adway", "invisible"),
        ("name", "No\U000e0041way", "invisible"),
        ("what", "caf\ufffd", "lost"),
        ("what", "\ue000", "none"),
        ("what", "\ufffe", "none"),
        ("what", '=HYPERLINK("x")', "spreadsheet"),
        ("what", "+1", "spreadsheet"),
        ("what", "-1", "spreadsheet"),
        ("name", "@SUM(A1)", "spreadsheet"),
        ("notes", "\uff1d1+1", "spreadsheet"),
        ("what_es", "=1", "spreadsheet"),
        ("call", "call us", "dial"),
        ("call", "=1+1", "dial"),
        ("call", "javascript:1", "dial"),
        ("call", "12\u202e34", "direction"),
        ("word", "a;b", "word to send"),
        ("chat", "javascript:alert(1)", "web address"),
        ("chat", "http://a.example", "web address"),
        ("chat", "https://user@a.example", "web address"),
        ("run_by", "army", "one of charity"),
        ("checked_on", "25/11/2026", "day"),
        ("checked_on", "2026-02-30", "day"),
        ("checked_on", "1999-12-31", "day"),
        ("ref", "../etc", "reference"),
    ],
)
def test_unusable_value_is_named(field: str, text: str, said: str) -> None:
    found = faults(**{field: text})
    assert [name for name, _ in found] == [field]
    assert said in found[0][1]


def test_service_without_a_way_to_reach_it_is_refused() -> None:
    found = faults(call="", text="", word="", chat="", where="")
    assert found == [("", "needs one of call, text, chat, where: a way to reach it")]


def test_word_without_a_number_to_text_is_refused() -> None:
    assert [field for field, _ in faults(text="")] == ["word"]


def test_every_problem_is_told_at_once() -> None:
    assert [field for field, _ in faults(name="", call="x", run_by="y")] == [
        "name", "call", "run_by",
    ]  # fmt: skip


def test_hindi_and_persian_keep_their_joiners() -> None:
    assert faults(name="می\u200cخواهم", what="क्\u200dष") == []


def test_translated_fields_exist_for_every_language_but_the_first() -> None:
    assert {"what_es", "hours_es", "happens_es", "notes_es"} <= set(NAMES)
    assert len(NAMES) == len(set(NAMES)) == len(FIELDS)


@given(st.text(max_size=60))
def test_what_fits_is_one_plain_line_and_stays_as_it_is(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    if tidied and fault_of(tidied) is None and not is_formula(tidied):
        kinds = {category(sign) for sign in tidied if sign not in "\u200c\u200d"}
        assert not kinds & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
        assert BY_NAME["name"].check(tidied) is None
