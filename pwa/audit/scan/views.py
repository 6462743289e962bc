"""Views of a file: its bytes as stored, and as each decoder that fits reads them."""

import importlib
import zlib
from collections.abc import Iterator
from typing import Protocol

from pwa.audit.scan import leveldb, lz4, snappy

MAX_VIEW_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 3
MAX_UNMARKED_DEPTH = 1
"""A stream without a mark is looked for at the start of a file, and of a row or record in it."""

STEP_BYTES = 4096

CACHE_ENTRY_MAGIC = (0xFCFB6D1BA7725C30).to_bytes(8, "little")
"""First bytes of an entry of Chromium's HTTP, code and service-worker caches."""

CLONE_SNAPPY_MARK = b"\xff\x11\x02"
"""What Chromium writes before an IndexedDB value that it packed with Snappy."""

_ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


class _Brotli(Protocol):
    def process(self, data: bytes) -> bytes: ...


def views(data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield (how, bytes) for `data` itself and for everything packed inside it."""
    yield "", data
    if depth >= MAX_DEPTH:
        return
    for how, inside in _decoded(data, depth):
        for deeper, found in views(inside[:MAX_VIEW_BYTES], depth + 1):
            yield (f"{how} > {deeper}" if deeper else how), found


def _decoded(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    yield from _deflated(data)
    if depth <= MAX_UNMARKED_DEPTH:
        yield from _unmarked(data)
    yield from _snapped(data)
    if data.startswith(CACHE_ENTRY_MAGIC):
        yield from _cache_body(data)
    moz = lz4.decode_moz(data)
    if moz is not None:
        yield "mozLz4", moz
    for block in leveldb.table_blocks(data):
        yield "LevelDB table", block


def _deflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    for offset in _all(data, b"\x1f\x8b\x08"):
        yield from _inflate(data, offset, 31, "gzip")
    for start in _ZLIB_STARTS:
        for offset in _all(data, start):
            yield from _inflate(data, offset, 15, "zlib")


def _inflate(data: bytes, offset: int, bits: int, how: str) -> Iterator[tuple[str, bytes]]:
    engine = zlib.decompressobj(bits)
    out = bytearray()
    # In small steps, so that what comes before damage is seen too.
    for at in range(offset, len(data), STEP_BYTES):
        try:
            out += engine.decompress(data[at : at + STEP_BYTES], MAX_VIEW_BYTES)
        except zlib.error:
            break
        if engine.eof or len(out) >= MAX_VIEW_BYTES:
            break
    if len(out) > 8:
        yield f"{how} at {offset:#x}", bytes(out)


def _snapped(data: bytes) -> Iterator[tuple[str, bytes]]:
    for offset in _all(data, CLONE_SNAPPY_MARK):
        plain = snappy.decode(data[offset + 3 : offset + 3 + snappy.MAX_BYTES])
        if plain:
            yield f"Snappy at {offset:#x}", plain


def _cache_body(data: bytes) -> Iterator[tuple[str, bytes]]:
    # 24 bytes of header, the key's length at 12; the key; the body as it was served.
    body = data[24 + int.from_bytes(data[12:16], "little") :]
    yield from _unmarked(body)


def _unmarked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what raw streams at the very start say: they have no mark to be found by elsewhere.

    Firefox begins the file of a cached answer with its body; a row may be nothing but a stream.
    """
    yield from _inflate(data, 0, -15, "deflate")
    plain = unbrotli(data)
    if plain:
        yield "brotli", plain


def unbrotli(data: bytes) -> bytes:
    """Decode a Brotli stream as far as it is whole; empty when it is none."""
    out, failed_at = _brotli_steps(data)
    if failed_at is None:
        return out
    # The step that failed may hold the end of the stream and what follows it.
    good, bad = failed_at, min(failed_at + STEP_BYTES, len(data))
    while bad - good > 1:
        middle = (good + bad) // 2
        longer, failed_at = _brotli_steps(data[:middle])
        if failed_at is None:
            good, out = middle, longer
        else:
            bad = middle
    return out


def _brotli_steps(data: bytes) -> tuple[bytes, int | None]:
    """Decode step by step; returns what came, and where the step began that failed."""
    decoder: _Brotli = importlib.import_module("brotli").Decompressor()
    out = bytearray()
    for at in range(0, len(data), STEP_BYTES):
        try:
            out += decoder.process(data[at : at + STEP_BYTES])
        except Exception:
            return bytes(out), at
        if len(out) >= MAX_VIEW_BYTES:
            break
    return bytes(out), None


def _all(data: bytes, wanted: bytes) -> Iterator[int]:
    offset = data.find(wanted)
    while offset >= 0:
        yield offset
        offset = data.find(wanted, offset + 1)
