"""`make classify`: train on boxes with 0 to 3 spaces, and see whether it tells them apart.

Exit status 0 when it does no better than chance, 1 when it does, 2 when the control failed.
"""

import sys
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from tools.classify.features import Numbers, boxes, features

BOXES = (1_200, 400, 400, 400)
CONTROL = (150, 50, 50, 50)
FOLDS = 5
MOST = 0.01
"""A classifier may be better than chance by this much, and by chance."""

SURE = 2.0
CONTROL_LEAST = 0.9
POOR = "unused places filled by a poor generator"
Labels = NDArray[np.int64]


def gather(counts: tuple[int, ...], *, is_poor: bool = False) -> tuple[Numbers, Labels]:
    """Make boxes; returns their features, one row each, and how many spaces each has."""
    rows, labels = [], []
    for spaces, box in boxes(counts, is_poor=is_poor):
        rows.append(features(box))
        labels.append(spaces)
        if len(rows) % 100 == 0:
            print(f"{len(rows)} of {sum(counts)} boxes", file=sys.stderr)
    return np.array(rows), np.array(labels)


def accuracy(rows: Numbers, labels: Labels) -> float:
    """Return the share told right of boxes that were not trained on."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    model = HistGradientBoostingClassifier(random_state=0)
    guessed = cross_val_predict(model, rows, labels, cv=folds)
    return float((guessed == labels).mean())


def even(labels: Labels) -> list[int]:
    """Pick as many boxes of each number of spaces as there are of the rarest."""
    least = min(int((labels == each).sum()) for each in np.unique(labels))
    return [at for each in np.unique(labels) for at in np.flatnonzero(labels == each)[:least]]


def judge(name: str, rows: Numbers, labels: Labels) -> bool:
    """Print one line of the table; returns whether it was no better than chance."""
    chance = 1 / len(np.unique(labels))
    noise = sqrt(chance * (1 - chance) / len(labels))
    share = accuracy(rows, labels)
    print(f"| {name} | {len(labels):,} | {chance:.1%} ± {noise:.1%} | {share:.1%} |")
    return share <= chance + MOST + SURE * noise


def main() -> int:
    """Run the control, then the real boxes."""
    print("| told apart | boxes | chance alone | right |")
    print("|---|---|---|---|")
    rows, labels = gather(CONTROL, is_poor=True)
    control = accuracy(rows, (labels > 0).astype(int))
    print(
        f"| control: unused places from a poor generator | {len(labels)} | 50.0% | {control:.1%} |"
    )
    if control < CONTROL_LEAST:
        return 2
    rows, labels = gather(BOXES)
    is_even = even(labels)
    held = [
        judge("no space, or some", rows, (labels > 0).astype(int)),
        judge("0, 1, 2 or 3 spaces", rows[is_even], labels[is_even]),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
