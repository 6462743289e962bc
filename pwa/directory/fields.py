"""The fields of a service: what each holds, how long it may be, and whether a value fits."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pwa.covers import LANGUAGES
from pwa.directory.text import fault_of, is_formula, tidy
from pwa.errors import ServicesInvalid

RUN_BY = ("charity", "government", "police", "emergency")
#: Fields that can stand in other languages too, as `what_es`.
TRANSLATED = ("what", "hours", "happens", "notes")
WAYS = ("call", "text", "chat", "where")
FIRST_DAY = date(2000, 1, 1)

Check = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `check` says what is wrong with a tidied text that is not empty."""

    name: str
    meaning: str
    max_chars: int
    check: Check
    is_needed: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong; row 0 is the file as a whole."""

    row: int
    field: str
    sentence: str

    def __str__(self) -> str:
        """Return the problem as a line of a list."""
        row = f"row {self.row}" if self.row else ""
        place = ", ".join(part for part in (row, self.field) if part)
        return f"{place or 'the file'}: {self.sentence}"


def _words(text: str) -> str | None:
    if is_formula(text):
        return "starts with =, +, - or @, which a spreadsheet would run"
    return None


def _number(text: str) -> str | None:
    fits = re.fullmatch(r"\+?[0-9(][0-9 ()./*#-]*", text) and re.search(r"[0-9]", text)
    return None if fits else "is not a number to dial: digits, spaces, ( ) - and a + in front"


def _keyword(text: str) -> str | None:
    return None if re.fullmatch(r"\w[\w ]*", text) else "is not a word to send"


def _address(text: str) -> str | None:
    pattern = r"(https://)?([A-Za-z0-9-]+\.)+[A-Za-z]{2,}(:[0-9]+)?([/?#][!-~]*)?"
    return None if re.fullmatch(pattern, text) else "is not a web address, as in example.org/chat"


def _runner(text: str) -> str | None:
    return None if text in RUN_BY else f"must be one of {', '.join(RUN_BY)}"


def _day(text: str) -> str | None:
    try:
        day = date.fromisoformat(text) if re.fullmatch(r"[0-9-]{10}", text) else None
    except ValueError:
        day = None
    return None if day and day >= FIRST_DAY else "is not a day, as in 2026-11-25"


def is_ref(text: str) -> bool:
    """Say whether a text could be the reference of a service."""
    return re.fullmatch(r"[0-9a-f]{8}", text) is not None


def _ref(text: str) -> str | None:
    return None if is_ref(text) else "is not a reference that an export wrote"


PLAIN = (
    Field("ref", "reference; left empty for a new service", 8, _ref),
    Field("name", "name of the service", 120, _words, is_needed=True),
    Field("what", "what it is for", 200, _words),
    Field("call", "number to call", 40, _number),
    Field("text", "number to text", 40, _number),
    Field("word", "word to text to that number", 20, _keyword),
    Field("chat", "web address of a chat", 200, _address),
    Field("where", "street address, if it may be known", 200, _words),
    Field("hours", "when it is open", 120, _words),
    Field("languages", "languages spoken", 120, _words),
    Field("run_by", "who runs it", 20, _runner),
    Field("happens", "what happens when you call", 600, _words),
    Field("notes", "what else to know", 600, _words),
    Field("checked_on", "day it was last checked", 10, _day),
    Field("checked_by", "who checked it", 80, _words),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in PLAIN}


def _in_language(name: str, language: str) -> Field:
    plain = BY_NAME[name]
    return Field(f"{name}_{language}", f"{plain.meaning} ({language})", plain.max_chars, _words)


FIELDS = (*PLAIN, *(_in_language(name, each) for each in LANGUAGES[1:] for name in TRANSLATED))
NAMES = tuple(field.name for field in FIELDS)


def problems_of(refusal: ServicesInvalid) -> list[Problem]:
    """Return the problems that a refusal carries."""
    return [each for each in refusal.problems if isinstance(each, Problem)]


def read_values(row: int, sent: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the values that are not empty, tidied, and everything wrong with them."""
    values = {field.name: tidy(sent.get(field.name, "")) for field in FIELDS}
    problems = [
        Problem(row, field.name, sentence)
        for field in FIELDS
        if (sentence := fault_in(field, values[field.name])) is not None
    ]
    if not any(values[way] for way in WAYS):
        problems.append(Problem(row, "", f"needs one of {', '.join(WAYS)}: a way to reach it"))
    if values["word"] and not values["text"]:
        problems.append(Problem(row, "word", "is a word to send, but there is no number to text"))
    return {name: text for name, text in values.items() if text}, problems


def fault_in(field: Field, text: str) -> str | None:
    """Say what is wrong with a tidied text as the value of a field; `None` when nothing is."""
    if not text:
        return "is missing" if field.is_needed else None
    if len(text) > field.max_chars:
        return f"is longer than {field.max_chars} characters"
    return fault_of(text) or field.check(text)
