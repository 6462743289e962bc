"""From the Enter that ends a secret to a screen that can be used, beyond the Argon2 time."""

from collections.abc import Sequence

from pwa.audit.drive import clock
from tools.bench.stage import SECRET, Stage
from tools.bench.table import Row, at_most, median, ms

ROUNDS = 12
SLOWER = 4
MOST_MS = 150

# Waits for the first heading inside the layer, then for the frame that shows it.
WATCH = """() => {
  globalThis.opened = new Promise((resolve) => {
    let from = 0;
    addEventListener("keydown", (event) => {
      if (event.key === "Enter") from = event.timeStamp;
    }, true);
    const look = () => {
      const layer = [...document.body.children].find((each) => each.shadowRoot);
      if (!layer?.shadowRoot.querySelector("h1")) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - from);
      requestAnimationFrame(() => port2.postMessage(0));
    };
    look();
  });
}"""


def measure(stage: Stage) -> Sequence[Row]:
    """Open the space again and again on a slowed page."""
    whole: list[float] = []
    derived: list[float] = []
    for _ in range(ROUNDS):
        stage.slow_page(SLOWER)
        stage.page.evaluate(WATCH)
        before = clock.count(stage.page)
        stage.inner.cover.add(SECRET)
        whole.append(stage.page.evaluate("opened"))
        stage.inner.opened()
        derived.append(max(clock.times_ms(stage.page, before)))
        stage.slow_page(1)
        stage.leave()
    beyond = [all_ms - kdf_ms for all_ms, kdf_ms in zip(whole, derived, strict=True)]
    return [
        ms("whole", median(whole)),
        ms("of it in the worker", median(derived)),
        at_most("beyond the worker", median(beyond), MOST_MS, "ms"),
    ]
