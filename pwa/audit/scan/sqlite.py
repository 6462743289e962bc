"""Read a browser's SQLite databases from a copy, with what their logs hold beside them applied."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MAGIC = b"SQLite format 3\0"


@contextmanager
def opened(path: Path, text: Callable[[bytes], object] = bytes) -> Iterator[sqlite3.Connection]:
    """Open a copy of a database and its logs; `text` makes something of each text's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for suffix in ("", "-wal", "-journal"):
            # A log goes away whenever its changes have come into the database.
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        connection = sqlite3.connect(copy)
        connection.text_factory = text
        try:
            yield connection
        finally:
            connection.close()


def readable(data: bytes) -> str:
    """Return a text's bytes as text, whatever they are."""
    return data.decode("utf-8", "replace")


def tables(connection: sqlite3.Connection) -> Iterator[tuple[str, sqlite3.Cursor]]:
    """Yield name and rows of every table that can be read."""
    names = connection.execute("SELECT CAST(name AS BLOB) FROM sqlite_master WHERE type = 'table'")
    for (name,) in names.fetchall():
        shown = readable(name)
        quoted = shown.replace('"', '""')
        try:
            # A table's name cannot be a parameter; it is one of the copy's own.
            rows = connection.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608
        except sqlite3.Error:
            continue
        yield shown, rows
