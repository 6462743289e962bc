"""Bytes by file, as a browser that understands brotli gets them."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from tools.bench.table import Row, at_most

BUILT = Path(__file__).parents[2] / "pwa/built"
COVER_KB, KEEPER_KB, PACK_KB = 20, 12, 70


def measure() -> Sequence[Row]:
    """List every built file and the sums that have a budget."""
    manifest = json.loads((BUILT / "manifest.json").read_text())
    assets: dict[str, str] = manifest["assets"]
    rows = [Row(name, kb(served(path))) for name, path in sorted(assets.items())]
    rows.append(Row("sw.js", kb(served("sw.js"))))
    for cover in ("list", "calculator"):
        first = sum(served(assets[f"{cover}.{kind}"]) for kind in ("js", "css", "svg"))
        total = (first + served("sw.js")) / 1000
        rows.append(at_most(f"{cover}: first use without the page", total, COVER_KB, "kB"))
    keeper = served(assets["keeper.js"]) / 1000
    rows.append(at_most("worker with Argon2", keeper, KEEPER_KB, "kB"))
    for name, pack in sorted(manifest["packs"].items()):
        rows.append(at_most(f"pack {name}", served(pack["file"]) / 1000, PACK_KB, "kB"))
    return rows


def served(path: str) -> int:
    """Return the bytes that go over the wire: brotli where it was made, else the file."""
    plain = BUILT / path.lstrip("/")
    if path == "sw.js":
        # The server puts a line in front of it at its start, and compresses it then.
        return len(gzip.compress(plain.read_bytes(), compresslevel=9, mtime=0))
    packed = plain.with_name(plain.name + ".br")
    return (packed if packed.exists() else plain).stat().st_size


def kb(size: int) -> str:
    """Write a size in thousands of bytes."""
    return f"{size / 1000:,.1f} kB"
