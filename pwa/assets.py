"""The built client, read and checked once: hashed files, packs, the worker's script, words."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pwa.bodies import Body
from pwa.covers import COVERS, LANGUAGES
from pwa.errors import BuiltBroken, BuiltMissing

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
PACK_KINDS = ("a", "b")
PACK_ID_DIGITS = 32
CODE_HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True, slots=True)
class Pack:
    """One sealed app in one language; its hash as it stands in a page's policy."""

    body: Body
    code_hash: str


@dataclass(frozen=True, slots=True)
class Built:
    """Everything the build made, in memory."""

    release: str
    names: Mapping[str, str]
    files: Mapping[str, Body]
    keepers: frozenset[str]
    packs: Mapping[str, Pack]
    earlier: tuple[str, ...]
    worker: str
    words: Mapping[str, Mapping[str, str]]

    @property
    def known_hashes(self) -> tuple[str, ...]:
        """Return the hashes of all packs, this release's first, then the earlier ones."""
        return tuple(dict.fromkeys((*self._fresh_hashes(), *self.earlier)))

    @property
    def fresh_count(self) -> int:
        """Return how many of the known hashes are this release's."""
        return len(self._fresh_hashes())

    def _fresh_hashes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(pack.code_hash for pack in self.packs.values()))


def pack_path(key: bytes, name: str) -> str:
    """Return the neutral path of a pack such as `a.en`; the same for every release."""
    digest = hmac.new(key, f"pack {name}".encode(), hashlib.sha256).hexdigest()
    return f"/p/{digest[:PACK_ID_DIGITS]}"


def read_built(folder: Path) -> Built:
    """Read the built client; refuse one that is missing or does not fit its manifest."""
    path = folder / "manifest.json"
    if not path.is_file():
        raise BuiltMissing(
            f"{path} is missing: build the client with `make build`, "
            "or install a wheel, which has it inside."
        )
    try:
        manifest = json.loads(path.read_text("utf-8"))
        built = _read(folder, manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BuiltBroken(
            f"{path} does not fit the files beside it ({error}): build the client again."
        ) from error
    _check_whole(built)
    return built


def _read(folder: Path, manifest: Mapping[str, Any]) -> Built:
    names = {str(name): str(path) for name, path in manifest["assets"].items()}
    packs = {str(name): _pack(folder, entry) for name, entry in manifest["packs"].items()}
    earlier = tuple(str(code_hash) for code_hash in manifest["earlier"])
    if not all(CODE_HASH.fullmatch(code_hash) for code_hash in earlier):
        raise ValueError("an earlier hash is malformed")
    return Built(
        release=str(manifest["release"]),
        names=names,
        files={path: _asset(folder, path) for path in set(names.values())},
        keepers=frozenset(str(path) for path in manifest["wasm"]),
        packs=packs,
        earlier=earlier,
        worker=(folder / "sw.js").read_text("utf-8"),
        words={
            language: json.loads((folder / f"words/cover.{language}.json").read_text("utf-8"))
            for language in LANGUAGES
        },
    )


def _asset(folder: Path, path: str) -> Body:
    if not re.fullmatch(r"/a/[A-Za-z0-9_-]+\.[a-z]+", path):
        raise ValueError(f"{path} is not an asset path")
    return _body(folder / path[1:])


def _pack(folder: Path, entry: Mapping[str, str]) -> Pack:
    if not re.fullmatch(r"packs/[a-z]\.[A-Za-z-]+\.js", entry["file"]):
        raise ValueError(f"{entry['file']} is not a pack")
    body = _body(folder / entry["file"])
    digest = base64.b64encode(hashlib.sha256(body.plain).digest()).decode()
    if entry["hash"] != f"sha256-{digest}":
        raise ValueError(f"{entry['file']} does not have its hash")
    return Pack(body, entry["hash"])


def _body(path: Path) -> Body:
    media_type = MEDIA_TYPES.get(path.suffix)
    if media_type is None:
        raise ValueError(f"{path.suffix} files are not served")
    brotli, gzipped = (path.with_name(path.name + ending) for ending in (".br", ".gz"))
    return Body(
        path.read_bytes(),
        media_type,
        brotli=brotli.read_bytes() if brotli.is_file() else None,
        gzipped=gzipped.read_bytes() if gzipped.is_file() else None,
    )


def _check_whole(built: Built) -> None:
    wanted = [f"{key}.{ending}" for key in COVERS for ending in ("js", "css")]
    wanted += ["keeper.js"]
    wanted += [f"{key}-{icon}.png" for key in COVERS for icon in (192, 512, "maskable", "apple")]
    missing = [name for name in wanted if name not in built.names]
    packs = [f"{kind}.{language}" for kind in PACK_KINDS for language in LANGUAGES]
    missing += [f"pack {name}" for name in packs if name not in built.packs]
    if missing:
        raise BuiltBroken(f"the built client lacks {', '.join(missing)}: build it again.")
    if built.names["keeper.js"] not in built.keepers:
        raise BuiltBroken("the built client does not name keeper.js under wasm: build it again.")
