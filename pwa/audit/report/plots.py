"""Distributions of times as small pictures: the share of runs that were done by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 34
TICKS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One distribution: its name and the line's points in the picture."""

    name: str
    points: str
    summary: str


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(int(share * len(ranked)), len(ranked) - 1)]


def lines(timings: Mapping[str, Sequence[float]]) -> list[Line]:
    """Return a line for each distribution, all on one scale from 0 to the longest time."""
    end = _end(timings)
    return [
        Line(name, _steps(times, end), summary(times)) for name, times in timings.items() if times
    ]


def summary(times: Sequence[float]) -> str:
    """Say the middle, the 99th of 100 and the longest, in milliseconds."""
    middle, late = quantile(times, 0.5), quantile(times, 0.99)
    longest = max(times)
    return f"{len(times)} runs, median {middle:.1f} ms, p99 {late:.1f} ms, longest {longest:.1f} ms"


def ticks(timings: Mapping[str, Sequence[float]]) -> list[tuple[float, str]]:
    """Return where the marks of the time axis stand, and what they say."""
    end = _end(timings)
    span = WIDTH - LEFT - RIGHT
    return [
        (LEFT + span * each / TICKS, f"{end * each / TICKS:.0f} ms") for each in range(TICKS + 1)
    ]


def _end(timings: Mapping[str, Sequence[float]]) -> float:
    return max((max(times) for times in timings.values() if times), default=1.0) or 1.0


def _steps(times: Sequence[float], end: float) -> str:
    across, down = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    points = [(float(LEFT), float(HEIGHT - BOTTOM))]
    for count, time in enumerate(sorted(times), 1):
        x = LEFT + across * time / end
        points.append((x, points[-1][1]))
        points.append((x, HEIGHT - BOTTOM - down * count / len(times)))
    points.append((WIDTH - RIGHT, points[-1][1]))
    return Markup(" ".join(f"{x:.1f},{y:.1f}" for x, y in points))  # noqa: S704 -- numbers only
