"""Views of a file: its bytes as stored, and as each decoder that fits reads them."""

import importlib
import zlib
from collections.abc import Iterator
from typing import Protocol

from pwa.audit.scan import leveldb, lz4, snappy

MAX_VIEW_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 3

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
    for how, inside in _decoded(data):
        for deeper, found in views(inside[:MAX_VIEW_BYTES], depth + 1):
            yield (f"{how} > {deeper}" if deeper else how), found


def _decoded(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield from _deflated(data)
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
    for at in range(offset, len(data), 4096):
        try:
            out += engine.decompress(data[at : at + 4096], MAX_VIEW_BYTES)
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
    plain = unbrotli(body)
    if plain:
        yield "brotli", plain


def unbrotli(data: bytes) -> bytes:
    """Decode a Brotli stream as far as it is whole; empty when it is none."""
    out, failed_at = _brotli_steps(data, 0, 4096)
    # The step that failed may hold the end of the stream and what follows it.
    return out if failed_at is None else _brotli_steps(data[: failed_at + 4096], failed_at, 1)[0]


def _brotli_steps(data: bytes, at: int, step: int) -> tuple[bytes, int | None]:
    decoder: _Brotli = importlib.import_module("brotli").Decompressor()
    out = bytearray(decoder.process(data[:at]))
    while at < len(data) and len(out) < MAX_VIEW_BYTES:
        try:
            out += decoder.process(data[at : at + step])
        except Exception:
            return bytes(out), at
        at += step
    return bytes(out), None


def _all(data: bytes, wanted: bytes) -> Iterator[int]:
    offset = data.find(wanted)
    while offset >= 0:
        yield offset
        offset = data.find(wanted, offset + 1)
