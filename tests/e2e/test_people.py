"""People, calls and check-ins, as far as a browser is needed to tell."""

import re

from playwright.sync_api import Page, expect

from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.paper import printed
from tests.e2e.server import Server
from tests.e2e.touch import drag_by_finger, grip

SECRET = "nine warm kettles near one bridge"
# A phone with a contact picker whose owner picks the first contact.
PICKER = """Object.defineProperty(navigator, "contacts", { value: { select: (wishes) => {
  globalThis.asked = wishes;
  return Promise.resolve([{
    name: ["Aunt Rosa"], tel: ["+1 555 010 0101", "+1 555 010 0199"], email: ["rosa@a.example"],
  }]);
} } });"""


def order(page: Page) -> list[str]:
    return page.locator(".mover-name").all_inner_texts()


def names(page: Page) -> list[str]:
    return page.locator(".rows .row-title").all_inner_texts()


def test_one_contact_comes_from_the_phone_and_no_other_question_is_asked(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script(PICKER)
    planner = look_around(page, server)
    planner.go("People")
    planner.press("Pick one from my phone")
    expect(planner.heading("Aunt Rosa")).to_be_visible()
    assert page.evaluate("asked") == ["name", "tel", "email"]
    for text in ("rosa@a.example", "+1 555 010 0199"):
        expect(page.get_by_text(text, exact=True)).to_be_visible()
    planner.press("Large number")
    expect(page.get_by_text("+1 555 010 0101", exact=True)).to_be_visible()


def test_people_are_put_in_order_by_keys_finger_and_buttons_and_come_back_after_undo(
    phone: Phone, server: Server
) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("People")
    for name in ("Rosa", "Dee", "Kim"):
        planner.add_person(name)
    # This browser has no picker, so none is offered.
    expect(page.get_by_role("button", name="Pick one from my phone")).to_have_count(0)
    planner.press("Change the order")
    kim = grip(planner, "Kim")
    kim.focus()
    page.keyboard.press("ArrowUp")
    assert order(page) == ["Rosa", "Kim", "Dee"]
    expect(kim).to_be_focused()
    planner.press("Undo")
    assert order(page) == ["Rosa", "Dee", "Kim"]
    row = page.locator(".mover").first.bounding_box()
    assert row is not None
    drag_by_finger(planner, grip(planner, "Rosa"), 2.6 * row["height"])
    expect(page.locator(".mover-name").nth(2)).to_have_text("Rosa")
    planner.press("Rosa")
    planner.press("Move up")
    assert order(page) == ["Dee", "Rosa", "Kim"]
    planner.press("Take off the list")
    assert order(page) == ["Dee", "Kim"]
    planner.press("Undo")
    assert order(page) == ["Dee", "Rosa", "Kim"]
    planner.press("The order is fine")
    planner.go("Rosa")
    planner.press("Change")
    planner.press("Take off the list")
    assert names(page) == ["Dee", "Kim"]
    planner.press("Undo")
    assert names(page) == ["Dee", "Rosa", "Kim"]


def test_the_note_about_traces_comes_before_the_first_call_and_the_first_text(
    phone: Phone, server: Server
) -> None:
    page = phone()
    # The dialler of a phone takes the page away; here nothing should.
    page.add_init_script(
        "addEventListener('click', (event) => {"
        " if (event.composedPath().some((each) => /^(tel|sms):/.test(each.href)))"
        " event.preventDefault();"
        "}, true)"
    )
    planner = look_around(page, server)
    planner.go("People")
    planner.add_person("Rosa", "+1 555 010 0101")
    planner.go("Rosa")
    expect(page.locator("a[href^='tel:']")).to_have_count(0)
    planner.go("Call")
    expect(page.get_by_text("It may show on the phone bill too.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Call now")).click()
    planner.press("Go back")
    expect(page.get_by_role("link", name="Call Rosa")).to_have_attribute("href", "tel:+15550100101")
    # A text stays on the phone, which is another thing to know.
    planner.press("Text Rosa")
    expect(page.get_by_text("The text stays on this phone until you delete it.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Write now")).click()
    planner.press("Go back")
    href = re.compile(r"^sms:\+15550100101")
    expect(page.get_by_role("link", name="Text Rosa")).to_have_attribute("href", href)


def test_what_was_agreed_stands_where_calls_start(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially("Rosa")
    planner.field("Number").press_sequentially("555 0101")
    page.get_by_text("How to reach each other", exact=True).click()
    planner.choose("Voice messages", "No")
    planner.press("Done")
    planner.home()
    planner.go("Call or text")
    card = page.get_by_role("article").filter(has_text="Rosa")
    expect(card.get_by_text("Voice messages: not okay")).to_be_visible()


def test_a_line_for_texts_alone_says_what_to_send(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("Call or text")
    line = page.get_by_role("article").filter(has_text="741741")
    line.get_by_role("button", name="Large number").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_text("Send the word HOME to 741741")).to_be_visible()
    expect(sheet.get_by_text("You can dial this")).to_have_count(0)


def test_someone_who_is_not_for_help_has_no_call_button(phone: Phone, server: Server) -> None:
    page = phone()
    planner = look_around(page, server)
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially("Him")
    planner.field("Number").press_sequentially("555 0100")
    page.get_by_text("Who they are", exact=True).click()
    planner.choose("How close they are", "Not for help")
    planner.press("Done")
    planner.go("Him")
    expect(page.get_by_text("No call button here")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Call"))).to_have_count(0)
    planner.home()
    planner.go("Call or text")
    expect(page.get_by_role("heading", name="Him")).to_have_count(0)


def test_a_check_in_is_kept_through_leaving_and_shown_only_when_asked(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script("globalThis.print = () => { globalThis.isPrinting = true; };")
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    planner = Planner(page)
    planner.go("Check in")
    planner.choose("How am I?", "Very hard")
    expect(page.get_by_role("button", name=re.compile("^Calm now"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Practice closing"))).to_be_visible()
    planner.field("A line about today").press_sequentially("Slept at last")
    # Whoever takes up an offer and comes back finds what they said, until they say Done.
    for way in ("Calm now", "Look back"):
        planner.go(way)
        planner.back()
        expect(planner.field("A line about today")).to_have_text("Slept at last")
    planner.back()
    planner.go("Check in")
    planner.choose("How safe does it feel?", "Mostly")
    planner.press("Done")
    planner.go("Check in")
    expect(planner.field("A line about today")).to_have_text("")
    planner.leave()
    planner.expect_cover()
    planner.open(SECRET)
    expect(page.get_by_text("Slept at last")).to_have_count(0)
    planner.go("Check in")
    planner.press("Look back")
    entry = page.locator(".day-said")
    expect(entry).to_contain_text("How I am: Very hard")
    expect(entry).to_contain_text("Slept at last")
    entry.get_by_role("button", name=re.compile("^Take out")).click()
    expect(entry).to_have_count(0)
    planner.press("Undo")
    expect(entry).to_have_count(1)
    planner.home()
    planner.go("My plan")
    planner.go("Find something")
    planner.field("A word or a part of it").press_sequentially("slept")
    page.get_by_role("button", name=re.compile("^Slept at last")).click()
    expect(planner.heading("Looking back")).to_be_visible()
    expect(entry.get_by_role("heading")).to_be_focused()
    planner.press("Print")
    planner.press("Print now")
    until(lambda: bool(page.evaluate("globalThis.isPrinting === true")))
    [on_paper] = printed(page)
    assert re.fullmatch(r"[^:]+: 1 / 4\s+Slept at last", on_paper)
