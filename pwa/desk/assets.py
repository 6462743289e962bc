"""The desk's own style sheet and script, under names that change with their bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from pwa.bodies import Body, compressed
from pwa.desk.paths import FILES

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
DIGITS = 16


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """The files by path, and the path of each by the name it has in the package."""

    bodies: Mapping[str, Body]
    paths: Mapping[str, str]


def read_files() -> DeskFiles:
    """Read every style sheet and script of the desk."""
    bodies: dict[str, Body] = {}
    paths: dict[str, str] = {}
    for file in sorted((resources.files("pwa.desk") / "files").iterdir(), key=lambda f: f.name):
        extension = file.name.rpartition(".")[2]
        if extension not in TYPES:
            continue
        data = file.read_bytes()
        path = f"{FILES}{hashlib.sha256(data).hexdigest()[:DIGITS]}.{extension}"
        bodies[path] = compressed(data, TYPES[extension])
        paths[file.name] = path
    return DeskFiles(bodies, paths)
