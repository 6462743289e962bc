"""Boxes from the app's own code, and what a classifier is given of each."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

MAKER = Path(__file__).with_name("boxes.ts")
SALT_BYTES = 32
COPIES = 10
HEADER_BYTES = 96

Numbers = NDArray[np.float64]


def boxes(counts: Sequence[int], *, is_poor: bool = False) -> Iterator[tuple[int, bytes]]:
    """Make so many boxes with 0, 1, 2, … spaces; yields the number of spaces and the box."""
    command = ["node", "--import", "tsx", str(MAKER), *map(str, counts)]
    # The command is made of this repository's own file and numbers.
    with subprocess.Popen(command + ["--poor"] * is_poor, stdout=subprocess.PIPE) as maker:
        assert maker.stdout is not None
        yield from _read(maker.stdout)
    if maker.returncode:
        raise SystemExit(f"{MAKER.name} ended with code {maker.returncode}")


def _read(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    while head := stream.read(5):
        yield head[0], stream.read(int.from_bytes(head[1:], "little"))


def features(box: bytes) -> Numbers:
    """Describe a box: its size, the histogram of its bytes, and of each copy of each region.

    Returns 1 + 256 + 10 × (32 + 2) numbers: per copy the upper and lower halves of its bytes,
    and the mean and spread of its header.
    """
    data = np.frombuffer(box, np.uint8)
    told: list[Numbers] = [np.array([data.size], float), _histogram(data, 256)]
    for copy in np.split(data[SALT_BYTES:], COPIES):
        header = copy[:HEADER_BYTES]
        told += [_histogram(copy >> 4, 16), _histogram(copy & 15, 16)]
        told.append(np.array([header.mean(), header.std()]))
    return np.concatenate(told)


def _histogram(data: NDArray[Any], bins: int) -> Numbers:
    return np.bincount(data, minlength=bins).astype(float)
