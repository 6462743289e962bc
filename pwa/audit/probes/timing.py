"""What opens a space is painted as fast as any other entry, and a wrong one says nothing."""

import time
from itertools import pairwise
from random import SystemRandom

from playwright.sync_api import ConsoleMessage

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.stored import heard_names, seen_texts
from pwa.audit.drive.wait import until
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.scan.ranks import auc, spread

MOST = 0.52
"""Area under the curve; at 0.5 nobody can tell."""

SURE = 2.0
"""So many standard deviations beyond it, chance is no excuse any more."""

BLOCK = 50
"""Entries to one profile, so that a long list does not slow the later ones down."""

SETTLE_MS = 350
QUIET_MS = 150
"""Before Enter: what the letters before it had drawn would hide a difference."""

LOOK_S = 3.0
LOOK_EVERY_MS = 150
BUSY_MS = 25
BUSY = """ms => addEventListener("keydown", () => {
  const began = performance.now();
  while (performance.now() - began < ms);
}, true)"""
CHANCE = SystemRandom()
SHORT = {"list": "soap", "calculator": "7+8"}

# From the key going down to the paint of the frame after it.
WATCH = """addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => console.debug(`entered ${performance.now() - event.timeStamp}`);
    port2.postMessage(0);
  });
}, true);"""


def like(secret: str) -> str:
    """Return an ordinary entry of the same length: the same letters or digits in another order."""
    places = [at for at, letter in enumerate(secret) if letter.isalpha() or letter in "123456789"]
    letters = [secret[at] for at in places]
    mixed = letters
    while mixed == letters:
        mixed = CHANCE.sample(letters, len(letters))
    other = list(secret)
    for at, letter in zip(places, mixed, strict=True):
        other[at] = letter
    return "".join(other)


def apart(ground: Ground, trial: Trial) -> None:
    """Enter secrets and ordinary entries in random order, and compare the times to the paint."""
    times: dict[str, list[float]] = {"secret": [], "ordinary": [], "slowed": []}
    slowed = max(ground.rounds // 10, 10)
    order = ["secret", "ordinary"] * ground.rounds + ["slowed"] * slowed
    CHANCE.shuffle(order)
    cuts = [*range(0, len(order), BLOCK), len(order)]
    for start, end in pairwise(cuts):
        with ground.lab() as lab:
            _enter_all(ground, lab, order[start:end], times)
    trial.done.append(
        f"Entered the secret {ground.rounds} times and as many others of the same length."
    )
    trial.timings = times
    _judge(trial, times)


def _enter_all(ground: Ground, lab: Lab, kinds: list[str], times: dict[str, list[float]]) -> None:
    painted: list[float] = []

    def listen(message: ConsoleMessage) -> None:
        if message.text.startswith("entered "):
            painted.append(float(message.text.split()[1]))

    lab.page.on("console", listen)
    lab.page.add_init_script(WATCH)
    planner = ground.planner(lab)
    for kind in kinds:
        count = len(painted)
        _enter(lab, planner, ground.secret if kind == "secret" else like(ground.secret), kind)
        _until_painted(lab, painted, count)
        times[kind].append(painted[-1])
        if kind == "secret":
            planner.opened()
            planner.leave()
            planner.expect_cover()
        else:
            lab.page.reload()
        lab.page.get_by_role("heading", level=1).wait_for(state="attached")


def _enter(lab: Lab, planner: Planner, entry: str, kind: str) -> None:
    lab.page.wait_for_timeout(SETTLE_MS)
    planner.way_in.focus()
    lab.page.keyboard.type(entry)
    if kind == "slowed":
        lab.page.evaluate(BUSY, BUSY_MS)
    lab.page.wait_for_timeout(QUIET_MS)
    lab.page.keyboard.press("Enter")
    lab.page.wait_for_timeout(SETTLE_MS)


def _until_painted(lab: Lab, painted: list[float], count: int) -> None:
    def has_come() -> bool:
        # Playwright hears the page only while it waits for something.
        lab.page.wait_for_timeout(10)
        return len(painted) > count

    until(has_come, what="the frame after an entry")


def _judge(trial: Trial, times: dict[str, list[float]]) -> None:
    secret, ordinary, slowed = times["secret"], times["ordinary"], times["slowed"]
    control = auc(ordinary, slowed)
    if control < 0.8:
        raise Unable(f"entries made {BUSY_MS} ms later were not told apart: {control:.3f}")
    trial.control.append(f"Entries made {BUSY_MS} ms later: area {control:.3f}.")
    area = auc(ordinary, secret)
    noise = spread(len(ordinary), len(secret))
    trial.facts["area under the curve"] = f"{area:.3f}, chance alone ± {noise:.3f}"
    if abs(area - 0.5) - SURE * noise > MOST - 0.5:
        raise Leaked(f"secrets can be told from other entries: area {area:.3f}")


def wrong(ground: Ground, trial: Trial) -> None:
    """Enter something that opens nothing; it must look and sound like any other entry."""
    with ground.lab() as lab:
        planner = ground.planner(lab)
        entries = {"short": SHORT[ground.cover], "wrong": like(ground.secret)}
        told = {name: _told(ground, lab, entry) for name, entry in entries.items()}
        trial.done.append("Entered something short, then a wrong secret.")
        planner.open(ground.secret)
        if told["short"] == _seen(lab):
            raise Unable("the open space looks like a cover")
        trial.control.append("The right secret made another screen.")
        if told["short"] != told["wrong"]:
            odd = told["wrong"] ^ told["short"]
            raise Leaked(f"after a wrong secret the screen says: {', '.join(sorted(odd))}")


def _told(ground: Ground, lab: Lab, entry: str) -> frozenset[str]:
    """Return what the screen says and a reader hears after an entry, and before the next."""
    ground.settled(lab)
    before = _seen(lab)
    ground.way_in(lab.page).enter(entry)
    new = _seen_for(lab, LOOK_S) - before
    # Only numbers and what was entered itself may differ.
    words = entry.split()
    return frozenset(
        each for each in new if not any(word in each for word in words) and not _has_digit(each)
    )


def _seen_for(lab: Lab, seconds: float) -> frozenset[str]:
    """Return all that was to be seen or heard in that time: a word may come late or go soon."""
    seen: frozenset[str] = frozenset()
    end_s = time.monotonic() + seconds
    while time.monotonic() < end_s:
        seen |= _seen(lab)
        lab.page.wait_for_timeout(LOOK_EVERY_MS)
    return seen


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _seen(lab: Lab) -> frozenset[str]:
    return frozenset([*seen_texts(lab.page), *heard_names(lab.page), lab.page.title()])


PROBE = Probe(
    "timing",
    ("P6", "P1"),
    (
        Case("apart", "Secrets are painted as fast as any other entry", apart),
        Case("wrong", "A wrong secret is an ordinary entry", wrong),
    ),
)
