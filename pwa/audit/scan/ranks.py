"""Whether two sets of measurements can be told apart: the area under the ROC curve."""

import math
from collections.abc import Sequence


def auc(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the chance that a value of `second` is the larger one, ties counted half.

    0.5 means that nobody can tell them apart. Mann and Whitney's U over both sizes.
    """
    ranked = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    total = 0.0
    at = 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        rank = (at + 1 + end) / 2
        total += rank * sum(which for _, which in ranked[at:end])
        at = end
    count = len(second)
    return (total - count * (count + 1) / 2) / (len(first) * count)


def spread(first: int, second: int) -> float:
    """Return the standard deviation of the area when both come from the same source."""
    return math.sqrt((first + second + 1) / (12 * first * second))
