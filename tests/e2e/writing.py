"""Write a plan through the screens and compare what stands there with it, kind by kind."""

import re

from playwright.sync_api import Locator, expect

from pwa.audit.drive.inner import Planner
from tests.e2e.plan import (
    PEOPLE,
    PLAN,
    Answer,
    Day,
    Lines,
    Pick,
    Picked,
    Record,
    Records,
    Things,
    Words,
    entries,
)

# What stands under a prompt, piece by piece, as the screen shows it.
PIECES = """place => [...place.querySelectorAll(".entry-words > span")]
  .map(each => each.textContent.trim())"""


class Writer:
    """Fills in the sections of a plan; a whole text at a time, as pasting does."""

    def __init__(self, planner: Planner) -> None:
        """Write with the hands of `planner`."""
        self.planner = planner
        self.page = planner.page
        self.say = planner.say

    def write_all(self) -> None:
        """Write everybody and every section down; starts and ends at Home."""
        self.planner.go("People")
        for name, number, relation in PEOPLE:
            self.planner.press("Add someone")
            self.type("Name to use", name)
            self.type("Number", number)
            self.page.get_by_text(self.say("Who they are"), exact=True).click()
            self.type("Who they are to me", relation)
            self.planner.press("Done")
        self.planner.home()
        self.planner.go("My plan")
        for section, answers in PLAN.items():
            self.planner.go(section)
            for answer in answers:
                self.write(answer)
            self.planner.back()
        self.planner.kept()
        self.planner.home()

    def type(self, field: str, text: str, place: Locator | None = None) -> None:
        """Write into the field with this name."""
        named = (place or self.page).get_by_role("textbox", name=self.say(field), exact=True)
        named.click()
        self.page.keyboard.insert_text(text)

    def write(self, answer: Answer) -> None:
        """Write one answer; its section is on the screen."""
        place = self.planner.prompt(answer.prompt)
        match answer:
            case Words(text=text):
                self.type(answer.prompt, text, place)
            case Lines(lines=lines):
                self.write_lines(place, answer.prompt, lines)
            case Picked(names=names):
                self.write_people(place, names)
            case Day(iso=iso):
                place.locator("input[type=date]").fill(iso)
            case Pick(answer=picked):
                place.get_by_role("radio", name=self.say(picked), exact=True).click()
            case Things():
                self.write_things(place, answer)
            case Records(records=records):
                self.write_records(place, records)

    def write_lines(self, place: Locator, prompt: str, lines: tuple[str, ...]) -> None:
        """Add each line."""
        for line in lines:
            self.begin(place, prompt, line)
            self.end(place)

    def write_people(self, place: Locator, names: tuple[str, ...]) -> None:
        """Pick each of these people."""
        for name in names:
            self.planner.press_in(place, "Add someone")
            self.pick_person(name)

    def write_things(self, place: Locator, answer: Things) -> None:
        """Add each thing, whether it is there, and where."""
        for what, state, where in answer.things:
            self.begin(place, answer.prompt, what)
            place.get_by_role("radio", name=self.say(state), exact=True).click()
            self.type("Where it is, or where to get it", where, place)
            self.end(place)

    def write_records(self, place: Locator, records: tuple[Record, ...]) -> None:
        """Add each record."""
        for record in records:
            self.write_record(place, record)

    def write_record(self, place: Locator, record: Record) -> None:
        """Add one record with all its details."""
        self.planner.press_in(place, "Add one")
        place.get_by_role("textbox").first.click()
        self.page.keyboard.insert_text(record.text)
        more = place.get_by_role("button", name=self.say("More to write"), exact=True)
        if more.count() > 0:
            more.click()
        for name, value in record.details.items():
            self.write_detail(place, name, value)
        self.end(place)
        if record.is_done:
            place.get_by_role("checkbox", name=re.compile(re.escape(record.text))).click()

    def write_detail(self, place: Locator, name: str, value: str | Day | Pick | Picked) -> None:
        """Fill in one field of the open record."""
        match value:
            case str():
                self.type(name, value, place)
            case Day(iso=iso):
                place.get_by_label(self.say(name), exact=True).fill(iso)
            case Pick(answer=picked):
                group = place.get_by_role("radiogroup", name=self.say(name), exact=True)
                group.get_by_role("radio", name=self.say(picked), exact=True).click()
            case Picked(names=(person,)):
                self.planner.press_in(place, "Pick someone")
                self.pick_person(person)

    def pick_person(self, name: str) -> None:
        """Touch somebody on the sheet."""
        sheet = self.page.get_by_role("dialog")
        sheet.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).click()
        sheet.wait_for(state="detached")

    def begin(self, place: Locator, field: str, text: str) -> None:
        """Add an entry and write its first line."""
        self.planner.press_in(place, "Write my own")
        self.type(field, text, place)

    def end(self, place: Locator) -> None:
        """Close the open entry."""
        self.planner.press_in(place, "Done")

    def read_all(self) -> int:
        """Compare every section with the plan; starts and ends at Home, returns the entries."""
        count = len(PEOPLE)
        self.planner.go("People")
        for name, number, relation in PEOPLE:
            self.planner.go(name)
            self.planner.press("Large number")
            expect(self.page.get_by_role("dialog").get_by_text(number, exact=True)).to_be_visible()
            self.planner.press("Go back")
            expect(self.page.get_by_text(relation, exact=True)).to_be_visible()
            self.planner.back()
        self.planner.home()
        self.planner.go("My plan")
        for section, answers in PLAN.items():
            self.planner.go(section)
            self.planner.heading(section).wait_for()
            for answer in answers:
                self.read(answer)
                count += entries(answer)
            self.planner.back()
        self.planner.home()
        return count

    def read(self, answer: Answer) -> None:
        """Compare one answer with what stands on the screen, to the letter."""
        place = self.planner.prompt(answer.prompt)
        match answer:
            case Words(text=text):
                assert place.get_by_role("textbox").inner_text() == text
            case Lines(lines=lines):
                assert self.planner.lines(answer.prompt) == list(lines)
            case Picked(names=names):
                relations = {name: relation for name, _, relation in PEOPLE}
                shown = [piece for name in names for piece in (name, relations[name])]
                assert place.evaluate(PIECES) == shown
            case Day(iso=iso, said=said):
                assert place.locator("input[type=date]").input_value() == iso
                assert place.get_by_text(said, exact=True).is_visible()
            case Pick(answer=picked):
                chosen = place.locator("[role=radio][aria-checked=true]")
                assert chosen.all_inner_texts() == [self.say(picked)]
            case Things(things=things):
                shown = [
                    piece
                    for what, state, where in things
                    for piece in (what, f"{self.say(state)} · {where}")
                ]
                assert place.evaluate(PIECES) == shown
            case Records(records=records):
                shown = [piece for record in records for piece in self.pieces(record)]
                assert place.evaluate(PIECES) == shown

    def pieces(self, record: Record) -> list[str]:
        """Return what a closed record shows: its first line, then its details."""
        return [
            record.text,
            *(f"{self.say(name)}: {self.shown(value)}" for name, value in record.details.items()),
        ]

    def shown(self, value: str | Day | Pick | Picked) -> str:
        """Return one detail as the closed record says it."""
        match value:
            case Day(said=said):
                return said
            case Pick(answer=picked):
                return self.say(picked)
            case Picked(names=(name,)):
                return name
            case _:
                return str(value)
