"""Decode LZ4 blocks and Firefox's `mozLz4` files (lz4_Block_format.md of lz4)."""

from pwa.audit.scan.snappy import MAX_BYTES, repeat

MOZ_MAGIC = b"mozLz40\0"


def decode_moz(data: bytes) -> bytes | None:
    """Decode a session or add-on file of Firefox; `None`: not one, or broken."""
    if not data.startswith(MOZ_MAGIC):
        return None
    size = int.from_bytes(data[8:12], "little")
    return decode(data[12:], size) if size <= MAX_BYTES else None


def decode(data: bytes, size: int) -> bytes | None:
    """Decode one block of `size` plain bytes, as far as it is whole; `None`: not LZ4."""
    out = bytearray()
    at = 0
    while at < len(data) and len(out) < size:
        token = data[at]
        at, length = _length(data, at + 1, token >> 4)
        out += data[at : at + length]
        at += length
        if at + 2 > len(data) or len(out) >= size:
            break
        offset = int.from_bytes(data[at : at + 2], "little")
        at, length = _length(data, at + 2, token & 15)
        if not 0 < offset <= len(out):
            return None
        repeat(out, offset, length + 4)
    return bytes(out[:size])


def _length(data: bytes, at: int, nibble: int) -> tuple[int, int]:
    if nibble < 15:
        return at, nibble
    length = nibble
    while at < len(data):
        byte = data[at]
        at += 1
        length += byte
        if byte != 255:
            break
    return at, min(length, MAX_BYTES)
