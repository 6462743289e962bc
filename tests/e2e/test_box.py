"""The real box worker in a real browser: files, rows, memory, two windows, a full disk."""

import base64
import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.unit import box_reader as reader

ROOT = Path(__file__).parents[2]
SECRET = "bread milk rice lemons soap"
PLAN = {"path": "/p/00", "code": "export const a = 1;\n"}

# What each worker finds missing, in front of the same bundle.
NO_FILES = "StorageManager.prototype.getDirectory = async () => { throw new TypeError(); };"
REFUSED_FILES = (
    "FileSystemDirectoryHandle.prototype.getFileHandle ="
    " async () => { throw new DOMException('', 'UnknownError'); };"
)
NO_ROWS = "IDBFactory.prototype.open = () => { throw new TypeError(); };"
NO_WRITING = (
    "{ const rows = IDBObjectStore.prototype; const real = rows.put; rows.put = function (...all) {"
    " const request = real.apply(this, all); this.transaction.abort(); return request; }; }"
)
NO_SIMD = (
    "{ const real = WebAssembly.instantiate; WebAssembly.instantiate = async () => {"
    " WebAssembly.instantiate = real; throw new WebAssembly.CompileError(); }; }"
)
KEEPERS = {
    "file.js": "",
    "rows.js": NO_FILES,
    "refused.js": REFUSED_FILES,
    "full.js": NO_FILES + NO_WRITING,
    "memory.js": NO_FILES + NO_ROWS,
    "plain.js": NO_SIMD,
}

Open = Callable[..., Page]


class Handler(SimpleHTTPRequestHandler):
    """Serves the bench; says nothing."""

    def log_message(self, *args: Any) -> None:
        """Keep the test's output clean."""


def bundle(source: str, target: Path) -> str:
    """Bundle one entry with esbuild; return its text."""
    esbuild = ROOT / "node_modules" / ".bin" / "esbuild"
    options = ["--bundle", "--format=iife", "--loader:.wasm=binary", f"--outfile={target}"]
    subprocess.run([esbuild, source, *options, "--log-level=error"], cwd=ROOT, check=True)
    return target.read_text("utf-8")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("box")
    keeper = bundle("static/cover/box/worker.ts", folder / "keeper.js")
    for name, missing in KEEPERS.items():
        (folder / name).write_text(missing + keeper, "utf-8")
    bundle("tests/js/cover/box/browser_page.ts", folder / "page.js")
    (folder / "index.html").write_text("<!doctype html><script src=page.js></script>", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def window(context: BrowserContext, origin: str) -> Open:
    """Open a window with the worker `keeper` that has asked for the box."""

    def make(keeper: str = "file.js") -> Page:
        page = context.new_page()
        page.goto(origin)
        page.evaluate("(keeper) => { bench.start(keeper); bench.box.take(false); }", keeper)
        return page

    return make


def told(page: Page, count: int) -> str:
    return str(page.evaluate("(count) => bench.until(count)", count))


def held(page: Page) -> str:
    """Wait for the box, at once or after a window that is going away."""
    first = told(page, 1)
    return told(page, 2) if first == "waiting" else first


def call(page: Page, name: str, *args: object) -> Any:
    return page.evaluate("([name, args]) => bench.box[name](...args)", [name, list(args)])


def file_of(page: Page, name: str = "list.0") -> bytes:
    return base64.b64decode(page.evaluate("(name) => bench.readFile(name)", name))


def put_file(context: BrowserContext, origin: str, box: bytes) -> None:
    page = context.new_page()
    page.goto(origin)
    page.evaluate("(text) => bench.writeFile('list.0', text)", base64.b64encode(box).decode())
    page.close()


def test_python_opens_what_the_browser_wrote(window: Open) -> None:
    page = window()
    assert told(page, 1) == "held file null"
    assert call(page, "saveCover", '{"items":["mañana"]}') == "saved"
    assert call(page, "create", SECRET, PLAN, "first", []) == "saved"
    assert call(page, "save", "a line, ☂") == "saved"
    assert call(page, "createSecond", "7×8+12=", PLAN, "pages", True, []) == "saved"
    call(page, "letGo")
    box = file_of(page)
    assert len(box) == reader.file_bytes(reader.SIZES[0])
    assert reader.cover_data(box) == '{"items":["mañana"]}'
    space = reader.open_space(box, SECRET)
    assert space is not None
    assert (space.data, space.path, space.code) == ("a line, ☂", PLAN["path"], PLAN["code"])
    second = reader.open_space(box, "7×8+12=")
    assert second is not None
    assert (second.data, second.flags, second.companions) == ("pages", 1, ())
    (companion,) = space.companions
    streams = reader.read_region(box, companion.kek, companion.region)
    assert streams is not None
    assert reader.read_space(*streams) == second


@pytest.mark.parametrize("keeper", ["file.js", "plain.js"])
def test_the_browser_opens_what_python_wrote(
    window: Open, context: BrowserContext, origin: str, keeper: str
) -> None:
    box = reader.new_box(os.urandom, cover='{"items":[]}')
    space = reader.Space("écrit ailleurs", "/p/7", "code")
    reader.add_space(box, SECRET, 4, space, os.urandom)
    put_file(context, origin, bytes(box))
    page = window(keeper)
    assert told(page, 1) == 'held file {"items":[]}'
    assert call(page, "open", SECRET + "x") is None
    # The worker says by which source the page's policy must allow the code.
    source = f"sha256-{base64.b64encode(hashlib.sha256(b'code').digest()).decode()}"
    pack = {"path": "/p/7", "code": "code"}
    opened = {"pack": pack, "source": source, "data": "écrit ailleurs"}
    assert call(page, "open", SECRET) == opened


def test_a_grown_box_of_python_keeps_its_smaller_space(
    window: Open, context: BrowserContext, origin: str
) -> None:
    box = reader.new_box(os.urandom, reader.SIZES[1])
    salt = bytes(box[:32])
    kek = reader.kek_of(reader.root_of(SECRET, salt), salt, 2)
    streams = reader.first_stream(reader.Space("")), reader.deflate(b"unopened while it grew")
    place = reader.Place(2, 1, reader.SIZES[0])
    reader.write_copy(box, kek, place, 3, streams, os.urandom)
    put_file(context, origin, bytes(box))
    page = window()
    told(page, 1)
    assert call(page, "open", SECRET)["data"] == "unopened while it grew"


@pytest.mark.parametrize("keeper", ["rows.js", "refused.js"])
def test_rows_keep_the_same_bytes_where_files_are_refused(window: Open, keeper: str) -> None:
    page = window(keeper)
    assert told(page, 1) == "held rows null"
    assert call(page, "saveCover", "cover") == "saved"
    assert call(page, "create", SECRET, PLAN, "in rows", []) == "saved"
    call(page, "letGo")
    box = base64.b64decode(page.evaluate("bench.readRows('list')"))
    space = reader.open_space(box, SECRET)
    assert space is not None
    assert space.data == "in rows"
    page.close()
    later = window("rows.js")
    assert held(later) == "held rows cover"
    assert call(later, "open", SECRET)["data"] == "in rows"


def test_a_box_in_rows_stays_there_when_files_come_back(window: Open) -> None:
    page = window("rows.js")
    told(page, 1)
    call(page, "saveCover", "cover")
    page.close()
    assert held(window("file.js")) == "held rows cover"


def test_memory_serves_where_nothing_lasting_does(window: Open) -> None:
    page = window("memory.js")
    assert told(page, 1) == "held memory null"
    assert call(page, "create", SECRET, PLAN, "for now", []) == "saved"
    assert call(page, "open", SECRET) == "unknown"
    assert call(page, "save", "for now, too") == "saved"
    page.close()
    assert held(window("memory.js")) == "held memory null"


@pytest.mark.parametrize("keeper", ["file.js", "rows.js"])
def test_the_second_window_waits_until_the_first_lets_go(window: Open, keeper: str) -> None:
    first = window(keeper)
    told(first, 1)
    second = window(keeper)
    assert told(second, 1) == "waiting"
    assert call(second, "saveCover", "no") == "refused"
    assert call(first, "saveCover", "yes") == "saved"
    call(first, "letGo")
    assert told(second, 2).endswith("yes")


@pytest.mark.parametrize("keeper", ["file.js", "rows.js"])
def test_a_window_that_takes_by_force_gets_the_box_and_the_other_loses_it(
    window: Open, keeper: str
) -> None:
    first = window(keeper)
    told(first, 1)
    assert call(first, "create", SECRET, PLAN, "one", []) == "saved"
    second = window(keeper)
    told(second, 1)
    call(second, "take", True)
    assert told(second, 2).startswith("held")
    assert told(first, 2) == "lost"
    assert call(first, "save", "late") == "refused"
    assert call(second, "open", SECRET)["data"] == "one"


def test_rows_are_written_only_by_the_window_that_opened_them_last(window: Open) -> None:
    page = window("memory.js")
    assert page.evaluate("bench.writeTwice('other')") == ["written", *["Error: refused"] * 2]
    assert base64.b64decode(page.evaluate("bench.readRows('other')")) == b"\x01"


def test_rows_are_read_where_the_disk_is_too_full_for_anything(window: Open) -> None:
    first = window("rows.js")
    told(first, 1)
    assert call(first, "create", SECRET, PLAN, "before", []) == "saved"
    call(first, "letGo")
    second = window("full.js")
    assert held(second).startswith("held rows")
    assert call(second, "open", SECRET)["data"] == "before"
    assert call(second, "save", "after") == "full"


def test_connection_that_nobody_closes_keeps_no_window_out_of_its_rows(window: Open) -> None:
    first = window("rows.js")
    assert held(first) == "held rows null"
    assert call(first, "saveCover", "kept") == "saved"
    # What WebKit leaves of a worker that was ended at the wrong moment.
    first.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open("list").onsuccess = ({ target }) => {
            globalThis.open = target.result;
            resolve();
          };
        })"""
    )
    call(first, "letGo")
    second = window("rows.js")
    second.wait_for_function("bench.told.at(-1)?.startsWith('held')")
    assert held(second) == "held rows kept"


@pytest.mark.parametrize("keeper", ["file.js", "rows.js"])
def test_a_reloaded_or_closed_window_leaves_the_box_free(window: Open, keeper: str) -> None:
    page = window(keeper)
    told(page, 1)
    call(page, "saveCover", "kept")
    page.reload()
    page.evaluate("(keeper) => { bench.start(keeper); bench.box.take(false); }", keeper)
    assert held(page).endswith("kept")
    page.close()
    assert held(window(keeper)).endswith("kept")


def test_growing_moves_to_one_larger_file_and_leaves_no_other(window: Open) -> None:
    page = window()
    told(page, 1)
    call(page, "create", "other words here", PLAN, "unopened", [])
    assert call(page, "create", SECRET, PLAN, "small", ["other words here"]) == "saved"
    large = page.evaluate("bench.dense(400_000)")
    assert call(page, "save", large) == "saved"
    call(page, "letGo")
    assert page.evaluate("bench.files()") == ["list.1"]
    box = file_of(page, "list.1")
    assert len(box) == reader.file_bytes(reader.SIZES[1])
    for secret, data in ((SECRET, large), ("other words here", "unopened")):
        space = reader.open_space(box, secret)
        assert space is not None
        assert space.data == data


def test_a_full_disk_is_answered_and_loses_nothing(
    window: Open, context: BrowserContext, origin: str
) -> None:
    page = window()
    told(page, 1)
    call(page, "create", SECRET, PLAN, "before", [])
    devtools = context.new_cdp_session(page)
    limit = {"origin": origin, "quotaSize": 4_000_000}
    devtools.send("Storage.overrideQuotaForOrigin", limit)
    assert call(page, "save", page.evaluate("bench.dense(400_000)")) == "full"
    assert call(page, "save", "still fits") == "saved"
    call(page, "letGo")
    assert page.evaluate("bench.files()") == ["list.0"]
    space = reader.open_space(file_of(page), SECRET)
    assert space is not None
    assert space.data == "still fits"


def test_an_erase_secret_leaves_no_region_as_it_was(window: Open) -> None:
    page = window()
    told(page, 1)
    call(page, "create", SECRET, PLAN, "to be gone", [])
    assert call(page, "createEraser", "candles string tape glue", []) == "saved"
    call(page, "letGo")
    before = file_of(page)
    call(page, "take", False)
    assert call(page, "open", "candles string tape glue") is None
    call(page, "letGo")
    after = file_of(page)
    start = reader.offset(reader.SIZES[0], 1, 0)
    assert after[:start] == before[:start]
    blocks = range(start, len(after), 64)
    assert not any(after[at : at + 64] == before[at : at + 64] for at in blocks)
    assert reader.open_space(after, SECRET) is None


def test_terminating_the_worker_frees_the_box_and_answers_what_was_asked(window: Open) -> None:
    page = window()
    told(page, 1)
    answers = page.evaluate(
        "() => { const calls = [bench.box.save('x'), bench.box.open('milk')];"
        " bench.box.terminate(); return Promise.all(calls); }"
    )
    assert answers == ["refused", "unknown"]
    assert held(window()).startswith("held")


def test_a_last_save_does_not_wait_for_the_entries_before_it(window: Open) -> None:
    page = window()
    told(page, 1)
    assert call(page, "create", SECRET, PLAN, "first", []) == "saved"
    # Told by what was judged before each save, which a busy machine does not change.
    order = page.evaluate(
        "async () => { const order = []; const { box } = bench;"
        " const entries = ['rice', 'soap', 'figs', 'tape'].map("
        "(entry) => box.open(entry).then(() => order.push(entry)));"
        " await box.save('early'); const early = order.length;"
        " await entries[0];"
        " await box.save('last'); const last = order.length;"
        " await Promise.all(entries);"
        " return [early, last, order]; }"
    )
    early, last, entries = order
    assert early == 0
    # The one that already ran cannot be interrupted.
    assert last <= 2
    assert entries == ["rice", "soap", "figs", "tape"]


# Keeps one piece after the other until no more will go in; gives what refused, and a sum of each.
FILL = """async () => {
  const sums = {};
  for (let at = 1; at < 64; at++) {
    const id = at.toString(16).padStart(16, "0");
    const bytes = new Uint8Array(1_000_000);
    for (let from = 0; from < bytes.length; from += 50_000)
      crypto.getRandomValues(bytes.subarray(from, from + 50_000));
    const sum = await bench.sum(bytes);
    const outcome = await bench.box.keepPieces([...Object.keys(sums), id], [id, bytes]);
    if (outcome !== "saved") return [outcome, sums];
    sums[id] = sum;
  }
}"""
READ = """async (ids) => {
  const sums = {};
  for (const id of ids) sums[id] = await bench.sum(await bench.box.piece(id));
  return sums;
}"""
SIZE = """async () => {
  const folder = await navigator.storage.getDirectory();
  const bytes = [];
  for await (const handle of folder.values()) bytes.push((await handle.getFile()).size);
  return bytes;
}"""


@pytest.mark.slow
def test_the_largest_size_filled_to_its_end_gives_everything_back(window: Open) -> None:
    page = window()
    told(page, 1)
    call(page, "create", SECRET, PLAN, "begun", [])
    outcome, sums = page.evaluate(FILL)
    assert outcome == "full"
    assert len(sums) == 16
    assert page.evaluate(SIZE) == [reader.file_bytes(reader.SIZES[-1])]
    # What is written still fits when no picture does.
    words = page.evaluate("bench.dense(45_000)")
    assert call(page, "save", words) == "saved"
    call(page, "letGo")
    page.close()
    page = window()
    held(page)
    opened = call(page, "open", SECRET)
    assert opened["data"] == words
    assert page.evaluate(READ, list(sums)) == sums
