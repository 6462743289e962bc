"""What a page itself measures of its line and of its own speed."""

from statistics import median

from playwright.sync_api import Page

from pwa.audit.drive.lab import Lab
from pwa.audit.drive.line import CUT, SLOW_3G, Line, Pace
from pwa.audit.errors import Unable

ASKED = "/healthz"
"""An address that no service worker answers."""

SLOW_MS = 300
LEAST_SLOWER = 3

ASK = """async (path) => {
  const began = performance.now();
  try {
    const how = { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(20_000) };
    await (await fetch(path, how)).arrayBuffer();
  } catch {
    return null;
  }
  return performance.now() - began;
}"""
LEAST_TIMES = 3
MOST_TIMES = 6
"""How often the page is slowed to be seen: more often while the machine is busy."""

PIECES = 5
BE_BUSY = """(times) => {
  let sum = 0;
  return Array.from({ length: times }, () => {
    const began = performance.now();
    for (let at = 0; at < 2e7; at++) sum += Math.sqrt(at);
    return performance.now() - began + (sum < 0);
  });
}"""


def set_pace(lab: Lab, line: Line, pace: Pace) -> str:
    """Change the pace of the line; says in a sentence how the page saw that."""
    before_ms = _ask(lab.page)
    if before_ms is None:
        raise Unable(f"before the line was made {pace.name}, {ASKED} did not answer the page")
    lab.set_pace(line, pace)
    after_ms = _ask(lab.page)
    if (after_ms is None) != (pace is CUT):
        came = "did not answer" if after_ms is None else "answered"
        raise Unable(f"on the line {pace.name}, {ASKED} {came}")
    if pace is SLOW_3G and after_ms is not None and after_ms < SLOW_MS:
        raise Unable(f"on the line {pace.name}, {ASKED} answered in {after_ms:.0f} ms")
    came = "not at all" if after_ms is None else f"in {after_ms:.0f} ms"
    return (
        f"Asked by the page, {ASKED} answered in {before_ms:.0f} ms, "
        f"and then, on the line {pace.name}, {came}."
    )


def _ask(page: Page) -> float | None:
    """Return how many milliseconds an answer took; none, if none came."""
    took_ms: float | None = page.evaluate(ASK, ASKED)
    return took_ms


def see_slowed(lab: Lab, factor: float) -> str:
    """Slow the page for a moment; says in a sentence how much longer its work took."""
    full_ms: list[float] = []
    slowed_ms: list[float] = []
    told = ""
    # The middle of all: what else keeps the machine busy, now and then, does not count.
    for time in range(MOST_TIMES):
        full_ms += _busy_ms(lab.page)
        lab.slow(factor)
        slowed_ms += _busy_ms(lab.page)
        lab.slow(1)
        full, slowed = median(full_ms), median(slowed_ms)
        told = f"{full:.0f} ms at full speed and {slowed:.0f} ms slowed {factor:.0f} times"
        if time + 1 >= LEAST_TIMES and slowed >= LEAST_SLOWER * full:
            return f"The same work took the page {told}."
    raise Unable(f"the page's own work took {told}")


def _busy_ms(page: Page) -> list[float]:
    times_ms: list[float] = page.evaluate(BE_BUSY, PIECES)
    return times_ms
