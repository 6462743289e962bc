"""Forty pictures and a voice in the comfort box, on a slow phone."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from pwa.audit.drive import clock
from pwa.audit.drive.pieces import add_picture, draw_photo, record_voice
from pwa.audit.drive.wait import until
from tools.bench import opening
from tools.bench.saving import save_often, slowed
from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms, quantile

PICTURES = 40
DRAWN = 8
SLOWER = 4
SAVES = 30
FRAMES = 60
# The budget of the smallest size, 40 ms, times as many bytes as a copy of the third has.
MOST_MS = 40 * 16
TYPED_MS = 50
FRAME_MS = 34

SIZE = """async () => {
  const folder = await navigator.storage.getDirectory();
  for await (const handle of folder.values()) return (await handle.getFile()).size;
}"""
# From each key to the frame that shows what it did.
KEYS = """() => {
  globalThis.toFrame = [];
  addEventListener("keydown", (event) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => toFrame.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  }), true);
}"""
# The longest waits between frames while all pictures come into view, from the first to the last.
SCROLL = """(frames) => new Promise((resolve) => {
  const layer = [...document.body.children].find((each) => each.shadowRoot);
  const app = layer.shadowRoot.querySelector(".app");
  const end = app.scrollHeight - app.clientHeight;
  const waits = [];
  let last = performance.now();
  requestAnimationFrame(function step(now) {
    waits.push(now - last);
    last = now;
    app.scrollTo(0, end * waits.length / frames);
    if (waits.length < frames) requestAnimationFrame(step);
    else resolve(waits.slice(1));
  });
})"""


def measure(stage: Stage) -> Sequence[Row]:
    """Fill the comfort box through the real screens, then open, type and scroll."""
    added = fill(stage)
    size_bytes: int = stage.page.evaluate(SIZE)
    stage.leave()
    opened = opening.measure(stage)
    stage.open()
    to_comfort(stage)
    stage.slow_page(SLOWER)
    waits: list[float] = stage.page.evaluate(SCROLL, FRAMES)
    stage.slow_page(1)
    stage.inner.home()
    stage.inner.go("People")
    stage.inner.press("Add someone")
    field = stage.inner.field("Name to use")
    stage.page.evaluate(KEYS)
    stage.slow_page(SLOWER)
    field.press_sequentially("the library opens at nine", delay=80)
    until(lambda: stage.page.evaluate("toFrame.length") >= SAVES - 5)
    keyed: list[float] = stage.page.evaluate("toFrame")
    stage.slow_page(1)
    clock.settle(stage.page)
    plain = save_often(stage, field.press, SAVES)
    with slowed(SLOWER):
        slow = save_often(stage, field.press, SAVES)
    stage.leave()
    return [
        Row("pictures; bytes of the box", f"{PICTURES}; {size_bytes:,}"),
        ms("a picture from picked to shown, full speed: median", median(added)),
        ms("the longest, with the box growing", max(added)),
        *(row for row in opened if row.budget),
        at_most("key to frame, 95th of 100", quantile(keyed, 0.95), TYPED_MS, "ms"),
        at_most("frames while scrolling, 95th of 100", quantile(waits, 0.95), FRAME_MS, "ms"),
        ms("save acknowledged, full speed: median", median(plain)),
        at_most("save acknowledged, all 4× slower: median", median(slow), MOST_MS, "ms"),
    ]


def to_comfort(stage: Stage) -> None:
    """Go from Home to the comfort box."""
    stage.inner.go("Calm now")
    stage.inner.go("My comfort box")
    stage.inner.heading("My comfort box").wait_for()


def fill(stage: Stage) -> list[float]:
    """Add the pictures and the voice; returns the milliseconds of each picture."""
    photos = [draw_photo(stage.page, seed, 1_600, 1_200) for seed in range(DRAWN)]
    stage.open()
    to_comfort(stage)
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        for at in range(PICTURES):
            path.write_bytes(photos[at % DRAWN])
            began: float = stage.page.evaluate("performance.now()")
            add_picture(stage.inner, path)
            taken.append(stage.page.evaluate("performance.now()") - began)
    record_voice(stage.inner)
    clock.settle(stage.page)
    stage.inner.kept()
    return taken
