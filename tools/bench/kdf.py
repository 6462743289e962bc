"""Argon2id in the real worker against `argon2-cffi`, same parameters, turn by turn."""

import time
from collections.abc import Sequence

from argon2.low_level import Type, hash_secret_raw

from pwa.audit.drive import clock
from tools.bench.stage import Stage
from tools.bench.table import Row, at_most, median, ms

ROUNDS = 15
MOST = 1.35


def measure(stage: Stage) -> Sequence[Row]:
    """Type entries that open nothing: the worker derives, tries every region, and says no."""
    in_browser: list[float] = []
    native: list[float] = []
    for number in range(ROUNDS):
        before = clock.count(stage.page)
        stage.inner.cover.add(f"ordinary entry {number}")
        clock.wait_for_more(stage.page, before)
        # The list is saved beside it, in a few milliseconds.
        in_browser.append(max(clock.times_ms(stage.page, before)))
        native.append(derive_native())
    ratio = median(in_browser) / median(native)
    return [
        ms("browser: derive and try all regions", median(in_browser)),
        ms("argon2-cffi: derive", median(native)),
        at_most("ratio", ratio, MOST, "×", 2),
    ]


def derive_native() -> float:
    """Return the milliseconds of one derivation outside the browser."""
    began = time.perf_counter()
    hash_secret_raw(b"ordinary entry", bytes(16), 3, 65_536, 1, 32, Type.ID)
    return (time.perf_counter() - began) * 1000
