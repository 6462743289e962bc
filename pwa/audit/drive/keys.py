"""Work out a box's keys from its file and a secret, to look for them in memory and on disk.

docs/box-format.md; `argon2-cffi` and `cryptography` stand in for what the browser uses.
"""

import hashlib
import hmac
from contextlib import suppress
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from pwa.audit.errors import Unable
from pwa.audit.scan.folders import below

SALT_BYTES = 32
REGIONS = range(1, 5)
SIZES = (0x4_0000, 0x10_0000, 0x40_0000, 0x100_0000)
NONCE = slice(0, 12)
SEALED = slice(12, 84)


def find_box(profile: Path) -> bytes:
    """Return the bytes of the box in a browser profile: the file whose size only a box has."""
    wanted = {SALT_BYTES + 10 * size for size in SIZES}
    boxes = []
    for path in below(profile):
        # The browser may take a file away in this moment.
        with suppress(FileNotFoundError):
            if path.is_file() and path.stat().st_size in wanted:
                boxes.append(path)
    if not boxes:
        raise Unable("no file of a box's size is in the profile")
    return max(boxes, key=lambda path: path.stat().st_mtime_ns).read_bytes()


def box_keys(box: bytes, secret: str) -> dict[str, bytes]:
    """Return every key that `secret` leads to: root, the wrapping keys, the opened body key."""
    salt = box[:SALT_BYTES]
    root = hash_secret_raw(secret.encode(), salt[:16], 3, 65_536, 1, 32, Type.ID)
    keys = {"root": root}
    size = (len(box) - SALT_BYTES) // 10
    for region in REGIONS:
        keys[f"kek {region}"] = kek = derive_kek(root, salt[16:], region)
        for copy in (0, 1):
            start = SALT_BYTES + (2 * region + copy) * size
            dek = unwrap(kek, box[start : start + 96], region, copy, size)
            if dek is not None:
                keys[f"dek {region}.{copy}"] = dek
    return keys


def wrapped_keys(box: bytes, secret: str) -> dict[str, bytes]:
    """Return every wrapped body key that `secret` unwraps, as it stands in the box: 72 bytes."""
    size = (len(box) - SALT_BYTES) // 10
    found = {}
    for name in box_keys(box, secret):
        if name.startswith("dek "):
            region, copy = map(int, name.removeprefix("dek ").split("."))
            start = SALT_BYTES + (2 * region + copy) * size
            found[f"wrapped {name}"] = box[start : start + 96][SEALED]
    return found


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
