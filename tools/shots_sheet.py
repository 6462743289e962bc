"""Put the pictures of one look on one sheet: small enough to keep, large enough to look through.

The browser that took the pictures draws the sheet, so nothing else is needed to make one.
"""

import base64
from pathlib import Path

from playwright.sync_api import Browser

COLUMNS = 14
WIDTH_PX = 162
GAP_PX = 8
QUALITY = 0.3

DRAW = """async ([pictures, columns, width, gap, quality]) => {
  const images = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return image;
  }));
  const height = Math.round(width * images[0].height / images[0].width);
  const canvas = document.createElement("canvas");
  canvas.width = columns * (width + gap) + gap;
  canvas.height = Math.ceil(images.length / columns) * (height + gap) + gap;
  const draw = canvas.getContext("2d");
  draw.fillStyle = "#8a8a8a";
  draw.fillRect(0, 0, canvas.width, canvas.height);
  draw.imageSmoothingQuality = "high";
  images.forEach((image, at) => draw.drawImage(
    image, gap + (at % columns) * (width + gap),
    gap + Math.floor(at / columns) * (height + gap), width, height));
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def write_sheet(browser: Browser, folder: Path, sheet: Path) -> None:
    """Write all pictures of `folder`, in the order of their names, as one WebP file."""
    pictures = [
        base64.b64encode(path.read_bytes()).decode() for path in sorted(folder.glob("*.png"))
    ]
    page = browser.new_page()
    made = page.evaluate(DRAW, [pictures, COLUMNS, WIDTH_PX, GAP_PX, QUALITY])
    page.close()
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_bytes(base64.b64decode(made))
