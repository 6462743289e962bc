"""Everything that a server keeps, row by row and byte by byte."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.e2e.server import PWA, Server

Rows = dict[str, list[dict[str, Any]]]


def read_rows(database: Path) -> Rows:
    """Return every row of every table."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            for (name,) in named
        }


def back_up(server: Server, target: Path) -> Path:
    """Make a backup as an operator does."""
    command = [str(PWA), "backup", str(target)]
    subprocess.run(command, env=server.environ, check=True, capture_output=True)
    return target


def changes(before: Rows, after: Rows) -> list[tuple[str, str, Any, Any]]:
    """Name each value that differs: table, column, before, after; a row that came is one too."""
    found: list[tuple[str, str, Any, Any]] = []
    for table in sorted({*before, *after}):
        old, new = before.get(table, []), after.get(table, [])
        if len(old) != len(new):
            found.append((table, "rows", len(old), len(new)))
        for one, other in zip(old, new, strict=False):
            found += [(table, key, one[key], other[key]) for key in one if one[key] != other[key]]
    return found


def holding(folder: Path, texts: list[str]) -> set[str]:
    """Return which texts stand anywhere in the files of a folder, in UTF-8 or UTF-16."""
    data = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return {text for text in texts if text.encode() in data or text.encode("utf-16-le") in data}
