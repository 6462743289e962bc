"""Whether bytes look like random ones: frequencies, runs, compression."""

import math
import zlib
from dataclasses import dataclass

LIMIT_SIGMAS = 5.0
"""Random bytes go farther than this less than once in a million looks."""


@dataclass(frozen=True, slots=True)
class Randomness:
    """Three measures; each `…_sigmas` is how far from random bytes, in standard deviations."""

    size: int
    frequency_sigmas: float
    runs_sigmas: float
    packed_share: float
    """Size after the strongest deflate, as a share of the size before."""

    def faults(self) -> list[str]:
        """Name the tests that were not passed."""
        found = []
        if abs(self.frequency_sigmas) > LIMIT_SIGMAS:
            found.append(f"byte frequencies are {self.frequency_sigmas:+.1f} sigmas off")
        if abs(self.runs_sigmas) > LIMIT_SIGMAS:
            found.append(f"runs of bits are {self.runs_sigmas:+.1f} sigmas off")
        if self.packed_share < 1:
            found.append(f"it can be packed to {self.packed_share:.4f} of its size")
        return found


def judge(data: bytes) -> Randomness:
    """Measure `data`, of at least some thousand bytes."""
    if len(data) < 4096:
        raise ValueError("too few bytes to judge")
    return Randomness(
        len(data),
        frequency_sigmas(data),
        runs_sigmas(data),
        len(zlib.compress(data, 9)) / len(data),
    )


def frequency_sigmas(data: bytes) -> float:
    """Return chi-squared over the 256 byte values as a normal deviate (Wilson and Hilferty)."""
    mean = len(data) / 256
    counts = [data.count(value) for value in range(256)]
    chi_squared = sum((count - mean) ** 2 / mean for count in counts)
    freedom = 255
    spread = 2 / (9 * freedom)
    cube_root = math.cbrt(chi_squared / freedom)
    return (cube_root - (1 - spread)) / math.sqrt(spread)


def runs_sigmas(data: bytes) -> float:
    """Return how far the number of runs of equal bits is from what is expected (NIST SP 800-22)."""
    bits = int.from_bytes(data, "big")
    count = 8 * len(data)
    ones = bits.bit_count()
    share = ones / count
    changes = ((bits ^ (bits >> 1)) & ((1 << (count - 1)) - 1)).bit_count()
    expected = 2 * count * share * (1 - share)
    deviation = 2 * math.sqrt(count) * share * (1 - share)
    return (changes + 1 - expected) / deviation if deviation else math.inf
