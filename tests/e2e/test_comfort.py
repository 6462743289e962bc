"""The comfort box: what is kept of a picture and a voice, and what is not."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pwa.audit.drive import clock
from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.pieces import MICROPHONE, add_picture, draw_photo, with_metadata
from pwa.audit.drive.wait import until
from tests.e2e.conftest import Phone
from tests.e2e.looking import look_around
from tests.e2e.server import Server
from tests.unit.box_reader import Space, open_space

SECRET = "copper ladder sings to soft rain"
PLACE = "Harbor Street 12, second floor"
NAME = "IMG_20261103_harbor_street.jpg"
MOST_BYTES = 80_000

READ_BOX = """async () => {
  const folder = await navigator.storage.getDirectory();
  for await (const handle of folder.values()) {
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  }
}"""
ALL_DRAWN = """() => {
  const layer = [...document.body.children].find((each) => each.shadowRoot);
  const drawn = [...layer.shadowRoot.querySelectorAll(".photo canvas")];
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  return drawn.length > 0 && drawn.every((each) => {
    pen.clearRect(0, 0, 1, 1);
    if (each.width > 0) pen.drawImage(each, 0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data[3] === 255;
  });
}"""
HIDE = """(state) => {
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
# A voice of two seconds might have ended before it is stopped.
ENDLESS = """(() => {
  const { prototype } = AudioBufferSourceNode;
  const { start } = prototype;
  prototype.start = function (...when) {
    this.loop = true;
    return start.apply(this, when);
  };
})();"""
LAYER_IS_SEEN = """() => [...document.body.children].find((each) => each.shadowRoot)
  .checkVisibility()"""


def comfort(page: Page, server: Server) -> Planner:
    """Make a space and open the comfort box."""
    first = FirstRun(page)
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, SECRET)
    first.finish()
    return to_comfort(page)


def to_comfort(page: Page) -> Planner:
    """Go from Home to the comfort box."""
    planner = Planner(page)
    planner.go("Calm now")
    planner.go("My comfort box")
    planner.heading("My comfort box").wait_for()
    return planner


def kept(page: Page) -> Space:
    """Read the box as it stands on the disk, with the second implementation."""
    space = open_space(base64.b64decode(page.evaluate(READ_BOX)), SECRET)
    assert space is not None
    return space


def test_a_picture_is_kept_small_without_place_or_name_and_opens_again_offline(
    phone: Phone, server: Server, tmp_path: Path
) -> None:
    page = phone()
    photo = with_metadata(draw_photo(page), PLACE)
    assert PLACE.encode() in photo
    file = tmp_path / NAME
    file.write_bytes(photo)
    planner = comfort(page, server)
    for _ in range(4):
        add_picture(planner, file)
    planner.kept()
    space = kept(page)
    assert len(space.pieces) == 4
    for _, piece in space.pieces:
        assert piece.startswith(b"\xff\xd8")
        assert len(piece) <= MOST_BYTES
        assert b"Exif" not in piece
        assert PLACE.encode() not in piece
    # The box has grown for them.
    assert len(base64.b64decode(page.evaluate(READ_BOX))) == 10_485_792
    for word in (PLACE, NAME, "harbor"):
        assert word not in space.data
    planner.leave()
    planner.expect_cover()
    page.context.set_offline(True)
    planner.open(SECRET)
    to_comfort(page)
    until(lambda: bool(page.evaluate(ALL_DRAWN)))


def test_nothing_moves_under_a_finger_when_a_large_picture_is_drawn(
    phone: Phone, server: Server
) -> None:
    page = phone()
    planner = comfort(page, server)
    # An empty canvas lies flat; this picture stands tall.
    add_picture(planner, draw_photo(page, width=400, height=800))
    page.locator(".photo").click()
    large = page.locator(".photo-large canvas")
    drawn = "() => large().height > large().width"
    page.evaluate("(one) => { globalThis.large = () => one; }", large.element_handle())
    page.wait_for_function(drawn)
    tall = page.get_by_role("dialog").bounding_box()
    large.evaluate("(one) => { one.width = 300; one.height = 150; }")
    assert page.get_by_role("dialog").bounding_box() == tall


def test_only_a_picture_is_taken_in_and_one_taken_out_goes_with_the_screen(
    phone: Phone, server: Server
) -> None:
    page = phone()
    photo = draw_photo(page, width=800, height=600)
    planner = comfort(page, server)
    with page.expect_file_chooser() as chooser:
        planner.press("Add a picture")
    chooser.value.set_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
    page.get_by_text("This file could not be opened as a picture.").wait_for()
    add_picture(planner, photo)
    page.locator(".photo").click()
    planner.press("Take out")
    expect(page.locator(".photo")).to_have_count(0)
    planner.press("Undo")
    until(lambda: bool(page.evaluate(ALL_DRAWN)))
    page.locator(".photo").click()
    planner.press("Take out")
    planner.back()
    # Not while the worker writes what is read here.
    clock.settle(page)
    assert kept(page).pieces == ()


def test_the_picker_over_the_page_shows_the_cover_and_only_its_answer_brings_the_plan_back(
    phone: Phone, server: Server
) -> None:
    page = phone()
    photo = draw_photo(page, width=800, height=600)
    planner = comfort(page, server)
    with page.expect_file_chooser() as chooser:
        planner.press("Add a picture")
    page.evaluate(HIDE, "hidden")
    assert not page.evaluate(LAYER_IS_SEEN)
    chooser.value.set_files({"name": NAME, "mimeType": "image/jpeg", "buffer": photo})
    page.evaluate(HIDE, "visible")
    page.locator(".photo").wait_for()
    # Shown again without an answer: whoever does that did not pick.
    with page.expect_file_chooser():
        planner.press("Add a picture")
    page.evaluate(HIDE, "hidden")
    # Looked at in the same moment: some seconds later the page has gone.
    assert not page.evaluate(f"() => {{ ({HIDE})('visible'); return ({LAYER_IS_SEEN})(); }}")
    planner.expect_cover()


def test_a_voice_is_kept_heard_again_and_never_recorded_after_leaving(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script(MICROPHONE)
    page.add_init_script(ENDLESS)
    told: list[str] = []
    page.expose_function("tell", lambda said: told.append(said))
    planner = comfort(page, server)
    planner.press("Record a voice")
    planner.press("Record now")
    page.locator(".meter span:not([style='inline-size: 0%'])").wait_for()
    planner.press("Stop and keep it")
    planner.go("Play")
    planner.press("Stop playing")
    clock.settle(page)
    ((_, piece),) = kept(page).pieces
    # About two seconds, half a byte for each of 16,000 samples.
    assert 4_000 < len(piece) < 60_000
    assert page.evaluate("microphone.getTracks().every((each) => each.readyState === 'ended')")
    planner.press("Take out")
    planner.press("Record a voice")
    planner.press("Record now")
    page.locator(".meter").wait_for()
    page.evaluate("globalThis.track = microphone.getTracks()[0]")
    page.evaluate(STOPS_WITH_THE_LAYER)
    planner.leave()
    planner.expect_cover()
    assert told[0] == "ended"


@pytest.mark.parametrize("way", ["Stop", "Back"])
def test_a_voice_is_kept_when_the_screen_goes_and_undo_brings_no_older_one_over_it(
    phone: Phone, server: Server, way: str
) -> None:
    page = phone()
    page.add_init_script(MICROPHONE)
    planner = comfort(page, server)
    play = page.get_by_role("button", name=re.compile("^Play"))

    def record() -> None:
        planner.press("Record a voice")
        planner.press("Record now")
        page.locator(".meter span:not([style='inline-size: 0%'])").wait_for()

    record()
    planner.press(way)
    until(lambda: len(kept(page).pieces) == 1)
    assert page.evaluate("microphone.getTracks().every((each) => each.readyState === 'ended')")
    ((first, _),) = kept(page).pieces
    planner.home()
    to_comfort(page)
    expect(play).to_be_visible()
    planner.press("Take out")
    record()
    planner.press("Stop and keep it")
    expect(play).to_be_visible()
    planner.press("Undo")
    planner.back()
    until(lambda: len(kept(page).pieces) == 1)
    assert kept(page).pieces[0][0] != first


# Looks when the layer has gone, in the task of the touch: before any frame or timer.
STOPS_WITH_THE_LAYER = """() => new MutationObserver(() => {
  tell(track.readyState);
}).observe(document.body, { childList: true })"""


def test_each_sound_is_heard_and_silent_in_the_same_moment_as_the_exit(
    phone: Phone, server: Server
) -> None:
    page = phone()
    page.add_init_script(LISTEN)
    told: list[bool] = []
    page.expose_function("tell", lambda said: told.append(said))
    planner = look_around(page, server)
    planner.go("Calm now")
    planner.go("Sounds")
    assert page.evaluate("globalThis.ears === undefined")
    for sound in ("Rain", "Waves", "Low hum"):
        planner.go(sound)
        until(lambda: page.evaluate("loudness()") > 0.01)
        assert page.evaluate("peak()") <= 1
    page.evaluate(SILENT_AT_ONCE)
    planner.leave()
    planner.expect_cover()
    assert told[0]


# Hears what goes to the loudspeaker.
LISTEN = """(() => {
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) {
      globalThis.ears = new AnalyserNode(to.context, { fftSize: 2048 });
      globalThis.source = this;
      connect.call(this, ears);
    }
    return connect.call(this, to, ...rest);
  };
  const samples = new Float32Array(2048);
  const hear = () => (ears.getFloatTimeDomainData(samples), samples);
  globalThis.loudness = () => Math.sqrt(hear().reduce((sum, each) => sum + each * each, 0) / 2048);
  globalThis.peak = () => Math.max(...hear().map(Math.abs));
})();"""
# Looks when the layer has gone, in the task of the touch: nothing goes to the loudspeaker any more.
SILENT_AT_ONCE = """() => {
  const { disconnect } = AudioNode.prototype;
  let isCut = false;
  AudioNode.prototype.disconnect = function (...to) {
    isCut ||= this === source;
    return disconnect.apply(this, to);
  };
  new MutationObserver(() => void tell(isCut)).observe(document.body, { childList: true });
}"""
