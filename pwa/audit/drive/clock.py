"""Know when the box worker has answered, and how long it took, without touching the product."""

from playwright.sync_api import Page

from pwa.audit.drive.wait import until

# Every call to the worker is answered in order; the answer to the oldest one comes first.
SCRIPT = """(() => {
  const asked = [];
  globalThis.answers = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...parts) {
    if (!this.isClocked) {
      this.isClocked = true;
      this.addEventListener("message", () => {
        const at = asked.shift();
        if (at !== undefined) answers.push(performance.now() - at);
      });
    }
    asked.push(performance.now());
    globalThis.unanswered = asked;
    return post.apply(this, parts);
  };
})();"""

IS_DONE = "before => answers.length > before && unanswered.length === 0"


def count(page: Page) -> int:
    """Return how many answers have come."""
    number: int = page.evaluate("answers.length")
    return number


def wait_for_more(page: Page, before: int) -> None:
    """Wait until an answer has come since there were `before`, and none is owed."""
    until(lambda: bool(page.evaluate(IS_DONE, before)))


def settle(page: Page) -> None:
    """Wait until the worker has answered everything, saves among it."""
    until(lambda: bool(page.evaluate("unanswered.length === 0")))


def times_ms(page: Page, since: int) -> list[float]:
    """Return the milliseconds of each answer after the first `since`."""
    all_ms: list[float] = page.evaluate("answers")
    return all_ms[since:]
