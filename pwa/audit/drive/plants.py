"""Write fresh canaries through the real screens: into every kind of field there is."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.drive.wait import until
from pwa.audit.scan.canary import Needle, make_canary, text_needles

CONTROL = "control"
BOXES = ".app [role=textbox]"
NAME_OF = """box => {
  const by = box.getAttribute("aria-labelledby");
  const from = by ? box.getRootNode().getElementById(by) : null;
  return (from?.textContent ?? box.getAttribute("aria-label") ?? "text").trim();
}"""

FIELDS = """() => {
  const found = [];
  const visit = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.shadowRoot) visit(each.shadowRoot);
      if (each.matches("input, textarea, select"))
        found.push([`${each.localName} ${each.type}`, each.getAttribute("autocomplete") === "off"]);
    }
  };
  visit(document);
  return found;
}"""


def seen_fields(page: Page) -> list[tuple[str, bool]]:
    """Return the kind of each form field on the screen, and whether nothing of it is to be kept."""
    return [(kind, is_off) for kind, is_off in page.evaluate(FIELDS)]


@dataclass(slots=True)
class Planted:
    """What was planted: by the field it was typed into, and the control on the disk."""

    typed: dict[str, str] = field(default_factory=dict)
    control: str = field(default_factory=make_canary)
    fields: set[tuple[str, str, bool]] = field(default_factory=set)
    """Screen and kind of each form field met on the way, and whether it is `autocomplete=off`."""

    def needles(self) -> list[Needle]:
        """List every form of everything that was typed into the app."""
        return [needle for name, text in self.typed.items() for needle in text_needles(name, text)]

    def control_needles(self) -> tuple[Needle, ...]:
        """List the forms of what another page left on the disk on purpose."""
        return text_needles(CONTROL, self.control)

    def type_into(self, screen: str, boxes: Locator) -> None:
        """Type a canary of its own into each box, key by key; note down every form field."""
        self.fields |= {(screen, *each) for each in seen_fields(boxes.page)}
        for at in range(boxes.count()):
            box = boxes.nth(at)
            name = f"{screen}: {box.evaluate(NAME_OF)}"
            self.typed[name] = make_canary()
            box.press_sequentially(self.typed[name])


def plant_control(lab: Lab, planted: Planted) -> None:
    """Have a page that is none of ours keep the control: every later look must find it."""
    tiny = TinyServer(planted.control)
    try:
        keep_text(lab, tiny.url, planted.control)
    finally:
        tiny.shutdown()
        tiny.server_close()


def keep_text(lab: Lab, address: str, text: str) -> None:
    """Type a text into the tiny page at an address, and wait until it is kept."""
    lab.page.goto(address)
    lab.page.locator("#free").press_sequentially(text)
    written = f"written {len(text)}"
    until(lambda: lab.page.title() == written, what="the control's place on the disk")


def plant_everywhere(planner: Planner, planted: Planted, most_sections: int | None = None) -> None:
    """Write of today, for Calm, and into every field of a person and of each section.

    Starts and ends at Home. With `most_sections`, only the plan's first ones are written into.
    """
    _plant_on(planner, planted, "Check in")
    _plant_on(planner, planted, "Calm now", "Calm place")
    planner.go("People")
    planner.press("Add someone")
    for part in planner.page.locator("summary").all():
        part.click()
    planted.type_into("People", planner.page.locator(BOXES))
    planner.kept()
    planner.home()
    planner.go("My plan")
    rows = planner.page.locator(".app .sections .row")
    for at in range(rows.count())[:most_sections]:
        rows.nth(at).click()
        _plant_section(planner, planted)
        planner.back()
    _plant_own(planner, planted)
    planner.kept()
    planner.home()


def _plant_on(planner: Planner, planted: Planted, *way: str) -> None:
    """Write into every field of the screen that this way leads to; starts and ends at Home."""
    for name in way:
        planner.go(name)
    boxes = planner.page.locator(BOXES)
    boxes.first.wait_for()
    planted.type_into(way[-1], boxes)
    planner.kept()
    planner.home()


def _plant_own(planner: Planner, planted: Planted) -> None:
    """Write a page of one's own, a line of the card and something to look for, from the plan."""
    boxes = planner.page.locator(BOXES)
    planner.press("Add a page of my own")
    planted.type_into("Own page", boxes)
    planner.back()
    planner.go("My card")
    planner.press("Write my own lines")
    planner.press("Write my own")
    planted.type_into("Card", boxes)
    planner.press("Done")
    planner.back()
    # The card shows the line once more, large.
    planner.back()
    planner.go("Find something")
    planted.type_into("Search", boxes)
    planner.back()


def _plant_section(planner: Planner, planted: Planted) -> None:
    """Write into one prompt of each kind, and into every field of every kind of record."""
    name = planner.page.get_by_role("heading", level=1).last.inner_text()
    prompts = planner.page.locator("section.prompt")
    done: set[str | None] = set()
    for at in range(prompts.count()):
        prompt = prompts.nth(at)
        kind = prompt.evaluate("each => each.dataset.kind ?? null")
        if kind in done and kind != "records":
            continue
        done.add(kind)
        _press_if_there(planner, prompt, "Write my own", "Add one")
        _press_if_there(planner, prompt, "More to write")
        # Not by role: a day picker is one to the browser too, and holds no words.
        planted.type_into(f"{name} {at + 1}", prompt.locator("[role=textbox]"))
        _press_if_there(planner, prompt, "Done")


def _press_if_there(planner: Planner, place: Locator, *names: str) -> None:
    for name in names:
        button = place.get_by_role("button", name=planner.say(name), exact=True)
        if button.count() > 0:
            button.click()
