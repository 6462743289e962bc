"""Services as files: CSV and JSON, read with every problem named, written so that none is left.

A cell that a spreadsheet could take for a formula is written with an apostrophe in front, and
that apostrophe is taken off again when the file is read; JSON is written as it is.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pwa.directory.fields import NAMES, Problem

MAX_FILE_BYTES = 256 * 1024
MAX_ROWS = 100
DELIMITERS = ",;\t"
KINDS = ("csv", "json")
# What may stand in front of a formula's first sign, and the sign.
GUARDED = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
TO_GUARD = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")

Rows = list[tuple[int, dict[str, str]]]


def read_rows(data: bytes, kind: str) -> tuple[Rows, list[Problem]]:
    """Return each row with its number, as it stands in the file, and what is wrong with it."""
    if len(data) > MAX_FILE_BYTES:
        return [], [_whole(f"is larger than {MAX_FILE_BYTES // 1024} KiB")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [_whole("is not UTF-8: save it as “CSV UTF-8”")]
    if "\0" in text:
        return [], [_whole("holds binary data: it is no text file")]
    rows, problems = _read_csv(text) if kind == "csv" else _read_json(text)
    if not rows and not problems:
        problems = [_whole("has no services in it")]
    if len(rows) > MAX_ROWS:
        problems = [_whole(f"has more than {MAX_ROWS} services")]
    return rows, problems


def write_csv(entries: Iterable[Mapping[str, str]]) -> bytes:
    """Return services as CSV with every field, in UTF-8 with the mark that spreadsheets need."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(NAMES)
    for entry in entries:
        writer.writerow([_guard(entry.get(name, "")) for name in NAMES])
    return out.getvalue().encode("utf-8-sig")


def write_json(entries: Iterable[Mapping[str, str]]) -> bytes:
    """Return services as JSON, empty fields left out."""
    listed = [{name: entry[name] for name in NAMES if entry.get(name)} for entry in entries]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def _read_csv(text: str) -> tuple[Rows, list[Problem]]:
    head, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error:
        return [], [_whole("is not CSV: a quotation mark is open, or a cell is far too long")]
    if not lines:
        return [], []
    names = [cell.strip().lower() for cell in lines[0][1]]
    problems = _check_names(names)
    if problems:
        return [], problems
    rows: Rows = []
    for number, (_, cells) in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            problems.append(Problem(number, "", "has more cells than the first row has names"))
        rows.append((number, dict(zip(names, map(_unguard, cells), strict=False))))
    return rows, problems


def _read_json(text: str) -> tuple[Rows, list[Problem]]:
    twice: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return dict(pairs)

    try:
        data = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError):
        return [], [_whole("is not JSON")]
    if not isinstance(data, list):
        return [], [_whole("must be a JSON list of services")]
    if twice:
        return [], [_whole(f"names a field twice: {_shown(twice[0])}")]
    rows: Rows = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, start=1):
        if not isinstance(entry, dict):
            problems.append(Problem(number, "", "is not a JSON object"))
            continue
        problems += [
            Problem(number, _shown(name), "is not a text" if name in NAMES else "is no field")
            for name, value in entry.items()
            if name not in NAMES or not isinstance(value, str)
        ]
        rows.append((number, {k: v for k, v in entry.items() if isinstance(v, str)}))
    return rows, problems


def _check_names(names: list[str]) -> list[Problem]:
    unknown = [name for name in names if name not in NAMES]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems = [Problem(1, _shown(name), "is no field: see the list of fields") for name in unknown]
    problems += [Problem(1, _shown(name), "stands there twice") for name in twice]
    if "name" not in names:
        problems.append(Problem(1, "name", "is missing: the first row must name the fields"))
    return problems


def _shown(name: str) -> str:
    """Return a field's name as it can be shown: what a file calls it may be anything."""
    return re.sub(r"[^\w -]", "?", name)[:40] or "a column without a name"


def _guard(text: str) -> str:
    return f"'{text}" if TO_GUARD.match(text) else text


def _unguard(cell: str) -> str:
    return cell[1:] if GUARDED.match(cell) else cell


def _whole(sentence: str) -> Problem:
    return Problem(0, "", sentence)
