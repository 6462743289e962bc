"""Records: added, changed, taken out and back, kept through a crash, and read at a glance."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.lab import Lab
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server
from tools import content

SECRET = "wide copper moth behind nine doors"
SECTIONS = content.compile_domain(content.ROOT, "plan", "en")["sections"]
assert isinstance(SECTIONS, list)
RECORDS = [
    (section["name"], prompt["name"], prompt["record"]["headline"])
    for section in SECTIONS
    for prompt in section["prompts"]
    if prompt["kind"] == "records"
]
BATTERY = """told => {
  globalThis.asked = 0;
  const battery = Object.assign(new EventTarget(), told);
  Navigator.prototype.getBattery = async () => { globalThis.asked += 1; return battery; };
}"""
BATTERY_LINE = re.compile("^Battery now")


@pytest.fixture
def lab(playwright: Playwright, chromium: str, server: Server, tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(playwright, OwnBrowser(chromium, tmp_path / "profile"), server.origin)
    yield lab
    lab.own.kill()


def open_section(page: Page, server: Server, section: str, language: str = "en") -> Planner:
    """Open a section without making a space first."""
    planner = look_around(page, server, language)
    planner.go("My plan")
    planner.go(section)
    return planner


def add(planner: Planner, prompt: str, text: str, **days: str) -> None:
    """Add a record with its first line and perhaps days, by the names of their fields."""
    place = planner.prompt(prompt)
    planner.press_in(place, "Add one")
    place.get_by_role("textbox").first.press_sequentially(text)
    for name, iso in days.items():
        place.get_by_label(planner.say(name.replace("_", " ")), exact=True).fill(iso)
    planner.press_in(place, "Done")


def expect_heads(place: Locator, *texts: str) -> None:
    expect(place.locator(".entry-words > span:first-child")).to_have_text(list(texts))


def days_ahead(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()


def test_every_kind_of_record_is_changed_taken_out_and_back_and_survives_a_kill(
    lab: Lab, server: Server
) -> None:
    assert len(RECORDS) >= 8
    page = lab.start()
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    planner = Planner(page)
    planner.go("My plan")
    for section, prompt, headline in RECORDS:
        planner.go(section)
        place = planner.prompt(prompt)
        for text in ("oak", "elm"):
            add(planner, prompt, text)
        place.get_by_role("button", name="oak", exact=True).click()
        place.get_by_role("textbox", name=headline, exact=True).press_sequentially(" tree")
        planner.press_in(place, "Move down")
        planner.press_in(place, "Take out")
        expect_heads(place, "elm")
        planner.press("Undo")
        expect_heads(place, "elm", "oak tree")
        planner.back()
    planner.kept()
    lab.own.kill()

    planner = Planner(lab.start())
    planner.cover.open(server.address())
    planner.open(SECRET)
    planner.go("My plan")
    for section, prompt, _ in RECORDS:
        planner.go(section)
        planner.heading(section).wait_for()
        expect_heads(planner.prompt(prompt), "elm", "oak tree")
        planner.back()


def test_record_without_a_first_line_is_kept_when_a_detail_stands_in_it(
    phone: Phone, server: Server
) -> None:
    planner = open_section(phone(), server, "Words we agreed on")
    place = planner.prompt("Our words")
    planner.press_in(place, "Add one")
    planner.press_in(place, "Done")
    expect(place.locator("li")).to_have_count(0)
    planner.press_in(place, "Add one")
    place.get_by_role("textbox", name="What it means").press_sequentially("come")
    planner.press_in(place, "Done")
    expect(place.locator("li")).to_have_count(1)
    expect(place.get_by_text("What it means: come")).to_be_visible()


def test_thing_of_which_only_the_place_is_known_is_kept_and_its_loss_can_be_undone(
    phone: Phone, server: Server
) -> None:
    planner = open_section(phone(), server, "What I need to live")
    place = planner.prompt("For my body")
    planner.press_in(place, "Write my own")
    place.get_by_role("textbox", name=re.compile("^Where it is")).press_sequentially("shoe")
    planner.press_in(place, "Done")
    entry = place.get_by_role("button", name=re.compile("shoe$"))
    entry.click()
    planner.press_in(place, "Take out")
    expect(entry).to_have_count(0)
    planner.press("Undo")
    expect(entry).to_be_visible()


def test_empty_fields_wait_behind_one_touch(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "Medicine")
    place = planner.prompt("What I take")
    planner.press_in(place, "Add one")
    spare = place.get_by_role("textbox", name="Where a spare is")
    expect(spare).to_have_count(0)
    planner.press_in(place, "More to write")
    spare.press_sequentially("in my shoe")
    planner.press_in(place, "Done")
    place.get_by_role("button", name=re.compile("in my shoe")).click()
    expect(spare).to_be_visible()
    expect(place.get_by_role("textbox", name="Pharmacy")).to_have_count(0)


def test_medicine_says_softly_that_it_runs_out(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "Medicine")
    place = planner.prompt("What I take")
    for name, days in (("far", 40), ("soon", 4), ("past", -2)):
        add(planner, "What I take", name, Lasts_until=days_ahead(days))
    said = [each.locator(".due").all_inner_texts() for each in place.locator("li").all()]
    assert said == [
        [],
        ["Runs out soon. A good time to ask for more."],
        ["May be used up. You can ask for more."],
    ]


def test_done_step_stands_last_and_comes_back(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "Next steps")
    place = planner.prompt("What I want to do")
    for text in ("one", "two", "three"):
        add(planner, "What I want to do", text)
    place.get_by_role("checkbox", name="Done: one").click()
    expect(place.get_by_role("checkbox", name="Done: one")).to_be_checked()
    expect_heads(place, "two", "three", "one")
    place.get_by_role("checkbox", name="Done: one").click()
    expect(place.get_by_role("checkbox", name="Done: one")).not_to_be_checked()


def test_steps_are_put_in_order_of_days_and_back(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "Next steps")
    place = planner.prompt("What I want to do")
    sort = place.get_by_role("button", name="Put in order of days")
    add(planner, "What I want to do", "later", When="2031-05-01")
    expect(sort).to_have_count(0)
    add(planner, "What I want to do", "sooner", When="2031-04-01")
    sort.click()
    expect_heads(place, "sooner", "later")
    expect(sort).to_have_count(0)
    planner.press("Undo")
    expect_heads(place, "later", "sooner")
    # What is written before the undo stays.
    sort.click()
    add(planner, "What I want to do", "new")
    place.get_by_role("button", name=re.compile("^sooner")).click()
    place.get_by_role("textbox").first.press_sequentially("!")
    planner.press("Undo")
    planner.press_in(place, "Done")
    expect_heads(place, "later", "sooner!", "new")


def test_someone_comes_back_without_undoing_who_was_added_since(
    phone: Phone, server: Server
) -> None:
    planner = look_around(phone(), server)
    planner.go("People")
    for name in ("Ana", "Bea", "Carla"):
        planner.add_person(name)
    planner.home()
    planner.go("My plan")
    planner.go("Next steps")
    place = planner.prompt("Who goes with me")

    def add_one(name: str) -> None:
        planner.press_in(place, "Add someone")
        planner.page.get_by_role("dialog").get_by_role("button", name=name).click()

    add_one("Ana")
    add_one("Bea")
    planner.press_in(place, "Take out Ana")
    add_one("Carla")
    planner.press("Undo")
    expect_heads(place, "Ana", "Bea", "Carla")


def test_days_are_said_in_words_of_the_language(phone: Phone, server: Server) -> None:
    planner = open_section(phone(locale="es-MX"), server, "Next steps", "es")
    add(planner, "What I want to do", "llamar", When="2031-03-04")
    expect(planner.page.get_by_text("4 de marzo de 2031", exact=False)).to_be_visible()


def test_person_of_a_record_is_one_touch_away(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "Who is helping me")
    place = planner.prompt("Agencies and people")
    planner.press_in(place, "Add one")
    place.get_by_role("textbox").first.press_sequentially("Legal aid")
    planner.press_in(place, "Pick someone")
    planner.press("Someone new")
    planner.field("Name to use").press_sequentially("Carla")
    planner.press("Done")
    expect(place.get_by_text("Person: Carla")).to_be_visible()
    planner.press("To Carla")
    planner.heading("Carla").wait_for()


def test_one_touch_says_have_or_need(phone: Phone, server: Server) -> None:
    planner = open_section(phone(), server, "What I need to live")
    place = planner.prompt("For my body")
    place.get_by_role("button", name="Water", exact=True).click()
    place.get_by_role("button", name="I need it: Water").click()
    entry = place.get_by_role("button", name=re.compile("^Water"))
    expect(entry).to_have_text("WaterI need it")
    expect(entry).to_be_focused()
    expect(place.get_by_role("button", name="I have it: Water")).to_have_count(0)


def test_battery_is_asked_for_only_where_it_is_shown(phone: Phone, server: Server) -> None:
    page = phone()
    page.add_init_script(f"({BATTERY})({{ level: 0.2, charging: false }})")
    planner = open_section(page, server, "Medicine")
    planner.back()
    assert page.evaluate("asked") == 0
    planner.go("My phone")
    line = page.get_by_text(BATTERY_LINE)
    expect(line).to_have_text("Battery now: 20%. Charge it when you can.")
    assert page.evaluate("asked") == 1


def test_no_battery_is_shown_where_the_browser_keeps_it_to_itself(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script("delete Navigator.prototype.getBattery")
    planner = open_section(page, server, "My phone")
    planner.heading("My phone").wait_for()
    expect(page.get_by_text(BATTERY_LINE)).to_have_count(0)
