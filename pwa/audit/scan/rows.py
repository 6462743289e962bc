"""What a browser's own databases and settings say, without times and numbers that only count."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pwa.audit.scan import sqlite, stores
from pwa.audit.scan.folders import below

COUNTING = re.compile(
    r"(^|_)(id|guid|time|date|utc|duration|count|score|expir\w*|modified|created|accessed|usage"
    r"|stamp|timestamp|visit|opener|hash)(_|$)"
    r"|time$|date$|id$|^last|count$|^visit_rank|^frecency|^time|^first_?used",
    re.IGNORECASE,
)
"""Names of columns that hold times, row numbers and tallies."""

VISITS = {
    "History": "SELECT urls.url, 'kind ' || (visits.transition & 4294967295), visited_link_id > 0 "
    "FROM visits JOIN urls ON urls.id = visits.url",
    "places.sqlite": "SELECT url, 'kind ' || visit_type, title "
    "FROM moz_historyvisits JOIN moz_places ON moz_places.id = place_id",
}

WHOLE = re.compile(
    r"Web Data: |Login Data( For Account)?: "
    r"|logins\.db: |formhistory\.sqlite: |: moz_inputhistory$|"
    + "|".join(f"{re.escape(name)}: " for name in (*stores.JSON_STORES, stores.ALL_SITES))
)
"""Where a row counts whichever site it is of: what is put into forms seldom names one."""

NUMBER = re.compile(r"\d{6,}")
"""Numbers in file names and settings that differ from run to run."""

Rows = dict[str, frozenset[stores.Row]]


def profile_rows(profile: Path) -> Rows:
    """Return the rows of every table of every database below `profile`, which nobody writes to.

    The history's visits are shown with the address that they are visits of. What is kept in other
    ways (`stores.py`) is shown as if it were rows.
    """
    found: Rows = {stores.SESSIONS: stores.session_pages(profile), **stores.folder_rows(profile)}
    for path in below(profile):
        if path.is_file() and not path.is_symlink():
            name = NUMBER.sub("N", str(path.relative_to(profile)))
            for table, rows in _tables(path):
                found[f"{name}: {table}"] = frozenset(rows)
    return found


def rows_compared(rows: Rows, host: str) -> Rows:
    """Return the rows about `host`, and all there are of what was put into forms and the like."""
    found = {stores.SESSIONS: frozenset[stores.Row]()} | rows_about(rows, host)
    whole = {name: inside for name, inside in rows.items() if WHOLE.search(name)}
    return found | whole


def rows_about(rows: Rows, host: str) -> Rows:
    """Return the rows in which `host` is named, with a port or without."""
    name = host.rsplit(":", 1)[0]

    def is_about(row: tuple[str, ...]) -> bool:
        cells = [str(cell) for cell in row]
        # Another port of the same name is another deployment.
        is_other = any(f"{name}:" in cell for cell in cells)
        return any(host in cell for cell in cells) or (name in cells and not is_other)

    found = {name: frozenset(filter(is_about, inside)) for name, inside in rows.items()}
    return {name: inside for name, inside in found.items() if inside}


def settings_about(profile: Path, host: str) -> frozenset[str]:
    """Return the places in the browser's settings that name `host`, as paths of keys."""
    found: set[str] = set()
    for name in ("Default/Preferences", "Default/Secure Preferences", "Local State"):
        path = profile / name
        if path.exists():
            found |= {f"{name}: {each}" for each in _places(json.loads(path.read_bytes()), host)}
    return frozenset(found)


def differences(one: Rows, other: Rows) -> list[str]:
    """Say which rows only one of the two has."""
    told: list[str] = []
    for name in sorted(one.keys() | other.keys()):
        mine, theirs = one.get(name, frozenset()), other.get(name, frozenset())
        told += [f"{name} {row} only in the first" for row in sorted(mine - theirs)]
        told += [f"{name} {row} only in the second" for row in sorted(theirs - mine)]
    return told


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(sqlite.MAGIC)) == sqlite.MAGIC


def _tables(path: Path) -> Iterator[tuple[str, Iterable[stores.Row]]]:
    if path.name in stores.JSON_STORES:
        yield "kept", stores.json_rows(path)
    if not _is_database(path):
        return
    with sqlite.opened(path, sqlite.readable) as connection:
        for name, rows in sqlite.tables(connection):
            columns = [column[0] for column in rows.description]
            kept = [at for at, column in enumerate(columns) if not COUNTING.search(column)]
            yield name, {tuple(_shown(row[at]) for at in kept) for row in rows}
        if path.name in VISITS:
            visits = connection.execute(VISITS[path.name])
            yield "kinds of visits", {tuple(map(str, visit)) for visit in visits}


def _shown(cell: object) -> str:
    return f"{len(cell)} bytes" if isinstance(cell, bytes) else str(cell)


def _places(value: Any, host: str, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            here = f"{path}/{NUMBER.sub('N', key)}"
            if host in key:
                yield here
            yield from _places(inside, host, here)
    elif isinstance(value, list):
        for inside in value:
            yield from _places(inside, host, f"{path}/*")
    elif isinstance(value, str) and host in value:
        yield path
