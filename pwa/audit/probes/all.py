"""Every probe, in the order in which a report shows them."""

from pwa.audit.probe import Probe
from pwa.audit.probes import (
    endings,
    erasing,
    headers,
    network,
    pictures,
    reader,
    records,
    reopening,
    rest,
    returning,
    speed,
    timing,
    traces,
)

PROBES: tuple[Probe, ...] = (
    traces.PROBE,
    pictures.PROBE,
    endings.PROBE,
    returning.PROBE,
    reopening.PROBE,
    records.PROBE,
    rest.PROBE,
    erasing.PROBE,
    headers.PROBE,
    network.PROBE,
    speed.PROBE,
    reader.PROBE,
    timing.PROBE,
)
