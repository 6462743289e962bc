"""What a print-out of a page would show."""

from playwright.sync_api import Page

# Everything that would be drawn, in shadow roots too; on a page that is shown as it prints.
SHOWN = """() => {
  const texts = [];
  const look = (node) => {
    if (node instanceof Text) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (node.data.trim() !== "" && range.getClientRects().length > 0)
        texts.push(node.data.trim());
      return;
    }
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) look(child);
  };
  look(document.body);
  return texts;
}"""


def printed(page: Page) -> list[str]:
    """Return the texts that a print-out shows."""
    page.emulate_media(media="print")
    texts: list[str] = page.evaluate(SHOWN)
    page.emulate_media(media="null")
    return texts
