"""Storage that refuses or is full: the person is told inside, and nothing saved is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.pieces import MICROPHONE, add_picture, draw_photo
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

SECRET = "brass heron under slow green rain"
# In front of the real worker: what a private window lacks, and a disk that fills up on command.
NO_STORAGE = """StorageManager.prototype.getDirectory = async () => { throw new TypeError(); };
IDBFactory.prototype.open = () => { throw new TypeError(); };"""
UNOPENED = """FileSystemFileHandle.prototype.createSyncAccessHandle = async () => {
  throw new DOMException("", "NotSupportedError");
};"""
DISK = """let isFull = false;
const disk = new BroadcastChannel("disk");
disk.onmessage = ({ data }) => { isFull = data; disk.postMessage("heard"); };
const write = FileSystemSyncAccessHandle.prototype.write;
FileSystemSyncAccessHandle.prototype.write = function (...parts) {
  if (isFull) throw new DOMException("", "QuotaExceededError");
  return write.apply(this, parts);
};"""
# A disk on which files stay as long as they are, on command.
NO_MORE = """let isFull = false;
const disk = new BroadcastChannel("disk");
disk.onmessage = ({ data }) => { isFull = data; disk.postMessage("heard"); };
const truncate = FileSystemSyncAccessHandle.prototype.truncate;
FileSystemSyncAccessHandle.prototype.truncate = function (length) {
  if (isFull && length > this.getSize()) throw new DOMException("", "QuotaExceededError");
  return truncate.call(this, length);
};"""
# Said until the worker has heard it: it may not have begun yet.
FILL = """isFull => new Promise((resolve) => {
  const disk = new BroadcastChannel("disk");
  const say = setInterval(() => disk.postMessage(isFull), 50);
  disk.onmessage = () => {
    clearInterval(say);
    disk.close();
    resolve();
  };
})"""
NO_ROOM = "There is no more room here."
NOT_ADDED = "There is no more room on this phone. It was not added. Nothing else was lost."
KEEPS_NOTHING = "This phone or window keeps nothing."

Make = Callable[[str], Page]


@pytest.fixture
def make(phone: Phone) -> Make:
    """Make a page whose box worker begins with a script of ours."""

    def start(script: str) -> Page:
        # Without a service worker every request passes by here.
        page = phone(service_workers="block")

        def answer(route: Route) -> None:
            real = route.fetch()
            text = real.text()
            if "createSyncAccessHandle" in text:
                text = f"{script}\n{text}"
            kept = {
                name: value
                for name, value in real.headers.items()
                if name not in ("content-encoding", "content-length")
            }
            route.fulfill(status=real.status, headers=kept, body=text)

        page.route("**/a/*.js", answer)
        return page

    return start


def begin(page: Page, server: Server) -> Planner:
    """Make a space and come to Home."""
    first = FirstRun(page)
    first.cover.open(server.address())
    first.make_space(server.code, SECRET)
    first.finish()
    return Planner(page)


def test_full_disk_is_told_inside_and_nothing_is_lost(make: Make, server: Server) -> None:
    page = make(DISK)
    planner = begin(page, server)
    planner.go("People")
    planner.press("Add someone")
    name = planner.field("Name to use")
    name.press_sequentially("Aunt Rosa")
    planner.kept()
    page.evaluate(FILL, True)
    name.press_sequentially(" of the hill")
    note = page.get_by_role("status").filter(has_text=NO_ROOM)
    expect(note).to_be_visible()
    # What was acknowledged before is still what opens.
    page.reload()
    planner.cover.field.wait_for()
    page.evaluate(FILL, False)
    planner.open(SECRET)
    planner.go("People")
    expect(page.get_by_role("button", name="Aunt Rosa")).to_be_visible()


def test_room_that_comes_back_keeps_the_newest_words(make: Make, server: Server) -> None:
    page = make(DISK)
    planner = begin(page, server)
    planner.go("People")
    planner.press("Add someone")
    page.evaluate(FILL, True)
    planner.field("Name to use").press_sequentially("Aunt Rosa")
    expect(page.get_by_role("status").filter(has_text=NO_ROOM)).to_be_visible()
    page.evaluate(FILL, False)
    planner.press("Try again")
    planner.kept()
    page.reload()
    planner.cover.field.wait_for()
    planner.open(SECRET)
    planner.go("People")
    expect(page.get_by_role("button", name="Aunt Rosa")).to_be_visible()


def test_picture_without_room_is_told_and_everything_else_goes_on(
    make: Make, server: Server
) -> None:
    page = make(NO_MORE)
    planner = begin(page, server)
    photo = draw_photo(page)
    pictures = page.locator(".photo")
    trouble = page.get_by_role("status").filter(has_text=NOT_ADDED)
    page.evaluate(FILL, True)
    to_comfort(planner)
    while not trouble.is_visible():
        before = pictures.count()
        with page.expect_file_chooser() as chooser:
            planner.press("Add a picture")
        chooser.value.set_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo})
        expect(trouble.or_(pictures.nth(before))).to_be_visible()
        # Two fit at most: the box would have to grow, and the phone lets it have no more.
        assert before < 3
    count = pictures.count()
    assert count > 0
    planner.home()
    planner.go("People")
    planner.press("Add someone")
    planner.field("Name to use").press_sequentially("Aunt Rosa")
    planner.kept()
    planner.leave()
    planner.expect_cover()
    page.evaluate(FILL, False)
    planner.open(SECRET)
    planner.go("People")
    expect(page.get_by_role("button", name="Aunt Rosa")).to_be_visible()
    planner.back()
    to_comfort(planner)
    expect(pictures).to_have_count(count)
    add_picture(planner, photo)


def test_voice_that_finds_no_room_after_back_is_told_on_the_next_screen(
    make: Make, server: Server
) -> None:
    page = make(DISK)
    planner = begin(page, server)
    to_comfort(planner)
    page.evaluate(MICROPHONE)
    planner.press("Record a voice")
    planner.press("Record now")
    page.locator(".meter span:not([style='inline-size: 0%'])").wait_for()
    page.evaluate(FILL, True)
    planner.back()
    planner.heading("Calm now").wait_for()
    expect(page.locator(".undo-place")).to_contain_text(NOT_ADDED)
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def to_comfort(planner: Planner) -> None:
    planner.go("Calm now")
    planner.go("My comfort box")


def test_without_the_everyday_words_a_secret_of_ones_own_is_asked_for(
    phone: Phone, server: Server
) -> None:
    page = phone(service_workers="block")
    page.route("**/a/*.txt", lambda route: route.fulfill(status=204))
    first = FirstRun(page)
    first.cover.open(server.address())
    first.open(server.code)
    first.to_secret()
    first.field("My words").press_sequentially(SECRET)
    expect(page.get_by_role("button", name="Make one for me")).to_have_count(0)
    first.press("Use mine")
    first.repeat(SECRET)


def test_window_that_keeps_nothing_says_so(make: Make, server: Server) -> None:
    page = make(NO_STORAGE)
    first = FirstRun(page)
    first.cover.open(server.address())
    first.cover.add("bread")
    first.make_space(server.code, SECRET)
    expect(page.get_by_role("status").filter(has_text=KEEPS_NOTHING)).to_be_visible()


def test_files_that_cannot_be_opened_give_way_to_rows(make: Make, server: Server) -> None:
    page = make(UNOPENED)
    cover = ListCover(page).open(server.address())
    cover.add("bread")
    cover.expect_items("bread")
    # The first start leaves an empty file behind, which must not stand for a box.
    for _ in range(2):
        clock.settle(page)
        page.reload()
        cover.expect_items("bread")
    assert page.evaluate("indexedDB.databases()")
