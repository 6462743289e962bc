"""What lies in a profile, while a browser may take things away."""

import os
from pathlib import Path


def below(folder: Path) -> list[Path]:
    """List everything below a folder, in order; what goes away meanwhile is left out.

    `Path.rglob` raises when a folder goes before it was looked into.
    """
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        found += [Path(root) / name for name in (*folders, *files)]
    return sorted(found)
