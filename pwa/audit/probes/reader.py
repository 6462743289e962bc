"""What a screen reader says on leaving: nothing but the cover."""

from collections.abc import Callable

from playwright.sync_api import ConsoleMessage

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.stored import heard_names, seen_texts
from pwa.audit.drive.ways import press_escape, tap
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe, Run

MARK = "heard "
SETTLE_MS = 1_500

# Live regions of every tree on the page, and whatever takes focus; runs in every new page too.
LISTEN = """() => {
  const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], '
    + '[role="log"], output:not([role])';
  const say = (kind, text) => text.trim() && console.debug(`heard ${kind}: ${text.trim()}`);
  const text = (id, root) => root.getElementById(id)?.textContent ?? "";
  const named = (node) => {
    const by = node.getAttribute?.("aria-labelledby")?.split(" ");
    return by?.map((id) => text(id, node.getRootNode())).join(" ")
      ?? node.getAttribute?.("aria-label") ?? node.textContent ?? "";
  };
  const changed = (changes) => {
    for (const { target } of changes) {
      const region = (target.closest ? target : target.parentElement)?.closest(live);
      if (region?.isConnected) say("announced", region.textContent);
    }
  };
  const watch = (root) => {
    const everything = { childList: true, subtree: true, characterData: true };
    new MutationObserver(changed).observe(root, everything);
    root.addEventListener("focusin", ({ target }) => {
      if (!target.shadowRoot) say("focus", named(target));
    }, true);
    for (const node of root.querySelectorAll("*")) if (node.shadowRoot) watch(node.shadowRoot);
  };
  watch(document);
}"""


def by(leave: Callable[[Lab, Planner], float], how: str) -> Run:
    """Return the trial of one way to leave, listened to."""

    def run(ground: Ground, trial: Trial) -> None:
        with ground.lab() as lab:
            heard: list[str] = []

            def listen(message: ConsoleMessage) -> None:
                if message.text.startswith(MARK):
                    heard.append(message.text.removeprefix(MARK))

            planner = ground.settled(lab)
            cover = " | ".join([*seen_texts(lab.page), *heard_names(lab.page), lab.page.title()])
            lab.page.on("console", listen)
            lab.page.add_init_script(f"({LISTEN})()")
            planner.open(ground.secret)
            lab.page.evaluate(LISTEN)
            write_more(planner)
            lab.page.wait_for_timeout(SETTLE_MS)
            inside = [each for each in heard if each.partition(": ")[2] not in cover]
            if not inside:
                raise Unable("nothing was heard of the open space")
            trial.control.append(f"Inside, this was heard: {'; '.join(inside[:4])}.")
            heard.clear()
            trial.has_left = True
            leave(lab, planner)
            planner.expect_cover()
            lab.page.wait_for_timeout(SETTLE_MS)
            trial.done.append(how)
            trial.facts["heard on leaving"] = "; ".join(heard) or "nothing"
            odd = [each for each in heard if each.partition(": ")[2] not in cover]
            odd += [name for name in heard_names(lab.page) if name not in cover]
            if odd:
                raise Leaked(f"heard: {'; '.join(odd)[:300]}")

    return run


def write_more(planner: Planner) -> None:
    """Have the app say that something was kept."""
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially("Somebody")
    planner.kept()


PROBE = Probe(
    "reader",
    ("P1", "P4"),
    (
        Case("tap", "What is announced on a touch on Close", by(tap, "A finger on Close.")),
        Case("escape", "What is announced on Esc", by(press_escape, "Esc.")),
    ),
)
