"""The list cover is a list that a stranger would keep."""

import pytest
from playwright.sync_api import expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.server import Server


@pytest.fixture
def cover(phone: Phone, server: Server) -> ListCover:
    return ListCover(phone()).open(server.address())


def test_items_stand_in_the_order_they_were_added(cover: ListCover) -> None:
    cover.add("milk", "bread", "two lemons")
    cover.expect_items("milk", "bread", "two lemons")


def test_pasted_lines_become_items(cover: ListCover) -> None:
    cover.field.focus()
    cover.page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "- milk\\n- bread\\n\\n- rice");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
          );
        }"""
    )
    cover.expect_items("milk", "bread", "rice")


def test_ticked_item_moves_below_the_open_ones(cover: ListCover) -> None:
    cover.add("milk", "bread")
    cover.tick("milk")
    expect(cover.page.get_by_role("checkbox", name="milk")).to_be_checked()
    cover.expect_items("bread", "milk")


def test_clear_done_removes_ticked_items_and_can_be_undone(cover: ListCover) -> None:
    cover.add("milk", "bread")
    cover.tick("milk")
    cover.choose("Clear done items")
    expect(cover.item("milk")).to_have_count(0)
    cover.page.get_by_role("button", name="Undo").click()
    expect(cover.item("milk")).to_have_count(1)


def test_deleted_item_comes_back_by_undo(cover: ListCover) -> None:
    cover.add("milk", "bread", "rice")
    cover.choose_for("bread", "Delete")
    cover.expect_items("milk", "rice")
    cover.page.get_by_role("button", name="Undo").click()
    cover.expect_items("milk", "bread", "rice")


def test_item_is_edited_in_place(cover: ListCover) -> None:
    cover.add("milk")
    cover.page.get_by_role("button", name="Edit milk").click()
    cover.page.keyboard.press("Control+A")
    cover.page.keyboard.type("oat milk")
    cover.page.keyboard.press("Enter")
    cover.expect_items("oat milk")


def test_item_moves_by_keyboard(cover: ListCover) -> None:
    cover.add("milk", "bread", "rice")
    cover.choose_for("rice", "Move to top")
    cover.expect_items("rice", "milk", "bread")
    cover.choose_for("rice", "Move down")
    cover.expect_items("milk", "rice", "bread")


def test_item_moves_by_drag(cover: ListCover) -> None:
    cover.add("milk", "bread", "rice")
    handle = cover.page.get_by_role("button", name="More for rice").bounding_box()
    target = cover.page.get_by_role("button", name="More for milk").bounding_box()
    assert handle is not None
    assert target is not None
    mouse = cover.page.mouse
    mouse.move(handle["x"] + 10, handle["y"] + 10)
    mouse.down()
    mouse.move(target["x"] + 10, target["y"] - 4, steps=12)
    mouse.up()
    expect(cover.rows.first).to_have_text("rice")


@pytest.mark.parametrize("end", ["drop", "Escape"])
def test_verdict_on_an_entry_that_comes_during_a_drag_does_not_undo_it(
    phone: Phone, server: Server, end: str
) -> None:
    page = phone()
    page.add_init_script(LATE_VERDICTS)
    cover = ListCover(page).open(server.address())
    cover.add("milk", "bread", "rice", "two lemons")
    handle = page.get_by_role("button", name="More for rice").bounding_box()
    assert handle is not None
    x, y = handle["x"] + 10, handle["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 2.2 * handle["height"], steps=12)
    cover.expect_items("rice", "milk", "bread", "two lemons")
    page.evaluate("judge()")
    until(lambda: bool(page.evaluate("globalThis.isJudged === true")))
    cover.expect_items("rice", "milk", "bread", "two lemons")
    if end == "drop":
        page.mouse.up()
        cover.expect_items("rice", "milk", "bread", "two lemons")
    else:
        page.keyboard.press(end)
        cover.expect_items("milk", "bread", "rice", "two lemons")
        page.mouse.up()
    cover.add("eggs")
    first = "rice" if end == "drop" else "milk"
    expect(cover.rows.first).to_have_text(first)
    expect(cover.rows.last).to_have_text("eggs")


# Entries are judged (static/cover/box/wire.ts: 3, answered by 4) once the test says so.
LATE_VERDICTS = """(() => {
  const post = Worker.prototype.postMessage;
  const late = [];
  const heard = ({ data: [kind] }) => (globalThis.isJudged ||= kind === 4);
  Worker.prototype.postMessage = function (...parts) {
    if (parts[0][0] !== 3) return post.apply(this, parts);
    this.addEventListener("message", heard);
    late.push(() => post.apply(this, parts));
  };
  globalThis.judge = () => late.splice(0).forEach((each) => each());
})();"""


def test_several_lists_keep_their_own_items(cover: ListCover) -> None:
    cover.add("milk")
    title = cover.page.get_by_role("heading", level=1).get_by_role("button")
    title.click()
    cover.page.get_by_role("menuitem", name="New list").click()
    cover.page.keyboard.type("Camping")
    cover.page.keyboard.press("Enter")
    cover.add("tent")
    cover.expect_items("tent")
    title.click()
    cover.page.get_by_role("menuitemradio", name="My list").click()
    cover.expect_items("milk")


def test_items_survive_a_reload(cover: ListCover) -> None:
    cover.add("milk", "bread")
    cover.tick("bread")
    clock.settle(cover.page)
    cover.page.reload()
    expect(cover.page.get_by_role("checkbox", name="bread")).to_be_checked()
    cover.expect_items("milk", "bread")


def test_cover_opens_offline_after_the_first_visit(cover: ListCover) -> None:
    cover.add("milk")
    cover.wait_for_worker()
    cover.page.context.set_offline(True)
    clock.settle(cover.page)
    cover.page.reload()
    expect(cover.item("milk")).to_be_visible()
    cover.add("bread")
    cover.expect_items("milk", "bread")


def test_list_is_shared_as_text_by_the_phone_s_own_sheet(cover: ListCover) -> None:
    cover.add("milk", "bread")
    cover.tick("bread")
    cover.page.evaluate(
        "void (navigator.share = async ({ text }) => { globalThis.shared = text; })",
    )
    cover.choose("Share list")
    until(lambda: bool(cover.page.evaluate("globalThis.shared")))
    assert cover.page.evaluate("shared") == "My list\n• milk\n✓ bread"


def test_list_is_copied_where_there_is_no_sheet(phone: Phone, server: Server) -> None:
    page = phone(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share;")
    cover = ListCover(page).open(server.address())
    cover.add("milk")
    cover.choose("Share list")
    expect(page.get_by_text("List copied").first).to_be_visible()
    # The page may not read the clipboard; pasting it back shows what is on it.
    cover.field.focus()
    page.keyboard.press("Control+V")
    cover.expect_items("milk", "My list", "milk")


def test_everything_is_reached_by_keyboard(cover: ListCover) -> None:
    cover.add("milk")
    cover.page.keyboard.press("Shift+Tab")
    focused = "document.activeElement.getAttribute('aria-label')"
    seen = set()
    for _ in range(12):
        seen.add(cover.page.evaluate(focused))
        cover.page.keyboard.press("Tab")
    assert {"Add an item", "milk", "Edit milk", "More for milk", "List options"} <= seen


def test_address_and_title_never_change(cover: ListCover, server: Server) -> None:
    cover.add("milk")
    cover.choose_for("milk", "Delete")
    assert cover.page.url == server.address()
    assert cover.page.title() == "List"
    assert cover.page.evaluate("history.length") <= 2


def test_thousand_items_are_drawn_and_scrolled(cover: ListCover) -> None:
    cover.field.focus()
    cover.page.evaluate(
        """() => {
          const data = new DataTransfer();
          const lines = Array.from({ length: 1000 }, (_, number) => `item ${number}`);
          data.setData("text/plain", lines.join("\\n"));
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
          );
        }"""
    )
    expect(cover.rows).to_have_count(1000)
    cover.page.get_by_role("checkbox", name="item 999", exact=True).scroll_into_view_if_needed()
    expect(cover.page.get_by_role("checkbox", name="item 999", exact=True)).to_be_in_viewport()
    # Saved at once: none of them waits to be judged.
    clock.settle(cover.page)
    cover.page.reload()
    expect(cover.rows).to_have_count(1000)


def test_page_without_script_says_what_the_cover_is(phone: Phone, server: Server) -> None:
    page = phone(java_script_enabled=False)
    page.goto(server.address())
    assert page.locator("body").inner_text().startswith("List keeps your shopping")


def test_spanish_reader_gets_spanish(phone: Phone, server: Server) -> None:
    page = phone(locale="es-MX")
    page.goto(server.address())
    assert page.title() == "Lista"
    expect(page.locator("html")).to_have_attribute("lang", "es")


@pytest.mark.parametrize("name", ["list", "calculator"])
def test_what_a_dark_phone_prints_is_dark_on_white(phone: Phone, server: Server, name: str) -> None:
    page = phone(color_scheme="dark")
    page.goto(server.address(name))
    ink = "getComputedStyle(document.body).color.match(/\\d+/g).every((part) => part < 100)"
    assert not page.evaluate(ink)
    page.emulate_media(media="print")
    assert page.evaluate(ink)
