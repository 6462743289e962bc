"""Work out a box's keys from its file and a secret, to look for them in memory and on disk.

docs/box-format.md; `argon2-cffi` and `cryptography` stand in for what the browser uses.
"""

from contextlib import suppress
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from pwa.audit.errors import Unable
from pwa.audit.scan.box import (
    COPIES,
    HEADER_BYTES,
    SALT_BYTES,
    SEALED,
    SIZES,
    derive_kek,
    file_bytes,
    unwrap,
)
from pwa.audit.scan.folders import below

REGIONS = range(1, 5)
"""Those that a secret may open; the cover's own, region 0, is a view of every box (`scan/box`)."""


def find_box(profile: Path) -> bytes:
    """Return the bytes of the box in a browser profile: the file whose size only a box has."""
    wanted = set(map(file_bytes, SIZES))
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
        for copy in COPIES:
            start = SALT_BYTES + (2 * region + copy) * size
            dek = unwrap(kek, box[start : start + HEADER_BYTES], region, copy, size)
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
            found[f"wrapped {name}"] = box[start : start + HEADER_BYTES][SEALED]
    return found
