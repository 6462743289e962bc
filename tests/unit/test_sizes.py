"""The budgets of what goes over the wire, held for the build that is there."""

import json

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


def test_the_text_boxes_stand_in_each_cover_and_in_no_pack() -> None:
    manifest = json.loads((sizes.BUILT / "manifest.json").read_text())

    def has_boxes(path: str) -> bool:
        return "plaintext-only" in (sizes.BUILT / path.lstrip("/")).read_text()

    assert all(has_boxes(manifest["assets"][f"{cover}.js"]) for cover in ("list", "calculator"))
    assert not [name for name, pack in manifest["packs"].items() if has_boxes(pack["file"])]
