"""What a screen reader would stumble over, found in the accessibility tree of a screen."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from playwright.sync_api import Page

from tools.transcript import AROUND, WHOLE, Node, read

CONTROLS = {"button", "link", "textbox", "radio", "checkbox", "switch", "Date"}
GROUPS = {"group", "radiogroup"}
#: Rows that stand several times on one screen and always lead to the same other one.
SAME_PLACE = {"Call or text", "Calm now", "Practice closing"}

Stop = tuple[str, Node]


def stumbles(page: Page) -> list[str]:
    """Name what cannot be told, is told twice, or cannot be told apart, on the screen."""
    return faults(read(page))


def faults(root: Node) -> list[str]:
    """Name the same in a tree that was read."""
    told = list(_stops(root, ""))
    return [*_nameless(told), *_alike(told), *_skipping(told), *_twice(told)]


def _stops(node: Node, place: str) -> Iterator[Stop]:
    """List what a finger comes to, in order, each with the named groups it is in."""
    if node.role in WHOLE or node.role == "StaticText":
        yield place, node
        return
    if node.role in AROUND and node.name:
        yield place, node
        place = f"{place}/{node.name}"
    for child in node.children:
        yield from _stops(child, place)


def _nameless(told: Sequence[Stop]) -> Iterator[str]:
    for _, node in told:
        if node.role in CONTROLS and not node.name:
            yield f"a {node.role} has no name"


def _alike(told: Sequence[Stop]) -> Iterator[str]:
    seen = set()
    for place, node in told:
        said = (place, node.role, node.name, node.description, node.value)
        if node.role in CONTROLS and node.name not in SAME_PLACE and said in seen:
            yield f"two {node.role}s are {node.name!r}"
        seen.add(said)


def _skipping(told: Sequence[Stop]) -> Iterator[str]:
    """One heading of the first level (a dialog begins at the second), and no level left out."""
    before = 1 if any(node.role == "dialog" for _, node in told) else 0
    for _, node in told:
        if node.role != "heading":
            continue
        level = int(node.states["level"])
        if level > before + 1 or (level == 1 and before > 0):
            yield f"the heading {node.name!r} of level {level} comes after level {before}"
        before = level


def _twice(told: Sequence[Stop]) -> Iterator[str]:
    for (_, first), (_, second) in pairwise(told):
        if first.role != "StaticText" or second.role not in CONTROLS | GROUPS:
            continue
        # What stands right before a field is not its name or hint once more.
        hint = second.description if second.role == "textbox" else ""
        if first.name and first.name in (second.name, hint):
            yield f"{first.name!r} is told twice"
