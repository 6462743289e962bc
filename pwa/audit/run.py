"""Run the probes against one deployment and gather what they say."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from pwa.audit.answers import ask_all
from pwa.audit.engines import ENGINES
from pwa.audit.errors import Unable
from pwa.audit.grade import grade
from pwa.audit.ground import Ground
from pwa.audit.model import EngineFacts, Report, Trial
from pwa.audit.probe import Case, Probe, attempt, begin
from pwa.audit.probes.all import PROBES


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be audited, and how thoroughly.

    `address` is an origin without a slash at its end; `rounds` is how often each measurement of
    time is made; a short audit leaves out the cases that take minutes.
    """

    address: str
    engines: tuple[str, ...]
    covers: tuple[str, ...]
    code: str | None
    rounds: int
    only: tuple[str, ...] = ()
    is_short: bool = False
    is_headed: bool = False

    def cases(self) -> list[tuple[Probe, Case]]:
        """List what will be tried with each engine and cover."""
        return [
            (probe, case)
            for probe in PROBES
            for case in probe.cases
            if not (self.is_short and case.is_long) and (not self.only or probe.name in self.only)
        ]


def present(playwright: Playwright, names: tuple[str, ...]) -> dict[str, str]:
    """Return the path of each engine; raises `Unable` for one that was named and is not there."""
    found = {name: ENGINES[name].find() for name in names or tuple(ENGINES)}
    # Playwright's own Chromium is the one that it was made for.
    own = playwright.chromium.executable_path
    if "chromium" in found and Path(own).exists():
        found["chromium"] = own
    missing = [name for name, path in found.items() if path is None]
    if missing and (names or len(missing) == len(found)):
        raise Unable(f"no {' and no '.join(missing)} on this machine: docs/review.md says how")
    return {name: path for name, path in found.items() if path is not None}


def run(order: Order, tell: Callable[[Trial, int], None]) -> Report:
    """Try everything; `tell` hears of each trial and of how many there will be.

    Raises `Unable` when the deployment or a browser that was asked for is not there.
    """
    report = Report(
        address=order.address,
        began_at=datetime.now(UTC).isoformat(timespec="seconds"),
        tool=f"pwa audit {version('pwa')}",
    )
    report.answers = ask_all(order.address, order.covers)
    page = next(each for each in report.answers if each.path == f"/{order.covers[0]}/")
    if page.status != 200:
        raise Unable(f"{order.address}{page.path} answered {page.status}: is it one of ours?")
    report.grade = grade(page, order.address)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        paths = present(playwright, order.engines)
        report.absent = [name for name in order.engines or ENGINES if name not in paths]
        total = len(paths) * len(order.covers) * len(order.cases())
        seen: Counter[str] = Counter()
        for name, path in paths.items():
            grounds = [
                Ground(
                    playwright,
                    path,
                    order.address,
                    Path(folder) / f"{name} {cover}",
                    order.code,
                    cover,
                    order.rounds,
                    is_headed=order.is_headed,
                    engine=name,
                )
                for cover in order.covers
            ]
            for trial in _trials(order, grounds):
                report.trials.append(trial)
                tell(trial, total)
            seen.update(request for ground in grounds for request in ground.requests)
            told = grounds[0].version or "version unknown"
            beyond = (each for each in report.trials if each.engine == name and each.is_beyond)
            limits = (f"{each.title}: {each.reason.removeprefix('Beyond: ')}" for each in beyond)
            # Both covers have the same limits.
            cannot = (*ENGINES[name].cannot, *dict.fromkeys(limits))
            report.engines.append(EngineFacts(name, told, cannot))
        report.requests = dict(seen)
    return report


def _trials(order: Order, grounds: list[Ground]) -> Iterator[Trial]:
    """Try each case on each ground; once it is interrupted, nothing more is tried."""
    is_over = False
    for ground in grounds:
        for probe, case in order.cases():
            if not is_over:
                try:
                    yield attempt(probe, case, ground)
                    continue
                except KeyboardInterrupt:
                    is_over = True
            trial = begin(probe, case, ground)
            trial.reason = "the audit was interrupted"
            yield trial
