"""Decode raw Snappy blocks (format_description.txt of google/snappy), cut ones too."""

MAX_BYTES = 32 * 1024 * 1024


def read_varint(data: bytes, at: int) -> tuple[int, int] | None:
    """Read a little-endian base-128 number: value and the offset after it, or `None`."""
    value = 0
    for shift in range(0, 35, 7):
        if at >= len(data):
            return None
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    return None


def decode(data: bytes) -> bytes | None:
    """Decode one block, cut short or followed by other bytes; `None`: not Snappy."""
    head = read_varint(data, 0)
    if head is None or not 0 < head[0] <= MAX_BYTES:
        return None
    size, at = head
    out = bytearray()
    while len(out) < size and at < len(data):
        step = _literal(data, at, out) if data[at] & 3 == 0 else _copy(data, at, out)
        if step is None:
            return None
        at = step
    return bytes(out[:size])


def _literal(data: bytes, at: int, out: bytearray) -> int | None:
    length = data[at] >> 2
    at += 1
    if length >= 60:
        extra = length - 59
        length = int.from_bytes(data[at : at + extra], "little")
        at += extra
    out += data[at : at + length + 1]
    return at + length + 1


def _copy(data: bytes, at: int, out: bytearray) -> int | None:
    tag = data[at]
    kind = tag & 3
    length = (tag >> 2) + 1
    if kind == 1:
        length = ((tag >> 2) & 7) + 4
        offset = (tag >> 5) << 8 | int.from_bytes(data[at + 1 : at + 2], "little")
        at += 2
    else:
        width = 2 if kind == 2 else 4
        offset = int.from_bytes(data[at + 1 : at + 1 + width], "little")
        at += 1 + width
    if not 0 < offset <= len(out):
        return None
    repeat(out, offset, length)
    return at


def repeat(out: bytearray, offset: int, length: int) -> None:
    """Append `length` bytes from `offset` back; they may overlap what is written."""
    start = len(out) - offset
    piece = out[start : start + length]
    while len(piece) < length:
        piece += piece[: length - len(piece)]
    out += piece
