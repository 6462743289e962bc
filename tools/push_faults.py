"""`make faults`: 20,000 due reminders, senders killed at random moments, on both databases."""

import random
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from pwa import db
from tests.support.databases import private_cluster
from tests.support.faults import Report, run_kills

DUE = 20_000
KILLS = 12
SENDERS = {"SQLite": 2, "PostgreSQL": 4}
WITHIN_S = 900.0


def row(name: str, report: Report) -> str:
    """Return one line of the table."""
    numbers = (SENDERS[name], report.kills, report.due, len(report.lost), report.requests)
    outside = (report.again - report.held).total()
    cells = (name, *numbers, report.again.total(), outside, round(report.seconds))
    return (
        "| " + " | ".join(f"{each:,}" if isinstance(each, int) else each for each in cells) + " |"
    )


def main(seed: int) -> None:
    """Run on both databases and print a table; end with 1 when something was lost."""
    print(f"seed {seed}\n")
    print("| database | senders | kills | due | lost | requests | again | of these no kill | s |")
    print("|---|---|---|---|---|---|---|---|---|")
    is_well = True
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg")))
        urls = {
            "SQLite": f"sqlite:///{folder / 'faults.sqlite'}",
            "PostgreSQL": stack.enter_context(private_cluster(folder)),
        }
        for name, url in urls.items():
            engine = db.open_database(url)
            db.upgrade(engine)
            senders = SENDERS[name]
            report = run_kills(
                engine, DUE, senders=senders, kills=KILLS, seed=seed, within_s=WITHIN_S
            )
            engine.dispose()
            print(row(name, report), flush=True)
            is_well = is_well and not report.lost and report.again <= report.held
    if not is_well:
        sys.exit("something was lost, or came again without a kill")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(10_000))
