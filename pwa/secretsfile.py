"""The generated secrets file: one `KEY=hex` a line, readable by its owner alone."""

import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

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
    text = "".join(f"{key}={value}\n" for key, value in make_values(keys).items())
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        refuse_to_replace(path)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def make_values(keys: Sequence[str]) -> dict[str, str]:
    """Make a random value for each key."""
    return {key: secrets.token_hex(KEY_BYTES) for key in keys}


def refuse_to_replace(path: Path) -> NoReturn:
    """Refuse to make keys where there are some."""
    raise SecretsExist(
        f"{path} is already there; other keys would make every start code and pack path void."
    ) from None


def write(path: Path, changes: Mapping[str, str]) -> None:
    """Set these keys in a file that is there, in one step; every other line stays as it is."""
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if line.partition("=")[0] not in changes]
    text = "".join(f"{line}\n" for line in (*kept, *(f"{k}={v}" for k, v in changes.items())))
    # A start that reads meanwhile finds the old file or the new one, never half of one.
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone; leave one that is there as it is."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
