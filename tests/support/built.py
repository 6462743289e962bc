"""A small built client, shaped as `tools/build.mjs` shapes the real one."""

import base64
import gzip
import hashlib
import json
from pathlib import Path

from pwa.covers import COVERS, LANGUAGES

ICONS = ("192", "512", "maskable-192", "maskable", "apple")
EARLIER = "sha256-" + base64.b64encode(hashlib.sha256(b"earlier").digest()).decode()

COUNTRIES = [{"code": "US", "name": "United States"}, {"code": "ES", "name": "Spain"}]
LINES = [
    {
        "id": "us-home",
        "country": "US",
        "label": "When home is not okay",
        "name": "Home line",
        "call": "1-800-555-0100",
        "text": {"number": "55501", "word": "START"},
        "chat": "home.example/chat",
        "hours": "Day and night",
        "runBy": "charity",
        "note": "",
        "source": "https://a.example",
        "verifiedOn": "",
        "status": "unchecked",
    },
    {
        "id": "es-112",
        "country": "ES",
        "label": "Emergency",
        "name": "112",
        "call": "112",
        "text": None,
        "chat": "",
        "hours": "Day and night",
        "runBy": "emergency",
        "note": "",
        "source": "https://c.example",
        "verifiedOn": "",
        "status": "unchecked",
    },
    {
        "id": "es-016",
        "country": "ES",
        "label": "Cuando no",
        "name": "016",
        "call": "016",
        "text": None,
        "chat": "",
        "hours": "",
        "runBy": "government",
        "note": "",
        "source": "https://b.example",
        "verifiedOn": "2026-11-01",
        "status": "checked",
    },
]


def write_built(folder: Path) -> Path:
    """Write the client into a folder and return the folder."""
    names = {}
    for key in COVERS:
        names[f"{key}.js"] = _write_asset(folder, f"export const {key} = 1;{' ' * 200}", "js")
        names[f"{key}.css"] = _write_asset(folder, f".{key}{{color:red}}{' ' * 200}", "css")
        names[f"{key}.svg"] = _write_asset(folder, f"<svg id='{key}'/>{' ' * 200}", "svg")
        for icon in ICONS:
            names[f"{key}-{icon}.png"] = _write_asset(folder, f"{key} {icon}", "png")
    names["keeper.js"] = _write_asset(folder, f"onmessage=()=>0;{' ' * 200}", "js")
    for language in LANGUAGES:
        names[f"list.{language}.txt"] = _write_asset(folder, f"{language}\nbread", "txt")
    packs = {f"{kind}.{language}": _write_pack(folder, kind, language)
             for kind in "ab" for language in LANGUAGES}  # fmt: skip
    (folder / "words").mkdir()
    for language in LANGUAGES:
        words = {} if language == "en" else {"Add </script> & more": "Añadir </script> y más"}
        (folder / f"words/cover.{language}.json").write_text(json.dumps(words), "utf-8")
    (folder / "packs/lines.json").write_text(
        json.dumps({"helplines": LINES, "countries": COUNTRIES}), "utf-8"
    )
    (folder / "sw.js").write_text("self.addEventListener('install',()=>0);\n", "utf-8")
    manifest = {
        "release": "0123456789abcdef",
        "assets": names,
        "wasm": [names["keeper.js"]],
        "packs": packs,
        "earlier": [EARLIER],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def _write_asset(folder: Path, text: str, extension: str) -> str:
    data = text.encode()
    path = f"a/{hashlib.sha256(data).hexdigest()[:16]}.{extension}"
    _write(folder / path, data, is_compressed=extension != "png")
    return f"/{path}"


def _write_pack(folder: Path, kind: str, language: str) -> dict[str, str]:
    data = f"export const pack = '{kind} {language}';{' ' * 200}".encode()
    file = f"packs/{kind}.{language}.js"
    _write(folder / file, data, is_compressed=True)
    digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
    return {"file": file, "hash": f"sha256-{digest}"}


def _write(path: Path, data: bytes, *, is_compressed: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if is_compressed:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(data, mtime=0))
        # Brotli is not in the standard library; the server only passes these bytes on.
        path.with_name(path.name + ".br").write_bytes(b"br:" + data[:20])
