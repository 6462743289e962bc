"""Put the pictures of one part on one sheet: small enough to keep, large enough to judge by.

The browser that took the pictures draws the sheet, so nothing else is needed to make one.
"""

import base64
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

COLUMNS = 7
WIDTH_PX = 280
QUALITY = 0.42

DRAW = """async ([pictures, columns, width, quality]) => {
  const gap = 10, head = 22;
  const screens = await Promise.all(pictures.map(async ([name, data]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return { name, image, height: Math.round(width * image.height / image.width) };
  }));
  // Down one column, then down the next: screens are of many lengths and keep their order.
  const taken = (each) => head + each.height + gap;
  const all = screens.reduce((sum, each) => sum + taken(each), 0);
  const most = Math.max(...screens.map(taken), all / columns + Math.min(...screens.map(taken)) / 2);
  let column = 0, top = 0, bottom = 0;
  for (const each of screens) {
    if (top > 0 && top + taken(each) > most) { column += 1; top = 0; }
    Object.assign(each, { column, top });
    top += taken(each);
    bottom = Math.max(bottom, top);
  }
  const canvas = document.createElement("canvas");
  canvas.width = (column + 1) * (width + gap) + gap;
  canvas.height = bottom + gap;
  const draw = canvas.getContext("2d");
  draw.fillStyle = "#8a8a8a";
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.imageSmoothingQuality = "high";
  draw.font = "13px sans-serif";
  for (const { name, image, height, column, top } of screens) {
    const left = gap + column * (width + gap);
    draw.fillStyle = "#000000";
    draw.fillText(name, left, top + head - 5, width);
    draw.drawImage(image, left, top + head, width, height);
  }
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def write_sheet(browser: Browser, pictures: Sequence[Path], sheet: Path) -> None:
    """Write pictures, each under the name of its file, as one WebP file."""
    named = [[path.stem, base64.b64encode(path.read_bytes()).decode()] for path in pictures]
    page = browser.new_page()
    made = page.evaluate(DRAW, [named, COLUMNS, WIDTH_PX, QUALITY])
    page.close()
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_bytes(base64.b64decode(made))
