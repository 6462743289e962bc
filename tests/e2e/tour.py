"""A walk through every screen of the inner app, in the order a person may meet them."""

from collections.abc import Iterator

from playwright.sync_api import Page

from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, FirstRun, Planner
from pwa.audit.drive.pieces import add_picture, draw_photo
from pwa.audit.drive.words import Say, english
from tests.e2e.server import Server
from tests.e2e.words import speaker

TOOLS = (
    "5-4-3-2-1",
    "Breathing",
    "Feet on the floor",
    "Let go of muscles",
    "Tapping",
    "Cold",
    "Calm place",
    "Ride it out",
    "Keep busy",
    "My comfort box",
    "Talk to myself",
    "Sounds",
)
SECRET = "soft brick and seven loud swans"
NEW_SECRET = "cold spoon on eleven round hills"
SETTINGS = (
    "Closing",
    "Practice closing",
    "A second way in",
    "What matters to me first",
    "Remind me",
    "Language",
    "Put it on the home screen",
    "What this can and cannot do",
    "A way to wipe",
    "Remove what I wrote",
)

SECTIONS = (
    "If I get hurt",
    "If someone walks in",
    "This place",
    "Words we agreed on",
    "Quiet places",
    "My phone",
    "What others can see",
    "Medicine",
    "What I need to live",
    "Who is helping me",
    "What I already have",
    "What to keep an eye on",
    "Getting ready",
    "Settling in",
    "Next steps",
)
"""Every section but the first, which is shown by itself."""
RECORDS = {
    "Our words": ("I forgot the milk", "What they do then", "Come to the door with the dog"),
    "Another phone I can use": ("Dee's", "When I can use it", "At lunch"),
    "Numbers I know by heart": ("Aunt Rosa", "Number", "+1 555 010 0101"),
    "What I take": ("Blue inhaler", "Lasts until", "2024-05-01"),
    "Agencies and people": ("Legal aid", "What they agreed to", "Papers for Mateo"),
    "Services so far": ("Food shelf", "When", "Each second Thursday"),
    "What is new": ("A grey van by the school", "What I would do", "Tell Mr. Bell"),
    "What I want to do": ("Copy the lease", "When", "2031-02-11"),
}
"""For each prompt of records: the first line of one, the name of a field, and what is in it."""


def tour(
    page: Page, server: Server, language: str = "en", say: Say | None = None
) -> Iterator[tuple[str, Page]]:
    """Yield (name, page) with each screen showing; the list is the cover.

    `say` knows the names in a build whose words are others than those of the catalogues.
    """
    planner = Planner(page, say or speaker(language))
    for name in _screens(planner, server):
        yield name, page
    planner.leave()
    planner.expect_cover()


def _screens(planner: Planner, server: Server) -> Iterator[str]:
    code = server.code if planner.say is english else server.make_code("es")
    yield from _first_run(FirstRun(planner.page, planner.say), server.address(), code)
    yield from _people(planner)
    yield from _plan(planner)
    yield from _calm(planner)
    yield from _check_in(planner)
    yield from _call(planner)
    planner.go("Settings")
    yield "settings"
    for title in SETTINGS:
        planner.go(title)
        planner.heading("Settings").wait_for(state="detached")
        yield f"settings {title}"
        if title == SETTINGS[-1]:
            planner.press("I cannot hold a button")
            yield f"settings {title}, asked once more"
        planner.back()
    for step in _way_in(planner):
        yield f"settings My way in, {step}"
    planner.go("Remind me")
    yield from _remind(planner)
    planner.home()


def _way_in(planner: Planner) -> Iterator[str]:
    """Change the secret, with a slip on the way."""
    planner.go("My way in")
    planner.page.locator(".offered").wait_for()
    yield "offered"
    planner.press("I want to make up my own")
    planner.field("My words").press_sequentially(NEW_SECRET)
    yield "own"
    planner.press("Use mine")
    planner.field("My words").press_sequentially("bread")
    planner.press("This is my way in")
    planner.press("Show it again")
    yield "again"
    planner.field("My words").fill("")
    planner.field("My words").press_sequentially(NEW_SECRET)
    planner.press("This is my way in")
    planner.heading("From now on").wait_for(timeout=OPEN_TIMEOUT_MS)
    yield "changed"
    planner.press("Good")


def _first_run(first: FirstRun, address: str, code: str) -> Iterator[str]:
    first.cover.open(address).wait_for_worker()
    first.cover.add("bread")
    first.open(code)
    yield "welcome"
    first.press("Go on")
    yield "limits"
    first.press("Go on")
    yield "install"
    first.press("Go on without the icon")
    yield "others"
    first.press("Yes, I have one")
    yield "others asked"
    first.back()
    first.press("Go on without the icon")
    first.press("No, this is the first")
    first.page.locator(".offered").wait_for()
    yield "secret offered"
    first.press("I want to make up my own")
    first.field("My words").press_sequentially("bread bread")
    yield "secret weak"
    first.field("My words").fill(SECRET)
    yield "secret own"
    first.press("Use mine")
    first.field("My words").press_sequentially("bread")
    first.press("This is my way in")
    first.press("Show it again")
    yield "secret again"
    first.field("My words").fill("")
    first.repeat(SECRET)
    first.page.locator(".matter").first.click()
    yield "matters"
    first.press("Go on")
    yield "practice"
    first.press("Not now")
    first.heading("Hello").wait_for()
    yield "home"


def _remind(planner: Planner) -> Iterator[str]:
    for day in planner.page.get_by_role("checkbox").all()[1:4:2]:
        day.click()
    planner.page.get_by_role("radio", name=planner.say("My own words"), exact=True).click()
    yield "remind own words"
    planner.page.get_by_role("radio", name=planner.say("Time to look at your list")).click()
    planner.press("See how it looks")
    planner.heading("How it looks").wait_for()
    yield "remind look"
    planner.back()


def _people(planner: Planner) -> Iterator[str]:
    planner.go("People")
    yield "people empty"
    planner.press("Add someone")
    for part in planner.page.locator("summary").all():
        part.click()
    planner.choose("Voice messages", "Only say…")
    yield "person fields"
    planner.press("Take off the list")
    yield "person off the list"
    planner.add_person("Aunt Rosa", "+1 555 010 0101", "My aunt")
    yield "people"
    planner.go("Aunt Rosa")
    yield "person card"
    planner.go("Call")
    yield "before a call"
    planner.press("Go back")
    planner.press("Large number")
    yield "large number"
    planner.press("Go back")
    planner.back()
    planner.add_person("Mr. Bell", "+1 555 010 0102", "Teacher")
    planner.press("Change the order")
    yield "people order"
    planner.press("Mr. Bell")
    yield "people order tools"
    planner.home()


def _check_in(planner: Planner) -> Iterator[str]:
    planner.go("Check in")
    yield "check in"
    planner.choose("How am I?", "Hard")
    planner.choose("How safe does it feel?", "Mostly")
    planner.field("A line about today").press_sequentially("Slept at last")
    yield "check in answered"
    planner.press("Done")
    planner.go("Check in")
    planner.choose("How am I?", "Okay")
    planner.press("Look back")
    planner.heading("Looking back").wait_for()
    yield "looking back"
    planner.press("Print")
    yield "looking back print"
    planner.press("Go back")
    planner.page.locator(".day-said").first.get_by_role("button").click()
    yield "looking back undo"
    planner.home()


def _call(planner: Planner) -> Iterator[str]:
    planner.go("Call or text")
    yield "call"
    planner.go("What happens?")
    yield "helpline"
    planner.press("Go back")
    planner.press("Another country")
    yield "countries"
    planner.press("Go back")
    planner.home()


def _plan(planner: Planner) -> Iterator[str]:
    planner.go("My plan")
    yield "plan"
    planner.go("How I feel")
    yield "section empty"
    planner.add_line("My early signs", "I count the doors")
    planner.go("I cannot sleep")
    yield "section"
    planner.page.get_by_role("button", name="I count the doors").click()
    yield "section line open"
    planner.prompt("My early signs").get_by_role("button", name=planner.say("Done")).click()
    planner.more("My early signs")
    yield "prompt tools"
    planner.press("In a month")
    planner.press("Go back")
    planner.more("My reasons")
    planner.press("Not now: put this away")
    yield "prompt put away"
    planner.press("Undo")
    planner.back()
    yield from _sections(planner)
    yield from _arranged(planner)
    yield from _card(planner)
    planner.home()


def _sections(planner: Planner) -> Iterator[str]:
    """Show every other section, with a record open where there are records."""
    for section in SECTIONS:
        planner.go(section)
        planner.heading(section).wait_for()
        for prompt, (text, field, value) in RECORDS.items():
            place = planner.prompt(prompt)
            if place.count() == 0:
                continue
            planner.press_in(place, "Add one")
            place.get_by_role("textbox").first.press_sequentially(text)
            place.get_by_label(planner.say(field), exact=True).fill(value)
            planner.press_in(place, "More to write")
            yield f"section {section}, {prompt} open"
            planner.press_in(place, "Done")
        yield f"section {section}"
        planner.back()


def _arranged(planner: Planner) -> Iterator[str]:
    planner.go("Change my plan")
    planner.page.locator(".mover-name").first.click()
    yield "arrange"
    planner.back()
    planner.press("Add a page of my own")
    planner.field("Name of this page").press_sequentially("Tuesdays")
    yield "own page"
    planner.press("Add something of my own")
    yield "own page kinds"
    planner.go("A list")
    planner.press("Open this page")
    planner.heading("Tuesdays").wait_for()
    yield "own page open"
    planner.back()
    planner.go("Find something")
    yield "search empty"
    planner.field("A word or a part of it").press_sequentially("do")
    yield "search"
    planner.field("A word or a part of it").fill("bread")
    yield "search nothing found"
    planner.back()


def _card(planner: Planner) -> Iterator[str]:
    planner.go("My card")
    yield "card empty"
    planner.press("Pick from what I wrote")
    for line in planner.page.locator(".pick").all()[:3]:
        line.click()
    yield "card pick"
    planner.press("Done")
    yield "card"
    planner.press("Print")
    yield "card print"
    planner.press("Go back")
    planner.press("Change the lines")
    yield "card lines"
    planner.back()
    planner.back()


def _calm(planner: Planner) -> Iterator[str]:
    planner.go("Calm now")
    yield "calm"
    for tool in TOOLS:
        planner.go(tool)
        planner.heading(tool).wait_for()
        yield f"tool {tool}"
        for state in _inside(planner, tool):
            yield f"tool {tool} {state}"
        planner.press("Stop")
        if tool == TOOLS[0]:
            yield "after a tool"
            planner.press("Worse")
            yield "after a tool, worse"
            planner.press("Try something else")
        else:
            planner.press("Back to Calm")
    planner.home()


def _inside(planner: Planner, tool: str) -> Iterator[str]:
    """Go on to what a tool shows later."""
    if tool in ("Let go of muscles", "Cold"):
        planner.press("Start")
        planner.page.locator(".paced").click()
        yield "counting"
    elif tool == "Tapping":
        planner.press("Start")
        yield "ready"
        planner.press("Start a short set")
        yield "tapping"
    elif tool == "Ride it out":
        for _ in range(3):
            planner.press("Next")
        yield "shore"
    elif tool == "Keep busy":
        for task in ("Count back by 7", "Animals from A to Z", "Color hunt", "Find the pairs"):
            planner.go(task)
            yield task
            planner.press("Another task")
    elif tool == "My comfort box":
        add_picture(planner, draw_photo(planner.page))
        yield "with a picture"
        planner.page.locator(".photo").click()
        yield "picture"
        planner.press("Go back")
        planner.press("Record a voice")
        yield "before recording"
        planner.press("Not now")
