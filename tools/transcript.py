"""Write down what a screen reader says on every screen: `python -m tools.transcript FOLDER`.

One file a language. It is the accessibility tree that Chromium hands to screen readers, one line
for each stop, in reading order, with role, name, value, state and description.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from pwa.audit.drive.phone import flags, phone_options
from tests.e2e.server import start_server
from tests.e2e.walks import EVERY_WALK
from tools.bench.stage import chromium
from tools.shots import NOW

LOCALES = ("en-US", "es-MX")
#: Roles that are read as one with everything in them.
WHOLE = {"button", "heading", "image", "link", "menuitem", "radio", "switch", "tab", "textbox"}
WHOLE |= {"checkbox", "DisclosureTriangle", "Date", "progressbar", "slider"}
#: Roles that are announced when the reader comes into them.
AROUND = {"alert", "article", "dialog", "group", "list", "radiogroup", "region", "status"}
STATES = ("checked", "disabled", "expanded", "invalid", "level", "pressed", "selected")


@dataclass(frozen=True, slots=True)
class Node:
    """One stop of the reader."""

    role: str
    name: str
    value: str
    description: str
    states: dict[str, Any]
    children: tuple["Node", ...]


def read(page: Page) -> Node:
    """Return the accessibility tree of a page, without what is ignored."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return Node("page", "", "", "", {}, tuple(_made(nodes[0], by_id)))


def _made(raw: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[Node]:
    inside = [
        node
        for child in raw.get("childIds", ())
        if child in by_id
        for node in _made(by_id[child], by_id)
    ]
    if raw.get("ignored"):
        yield from inside
        return
    states = {each["name"]: each["value"].get("value") for each in raw.get("properties", ())}
    yield Node(
        role=_text(raw, "role"),
        name=_text(raw, "name"),
        value=_text(raw, "value"),
        description=_text(raw, "description"),
        states={name: states[name] for name in STATES if name in states},
        children=tuple(inside),
    )


def _text(raw: dict[str, Any], key: str) -> str:
    return " ".join(str(raw.get(key, {}).get("value", "")).split())


def lines(node: Node) -> Iterator[str]:
    """Say a tree, one line for each stop."""
    if node.role == "StaticText":
        if node.name:
            yield node.name
        return
    if node.role in WHOLE:
        yield _said(node)
        return
    if node.role in AROUND and (node.name or node.role in ("dialog", "status", "alert")):
        inside = [line for child in node.children for line in lines(child)]
        if inside:
            yield _said(node)
            yield from (f"    {line}" for line in inside)
        return
    for child in node.children:
        yield from lines(child)


def _said(node: Node) -> str:
    states = [
        name if value is True or value == "true" else f"{name} {value}"
        for name, value in node.states.items()
        if value not in (False, "false", None)
    ]
    states += [f"not {n}" for n, v in node.states.items() if n == "checked" and v == "false"]
    said = ", ".join([node.role.lower(), *states])
    parts = [f"[{said}]", node.name, f"= {node.value}" if node.value else ""]
    parts.append(f"({node.description})" if node.description else "")
    return " ".join(part for part in parts if part)


def write(page: Page, name: str, origin: str) -> str:
    """Return the transcript of one screen; the address is one that nobody has."""
    said = "\n".join([f"## {name}", "", *lines(read(page)), ""])
    return said.replace(origin.partition("//")[2], "list.example")


def main(out: Path) -> None:
    """Write the transcript of every screen in every language."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=flags())
        for locale in LOCALES:
            said = []
            for screens in EVERY_WALK:
                context = browser.new_context(**phone_options(locale=locale))
                context.clock.set_fixed_time(NOW)
                walk = screens(context.new_page(), server, locale[:2])
                said += [write(page, name, server.origin) for name, page in walk]
                context.close()
            (out / f"{locale[:2]}.txt").write_text("\n".join(said), "utf-8")
        browser.close()
        server.stop()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.transcript FOLDER")
    main(Path(sys.argv[1]))
