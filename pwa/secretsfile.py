"""The generated secrets file: one `KEY=hex` a line, readable by its owner alone."""

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from pwa.errors import SecretsExist, SecretsExposed, SettingInvalid

KEY_BYTES = 32
MAX_FILE_BYTES = 4096


def read(path: Path, keys: Sequence[str]) -> dict[str, str]:
    """Return what the file sets, nothing when there is no file; refuse one others may read."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return {}
    if mode & 0o077:
        raise SecretsExposed(
            f"{path} has mode {mode & 0o777:04o}: others may read {' and '.join(keys)}; "
            f"run `chmod 600 {path}`, and make new keys if somebody did read it."
        )
    if path.stat().st_size > MAX_FILE_BYTES:
        raise SettingInvalid(f"{path} is longer than {MAX_FILE_BYTES} bytes.")
    values: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, value = line.partition("=")
        if key not in keys:
            # The line itself may hold a key: only its number is told.
            raise SettingInvalid(f"{path} line {number} sets none of {', '.join(keys)}.")
        values[key] = value.strip()
    return values


def make(path: Path, keys: Sequence[str]) -> None:
    """Write a new file with a random value for each key, mode 0600; never overwrite one."""
    make_folder(path.parent)
    text = "".join(f"{key}={secrets.token_hex(KEY_BYTES)}\n" for key in keys)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise SecretsExist(
            f"{path} is already there; other keys would make every start code and pack path void."
        ) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def add(path: Path, keys: Sequence[str]) -> tuple[str, ...]:
    """Give each key that the file lacks a random value; return which those were.

    A release that needs another key finds the earlier ones untouched.
    """
    missing = tuple(key for key in keys if key not in read(path, keys))
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{key}={secrets.token_hex(KEY_BYTES)}\n" for key in missing)
    return missing


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone; leave one that is there as it is."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
