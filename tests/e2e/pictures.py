"""Photos as a phone makes them: JPEG, with words of the camera's own inside."""

import base64
import struct

from playwright.sync_api import Page

from pwa.audit.drive.inner import Planner

# A scene with soft colours and enough detail that it does not shrink to nothing.
DRAW = """([width, height, seed]) => {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  let state = seed + 1;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let each = 0; each < 900; each++) {
    pen.fillStyle = `hsl(${seed * 67 + chance() * 90} 60% ${30 + chance() * 50}% / 60%)`;
    const size = 6 + chance() * width / 9;
    pen.beginPath();
    pen.arc(chance() * width, chance() * height, size, 0, 7);
    pen.fill();
  }
  return canvas.toDataURL("image/jpeg", 0.92).split(",")[1];
}"""


def draw_photo(page: Page, seed: int = 0, width: int = 2400, height: int = 1800) -> bytes:
    """Return a JPEG drawn by a page; the same seed gives the same picture."""
    return base64.b64decode(page.evaluate(DRAW, [width, height, seed]))


def with_metadata(jpeg: bytes, words: str) -> bytes:
    """Return the picture with an EXIF segment, in which `words` stand twice."""
    text = words.encode() + b"\0"
    # TIFF, big-endian: a directory with ImageDescription and a pointer to one with the GPS area.
    at_text = 8 + 2 + 2 * 12 + 4
    at_gps = at_text + len(text) + len(text) % 2
    main = struct.pack(">H", 2)
    main += struct.pack(">HHII", 0x010E, 2, len(text), at_text)
    main += struct.pack(">HHII", 0x8825, 4, 1, at_gps) + bytes(4)
    gps = struct.pack(">H", 1) + struct.pack(">HHII", 0x001C, 7, len(text), at_text) + bytes(4)
    tiff = b"MM\0*" + struct.pack(">I", 8) + main + text.ljust(at_gps - at_text, b"\0") + gps
    body = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def add_picture(planner: Planner, photo: bytes, name: str) -> None:
    """Pick a photo with the phone's picker; starts and ends in the comfort box."""
    pictures = planner.page.locator(".photo")
    count = pictures.count()
    with planner.page.expect_file_chooser() as chooser:
        planner.press("Add a picture")
    chooser.value.set_files({"name": name, "mimeType": "image/jpeg", "buffer": photo})
    pictures.nth(count).wait_for()
