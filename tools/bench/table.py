"""Rows of a result table, and the few statistics that stand in them."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, how much, and what the budget allows; `is_met` is `None` without one."""

    what: str
    value: str
    budget: str = ""
    is_met: bool | None = None


def show(title: str, rows: Sequence[Row]) -> None:
    """Print a table."""
    wide = max(len(row.what) for row in rows)
    print(f"\n{title}")
    for row in rows:
        verdict = {None: "", True: "met", False: "MISSED"}[row.is_met]
        budget = f"budget {row.budget}" if row.budget else ""
        print(f"  {row.what:<{wide}}  {row.value:>12}  {budget:<20} {verdict}".rstrip())
    # A run takes minutes: show what is known.
    sys.stdout.flush()


def at_most(what: str, value: float, limit: float, unit: str, digits: int = 1) -> Row:
    """Make a row whose budget is an upper limit."""
    text = f"{value:,.{digits}f} {unit}"
    return Row(what, text, f"≤ {limit:g} {unit}", value <= limit)


def ms(what: str, value: float) -> Row:
    """Make a row for a time without a budget."""
    return Row(what, f"{value:,.1f} ms")


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of all values lie (nearest rank)."""
    ordered = sorted(values)
    rank = max(0, min(len(ordered) - 1, round(share * len(ordered)) - 1))
    return ordered[rank]


def median(values: Sequence[float]) -> float:
    """Return the middle value."""
    return statistics.median(values)
