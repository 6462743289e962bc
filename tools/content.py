"""Compile what the app says: TOML and PO files in, one JSON file for each pack and language out.

`content.py` writes build/content; `content.py --extract` brings the PO files up to date with the
TOML files and the sources; `content.py --check` names every text that is missing or broken.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The build runs this file as a script, and then the repository is not on the path.
sys.path.insert(0, str(ROOT))

from tools.content_data import read_notes, read_plan  # noqa: E402  (see the line above)
from tools.content_messages import (  # noqa: E402
    Messages,
    code_words,
    faults,
    source_texts,
    update,
    words,
)
from tools.content_shapes import ContentError, Text  # noqa: E402

LANGUAGES = ("en", "es")
#: Which sources each catalogue is for.
SOURCES = {
    "cover": ("static/cover",),
    "plan": ("static/inner",),
    "notes": ("static/inner/notes.tsx", "static/inner/notebook"),
}


def catalog_path(root: Path, language: str, domain: str) -> Path:
    """Return where the PO file of one language and domain is."""
    return root / "content" / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def read_data(root: Path, domain: str) -> dict[str, object]:
    """Read what the TOML files say for one domain; the covers have none."""
    if domain == "plan":
        return read_plan(root / "content")
    return read_notes(root / "content") if domain == "notes" else {}


def texts_in(value: object) -> list[Text]:
    """List the texts that are to be translated, in reading order."""
    if isinstance(value, Text):
        return [value] if value else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_in(part)]


def translated(value: object, table: dict[str, str]) -> object:
    """Return `value` with its texts in another language; untranslated ones stay English."""
    if isinstance(value, Text):
        return table.get(value, str(value))
    if isinstance(value, dict):
        return {key: translated(part, table) for key, part in value.items()}
    if isinstance(value, list):
        return [translated(part, table) for part in value]
    return value


def messages(root: Path, domain: str) -> Messages:
    """List every text of a domain."""
    found = Messages()
    for text in texts_in(read_data(root, domain)):
        found.add(text, text.origin, text.note)
    for path, written in source_texts(root, SOURCES[domain]).items():
        # The notebook has a catalogue of its own, so that neither pack holds words of the other.
        if domain == "plan" and path.startswith(SOURCES["notes"]):
            continue
        for each in written:
            found.add(each, path, "")
    return found


def read_items(root: Path, language: str) -> list[str]:
    """Read the everyday words that secrets are made of, one a line."""
    path = root / "content" / "words" / f"items.{language}.txt"
    if not path.exists():
        raise ContentError(f"content/words/items.{language}.txt is missing")
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]


def compile_domain(root: Path, domain: str, language: str) -> dict[str, object]:
    """Return what one JSON file holds."""
    path = catalog_path(root, language, domain)
    strings: dict[str, object] = {**code_words(path)} if language != "en" else {}
    if domain == "cover":
        return strings
    table = words(path) if language != "en" else {}
    made: dict[str, object] = {"language": language, "strings": strings}
    for key, value in read_data(root, domain).items():
        made[key] = translated(value, table)
    return made


def write_all(root: Path, out: Path) -> None:
    """Write every JSON file; the same sources give the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    for domain in SOURCES:
        for language in LANGUAGES:
            made = json.dumps(compile_domain(root, domain, language), ensure_ascii=False)
            (out / f"{domain}.{language}.json").write_text(made + "\n", "utf-8")
    for language in LANGUAGES:
        (out / f"items.{language}.txt").write_text("\n".join(read_items(root, language)), "utf-8")


def check(root: Path) -> list[str]:
    """Name every text that is missing, unused or broken in any language."""
    found: list[str] = []
    for domain in SOURCES:
        wanted = messages(root, domain)
        for language in LANGUAGES[1:]:
            found += faults(catalog_path(root, language, domain), wanted)
    return found


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Compile, extract or check what the app says.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--extract", action="store_true", help="bring the PO files up to date")
    what.add_argument("--check", action="store_true", help="name every missing or broken text")
    options = parser.parse_args(arguments)
    try:
        if options.check:
            found = check(ROOT)
            print("\n".join(found) or "every text is translated")
            return 1 if found else 0
        if options.extract:
            for domain in SOURCES:
                wanted = messages(ROOT, domain)
                for language in LANGUAGES[1:]:
                    update(catalog_path(ROOT, language, domain), wanted)
        else:
            write_all(ROOT, ROOT / "build" / "content")
    except ContentError as error:
        print(f"content: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
