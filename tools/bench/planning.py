"""A plan of hundreds of entries on a slow phone: opening, typing, searching, scrolling, saving."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from pwa.audit.drive.wait import until
from tools.bench import opening, saving
from tools.bench.big import big_document, count, put_big
from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms, quantile

SLOWER = 4
LETTERS = "the library opens at nine on every second tuesday"
SOUGHT = "kettle garden 7"
TYPED_MS = 50
FRAME_MS = 34
SCROLL_PX = 6_000

# From each key to the frame that shows what it did.
KEYS = """() => {
  globalThis.keyed = [];
  addEventListener("keydown", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keyed.push(performance.now() - event.timeStamp);
      port2.postMessage(0);
    });
  }, true);
}"""

FRAMES = """() => {
  globalThis.frames = [];
  let last = performance.now();
  const look = (now) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def measure(stage: Stage) -> Sequence[Row]:
    """Put the big plan in the space, then use it."""
    document = big_document()
    put_big(stage, document)
    opened = opening.measure(stage)
    saved = saving.measure(stage)
    stage.open()
    stage.page.evaluate(KEYS)
    stage.inner.go("My plan")
    stage.inner.go("Find something")
    stage.slow_page(SLOWER)
    sought = keyed(stage, SOUGHT)
    stage.slow_page(1)
    stage.inner.back()
    stage.inner.go("The long page")
    stage.slow_page(SLOWER)
    frames = scrolled(stage)
    stage.slow_page(1)
    stage.inner.press("Write my own")
    stage.slow_page(SLOWER)
    typed = keyed(stage, LETTERS)
    stage.slow_page(1)
    stage.leave()
    return [
        Row("entries", f"{count(document):,}"),
        *(row for row in opened if row.budget),
        ms("key to frame, in a list of 100: median", median(typed)),
        at_most("key to frame, 95th of 100", quantile(typed, 0.95), TYPED_MS, "ms"),
        ms("letter to results: median", median(sought)),
        at_most("letter to results, 95th of 100", quantile(sought, 0.95), TYPED_MS, "ms"),
        ms("frames while scrolling: median", median(frames)),
        at_most("frames while scrolling, 95th of 100", quantile(frames, 0.95), FRAME_MS, "ms"),
        *(row for row in saved if row.budget),
    ]


def keyed(stage: Stage, letters: str) -> list[float]:
    """Type letters one by one and return the milliseconds to each one's frame."""
    stage.page.evaluate("keyed.length = 0")
    for at, letter in enumerate(letters, 1):
        stage.page.keyboard.press("Space" if letter == " " else letter)
        until(partial(_has_drawn, stage, at))
    times: list[float] = stage.page.evaluate("keyed")
    return times


def _has_drawn(stage: Stage, count: int) -> bool:
    return bool(stage.page.evaluate("count => keyed.length >= count", count))


def scrolled(stage: Stage) -> list[float]:
    """Swipe down a long page and return the milliseconds of each frame."""
    stage.page.evaluate(FRAMES)
    session = stage.page.context.new_cdp_session(stage.page)
    gesture: dict[str, Any] = {"x": 150, "y": 500, "yDistance": -SCROLL_PX, "speed": 4_000}
    session.send("Input.synthesizeScrollGesture", gesture)
    times: list[float] = stage.page.evaluate("frames")
    return times[1:]
