"""Rulers for a screen of the inner app: what is too small, cut off, out of sight or left English.

Each looks through the layer's shadow root and gives back words that name what it found.
"""

from typing import Any

from playwright.sync_api import Page

# What all rulers share: the layer, what can be touched there, and how a finding is named.
SHARED = """
const layer = [...document.body.children].find((each) => each.shadowRoot);
const root = layer.shadowRoot;
const app = root.querySelector(".app");
const close = root.querySelector(".close");
const sheet = root.querySelector(".sheet");
const stops = "button, a[href], summary, input, [role=textbox]";
const isSeen = (each) => {
  const box = each.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && each.checkVisibility({ visibilityProperty: true })
    && !each.closest("[aria-hidden=true], .quiet");
};
const seen = (filter) => [...(sheet ?? app).querySelectorAll(filter)].filter(isSeen);
const overlaps = (one, other) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.bottom > b.top && a.top < b.bottom && a.right > b.left && a.left < b.right;
};
const named = (each, more) => {
  const text = (each.getAttribute("aria-label") ?? each.textContent).trim().slice(0, 40);
  return `${each.localName}.${each.className.toString()} "${text}" ${more}`;
};
"""

TOO_WIDE = """() => {
  const page = document.scrollingElement;
  const wide = [page, app, ...(sheet ? [sheet] : [])];
  return wide.filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => named(each, `${each.scrollWidth} > ${each.clientWidth}`).slice(0, 60));
}"""

# An ellipsis tells that there is more: the notebook's cards show how the lines of a page begin.
CUT_OFF = """() => seen("*").filter((each) => {
  if (each.closest("svg")) return false;
  const style = getComputedStyle(each);
  const hides = (way) => /hidden|clip/.test(way);
  const box = each.getBoundingClientRect();
  return box.left < -1 || box.right > innerWidth + 1
    || (hides(style.overflowX) && style.textOverflow !== "ellipsis"
      && each.scrollWidth > each.clientWidth + 1)
    || (hides(style.overflowY) && each.scrollHeight > each.clientHeight + 1);
}).map((each) => named(each, "is cut off"))"""

SMALL = """(least) => [...seen(stops), close].flatMap((each) => {
  const { width, height } = each.getBoundingClientRect();
  const wanted = each === close ? 56 : least;
  return Math.min(width, height) >= wanted - 0.5 ? [] :
    [named(each, `${Math.round(width)}x${Math.round(height)}`)];
})"""

# Whatever can be touched can be scrolled to where Close does not lie over it.
UNDER_CLOSE = """() => {
  const scroller = sheet ?? app;
  const before = scroller.scrollTop;
  const under = seen(stops).filter((each) => {
    each.scrollIntoView({ block: "center", behavior: "instant" });
    return each.getBoundingClientRect().height < innerHeight / 2 && overlaps(each, close);
  }).map((each) => named(each, "lies under Close"));
  scroller.scrollTop = before;
  return under;
}"""

# At the end of a screen nothing can be scrolled further: nothing may lie under Close there.
UNDER_CLOSE_AT_END = """() => {
  const scroller = sheet ?? app;
  const before = scroller.scrollTop;
  scroller.scrollTop = scroller.scrollHeight;
  const under = seen(stops).filter((each) => overlaps(each, close))
    .map((each) => named(each, "lies under Close at the end"));
  scroller.scrollTop = before;
  return under;
}"""

# Where a screen opens, the one thing it asks for can be touched without touching Close.
MAIN_UNDER_CLOSE = """() => seen(".button.main").filter((each) => overlaps(each, close))
  .map((each) => named(each, "lies under Close as the screen opens"))"""

# What can be read only letter below letter can be read by nobody.
SQUEEZED = """() => seen(".row-words, .matter > :last-child, .mover-name, .sheet h2, h1")
  .filter((each) => each.clientWidth > 0
    && each.clientWidth < 4 * parseFloat(getComputedStyle(each).fontSize)
    && each.scrollHeight > 3.5 * parseFloat(getComputedStyle(each).fontSize))
  .map((each) => named(each, `has ${each.clientWidth} px`))"""

FOCUS_LOST = """() => root.activeElement === null ? ["the focus is nowhere"] : []"""

MOVING = """() => root.getAnimations()
  .filter((each) => each.playState === "running" && each.effect.getComputedTiming().endTime > 50)
  .map((each) => named(each.effect.target, "moves"))"""

TEXTS = """() => {
  const walker = document.createTreeWalker(sheet ?? app, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!holder.closest("[role=textbox]")) texts.push(walker.currentNode.data);
  }
  for (const each of app.querySelectorAll("[aria-label]"))
    texts.push(each.getAttribute("aria-label"));
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}"""


def measure(page: Page, ruler: str, argument: Any = None) -> list[str]:
    """Lay one ruler on the screen and return what it found."""
    script = f"(argument) => {{ {SHARED} return ({ruler})(argument); }}"
    found: list[str] = page.evaluate(script, argument)
    return found
