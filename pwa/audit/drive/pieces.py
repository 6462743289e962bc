"""A picture and a voice: made, put in through the real screens, and read from the box's file.

docs/box-format.md §5; the reading stands on `keys` and trusts nothing of the product.
"""

import base64
import struct
from pathlib import Path

from playwright.sync_api import Page

from pwa.audit.drive.inner import Inner
from pwa.audit.drive.keys import REGIONS, box_keys
from pwa.audit.drive.wait import until
from pwa.audit.errors import Unable
from pwa.audit.scan.box import COPIES, HEADER_BYTES, SALT_BYTES, unseal, unwrap

VOICE_MS = 1_500

# Soft spots of colour: detail enough that the kept bytes are like no other picture's.
DRAW = """([width, height, seed]) => {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  let state = seed + 1;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let each = 0; each < 900; each++) {
    pen.fillStyle = `hsl(${seed * 67 + chance() * 90} 60% ${30 + chance() * 50}% / 60%)`;
    pen.beginPath();
    pen.arc(chance() * width, chance() * height, 6 + chance() * width / 9, 0, 7);
    pen.fill();
  }
  return canvas.toDataURL("image/jpeg", 0.92).split(",")[1];
}"""

# A microphone that hears a tone; the machines of reviewers often have none.
MICROPHONE = """navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const to = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 220 + Math.random() * 200 });
  tone.connect(to);
  tone.start();
  globalThis.microphone = to.stream;
  return to.stream;
};"""


def draw_photo(page: Page, seed: int = 0, width: int = 2_400, height: int = 1_800) -> bytes:
    """Return a JPEG drawn by a page; the same seed gives the same picture."""
    return base64.b64decode(page.evaluate(DRAW, [width, height, seed]))


def with_metadata(jpeg: bytes, words: str) -> bytes:
    """Return the picture with an EXIF segment, as cameras write it, in which `words` stand."""
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


def add_picture(planner: Inner, photo: Path | bytes) -> None:
    """Pick a photo with the phone's picker; starts and ends in the comfort box."""
    pictures = planner.page.locator(".photo")
    count = pictures.count()
    with planner.page.expect_file_chooser() as chooser:
        planner.press("Add a picture")
    if isinstance(photo, bytes):
        chooser.value.set_files({"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo})
    else:
        chooser.value.set_files(photo)
    pictures.nth(count).wait_for()


def record_voice(planner: Inner) -> None:
    """Record a moment of a tone; starts and ends in the comfort box."""
    planner.page.evaluate(MICROPHONE)
    planner.press("Record a voice")
    planner.press("Record now")
    planner.page.locator(".meter").wait_for()
    planner.page.wait_for_timeout(VOICE_MS)
    planner.press("Stop and keep it")
    until(lambda: planner.page.locator(".voice").count() > 0, what="the kept voice")


def kept_pieces(box: bytes, secret: str) -> list[bytes]:
    """Return the pieces that `secret` leads to in a box; the newest copy's."""
    size = (len(box) - SALT_BYTES) // 10
    keys = box_keys(box, secret)
    newest: tuple[int, list[bytes]] = (-1, [])
    for region in REGIONS:
        for copy in COPIES:
            start = SALT_BYTES + (2 * region + copy) * size
            sealed = box[start : start + size]
            dek = unwrap(keys[f"kek {region}"], sealed[:HEADER_BYTES], region, copy, size)
            plain = None if dek is None else unseal(dek, sealed, region, copy)
            if plain is not None:
                pieces = _pieces(plain)
                newest = max(newest, (len(pieces), pieces))
    if newest[0] < 0:
        raise Unable("the box holds no space that this secret opens")
    return newest[1]


def _pieces(plain: bytes) -> list[bytes]:
    at = 0
    for _ in range(2):
        at += 4 + struct.unpack_from(">I", plain, at)[0]
    end = at + 4 + struct.unpack_from(">I", plain, at)[0]
    at += 4
    pieces = []
    while at < end:
        (length,) = struct.unpack_from(">I", plain, at + 8)
        pieces.append(plain[at + 12 : at + 12 + length])
        at += 12 + length
    return pieces
