"""Build the client in a language that nobody speaks: every text accented and 40 % longer.

`python -m tools.pseudo FOLDER` puts content and client there. The pseudo-language stands where
Spanish would; it is for tests of layout and of untranslated words, and is never shipped.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tools import content
from tools.content_messages import node

LANGUAGE = "es"
#: Letters that can still be read, and that no English or Spanish text of ours has.
LETTERS = str.maketrans("aceghiklnorstuwyzACEGHIKLNORSTUWYZ", "âçêğĥîķļñôřšţûŵŷžÂÇÊĞĤÎĶĻŇÔŘŠŢÛŴŶŽ")
VOWELS = re.compile(r"([aeiouy])", re.IGNORECASE)
PLACEHOLDER = re.compile(r"(\{\w+\})")
MARKED = frozenset(LETTERS.values())


def pseudo(text: str) -> str:
    """Return `text` with every vowel twice and accents on its letters; {placeholders} stay."""
    parts = PLACEHOLDER.split(text)
    return "".join(
        part if PLACEHOLDER.fullmatch(part) else VOWELS.sub(r"\1\1", part).translate(LETTERS)
        for part in parts
    )


def is_pseudo(text: str) -> bool:
    """Tell whether a text has letters of the pseudo-language."""
    return any(ord(letter) in MARKED for letter in text)


def compile_domain(root: Path, domain: str) -> dict[str, object]:
    """Return what the JSON file of one domain holds in the pseudo-language."""
    table = {text: pseudo(text) for text in content.messages(root, domain).places}
    if domain == "cover":
        return dict(table)
    made: dict[str, object] = {"language": LANGUAGE, "strings": table}
    for key, value in content.read_data(root, domain).items():
        made[key] = content.translated(value, table)
    return made


def build(root: Path, folder: Path) -> Path:
    """Build the client below `folder` and return where it is."""
    texts = folder / "content"
    content.write_all(root, texts)
    for domain in content.SOURCES:
        made = json.dumps(compile_domain(root, domain), ensure_ascii=False)
        (texts / f"{domain}.{LANGUAGE}.json").write_text(made + "\n", "utf-8")
    items = [pseudo(item) for item in content.read_items(root, "en")]
    (texts / f"items.{LANGUAGE}.txt").write_text("\n".join(items), "utf-8")
    built = folder / "built"
    places = {"CONTENT_DIR": str(texts), "BUILT_DIR": str(built)}
    command = [node(root), "tools/build.mjs"]
    subprocess.run(command, cwd=root, env={**os.environ, **places}, check=True)
    return built


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.pseudo FOLDER")
    build(content.ROOT, Path(sys.argv[1]).resolve())
