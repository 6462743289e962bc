"""What stands outside the databases: sessions, stores in JSON, folders, and rows without a host."""

import json
import sqlite3
from pathlib import Path

import pytest

from pwa.audit.probes.recorded import WORD, fill_in, site_texts
from pwa.audit.scan import stores
from pwa.audit.scan.lz4 import MOZ_MAGIC
from pwa.audit.scan.rows import differences, profile_rows, rows_about, rows_compared

HOST = "127.0.0.1:8000"
COVER = f"http://{HOST}/list/"


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def page_command(number: int, address: str, title: str) -> bytes:
    wide = title.encode("utf-16-le")
    pickle = bytes(12) + len(address).to_bytes(4, "little") + address.encode()
    pickle += bytes(-len(address) % 4) + len(title).to_bytes(4, "little") + wide
    command = bytes([number]) + pickle + bytes(-len(wide) % 4) + b"the rest"
    return len(command).to_bytes(2, "little") + command


def moz(value: object) -> bytes:
    """Pack as LZ4 does what holds nothing twice: literals alone."""
    plain = json.dumps(value).encode()
    fulls, rest = divmod(len(plain) - 15, 255)
    length = b"\xff" * fulls + bytes([rest])
    return MOZ_MAGIC + len(plain).to_bytes(4, "little") + b"\xf0" + length + plain


@pytest.mark.parametrize(("kind", "number"), [("Session", 6), ("Tabs", 1)])
def test_pages_of_chromiums_sessions_are_read(kind: str, number: int, tmp_path: Path) -> None:
    other = page_command(7, "http://none.example/", "None")
    data = b"SNSS\3\0\0\0" + other + page_command(number, COVER, "") + other
    data += page_command(number, COVER, "Listé")
    write(tmp_path / "Default" / "Sessions" / f"{kind}_134", data + b"\xff\xff\6cut")
    assert stores.session_pages(tmp_path) >= {(COVER,), (COVER, "Listé")}
    assert "none.example" not in str(stores.session_pages(tmp_path))


@pytest.mark.parametrize("name", ["sessionstore.jsonlz4", "sessionstore-backups/previous.jsonlz4"])
def test_pages_of_firefoxs_sessions_are_read(name: str, tmp_path: Path) -> None:
    tab = {"entries": [{"url": COVER, "title": "List"}, {"url": "about:blank"}]}
    write(tmp_path / name, moz({"windows": [{"tabs": [tab]}]}))
    write(tmp_path / "bookmarkbackups" / "one.jsonlz4", moz({"url": "http://none.example/" * 2}))
    assert stores.session_pages(tmp_path) == {(COVER,), (COVER, "List"), ("about:blank",)}


def test_damaged_session_has_no_pages(tmp_path: Path) -> None:
    write(tmp_path / "sessionstore.jsonlz4", moz({"url": COVER})[:-4])
    assert stores.session_pages(tmp_path) == frozenset()


def test_other_title_in_the_session_is_a_difference(tmp_path: Path) -> None:
    for name, title in (("one", "List"), ("other", "My plan")):
        write(tmp_path / name / "sessionstore.jsonlz4", moz({"url": COVER, "title": title}))
    one, other = (profile_rows(tmp_path / name) for name in ("one", "other"))
    told = differences(rows_compared(one, HOST), rows_compared(other, HOST))
    assert len(told) == 2
    assert "My plan" in told[1]


def test_what_a_store_in_json_holds_is_a_difference(tmp_path: Path) -> None:
    write(tmp_path / "one" / "notificationstore.json", b"")
    kept = {"version": 1, "logins": [], COVER: {"{12}": {"title": "Look"}}}
    write(tmp_path / "other" / "notificationstore.json", json.dumps(kept).encode())
    one, other = (profile_rows(tmp_path / name) for name in ("one", "other"))
    assert differences(rows_compared(one, HOST), rows_compared(other, HOST)) == [
        f"notificationstore.json: kept {(COVER, '{12}', 'title', 'Look')} only in the second"
    ]


def test_folders_of_other_sites_do_not_count_and_others_do(tmp_path: Path) -> None:
    for name in (
        "IndexedDB/http_127.0.0.1_8000.indexeddb.leveldb",
        "IndexedDB/http_127.0.0.1_9000.indexeddb.leveldb",
        "Platform Notifications",
        "Extension State",
    ):
        write(tmp_path / "Default" / name / "CURRENT", b"")
    (tmp_path / "storage" / "default" / "http+++127.0.0.1+8000" / "ls").mkdir(parents=True)
    rows = rows_compared(profile_rows(tmp_path), HOST)
    assert {name: inside for name, inside in rows.items() if inside} == {
        "Default/IndexedDB: folders": {("http_127.0.0.1:8000.indexeddb.leveldb",)},
        "storage/default: folders": {("http+++127.0.0.1:8000/ls",)},
        "all sites: folders": {("Default/Platform Notifications",)},
    }


def test_row_of_a_form_counts_though_it_names_no_site(tmp_path: Path) -> None:
    (tmp_path / "Default").mkdir()
    with sqlite3.connect(tmp_path / "Default" / "Web Data") as database:
        database.execute("CREATE TABLE autofill (name VARCHAR, value VARCHAR, count INTEGER)")
    with sqlite3.connect(tmp_path / "logins.db") as database:
        database.execute("CREATE TABLE loginsL (id INTEGER, origin TEXT, CHECK (id > 0))")
    before = profile_rows(tmp_path)
    assert fill_in(tmp_path) == ["Default/Web Data: autofill", "logins.db: loginsL"]
    after = profile_rows(tmp_path)
    assert differences(rows_about(before, HOST), rows_about(after, HOST)) == []
    assert differences(rows_compared(before, HOST), rows_compared(after, HOST)) == [
        f"Default/Web Data: autofill {(WORD, WORD)} only in the second",
        f"logins.db: loginsL {(WORD,)} only in the second",
    ]


def test_wide_texts_in_a_store_of_a_site_are_read(tmp_path: Path) -> None:
    record = "a wide text".encode("utf-16-le")
    folder = tmp_path / "Default" / "Local Storage" / "leveldb"
    write(folder / "CURRENT", b"")
    write(folder / "000003.log", bytes(4) + len(record).to_bytes(2, "little") + b"\1" + record)
    assert any("a wide text" in text for _, text in site_texts(tmp_path))
