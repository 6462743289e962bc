"""The PO catalogues: read, brought up to date, and checked against the texts of the sources."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tools.content_shapes import ContentError

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(slots=True)
class Messages:
    """Every text of one domain: where it stands and what a translator should know."""

    places: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def add(self, text: str, place: str, note: str) -> None:
        """Add one text; the same text again only adds its place."""
        places = self.places.setdefault(text, [])
        if place not in places:
            places.append(place)
        if note:
            self.notes.setdefault(text, note)


def node(root: Path) -> str:
    """Find Node: the one `make` chose, or the system's."""
    chosen = root / "build" / "node.json"
    folder = json.loads(chosen.read_text("utf-8"))["bin"] if chosen.exists() else None
    found = shutil.which("node", path=folder) or shutil.which("node")
    if found is None:
        raise ContentError("Node is needed to read the sources: run make")
    return found


def source_texts(root: Path, folders: Iterable[str]) -> dict[str, list[str]]:
    """List the texts that the TypeScript below `folders` hands to its translator, by file."""
    there = [folder for folder in folders if (root / folder).exists()]
    if not there:
        return {}
    command = [node(root), "tools/strings.mjs", *there]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ContentError(done.stderr.strip())
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def read_catalog(path: Path) -> Catalog:
    """Read one PO file; a missing one is an empty catalogue."""
    if not path.exists():
        return Catalog(fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def translation(message: Message | None) -> str:
    """Return the finished translation of a message; a fuzzy one is not finished."""
    if message is None or message.fuzzy or not isinstance(message.string, str):
        return ""
    return message.string


def words(path: Path) -> dict[str, str]:
    """Return English text → translation of everything that is translated in a PO file."""
    pairs = ((str(each.id), translation(each)) for each in read_catalog(path) if each.id)
    return {english: done for english, done in pairs if done}


def code_words(path: Path) -> dict[str, str]:
    """Return the part of `words` that stands in program sources, not in TOML files."""
    in_code = {
        str(each.id)
        for each in read_catalog(path)
        if any(place.startswith("static/") for place, _ in each.locations)
    }
    return {english: done for english, done in words(path).items() if english in in_code}


def update(path: Path, messages: Messages) -> None:
    """Write a PO file with exactly these texts, keeping the translations that are there."""
    before = read_catalog(path)
    # Every date is left out: the file changes only when a text does.
    made = Catalog(locale=path.parent.parent.name, header_comment=before.header_comment)
    for text, places in messages.places.items():
        old = before.get(text)
        made.add(
            text,
            translation(old),
            locations=[(place, 1) for place in places],
            auto_comments=[messages.notes[text]] if text in messages.notes else [],
            user_comments=old.user_comments if old else [],
        )
    buffer = BytesIO()
    write_po(buffer, made, width=90, omit_header=True, include_lineno=False)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    notice = "".join(f"{line}\n" for line in HEADER)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(notice + header + buffer.getvalue().decode("utf-8"), "utf-8")


HEADER = (
    "# Made by machine from the English texts: needs a human reader who speaks the language.",
    "# Tone: a calm friend. Informal (tú), gender-neutral where it can be, words a child knows.",
)


def faults(path: Path, messages: Messages) -> list[str]:
    """Name every text that is missing, unused, or has other {placeholders} than the English."""
    catalog = read_catalog(path)
    place = "/".join(path.parts[-3:])
    found = []
    for text in messages.places:
        done = translation(catalog.get(text))
        if not done:
            found.append(f"{place}: not translated: {text}")
        elif sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(done)):
            found.append(f"{place}: other placeholders: {text}")
    there = {str(each.id) for each in catalog if each.id}
    found += [
        f"{place}: not used any more: {text}" for text in sorted(there - messages.places.keys())
    ]
    return found
