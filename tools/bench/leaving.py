"""From the touch on Close to the frame that shows the cover, many times, on a slowed page."""

import time
from collections.abc import Sequence

from pwa.audit.drive.frames import TIME_IT, WATCH, Times, timed
from pwa.audit.drive.inner import touch
from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms, quantile

ROUNDS = 100
FEWER = 30
SLOWER = 6
SETTLE_MS = 700
ITEMS = 1_000
FRAME_MS = 16.7
P99_MS = 50

# The least that any page can do: one line of text, one layer with a button, gone when touched.
LEAST = """<!doctype html><meta name="viewport" content="width=device-width"><p>List</p><script>{
const layer = document.createElement("div");
layer.style = "position: fixed; inset: 0; background: Canvas";
layer.attachShadow({ mode: "open" }).innerHTML = "<button>Close</button>";
layer.shadowRoot.firstChild.addEventListener("pointerdown", () => layer.remove());
document.body.append(layer);
}</script>"""

PASTE = """count => {
  const data = new DataTransfer();
  const lines = Array.from({ length: count }, (_, each) => `item ${each}`);
  data.setData("text/plain", lines.join("\\n"));
  const options = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));
}"""


def measure(stage: Stage) -> Sequence[Row]:
    """Open, touch Close, note the frame; then the same again, in four surroundings."""
    usable: list[float] = []
    settled = timed(stage.page, lambda: leave_once(stage, usable, SETTLE_MS), ROUNDS)
    least = least_page(stage)
    hasty = timed(stage.page, lambda: leave_once(stage, [], 0), FEWER)
    stage.inner.cover.field.focus()
    stage.page.evaluate(PASTE, ITEMS)
    stage.inner.cover.rows.nth(ITEMS - 1).wait_for(state="attached")
    stage.page.wait_for_timeout(SETTLE_MS)
    long = timed(stage.page, lambda: leave_once(stage, [], SETTLE_MS), FEWER)
    count = len(settled.painted)
    return [
        Row("runs, and of them with the cover in the very next frame", f"{ROUNDS}, {count}"),
        ms("until the page hears of the touch (median)", median(settled.heard)),
        ms("from then to the frame (median)", median(settled.own())),
        ms("from then to the frame (99th of 100)", quantile(settled.own(), 0.99)),
        at_most("median", median(settled.painted), FRAME_MS, "ms"),
        at_most("99th of 100", quantile(settled.painted, 0.99), P99_MS, "ms"),
        ms("longest", max(settled.painted)),
        ms(f"the least page there can be: median of {FEWER}", median(least.painted)),
        ms("the least page there can be: longest", max(least.painted)),
        ms(f"over a list of {ITEMS:,} items: median of {FEWER}", median(long.painted)),
        ms(f"touched while the app still opens: median of {FEWER}", median(hasty.painted)),
        ms("to the fresh cover, page process replaced (median)", median(usable)),
    ]


def leave_once(stage: Stage, usable: list[float], settle_ms: int) -> int:
    """Open at full speed, leave slowed; returns the number of touches."""
    stage.open()
    stage.page.evaluate(WATCH)
    stage.page.evaluate(TIME_IT)
    stage.slow_page(SLOWER)
    stage.page.wait_for_timeout(settle_ms)
    began = stage.inner.touch_close(stage.page.context.new_cdp_session(stage.page))
    stage.inner.expect_cover()
    usable.append((time.monotonic() - began) * 1000)
    stage.slow_page(1)
    return 1


def least_page(stage: Stage) -> Times:
    """Time the page that sets the floor, on the same machine in the same minutes."""
    page = stage.page.context.new_page()

    def once() -> int:
        page.set_content(LEAST)
        page.evaluate(WATCH)
        page.evaluate(TIME_IT)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.wait_for_timeout(SETTLE_MS)
        touch(session, page.get_by_role("button"))
        page.wait_for_timeout(SETTLE_MS)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        return 1

    times = timed(page, once, FEWER)
    page.close()
    return times
