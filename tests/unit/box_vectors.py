"""Frozen boxes: built from the inputs in tests/vectors/box.json, checked against their sums.

A box is too random to keep whole, so its filler is an AES-CTR key stream and the file is known by
its SHA-256. To freeze a new vector on purpose: `python -m tests.unit.box_vectors`.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

from tests.unit import box_reader as reader

PATH = Path(__file__).parents[1] / "vectors" / "box.json"


STREAMS: tuple[Literal["first", "second", "third"], ...] = ("first", "second", "third")


class CopyVector(TypedDict):
    """One copy: what goes in, and what its header and body come to."""

    secret: str | None
    region: int
    copy: int
    size: int
    sequence: str
    dek: str
    header_nonce: str
    body_nonce: str
    first: str
    second: str
    third: NotRequired[str]
    kek: NotRequired[str]
    header: NotRequired[str]
    body_sha256: NotRequired[str]


class BoxVector(TypedDict):
    """One whole file."""

    about: str
    size: int
    filler_key: str
    copies: list[CopyVector]
    opens: dict[str, dict[str, Any]]
    cover: str
    sha256: NotRequired[str]


def load() -> list[BoxVector]:
    """Return the frozen vectors."""
    vectors: list[BoxVector] = json.loads(PATH.read_text("utf-8"))
    return vectors


def filler(key: bytes, length: int) -> bytes:
    """Return the key stream that stands for random bytes."""
    return Cipher(AES256(key), CTR(bytes(16))).encryptor().update(bytes(length))


def kek_for(vector: CopyVector, salt: bytes) -> bytes:
    """Return the key that wraps this copy's header."""
    if vector["secret"] is None:
        return reader.cover_kek(salt)
    return reader.kek_of(reader.root_of(vector["secret"], salt), salt, vector["region"])


def build(vector: BoxVector) -> bytes:
    """Return the file that the inputs of `vector` give."""
    box = bytearray(filler(bytes.fromhex(vector["filler_key"]), reader.file_bytes(vector["size"])))
    for each in vector["copies"]:
        start = reader.offset(vector["size"], each["region"], each["copy"])
        fresh = reader.Fresh(
            bytes.fromhex(each["dek"]),
            bytes.fromhex(each["header_nonce"]),
            bytes.fromhex(each["body_nonce"]),
            bytes(box[start + 84 : start + 96]),
        )
        streams = tuple(bytes.fromhex(each.get(name, "")) for name in STREAMS)
        place = reader.Place(each["region"], each["copy"], each["size"])
        kek = kek_for(each, bytes(box[:32]))
        sealed = reader.seal_copy(kek, place, int(each["sequence"]), streams, fresh)
        box[start : start + each["size"]] = sealed
    return bytes(box)


def freeze(vector: BoxVector) -> None:
    """Write what `vector` comes to into it."""
    box = build(vector)
    for each in vector["copies"]:
        start = reader.offset(vector["size"], each["region"], each["copy"])
        each["kek"] = kek_for(each, box[:32]).hex()
        each["header"] = box[start : start + 96].hex()
        body = box[start + 96 : start + each["size"]]
        each["body_sha256"] = hashlib.sha256(body).hexdigest()
    vector["sha256"] = hashlib.sha256(box).hexdigest()


if __name__ == "__main__":
    made = load()
    for one in made:
        freeze(one)
    PATH.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.stdout.write(f"{len(made)} vectors frozen\n")
