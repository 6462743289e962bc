"""What the cover keeps is seen in a box, in either copy, since anybody can open its region."""

import sqlite3
import struct
from pathlib import Path

import pytest

from pwa.audit.errors import Unable
from pwa.audit.ground import KEPT
from pwa.audit.model import Trial
from pwa.audit.probes.looking import see_nothing_on_disk
from pwa.audit.scan import boxrows
from pwa.audit.scan.box import COVER, cover_views
from pwa.audit.scan.canary import text_needles
from pwa.audit.scan.disk import scan_disk
from pwa.audit.scan.hits import Hit, Scan
from tests.unit import box_reader as reader
from tests.unit.box_vectors import build, filler, load

SECRET = "green kettle walks on quiet stairs"
SIZE, LARGER = reader.SIZES[:2]
NOISE = filler(bytes(32), reader.file_bytes(LARGER))


def sealed(text: str, copy: int, size: int = SIZE) -> bytes:
    fresh = reader.Fresh(NOISE[40:72], NOISE[72:84], NOISE[84:96], NOISE[96:108])
    streams = (reader.deflate(b""), reader.deflate(text.encode()), b"")
    place = reader.Place(0, copy, size)
    return reader.seal_copy(reader.cover_kek(NOISE[:32]), place, 7, streams, fresh)


def a_box(text: str, copy: int, size: int = SIZE, *, sealed_for: int = SIZE) -> bytes:
    """Return a box in which the cover's other copy is none, or of an older writer."""
    box = bytearray(NOISE[: reader.file_bytes(size)])
    start = reader.offset(size, 0, copy)
    box[start : start + sealed_for] = sealed(text, copy, sealed_for)
    return bytes(box)


def look(folder: Path, data: bytes) -> Scan:
    (folder / "00").write_bytes(data)
    return scan_disk(folder, text_needles("secret", SECRET))


@pytest.mark.parametrize("copy", [0, 1])
def test_secret_that_was_kept_as_an_entry_is_seen_in_either_copy(tmp_path: Path, copy: int) -> None:
    box = a_box(f'{{"items":["{SECRET}"]}}', copy)
    assert SECRET.encode() not in box
    [hit] = look(tmp_path, box).hits
    assert hit.where == f"00 ({COVER}, copy {copy}, inflated)"


def test_copy_from_before_the_box_grew_is_seen(tmp_path: Path) -> None:
    assert look(tmp_path, a_box(SECRET, 1, LARGER, sealed_for=SIZE)).names() == {"secret"}


def test_box_that_was_never_complete_is_seen(tmp_path: Path) -> None:
    assert look(tmp_path, a_box(SECRET, 0) + b"\0").names() == {"secret"}


@pytest.mark.parametrize("length", [0, 32, reader.file_bytes(SIZE) - 1, reader.file_bytes(SIZE)])
def test_what_holds_no_cover_gives_no_view(length: int) -> None:
    assert list(cover_views(NOISE[:length])) == []


def test_frozen_boxes_are_read() -> None:
    for vector in load():
        if vector["cover"]:
            seen = [inside for how, inside in cover_views(build(vector)) if "inflated" in how]
            assert vector["cover"].encode() in seen


def rows(folder: Path, box: bytes) -> Path:
    """Write a box as WebKit does: pages in rows, each key an array of two numbers."""
    path = folder / "IndexedDB.sqlite3"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE Records (objectStoreID, key, value, recordID INTEGER)")
    for number, at in enumerate(range(0, len(box), boxrows.PAGE_BYTES)):
        page = box[at : at + boxrows.PAGE_BYTES].ljust(boxrows.PAGE_BYTES, b"\0")
        key = bytes([0, 160]) + struct.pack("<QBdBd", 2, 32, 0, 32, number)
        database.execute("INSERT INTO Records VALUES (1, ?, ?, ?)", (key, b"head" + page, -number))
    length = bytes([0, 160]) + struct.pack("<QBdBd", 2, 32, 0, 32, -1)
    database.execute("INSERT INTO Records VALUES (1, ?, ?, 99)", (length, b"length"))
    database.commit()
    database.close()
    return path


def test_secret_in_a_box_that_is_kept_in_rows_is_seen(tmp_path: Path) -> None:
    rows(tmp_path, a_box(SECRET, 1))
    scan = scan_disk(tmp_path, text_needles("secret", SECRET))
    assert scan.wheres() == {f"IndexedDB.sqlite3 (SQLite {COVER}, copy 1, inflated)"}


CONTROL = Hit("control", "utf-8", "Local Storage", 0)


def test_look_that_did_not_open_the_covers_region_is_no_verdict() -> None:
    elsewhere = Hit(KEPT, "json", "Default/History", 0)
    with pytest.raises(Unable, match="not seen in its region"):
        see_nothing_on_disk(Trial("", "", (), "", ""), Scan([CONTROL, elsewhere]))


def test_covers_entry_in_its_region_is_a_control_and_no_leak() -> None:
    trial = Trial("", "", (), "", "")
    kept = Hit(KEPT, "json", f"00 ({COVER}, copy 1, inflated)", 0)
    see_nothing_on_disk(trial, Scan([CONTROL, kept]))
    assert "the usual entry in 1 of 2 copies" in "".join(trial.control)
