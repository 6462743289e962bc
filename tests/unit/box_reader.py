"""A second implementation of docs/box-format.md, written from the document alone."""

import struct
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SIZES = (1 << 18, 1 << 20, 1 << 22, 1 << 24)
HEADER, BODY = 0, 1
MAX_FIRST, MAX_SECOND = 1 << 22, 1 << 25
MAX_PIECES, MAX_PIECE = 64, 1 << 20


class BrokenBox(Exception):
    """A key opened a header, but nothing sound lies behind it."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Another space that a space knows."""

    kind: int
    region: int
    kek: bytes


@dataclass(frozen=True, slots=True)
class Space:
    """What one region holds, unsealed."""

    data: str
    path: str = ""
    code: str = ""
    kind: int = 0
    flags: int = 0
    companions: tuple[Companion, ...] = field(default=())
    pieces: tuple[tuple[str, bytes], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Place:
    """Which copy of which region, sealed for which size."""

    region: int
    copy: int
    size: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a writer draws at random for one copy."""

    dek: bytes
    header_nonce: bytes
    body_nonce: bytes
    filler: bytes


def file_bytes(size: int) -> int:
    return 32 + 10 * size


def offset(file_size: int, region: int, copy: int) -> int:
    return 32 + (2 * region + copy) * file_size


def root_of(secret: str, salt: bytes) -> bytes:
    typed = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(typed, salt[:16], 3, 65536, 1, 32, Type.ID)


def kek_of(root: bytes, salt: bytes, region: int) -> bytes:
    return HKDF(SHA256(), 32, salt[16:32], b"region %d" % region).derive(root)


def cover_kek(salt: bytes) -> bytes:
    return kek_of(salt, salt, 0)


def aad(part: int, place: Place) -> bytes:
    return struct.pack(">BBBBI", 1, part, place.region, place.copy, place.size)


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def inflate(stream: bytes, ceiling: int) -> bytes:
    reader = zlib.decompressobj(-15)
    try:
        data = reader.decompress(stream, ceiling)
    except zlib.error as error:
        raise BrokenBox from error
    if not reader.eof or reader.unused_data:
        raise BrokenBox
    return data


def first_stream(space: Space) -> bytes:
    parts = [bytes([space.kind, space.flags, len(space.companions)])]
    parts += [bytes([each.kind, each.region]) + each.kek for each in space.companions]
    path = space.path.encode()
    return deflate(b"".join(parts) + struct.pack(">H", len(path)) + path + space.code.encode())


def third_stream(pieces: tuple[tuple[str, bytes], ...]) -> bytes:
    return b"".join(
        bytes.fromhex(name) + struct.pack(">I", len(piece)) + piece for name, piece in pieces
    )


def read_pieces(stream: bytes) -> tuple[tuple[str, bytes], ...]:
    found: list[tuple[str, bytes]] = []
    at = 0
    while at + 12 <= len(stream) and len(found) < MAX_PIECES:
        (length,) = struct.unpack_from(">I", stream, at + 8)
        if length > MAX_PIECE or at + 12 + length > len(stream):
            break
        found.append((stream[at : at + 8].hex(), stream[at + 12 : at + 12 + length]))
        at += 12 + length
    return tuple(found)


def read_space(first: bytes, second: bytes, third: bytes) -> Space:
    plain = inflate(first, MAX_FIRST)
    kind, flags, count = plain[:3]
    companions = tuple(
        Companion(plain[at], plain[at + 1], plain[at + 2 : at + 34])
        for at in range(3, 3 + 34 * count, 34)
    )
    rest = plain[3 + 34 * count :]
    (length,) = struct.unpack(">H", rest[:2])
    path, code = rest[2 : 2 + length].decode(), rest[2 + length :].decode()
    data = inflate(second, MAX_SECOND).decode()
    return Space(data, path, code, kind, flags, companions, read_pieces(third))


def seal_copy(
    kek: bytes, place: Place, sequence: int, streams: tuple[bytes, ...], fresh: Fresh
) -> bytes:
    """Return the bytes of one whole copy."""
    fields = fresh.dek + struct.pack(">Q", sequence) + bytes(16)
    header = AESGCM(kek).encrypt(fresh.header_nonce, fields, aad(HEADER, place))
    plain = b"".join(struct.pack(">I", len(each)) + each for each in streams)
    body = plain.ljust(place.size - 96 - 12 - 16, b"\0")
    sealed = AESGCM(fresh.dek).encrypt(fresh.body_nonce, body, aad(BODY, place))
    return fresh.header_nonce + header + fresh.filler + fresh.body_nonce + sealed


def _open_header(kek: bytes, box: bytes, start: int, place: Place) -> tuple[bytes, int] | None:
    nonce, sealed = box[start : start + 12], box[start + 12 : start + 84]
    try:
        fields = AESGCM(kek).decrypt(nonce, sealed, aad(HEADER, place))
    except InvalidTag:
        return None
    return fields[:32], struct.unpack(">Q", fields[32:40])[0]


Streams = tuple[bytes, bytes, bytes]


def _open_body(dek: bytes, box: bytes, start: int, place: Place) -> Streams | None:
    sealed = box[start + 96 : start + place.size]
    try:
        plain = AESGCM(dek).decrypt(sealed[:12], sealed[12:], aad(BODY, place))
    except InvalidTag:
        return None
    (first,) = struct.unpack_from(">I", plain, 0)
    (second,) = struct.unpack_from(">I", plain, 4 + first)
    end = 8 + first + second
    # A body of an earlier writer may be full before a third length.
    third = struct.unpack_from(">I", plain, end)[0] if end + 4 <= len(plain) else 0
    if end + 4 + third > len(plain) and third:
        raise BrokenBox
    return plain[4 : 4 + first], plain[8 + first : end], plain[end + 4 : end + 4 + third]


def read_region(box: bytes, kek: bytes, region: int) -> Streams | None:
    """Return the newest sound streams of a region, `None` when the key opens nothing there."""
    file_size = SIZES[[file_bytes(size) for size in SIZES].index(len(box))]
    found = []
    for copy in (0, 1):
        start = offset(file_size, region, copy)
        for size in [each for each in SIZES if each <= file_size]:
            place = Place(region, copy, size)
            opened = _open_header(kek, box, start, place)
            if opened is not None:
                found.append((opened[1], opened[0], start, place))
    for _, dek, start, place in sorted(found, key=lambda each: each[0], reverse=True):
        streams = _open_body(dek, box, start, place)
        if streams is not None:
            return streams
    if found:
        raise BrokenBox
    return None


def open_space(box: bytes, secret: str) -> Space | None:
    """Return what a secret opens; `None` when it opens nothing."""
    root = root_of(secret, box[:32])
    for region in (1, 2, 3, 4):
        streams = read_region(box, kek_of(root, box[:32], region), region)
        if streams is not None:
            return read_space(*streams)
    return None


def cover_data(box: bytes) -> str | None:
    """Return the cover's data; `None` while there is none."""
    streams = read_region(box, cover_kek(box[:32]), 0)
    return None if streams is None else inflate(streams[1], MAX_SECOND).decode() or None


def write_copy(
    box: bytearray,
    kek: bytes,
    place: Place,
    sequence: int,
    streams: tuple[bytes, ...],
    random: Callable[[int], bytes],
) -> None:
    """Write one copy into a box, whatever was there before."""
    file_size = (len(box) - 32) // 10
    fresh = Fresh(random(32), random(12), random(12), random(12))
    start = offset(file_size, place.region, place.copy)
    box[start : start + place.size] = seal_copy(kek, place, sequence, streams, fresh)


def new_box(random: Callable[[int], bytes], size: int = SIZES[0], cover: str = "") -> bytearray:
    """Make a box that holds the cover's data and no space."""
    box = bytearray(random(file_bytes(size)))
    streams = (deflate(b""), deflate(cover.encode()))
    for copy in (0, 1):
        kek = cover_kek(bytes(box[:32]))
        write_copy(box, kek, Place(0, copy, size), copy + 1, streams, random)
    return box


def add_space(
    box: bytearray, secret: str, region: int, space: Space, random: Callable[[int], bytes]
) -> None:
    """Write a space that `secret` opens into both copies of `region`."""
    salt = bytes(box[:32])
    size = (len(box) - 32) // 10
    kek = kek_of(root_of(secret, salt), salt, region)
    streams = (first_stream(space), deflate(space.data.encode()), third_stream(space.pieces))
    for copy in (0, 1):
        write_copy(box, kek, Place(region, copy, size), copy + 1, streams, random)
