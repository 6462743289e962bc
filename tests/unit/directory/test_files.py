"""Files of services: what is written can be read again, and every bad one is named."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pwa.directory.fields import NAMES
from pwa.directory.files import MAX_FILE_BYTES, MAX_ROWS, TO_GUARD, read_rows, write_csv, write_json

ENTRIES = [
    {"ref": "0a1b2c3d", "name": "Night, “beds”", "call": "+1 800 555 0100", "what_es": "Una cama"},
    {"ref": "11111111", "name": "'Quoted' house", "text": "55501", "word": "START"},
]


def rows_of(data: bytes, kind: str) -> list[dict[str, str]]:
    rows, problems = read_rows(data, kind)
    assert problems == []
    return [{name: text for name, text in row.items() if text} for _, row in rows]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_is_written_is_read_again(kind: str) -> None:
    written = write_csv(ENTRIES) if kind == "csv" else write_json(ENTRIES)
    assert rows_of(written, kind) == ENTRIES


def test_no_cell_of_a_written_file_is_a_formula() -> None:
    entry = {
        "name": "=1+1",
        "call": "+1",
        "what": "-2",
        "notes": "@x",
        "hours": "'=3",
        "where": "ok",
    }
    cells = list(csv.reader(io.StringIO(write_csv([entry]).decode("utf-8-sig"))))[1]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@")]
    assert rows_of(write_csv([entry]), "csv") == [entry]


ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.dictionaries(st.sampled_from(NAMES), ANY, min_size=1), min_size=1, max_size=4))
def test_any_text_at_all_survives_a_csv_and_is_never_a_formula(
    entries: list[dict[str, str]],
) -> None:
    rows, problems = read_rows(write_csv(entries), "csv")
    assert problems == [] or "no services" in problems[0].sentence
    kept = [{k: v for k, v in row.items() if v} for _, row in rows]
    wanted = [{k: v for k, v in entry.items() if v} for entry in entries]
    # A row of blanks is none; but a blank that gets an apostrophe (a tab) is none any more.
    assert kept == [
        each
        for each in wanted
        if any(text.strip() or TO_GUARD.match(text) for text in each.values())
    ]


def test_a_cell_that_is_one_tab_survives_a_csv() -> None:
    assert rows_of(write_csv([{"ref": "\t"}]), "csv") == [{"ref": "\t"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_of_any_spreadsheet_is_read(delimiter: str, mark: str, end: str) -> None:
    lines = [["Name", " call "], ["North", "1"], ["", ""], ["South", "2"]]
    text = mark + end.join(delimiter.join(line) for line in lines)
    rows, problems = read_rows(text.encode(), "csv")
    assert problems == []
    # Rows keep the number that a spreadsheet shows beside them.
    assert rows == [(2, {"name": "North", "call": "1"}), (4, {"name": "South", "call": "2"})]


BAD = {
    "empty": (b"", "csv", "no services"),
    "names alone": (b"name,call\n", "csv", "no services"),
    "too large": (b"name\n" + b"x" * MAX_FILE_BYTES, "csv", "larger than 256 KiB"),
    "too many": (b"name\n" + b"x\n" * (MAX_ROWS + 1), "csv", "more than 100"),
    "UTF-16": ("name\nNorth".encode("utf-16"), "csv", "UTF-8"),
    "Latin 1": ("name\nCafé".encode("latin-1"), "csv", "UTF-8"),
    "binary": (b"name\nNor\0th", "csv", "binary"),
    "open quotation": (b'name\n"North', "csv", "not CSV"),
    "huge cell": (b'name\n"' + b"x" * 140_000 + b'"', "csv", "not CSV"),
    "unknown column": (b"name,colour\nNorth,red\n", "csv", "no field"),
    "column twice": (b"name,call,call\nNorth,1,2\n", "csv", "twice"),
    "no name column": (b"call\n1\n", "csv", "first row must name"),
    "more cells": (b"name,call\nNorth,1,2\n", "csv", "more cells"),
    "not JSON": (b"[", "json", "not JSON"),
    "deep JSON": (b"[" * 100_000, "json", "not JSON"),
    "no list": (b'{"name":"North"}', "json", "must be a JSON list"),
    "no object": (b'["North"]', "json", "not a JSON object"),
    "number": (b'[{"name":"North","call":1}]', "json", "not a text"),
    "NaN": (b'[{"name":NaN}]', "json", "not a text"),
    "huge number": (b'[{"name":' + b"9" * 5000 + b"}]", "json", "not JSON"),
    "unknown field": (b'[{"name":"North","colour":"red"}]', "json", "no field"),
    "field twice": (b'[{"name":"North","name":"South"}]', "json", "twice"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_named(name: str) -> None:
    data, kind, said = BAD[name]
    _, problems = read_rows(data, kind)
    assert any(said in each.sentence for each in problems), problems


def test_a_name_of_a_column_is_never_echoed_as_it_is() -> None:
    _, problems = read_rows("name,<b>\u202e\nx,y".encode(), "csv")
    assert [each.field for each in problems] == ["?b??"]


@given(st.binary(max_size=400), st.sampled_from(["csv", "json"]))
def test_any_bytes_at_all_are_rows_or_problems(data: bytes, kind: str) -> None:
    rows, problems = read_rows(data, kind)
    assert rows or problems
    json.dumps([str(each) for each in problems])
