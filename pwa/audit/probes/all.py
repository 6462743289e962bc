"""Every probe, in the order in which a report shows them."""

from pwa.audit.probe import Probe
from pwa.audit.probes import endings, reopening, returning, traces

PROBES: tuple[Probe, ...] = (traces.PROBE, endings.PROBE, returning.PROBE, reopening.PROBE)
