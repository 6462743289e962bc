"""Read LevelDB files, also damaged ones: write-ahead logs and tables, keys made whole.

Formats: doc/log_format.md and doc/table_format.md of google/leveldb. Deleted and
overwritten entries are read too: it is exactly those that a browser leaves behind.
"""

from collections.abc import Iterator

from pwa.audit.scan import snappy

LOG_BLOCK_BYTES = 32768
TABLE_MAGIC = bytes.fromhex("57fb808b247547db")
_FULL, _FIRST, _MIDDLE, _LAST = 1, 2, 3, 4


def log_records(data: bytes) -> Iterator[bytes]:
    """Yield the records of a `.log` file, put together from their fragments."""
    whole = b""
    for start in range(0, len(data), LOG_BLOCK_BYTES):
        block = data[start : start + LOG_BLOCK_BYTES]
        at = 0
        while at + 7 <= len(block):
            length = int.from_bytes(block[at + 4 : at + 6], "little")
            kind = block[at + 6]
            fragment = block[at + 7 : at + 7 + length]
            at += 7 + length
            if kind not in (_FULL, _FIRST, _MIDDLE, _LAST):
                break
            whole = fragment if kind in (_FULL, _FIRST) else whole + fragment
            if kind in (_FULL, _LAST):
                yield whole


def table_blocks(data: bytes) -> Iterator[bytes]:
    """Yield every data block of an `.ldb` table: its content, then its keys and values."""
    if data[-8:] != TABLE_MAGIC:
        return
    footer = data[-48:]
    after_meta = _skip_handle(footer, 0)
    index_at = _handle(footer, after_meta)
    if index_at is None:
        return
    index = _block(data, index_at)
    for _, value in _entries(index):
        place = _handle(value, 0)
        if place is not None:
            block = _block(data, place)
            yield block
            yield b"".join(key + b"\0\0" + value + b"\0\0" for key, value in _entries(block))


def _skip_handle(data: bytes, at: int) -> int:
    for _ in range(2):
        number = snappy.read_varint(data, at)
        at = number[1] if number else len(data)
    return at


def _handle(data: bytes, at: int) -> tuple[int, int] | None:
    offset = snappy.read_varint(data, at)
    size = snappy.read_varint(data, offset[1]) if offset else None
    return (offset[0], size[0]) if offset and size else None


def _block(data: bytes, place: tuple[int, int]) -> bytes:
    offset, size = place
    content = data[offset : offset + size]
    is_packed = data[offset + size : offset + size + 1] == b"\1"
    return (snappy.decode(content) or b"") if is_packed else content


def _entries(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    restarts = int.from_bytes(block[-4:], "little")
    end = len(block) - 4 * (restarts + 1)
    key = b""
    at = 0
    while at < end:
        numbers = []
        for _ in range(3):
            number = snappy.read_varint(block, at)
            if number is None:
                return
            numbers.append(number[0])
            at = number[1]
        shared, own, length = numbers
        key = key[:shared] + block[at : at + own]
        yield key, block[at + own : at + own + length]
        at += own + length
