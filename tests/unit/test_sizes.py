"""The budgets of what goes over the wire, held for the build that is there."""

import pytest

from tools.bench import sizes
from tools.bench.table import Row

ROWS = [row for row in sizes.measure() if row.budget]


def test_every_sum_that_has_a_budget_is_measured() -> None:
    names = " ".join(row.what for row in ROWS)
    for part in ("list", "calculator", "worker", "pack a.en", "pack a.es", "pack b.en"):
        assert part in names


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_what_goes_over_the_wire_stays_within_its_budget(row: Row) -> None:
    assert row.is_met, f"{row.what}: {row.value}, {row.budget}"
