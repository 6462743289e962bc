"""The service worker's script: what this cover keeps, then the code that all covers share."""

import hashlib
from collections.abc import Sequence

from pwa.assets import Built
from pwa.bodies import Body, compressed
from pwa.covers import COVERS, Cover
from pwa.pages import write_json

VERSION_DIGITS = 16


def make_worker(built: Built, cover: Cover, pages: Sequence[Body]) -> Body:
    """Return the worker of a cover; `pages` are all its pages, in every language.

    The script is the same in every language: the worker itself keeps the pages in the language
    they were first asked for.
    """
    setup = {
        "version": _version(built, pages),
        "path": cover.path,
        "pages": [cover.path, f"{cover.path}b", f"{cover.path}manifest.webmanifest"],
        "assets": sorted(path for name, path in built.names.items() if _is_kept(name, cover)),
    }
    source = f"self.S={write_json(setup)};\n{built.worker}"
    return compressed(source.encode(), "text/javascript; charset=utf-8")


def _version(built: Built, pages: Sequence[Body]) -> str:
    """Return a short hash that changes with the build and with any page."""
    digest = hashlib.sha256(built.release.encode())
    for page in pages:
        digest.update(hashlib.sha256(page.plain).digest())
    return digest.hexdigest()[:VERSION_DIGITS]


def _is_kept(name: str, cover: Cover) -> bool:
    """Say whether the page itself asks for this file: no other cover's, no large icon."""
    owner = name.split(".")[0].split("-")[0]
    if owner in COVERS and owner != cover.key:
        return False
    return not name.endswith(".png") or name == f"{cover.key}-apple.png"
