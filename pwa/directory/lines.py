"""The helplines of the content, and what each agency found out about them.

An agency says of a line that its number is right, that it is another one, or that phones should
not show it. What it says is shown to the people it helps and to nobody else.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from pwa.db import Sessions
from pwa.directory.fields import BY_NAME, Problem, fault_in
from pwa.directory.models import LineWord
from pwa.directory.service import Clock, today
from pwa.directory.sheets import count_edition
from pwa.directory.text import tidy
from pwa.errors import BuiltBroken, LineUnknown, ServicesInvalid

FILE = "packs/lines.json"
STATES = ("confirmed", "corrected", "hidden")
CORRECTED = ("call", "text", "word", "chat", "hours", "notes")


@dataclass(frozen=True, slots=True)
class Line:
    """One helpline as the content has it, or as an agency corrected it."""

    id: str
    country: str
    label: str
    name: str
    call: str
    text: str
    word: str
    chat: str
    hours: str
    notes: str
    run_by: str
    source: str
    #: `unchecked`, `checked` by us, or what the agency said: one of `STATES`.
    state: str
    checked_on: str
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Every helpline, and the name of each country that has some."""

    all: Sequence[Line]
    countries: Mapping[str, str]


def read_lines(built: Path) -> Lines:
    """Read the helplines that the packs hold."""
    path = built / FILE
    try:
        raw = json.loads(path.read_text("utf-8"))
        countries = {str(each["code"]): str(each["name"]) for each in raw["countries"]}
        return Lines(tuple(_read(each) for each in raw["helplines"]), countries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BuiltBroken(f"{path} is missing or broken: build the client again.") from error


class LineService:
    """The helplines as each agency sees them."""

    def __init__(self, sessions: Sessions, clock: Clock, lines: Lines) -> None:
        """Take what it works with."""
        self._sessions = sessions
        self._clock = clock
        self._lines = {line.id: line for line in lines.all}
        self.countries = lines.countries

    def all(self, agency_id: int, country: str) -> list[Line]:
        """Return a country's helplines, in the content's order, with the agency's words."""
        with self._sessions() as session:
            found = session.scalars(select(LineWord).where(LineWord.agency_id == agency_id)).all()
        words = {word.line: word for word in found}
        own = [line for line in self._lines.values() if line.country == country]
        return [_with(line, words.get(line.id)) for line in own]

    def get(self, agency_id: int, line_id: str) -> Line:
        """Return one helpline with the agency's words."""
        original = self.original(line_id)
        with self._sessions() as session:
            return _with(original, session.get(LineWord, (agency_id, line_id)))

    def original(self, line_id: str) -> Line:
        """Return one helpline as the content has it."""
        line = self._lines.get(line_id)
        if line is None:
            raise LineUnknown("there is no such helpline.")
        return line

    def say(
        self, agency_id: int, line_id: str, state: str, sent: Mapping[str, str], by: str
    ) -> None:
        """Keep what an agency found out today; only a correction has values."""
        original = self.original(line_id)
        values = (
            {name: tidy(sent.get(name, "")) for name in CORRECTED} if state == STATES[1] else {}
        )
        problems = _problems(state, values)
        if problems:
            raise ServicesInvalid(problems)
        # Only what differs: the rest stays in the language of each phone.
        values = {name: text for name, text in values.items() if text != getattr(original, name)}
        with self._sessions.begin() as session:
            count_edition(session, agency_id, self._clock())
            session.merge(
                LineWord(
                    agency_id=agency_id,
                    line=line_id,
                    state=state if values or state != "corrected" else "confirmed",
                    values=values,
                    checked_on=today(self._clock).isoformat(),
                    checked_by=by,
                )
            )

    def take_back(self, agency_id: int, line_id: str) -> None:
        """Forget what an agency said about a helpline."""
        with self._sessions.begin() as session:
            word = session.get(LineWord, (agency_id, line_id))
            if word is not None:
                count_edition(session, agency_id, self._clock())
                session.delete(word)


def _problems(state: str, values: Mapping[str, str]) -> list[Problem]:
    if state not in STATES:
        return [Problem(0, "state", f"must be one of {', '.join(STATES)}")]
    problems = [
        Problem(0, name, sentence)
        for name, text in values.items()
        if (sentence := fault_in(BY_NAME[name], text)) is not None
    ]
    if values and not (values["call"] or values["text"]):
        problems.append(Problem(0, "call", "is missing: a helpline needs a number"))
    return problems


def _with(line: Line, word: LineWord | None) -> Line:
    if word is None:
        return line
    said = replace(line, state=word.state, checked_on=word.checked_on, checked_by=word.checked_by)
    return replace(said, **word.values)


def _read(raw: Mapping[str, object]) -> Line:
    text = raw["text"]
    number, word = (text["number"], text["word"]) if isinstance(text, dict) else ("", "")
    names = ("id", "country", "label", "name", "call", "chat", "hours", "source")
    plain = {name: str(raw[name]) for name in names}
    return Line(
        **plain,
        text=str(number),
        word=str(word),
        notes=str(raw["note"]),
        run_by=str(raw["runBy"]),
        state=str(raw["status"]),
        checked_on=str(raw["verifiedOn"]),
    )
