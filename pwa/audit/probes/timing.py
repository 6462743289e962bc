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
"""So many standard deviations beyond it, chance is a bad excuse: it is measured again, longer."""

SURER = 2.5
MORE = 4
"""So many standard deviations beyond it on the same side, with so many times the rounds, chance is
none any more: with ten rounds it gets so far less than once in ten thousand audits."""

TOLD_APART = 0.8
TRIES = 3
"""How often the control may be lost in what a busy machine does beside."""

MANY = 100
"""With fewer rounds only a coarse difference is seen, and the control may become as coarse."""

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
Times = dict[str, list[float]]
"""Milliseconds by the kind of entry."""

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
    times = _with_control(ground, trial)
    area, noise = _area(times)
    trial.facts["area under the curve"] = f"{area:.3f}, chance alone ± {noise:.3f}"
    trial.facts["told apart if"] = (
        f"the area is {SURE:g} deviations beyond {MOST:g} (here {MOST + SURE * noise:.3f}), "
        f"and {SURER:g} with {MORE} times the rounds"
    )
    if not _is_beyond(area, noise, SURE):
        return
    # What is so is so again; chance is not.
    trial.is_suspect = True
    more, noise = _area(measure(ground, trial, MORE * ground.rounds, 0))
    trial.facts["area, measured again"] = f"{more:.3f}, chance alone ± {noise:.3f}"
    is_same_side = (more > 0.5) == (area > 0.5)
    if is_same_side and _is_beyond(more, noise, SURER):
        raise Leaked(f"secrets can be told from other entries: area {area:.3f}, again {more:.3f}")


def _with_control(ground: Ground, trial: Trial) -> Times:
    """Return times among which entries that were made later are told apart."""
    busy_ms = BUSY_MS
    for _ in range(TRIES):
        times = measure(ground, trial, ground.rounds, max(ground.rounds // 10, 10), busy_ms)
        control = auc(times["ordinary"], times["slowed"])
        if control >= TOLD_APART:
            trial.control.append(f"Entries made {busy_ms} ms later: area {control:.3f}.")
            return times
        told = f"entries made {busy_ms} ms later were not told apart: {control:.3f}"
        busy_ms *= 2 if ground.rounds < MANY else 1
    raise Unable(told)


def _area(times: Times) -> tuple[float, float]:
    """Return the area of secrets over ordinary entries, and how far it goes by chance."""
    secret, ordinary = times["secret"], times["ordinary"]
    return auc(ordinary, secret), spread(len(ordinary), len(secret))


def _is_beyond(area: float, noise: float, sure: float) -> bool:
    return abs(area - 0.5) - sure * noise > MOST - 0.5


def measure(
    ground: Ground, trial: Trial, rounds: int, slowed: int, busy_ms: int = BUSY_MS
) -> Times:
    """Enter the secret and others so many times each, and some later; returns the milliseconds."""
    times: Times = {"secret": [], "ordinary": [], "slowed": []}
    order = ["secret", "ordinary"] * rounds + ["slowed"] * slowed
    CHANCE.shuffle(order)
    cuts = [*range(0, len(order), BLOCK), len(order)]
    for start, end in pairwise(cuts):
        with ground.lab() as lab:
            _enter_all(ground, lab, order[start:end], times, busy_ms)
    trial.done.append(f"Entered the secret {rounds} times and as many others of the same length.")
    trial.timings = times
    return times


def _enter_all(ground: Ground, lab: Lab, kinds: list[str], times: Times, busy_ms: int) -> None:
    painted: list[float] = []

    def listen(message: ConsoleMessage) -> None:
        if message.text.startswith("entered "):
            painted.append(float(message.text.split()[1]))

    lab.page.on("console", listen)
    lab.page.add_init_script(WATCH)
    planner = ground.planner(lab)
    for kind in kinds:
        count = len(painted)
        entry = ground.secret if kind == "secret" else like(ground.secret)
        _enter(lab, planner, entry, busy_ms if kind == "slowed" else 0)
        _until_painted(lab, painted, count)
        times[kind].append(painted[-1])
        if kind == "secret":
            planner.opened()
            planner.leave()
            planner.expect_cover()
        else:
            lab.page.reload()
        lab.page.get_by_role("heading", level=1).wait_for(state="attached")


def _enter(lab: Lab, planner: Planner, entry: str, busy_ms: int) -> None:
    lab.page.wait_for_timeout(SETTLE_MS)
    planner.way_in.focus()
    lab.page.keyboard.type(entry)
    if busy_ms > 0:
        lab.page.evaluate(BUSY, busy_ms)
    lab.page.wait_for_timeout(QUIET_MS)
    lab.page.keyboard.press("Enter")
    lab.page.wait_for_timeout(SETTLE_MS)


def _until_painted(lab: Lab, painted: list[float], count: int) -> None:
    def has_come() -> bool:
        # Playwright hears the page only while it waits for something.
        lab.page.wait_for_timeout(10)
        return len(painted) > count

    until(has_come, what="the frame after an entry")


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
