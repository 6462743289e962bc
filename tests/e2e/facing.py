"""Turn page and pack to a direction of reading, whatever their language says."""

from playwright.sync_api import Page

# The element that a pack fills says its direction, as the page's root says the page's.
FACE = """(facing) => {
  const look = (root, filter) => new MutationObserver(() => {
    for (const each of root.querySelectorAll(filter))
      if (each.dir !== facing) each.dir = facing;
  }).observe(root, { childList: true, subtree: true, attributeFilter: ["dir"] });
  look(document, "html");
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    look(root, ".app");
    return root;
  };
}"""


def face(page: Page, facing: str) -> None:
    """Give page and pack this direction, `ltr` or `rtl`, on every load."""
    page.add_init_script(f"({FACE})('{facing}')")
