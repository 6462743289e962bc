"""From the touch on Close to the frame that shows the cover, many times, on a slowed page."""

import time
from collections.abc import Sequence

from playwright.sync_api import ConsoleMessage

from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms, quantile

ROUNDS = 100
SLOWER = 6
FRAME_MS = 16.7
P99_MS = 50

# Set before the touch, so that it is noted first; a port's message comes after the frame's paint.
WATCH = """() => addEventListener("pointerdown", (event) => {
  const heard = performance.now() - event.timeStamp;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const isBare = ![...document.body.children].some((each) => each.shadowRoot);
      const painted = performance.now() - event.timeStamp;
      console.debug(`painted ${isBare} ${heard} ${painted}`);
    };
    port2.postMessage(0);
  });
}, true)"""


def measure(stage: Stage) -> Sequence[Row]:
    """Open, touch Close, note the frame; then the same again."""
    heard: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.text.startswith("painted "):
            heard.append(message.text)

    stage.page.on("console", listen)
    usable: list[float] = []
    for _ in range(ROUNDS):
        stage.open()
        stage.page.evaluate(WATCH)
        stage.slow_page(SLOWER)
        began = stage.inner.touch_close(stage.page.context.new_cdp_session(stage.page))
        stage.inner.expect_cover()
        usable.append((time.monotonic() - began) * 1000)
        stage.slow_page(1)
    stage.page.remove_listener("console", listen)
    bare = [line.split()[2:] for line in heard if line.split()[1] == "true"]
    heard_ms, painted = ([float(each[part]) for each in bare] for part in range(2))
    own = [all_ms - late for all_ms, late in zip(painted, heard_ms, strict=True)]
    return [
        Row("runs, and of them with the cover in the very next frame", f"{ROUNDS}, {len(painted)}"),
        ms("until the page hears of the touch (median)", median(heard_ms)),
        ms("from then to the frame (median)", median(own)),
        ms("from then to the frame (99th of 100)", quantile(own, 0.99)),
        at_most("median", median(painted), FRAME_MS, "ms"),
        ms("90th of 100", quantile(painted, 0.9)),
        at_most("99th of 100", quantile(painted, 0.99), P99_MS, "ms"),
        ms("longest", max(painted)),
        ms("to the fresh cover, page process replaced (median)", median(usable)),
    ]
