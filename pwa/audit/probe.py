"""A probe: the cases it tries, and how a case becomes a trial with a verdict."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Error

from pwa.audit.engines import ENGINES
from pwa.audit.errors import AuditError, Beyond, Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial

Run = Callable[[Ground, Trial], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to try. `run` raises `Leaked` or `Unable`, or returns when the promise held."""

    name: str
    title: str
    run: Run
    is_long: bool = False
    """Left out of a shortened audit."""


@dataclass(frozen=True, slots=True)
class Probe:
    """Cases that show the same promises."""

    name: str
    promises: tuple[str, ...]
    cases: tuple[Case, ...]


def begin(probe: Probe, case: Case, ground: Ground) -> Trial:
    """Return the trial of a case in which nothing has been tried yet."""
    name = f"{probe.name}/{case.name}"
    return Trial(name, case.title, probe.promises, ground.engine, ground.cover)


def attempt(probe: Probe, case: Case, ground: Ground) -> Trial:
    """Try one case; what could not be begun, once more. The trial says what stood in the way.

    Whatever goes wrong before leaving is no verdict; after it, it is a leak. What came after
    leaving, or after something was seen, is final.
    """
    trial = _attempt(probe, case, ground)
    is_final = trial.is_beyond or trial.has_left or trial.is_suspect
    if trial.verdict != "not run" or is_final:
        return trial
    again = _attempt(probe, case, ground)
    again.seconds += trial.seconds
    again.facts["tried twice, since the first time"] = trial.reason
    return again


def _attempt(probe: Probe, case: Case, ground: Ground) -> Trial:
    trial = begin(probe, case, ground)
    began_s = time.monotonic()
    try:
        case.run(ground, trial)
        _judge(trial)
    except Leaked as leak:
        trial.verdict, trial.reason = "leaked", str(leak)
    except (AuditError, Error) as trouble:
        # An engine that can be asked everything has no such excuse.
        trial.is_beyond = isinstance(trouble, Beyond) and ENGINES[ground.engine].cannot != ()
        # What could not be looked at is no leak, but what did not come after leaving is one.
        is_leak = trial.has_left and type(trouble) not in (Unable, Beyond)
        trial.verdict = "leaked" if is_leak else "not run"
        trial.reason = _told(trouble)
    # A fault of a probe's own is no verdict at all.
    except Exception as trouble:
        trial.reason = _told(trouble)
    trial.seconds = time.monotonic() - began_s
    return trial


def _told(trouble: Exception) -> str:
    lines = str(trouble).strip().splitlines() or [""]
    return f"{type(trouble).__name__}: {lines[0]}"


def _judge(trial: Trial) -> None:
    # A probe that never saw what it looks for has shown nothing by not seeing it.
    if trial.control:
        trial.verdict = "held"
    else:
        trial.reason = "no positive control fired"
