"""Decoders of the disk probe: each packed form of a canary is seen, also when damaged."""

import gzip
import importlib
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pwa.audit.scan import leveldb, lz4, snappy
from pwa.audit.scan.canary import text_needles
from pwa.audit.scan.disk import scan_disk
from pwa.audit.scan.views import CACHE_ENTRY_MAGIC, CLONE_SNAPPY_MARK, views

TEXT = b"the canary qvxkzjwfmp sings, the canary qvxkzjwfmp sings again"
# 62 plain bytes: a literal of 29, a copy of 27 from 29 back, a literal of 6.
SNAPPED = bytes([62, 28 << 2]) + TEXT[:29] + bytes([(27 - 1) << 2 | 2, 29, 0, 5 << 2]) + TEXT[56:]
# The same as LZ4: 29 literals, a match of 27 from 29 back, 6 literals.
LZ4 = bytes([0xFF, 29 - 15]) + TEXT[:29] + bytes([29, 0, 27 - 4 - 15]) + bytes([0x60]) + TEXT[56:]


def seen(data: bytes) -> list[str]:
    return [how for how, inside in views(data) if TEXT in inside]


def test_snappy_block_is_decoded() -> None:
    assert snappy.decode(SNAPPED) == TEXT


def test_snappy_block_cut_short_is_decoded_as_far_as_it_goes() -> None:
    assert snappy.decode(SNAPPED[:20]) == TEXT[:18]


@pytest.mark.parametrize("data", [b"", b"\xff\xff\xff\xff\xff", b"\x05\x01\x09", b"\x00"])
def test_what_is_not_snappy_is_refused(data: bytes) -> None:
    assert snappy.decode(data) is None


def test_lz4_session_file_is_decoded() -> None:
    assert lz4.decode_moz(lz4.MOZ_MAGIC + len(TEXT).to_bytes(4, "little") + LZ4) == TEXT


@pytest.mark.parametrize(
    ("packed", "how"),
    [
        (gzip.compress(TEXT, mtime=0), "gzip"),
        (zlib.compress(TEXT), "zlib"),
        (CLONE_SNAPPY_MARK + SNAPPED, "Snappy"),
        (lz4.MOZ_MAGIC + len(TEXT).to_bytes(4, "little") + LZ4, "mozLz4"),
        (gzip.compress(b"before" * 200 + zlib.compress(TEXT), mtime=0), "gzip at 0x3 > zlib"),
    ],
)
def test_packed_text_is_seen_in_the_middle_of_a_file(packed: bytes, how: str) -> None:
    lead = b"" if how == "mozLz4" else b"\0\1\2"
    assert TEXT not in packed
    assert how in [found[: len(how)] for found in seen(lead + packed + b"tail")]


def test_brotli_body_of_a_cache_entry_is_seen() -> None:
    packed: bytes = importlib.import_module("brotli").compress(TEXT)
    head = CACHE_ENTRY_MAGIC + bytes(4) + (3).to_bytes(4, "little") + bytes(8) + b"key"
    assert seen(head + packed + b"end of record") == ["brotli"]


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def raw_brotli(data: bytes) -> bytes:
    packed: bytes = importlib.import_module("brotli").compress(data)
    return packed


BEHIND = bytes(range(256)) * 40


@pytest.mark.parametrize("text", [TEXT, TEXT + BEHIND * 9 + TEXT[::-1]], ids=["short", "long"])
@pytest.mark.parametrize(("pack", "how"), [(raw_brotli, "brotli"), (raw_deflate, "deflate at 0x0")])
def test_raw_stream_at_the_start_of_a_file_is_seen_whatever_follows(
    pack: Callable[[bytes], bytes], how: str, text: bytes
) -> None:
    """Firefox's cache keeps answers so, what is known of each behind it."""
    packed = pack(text)
    assert TEXT not in packed
    for behind in (b"", b"end of record", BEHIND):
        whole = [inside for found, inside in views(packed + behind) if found == how]
        assert whole == [text]


@pytest.mark.parametrize("pack", [raw_brotli, raw_deflate])
def test_raw_stream_in_a_row_or_in_a_cached_body_is_seen(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    head = CACHE_ENTRY_MAGIC + bytes(4) + (3).to_bytes(4, "little") + bytes(8) + b"key"
    assert len(seen(head + pack(TEXT) + b"end of record")) == 1
    with closing(sqlite3.connect(tmp_path / "rows.db")) as database, database:
        database.execute("CREATE TABLE t (a BLOB)")
        database.execute("INSERT INTO t VALUES (?)", (pack(TEXT),))
    scan = scan_disk(tmp_path, text_needles("c", "canary qvxkzjwfmp sings again"))
    assert scan.names() == {"c"}


def test_start_of_a_damaged_gzip_file_is_seen() -> None:
    packed = gzip.compress(TEXT + bytes(range(256)) * 40)
    assert any(TEXT in inside for _, inside in views(packed[: len(packed) // 2]))


def test_log_record_is_put_together_from_its_fragments() -> None:
    def fragment(kind: int, data: bytes) -> bytes:
        return bytes(4) + len(data).to_bytes(2, "little") + bytes([kind]) + data

    filler = fragment(1, bytes(leveldb.LOG_BLOCK_BYTES - 7 - 7 - 20))
    log = filler + fragment(2, TEXT[:20]) + fragment(4, TEXT[20:])
    assert TEXT not in log
    assert TEXT in list(leveldb.log_records(log))


def table(block: bytes, is_packed: bool) -> bytes:
    body = block + bytes([is_packed]) + bytes(4)
    entry = bytes([0, 1, 2]) + b"k" + bytes([0, len(block)])
    index = entry + bytes(4) + (1).to_bytes(4, "little")
    handles = bytes([0, 0, len(body), len(index)])
    return body + index + bytes(5) + handles + bytes(40 - len(handles)) + leveldb.TABLE_MAGIC


def test_table_block_is_unpacked() -> None:
    assert TEXT in list(leveldb.table_blocks(table(SNAPPED, is_packed=True)))


def test_shortened_key_of_a_table_is_made_whole() -> None:
    entries = bytes([0, 20, 0]) + TEXT[:20] + bytes([20, 42, 0]) + TEXT[20:]
    block = entries + bytes(4) + (1).to_bytes(4, "little")
    assert TEXT in b"".join(leveldb.table_blocks(table(block, is_packed=False)))


def test_row_that_is_only_in_the_write_ahead_log_is_seen(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "rows.db")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE t (a BLOB)")
    database.execute("INSERT INTO t VALUES (?)", (zlib.compress(TEXT),))
    database.commit()
    scan = scan_disk(tmp_path, text_needles("c", "canary qvxkzjwfmp sings again"))
    assert any(hit.where.startswith("rows.db (SQLite") for hit in scan.hits), str(scan)
    database.close()


def test_text_longer_than_a_page_is_seen_whole(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "rows.db")
    database.execute("CREATE TABLE t (a TEXT)")
    long_text = "".join(f"word{number:05d}" for number in range(2000))
    database.execute("INSERT INTO t VALUES (?)", (long_text,))
    database.commit()
    database.close()
    scan = scan_disk(tmp_path, text_needles("c", long_text))
    assert scan.names() == {"c"}


def test_revealing_file_name_is_seen(tmp_path: Path) -> None:
    (tmp_path / "qvxkzjwfmp").write_bytes(b"")
    assert scan_disk(tmp_path, text_needles("c", "qvxkzjwfmp")).wheres() == {"file name"}
