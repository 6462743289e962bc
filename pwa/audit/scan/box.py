"""What anybody can read in a box: the cover's region, whose key comes from the salt alone.

docs/box-format.md, sections 1 to 5. What stands there is sealed and deflated, so that nothing of
it would be found in the file's own bytes.
"""

import hashlib
import hmac
import zlib
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SALT_BYTES = 32
HEADER_BYTES = 96
SIZES = (0x4_0000, 0x10_0000, 0x40_0000, 0x100_0000)
COPIES = (0, 1)
MAX_STREAM_BYTES = 0x200_0000
NONCE = slice(0, 12)
SEALED = slice(12, 84)

COVER = "cover's region"
"""What every view of it is called."""


def file_bytes(size: int) -> int:
    """Return the length of a whole file whose copies have that size."""
    return SALT_BYTES + 10 * size


def cover_views(box: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (how, bytes) for both copies of the cover's region, unsealed and then inflated.

    Nothing comes of what is no box. A file that is one byte too long is one that was never whole.
    """
    whole = [size for size in SIZES if len(box) - file_bytes(size) in (0, 1)]
    if not whole:
        return
    salt = box[:SALT_BYTES]
    kek = derive_kek(salt, salt[16:], 0)
    for copy in COPIES:
        start = SALT_BYTES + copy * whole[0]
        # A copy from before the file grew is sealed for a smaller size.
        for size in (each for each in SIZES if each <= whole[0]):
            plain = _unsealed(box[start : start + size], kek, copy, size)
            if plain is not None:
                yield f"{COVER}, copy {copy}", plain
                for stream in _streams(plain):
                    yield f"{COVER}, copy {copy}, inflated", stream


def derive_kek(root: bytes, salt: bytes, region: int) -> bytes:
    """Derive the key that wraps a region's headers: HKDF-SHA256 (RFC 5869), one block."""
    extracted = hmac.new(salt, root, hashlib.sha256).digest()
    info = f"region {region}".encode()
    return hmac.new(extracted, info + b"\1", hashlib.sha256).digest()


def unwrap(kek: bytes, header: bytes, region: int, copy: int, size: int) -> bytes | None:
    """Return the body key in a header, or `None` when this is not the header's key."""
    bound = bytes([1, 0, region, copy]) + size.to_bytes(4, "big")
    try:
        return AESGCM(kek).decrypt(header[NONCE], header[SEALED], bound)[:32]
    except InvalidTag:
        return None


def unseal(dek: bytes, sealed: bytes, region: int, copy: int) -> bytes | None:
    """Return the body of a copy, given whole; `None` when a save of it was cut off."""
    bound = bytes([1, 1, region, copy]) + len(sealed).to_bytes(4, "big")
    body = sealed[HEADER_BYTES:]
    try:
        return AESGCM(dek).decrypt(body[NONCE], body[12:], bound)
    except InvalidTag:
        return None


def _unsealed(sealed: bytes, kek: bytes, copy: int, size: int) -> bytes | None:
    dek = unwrap(kek, sealed[:HEADER_BYTES], 0, copy, size)
    return None if dek is None else unseal(dek, sealed, 0, copy)


def _streams(plain: bytes) -> Iterator[bytes]:
    """Yield the two deflated streams; whatever cannot be inflated is seen as it stands."""
    at = 0
    for _ in range(2):
        length = int.from_bytes(plain[at : at + 4], "big")
        stream = plain[at + 4 : at + 4 + length]
        at += 4 + length
        try:
            yield zlib.decompressobj(-15).decompress(stream, MAX_STREAM_BYTES)
        except zlib.error:
            continue
