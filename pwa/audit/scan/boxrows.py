"""A box that WebKit keeps in rows of IndexedDB: put together from its database in SQLite.

docs/box-format.md, section 7; keys and values as WebKit writes them (`serializeIDBKeyData`, and a
cloned buffer whose bytes come last). Only the rows that count: older ones are seen as pages alone.
"""

import sqlite3
import struct
from collections.abc import Iterator

from pwa.audit.scan.box import SIZES, file_bytes

PAGE_BYTES = 65_536
KEY = struct.Struct("<BBQBdBd")
"""Version 0, an array (160) of two: a number (32), the place, and a number, the page."""

ARRAY_OF_TWO = (0, 160, 2, 32, 32)


def boxes(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the box of each place in each store of a database; nothing of another's."""
    try:
        rows = connection.execute("SELECT objectStoreID, key, value FROM Records").fetchall()
    except sqlite3.Error:
        return
    places: dict[tuple[int, float], dict[float, bytes]] = {}
    for store, key, value in rows:
        if not isinstance(key, bytes) or len(key) != KEY.size or not isinstance(value, bytes):
            continue
        *kinds, place_kind, place, page_kind, page = KEY.unpack(key)
        if (
            (*kinds, place_kind, page_kind) == ARRAY_OF_TWO
            and len(value) > PAGE_BYTES
            and page >= 0
        ):
            places.setdefault((store, place), {})[page] = value[-PAGE_BYTES:]
    for pages in places.values():
        whole = b"".join(pages[page] for page in sorted(pages))
        # The last page is filled up with zeros.
        fitting = [file_bytes(size) for size in SIZES if file_bytes(size) <= len(whole)]
        yield whole[: max(fitting, default=0)]
