"""What an audit says: one trial for each thing tried, and what was seen beside it."""

from dataclasses import dataclass, field
from typing import Literal

from pwa.audit.scan.hits import Scan

Verdict = Literal["held", "leaked", "not run"]

PROMISES = {
    "P1": "Looks like something else",
    "P2": "Leaves nothing readable",
    "P3": "Says nothing at rest",
    "P4": "One tap, one frame",
    "P5": "Exit is not erase",
    "P6": "One image does not tell",
    "P7": "The server knows nothing",
    "P8": "Nothing saved is lost",
    "P9": "Honest words",
}


@dataclass(frozen=True, slots=True)
class Look:
    """One look for canaries: where (`memory`, `disk`, …), when, and what was found."""

    at: str
    when: Literal["before", "after"]
    scan: Scan


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the screen: milliseconds since leaving began, and a JPEG."""

    at_ms: float
    jpeg: bytes


@dataclass(slots=True)
class Trial:
    """One thing that was tried in one engine and on one cover, and what came of it.

    `probe` names the probe and the case, such as `traces/tap`; `done` and `control` are
    sentences; `timings` holds milliseconds by what was timed; `facts` holds whatever else was
    measured, in words. A trial is *not run* until it has run to its end.
    """

    probe: str
    title: str
    promises: tuple[str, ...]
    engine: str
    cover: str
    verdict: Verdict = "not run"
    reason: str = ""
    is_beyond: bool = False
    """Not run because this engine's tools cannot be asked, which is no failure of the run."""
    has_left: bool = False
    """From here on, whatever goes wrong is the product's doing."""
    is_suspect: bool = False
    """Something was seen that is being looked at again: a second try must not forget it."""
    seconds: float = 0.0
    done: list[str] = field(default_factory=list)
    control: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    timings: dict[str, list[float]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the deployment, as a plain client got it."""

    method: str
    path: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Grade:
    """The headers of the cover, judged by the rules of Mozilla's HTTP Observatory."""

    letter: str
    score: int
    rules: tuple[tuple[str, int, str], ...]
    """Each rule's name, what it added or took, and why."""


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """One engine that took part: its name and version, and what it cannot be asked."""

    name: str
    version: str
    cannot: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """A whole audit of one deployment."""

    address: str
    began_at: str
    """UTC, as ISO 8601 to the second."""
    tool: str
    """Name and version of this tool."""
    engines: list[EngineFacts] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    """Engines that nothing was tried with, because they are not on this machine."""
    trials: list[Trial] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    grade: Grade | None = None
    requests: dict[str, int] = field(default_factory=dict)
    """Every request that the browsers made, method and address, and how often."""

    def verdict(self) -> Verdict:
        """Say how the whole audit ended: one leak outweighs all, one trial missed comes next."""
        verdicts = {trial.verdict for trial in self.trials if not trial.is_beyond}
        if "leaked" in verdicts:
            return "leaked"
        return "held" if verdicts == {"held"} else "not run"

    def count(self, verdict: Verdict) -> int:
        """Count the trials that ended so, but for those that an engine's tools could not make."""
        return sum(trial.verdict == verdict and not trial.is_beyond for trial in self.trials)

    def beyond(self) -> int:
        """Count the trials that an engine's tools could not make; they are in no verdict."""
        return sum(trial.is_beyond for trial in self.trials)

    def promise(self, name: str) -> Verdict:
        """Say how one promise fared."""
        mine = [each for each in self.trials if name in each.promises and not each.is_beyond]
        return Report("", "", "", trials=mine).verdict()
