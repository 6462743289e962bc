"""Nothing left, in the words of a test: the probes' own looks, without a control of their own.

What was seen to get out is called `Leaked`: `tools/browser_tests.py` never looks at that again.
"""

from collections.abc import Sequence

from pwa.audit.drive.lab import Lab
from pwa.audit.errors import Leaked
from pwa.audit.model import Trial
from pwa.audit.probes.looking import see_nothing_in_memory
from pwa.audit.scan.canary import Needle
from pwa.audit.scan.hits import Scan


def assert_held(trial: Trial) -> None:
    """Fail unless what a probe tried was held."""
    said = f"{trial.reason}\n{trial.facts}"
    if trial.verdict == "leaked":
        raise Leaked(said)
    assert trial.verdict == "held", said


def assert_none(found: Scan) -> None:
    """Fail if something was found, or if something could not be read."""
    if found.hits:
        raise Leaked(str(found))
    assert found.unread == [], str(found.unread)


def assert_clean(lab: Lab, needles: Sequence[Needle], left_at_s: float) -> None:
    """Fail unless memory is clean within two seconds of leaving, and the disk with it."""
    see_nothing_in_memory(lab, Trial("", "", (), "", ""), needles, left_at_s)
    assert_none(lab.disk(needles))
