"""Run axe-core on a page; only tests carry it, in a context that bypasses the page's CSP."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: rules });
  return found.violations.map(({ id, help, nodes }) => ({
    id, help, where: nodes.map((node) =>
      `${node.target}: ${node.html.slice(0, 120)}: ${node.any[0]?.message ?? ""}`),
  }));
}"""


def faults(page: Page) -> list[dict[str, Any]]:
    """Return what axe-core finds wrong on the screen, shadow roots included."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SCRIPT.read_text())
    found: list[dict[str, Any]] = page.evaluate(RUN, RULES)
    return found
