"""What everybody reads fits either cover: only a text picked by the cover names one."""

import json
import re

import pytest

from tools import content
from tools.content_messages import words

NAMES = re.compile(r"\blists?\b|calculator|\bsums?\b", re.I)
SPANISH = re.compile(r"\blistas?\b|calculadora|\b(?:tu|esta|otra|cualquier) cuenta\b", re.I)
# A condition on the cover stands right before the text.
PICKED = re.compile(r'(?:cover === "list"|isList)\s*\?[^;]{0,500}$')
LIST_ONLY = "static/inner/screens/remind"
"""Reminders come with the list alone; elsewhere the screen says so."""
OTHER_LISTS = {
    "A list",
    "My list",
    "Take off the list",
    "The new list had a fault. Your numbers stay as they are.",
    "{name} is off the list.",
    "The call still shows in the call list of your phone.",
    "The call stays in this phone's call list. It may show on the phone bill too.",
    "Calls and texts show in the phone's lists, and may show on the bill.",
    "It cannot clear the list of pages in the browser. That list shows only “{name}”.",
    "It cannot remove copies that someone made before, or the browser's own list of pages.",
    "Such as the weather or the news. Leave it empty to go nowhere else. It works only with the "
    "internet, and shows in the list of pages.",
}
"""Lists that are not the cover."""


def is_picked(text: str, path: str) -> bool:
    """Tell whether each place of a text in a source file is one that the cover picks."""
    if path.startswith(LIST_ONLY):
        return True
    source = (content.ROOT / path).read_text("utf-8")
    before = source.split(json.dumps(text, ensure_ascii=False))[:-1]
    return before != [] and all(PICKED.search(part) for part in before)


def naming(texts: dict[str, list[str]]) -> set[str]:
    """Return the texts that name a cover although nothing picks them by the cover."""
    spanish = words(content.catalog_path(content.ROOT, "es", "plan"))
    return {
        text
        for text, places in texts.items()
        if NAMES.search(text) or SPANISH.search(spanish.get(text, ""))
        if not all(is_picked(text, path) for path in places)
    }


def test_no_text_that_everybody_reads_names_a_cover() -> None:
    assert naming(content.messages(content.ROOT, "plan").places) == OTHER_LISTS


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Touch Close, and the list is back.", "content/plan.toml"),
        ("Leave it empty to stay on the list.", "static/inner/screens/leaving.tsx"),
        ("Hello", "static/inner/screens/home.tsx"),
    ],
)
def test_a_text_that_names_a_cover_is_seen(text: str, path: str) -> None:
    assert bool(naming({text: [path]})) == bool(NAMES.search(text))
