"""What shows that the comparison of records would see a row more, and reads what sites store."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from pwa.audit.drive.lab import Lab
from pwa.audit.drive.plants import keep_text
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.errors import Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.scan.disk import whole_views
from pwa.audit.scan.folders import below
from pwa.audit.scan.rows import Rows, differences, profile_rows, rows_compared
from pwa.audit.scan.stores import SESSIONS, site_stores
from pwa.audit.scan.words import read_text

NOTED_S = 8.0
"""Firefox notes down a page's description when the page has been there for some seconds."""

WORD = "elsewhere"

FORMS = (
    ("Web Data", "autofill"),
    ("Login Data", "logins"),
    ("logins.db", "loginsL"),
    ("formhistory.sqlite", "moz_formhistory"),
    ("places.sqlite", "moz_inputhistory"),
)
"""Where Chromium and Firefox keep what was typed into forms, passwords and the address bar."""

ALSO = {
    "chromium": (SESSIONS, "Default/IndexedDB: folders"),
    "firefox": ("storage/default: folders",),
}
"""Where one page more that stores something must be seen beside the history.

Firefox does not write so short a session down: `see_sessions` is its control.
"""

KEPT_IN = (".log", ".ldb", ".sqlite")


def see_difference(ground: Ground, cover: Lab, trial: Trial) -> None:
    """Show that one page more is seen, and one row more in each store of forms: the control."""
    profile = cover.own.profile
    tiny = TinyServer("control")
    host = urlsplit(tiny.url).netloc
    before = rows_compared(profile_rows(profile), host)
    try:
        cover.start()
        keep_text(cover, f"{tiny.url}/drawn/{WORD}", WORD)
        if ground.engine == "webkit":
            time.sleep(NOTED_S)
        cover.stop()
    finally:
        tiny.shutdown()
        tiny.server_close()
    # Chromium without a window keeps nothing of forms, so what it would write is written for it.
    filled = fill_in(profile)
    told = differences(before, rows_compared(profile_rows(profile), host))
    special = (*filled, *ALSO.get(ground.engine, ()))
    unseen = [name for name in special if not any(each.startswith(f"{name} (") for each in told)]
    if unseen:
        raise Unable(f"one row more made no difference in {', '.join(unseen)}")
    if not any(WORD in each for each in told if not each.startswith(special)):
        raise Unable("one visit more made no difference that was seen")
    trial.control.append(
        f"One visit to another page that stores something, and one row more in each of "
        f"{len(filled)} stores of forms and passwords, made {len(told)} rows differ."
    )


def see_sessions(rows: Rows) -> None:
    """Show that the cover's address and its title were read in the session files."""
    if not any(len(row) > 1 for row in rows[SESSIONS]):
        raise Unable("the cover was not seen in the session files")


def fill_in(profile: Path) -> list[str]:
    """Write one row into each store of forms and passwords that is there; returns their names."""
    found = [(path, table) for path in below(profile) for name, table in FORMS if path.name == name]
    for path, table in found:
        try:
            _write_row(path, table)
        except sqlite3.Error as trouble:
            raise Unable(f"no row could be written into {path.name}: {trouble}") from None
    return [f"{path.relative_to(profile)}: {table}" for path, table in found]


def _write_row(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        kinds = database.execute("SELECT type FROM pragma_table_info(?)", (table,)).fetchall()
        cells = [WORD if "CHAR" in kind or "TEXT" in kind else 0 for (kind,) in kinds]
        marks = ", ".join("?" * len(cells))
        # The table is one of those in this file.
        database.execute(f"INSERT INTO {table} VALUES ({marks})", cells)  # noqa: S608


def site_texts(profile: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of all that is kept in the stores of sites' data and notifications."""
    for folder in site_stores(profile):
        for path in sorted(path for path in folder.iterdir() if path.suffix in KEPT_IN):
            name = path.relative_to(profile)
            for how, inside in whole_views(path, path.read_bytes()):
                # Packed bytes are no text; texts of two bytes a letter are read without zeros.
                for data in {inside, inside.replace(b"\0", b"")} if how else ():
                    yield f"{name} ({how})", read_text(data)
