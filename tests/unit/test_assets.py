"""The built client: read whole, or refused with a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pwa.assets import pack_path, read_built
from pwa.errors import BuiltBroken, BuiltMissing
from tests.support.built import EARLIER, write_built


def test_built_client_is_read_whole(built: Path) -> None:
    client = read_built(built)
    assert client.release == "0123456789abcdef"
    assert set(client.packs) == {"a.en", "a.es", "b.en", "b.es"}
    assert client.known_hashes == (*(p.code_hash for p in client.packs.values()), EARLIER)
    assert client.fresh_count == 4
    assert all(path in client.files for path in client.names.values())


def test_missing_client_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(BuiltMissing, match="build the client"):
        read_built(tmp_path)


Manifest = dict[str, Any]
CHANGES: dict[str, Callable[[Manifest], object]] = {
    "no release": lambda m: m.pop("release"),
    "no assets": lambda m: m.pop("assets"),
    "assets is a list": lambda m: m.update(assets=[]),
    "no script": lambda m: m["assets"].pop("calculator.js"),
    "no icon": lambda m: m["assets"].pop("list-512.png"),
    "no keeper": lambda m: m.update(wasm=[]),
    "path outside": lambda m: m["assets"].update({"list.js": "/a/../../etc/passwd"}),
    "other kind of file": lambda m: m["assets"].update({"x": "/a/x.html"}),
    "file that is not there": lambda m: m["assets"].update({"x": "/a/x.js"}),
    "no pack": lambda m: m["packs"].pop("b.es"),
    "pack outside": lambda m: m["packs"]["a.en"].update(file="../secrets"),
    "pack with another hash": lambda m: m["packs"]["a.en"].update(hash=EARLIER),
    "malformed earlier hash": lambda m: m.update(earlier=["sha256-x'; script-src *"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_client_that_does_not_fit_its_manifest_is_refused(name: str, tmp_path: Path) -> None:
    path = write_built(tmp_path) / "manifest.json"
    manifest = json.loads(path.read_text())
    CHANGES[name](manifest)
    path.write_text(json.dumps(manifest))
    with pytest.raises(BuiltBroken, match="again"):
        read_built(tmp_path)


@pytest.mark.parametrize("file", ["sw.js", "words/cover.es.json", "packs/a.es.js"])
def test_client_with_a_file_missing_is_refused(file: str, tmp_path: Path) -> None:
    (write_built(tmp_path) / file).unlink()
    with pytest.raises(BuiltBroken):
        read_built(tmp_path)


def test_changed_pack_is_refused(tmp_path: Path) -> None:
    path = write_built(tmp_path) / "packs/a.en.js"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(BuiltBroken, match="hash"):
        read_built(tmp_path)


def test_pack_path_is_the_keyed_hash_of_its_name() -> None:
    # openssl dgst -sha256 -mac HMAC -macopt hexkey:22…22 <<< "pack a.en" (without line end)
    assert pack_path(b"\x22" * 32, "a.en") == "/p/1e5840e989b820b67d3fb1bfef3171a1"
    assert pack_path(b"\x23" * 32, "a.en") != pack_path(b"\x22" * 32, "a.en")
