"""Nothing left, in the words of a test: the probes' own looks, without a control of their own."""

from collections.abc import Sequence

from pwa.audit.drive.lab import Lab
from pwa.audit.model import Trial
from pwa.audit.probes.looking import see_nothing_in_memory
from pwa.audit.scan.canary import Needle


def assert_clean(lab: Lab, needles: Sequence[Needle], left_at_s: float) -> None:
    """Fail unless memory is clean within two seconds of leaving, and the disk with it."""
    see_nothing_in_memory(lab, Trial("", "", (), "", ""), needles, left_at_s)
    found = lab.disk(needles)
    assert found.hits == [], str(found)
    assert found.unread == [], str(found.unread)
