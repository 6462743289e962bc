"""Know when the box worker has answered, and how long it took, without touching the product."""

from playwright.sync_api import Page

from pwa.audit.drive.wait import until

# Each kind of call is answered in its own order (static/cover/box/wire.ts): entries (3), saves
# (2, 4) and the others. Taking (0) is answered by having (1); what else is said answers nothing.
SCRIPT = """(() => {
  const [takes, entries, saves, others] = [[], [], [], []];
  const asked = new Map([[0, takes], [3, entries], [2, saves], [4, saves]]);
  const answered = new Map([[0, others], [1, takes], [4, entries], [6, saves]]);
  globalThis.answers = [];
  globalThis.owed = () => [takes, entries, saves, others].flat().length;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...parts) {
    if (!this.isClocked) {
      this.isClocked = true;
      this.addEventListener("message", ({ data: [kind] }) => {
        const queue = answered.get(kind) ?? [];
        // Several takings are answered by one having.
        for (const at of queue.splice(0, queue === takes ? queue.length : 1))
          answers.push(performance.now() - at);
      });
    }
    (asked.get(parts[0][0]) ?? others).push(performance.now());
    return post.apply(this, parts);
  };
})();"""

IS_DONE = "before => answers.length > before && owed() === 0"

# What changes while a save rests is saved later: within 150 ms on the cover, 250 ms inside. Timers
# of one page keep their order, however late they are.
IS_SETTLED = """async () => {
  await new Promise((done) => setTimeout(done, 300));
  return owed() === 0;
}"""


def count(page: Page) -> int:
    """Return how many answers have come."""
    number: int = page.evaluate("answers.length")
    return number


def wait_for_more(page: Page, before: int) -> None:
    """Wait until an answer has come since there were `before`, and none is owed."""
    until(lambda: bool(page.evaluate(IS_DONE, before)), what="an answer of the worker")


def settle(page: Page) -> None:
    """Wait until the worker has answered everything, saves among it that were still to come."""
    until(lambda: bool(page.evaluate(IS_SETTLED)), what="the last answer of the worker")


def times_ms(page: Page, since: int) -> list[float]:
    """Return the milliseconds of each answer after the first `since`."""
    all_ms: list[float] = page.evaluate("answers")
    return all_ms[since:]
