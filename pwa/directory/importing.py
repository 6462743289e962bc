"""Bringing a file of services in: what it would change, and the change, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from pwa.directory.fields import Problem
from pwa.directory.files import KINDS, read_rows
from pwa.directory.service import DirectoryService
from pwa.errors import ServicesInvalid


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do: nothing at all while it has a problem."""

    problems: Sequence[Problem]
    added: Sequence[str]
    changed: Sequence[str]
    unchanged: Sequence[str]


def kind_of(filename: str) -> str:
    """Return the kind of file a name says; JSON only when it says so."""
    return KINDS[1] if filename.lower().endswith(".json") else KINDS[0]


def preview(directory: DirectoryService, agency_id: int, data: bytes, kind: str) -> Preview:
    """Say what a file would change, by the services' names, and name every problem by row."""
    rows, problems = read_rows(data, kind)
    changes, wrong = directory.check_rows(agency_id, rows)
    kept = {entry.ref: dict(entry.values) for entry in directory.all(agency_id)}
    added, changed, unchanged = [], [], []
    for change in changes:
        name = change.values.get("name", "")
        if change.ref not in kept:
            added.append(name)
        elif kept[change.ref] != change.values:
            changed.append(name)
        else:
            unchanged.append(name)
    return Preview(sorted({*problems, *wrong}), added, changed, unchanged)


def load(directory: DirectoryService, agency_id: int, data: bytes, kind: str) -> int:
    """Keep every service of a file and return how many; `ServicesInvalid` when any is wrong."""
    rows, problems = read_rows(data, kind)
    if problems:
        _, wrong = directory.check_rows(agency_id, rows)
        raise ServicesInvalid(sorted({*problems, *wrong}))
    return len(directory.keep_rows(agency_id, rows))
