"""Services in the database: kept whole or not at all, each agency's its own."""

import json

import pytest

from pwa.directory.files import MAX_ROWS, read_rows, write_csv, write_json
from pwa.directory.importing import kind_of, load, preview
from pwa.directory.service import Entry
from pwa.errors import ServicesInvalid, ServiceUnknown
from tests.unit.directory.conftest import Desk

DAY_S = 86_400
BEDS = {"name": "Night beds", "call": "1", "checked_on": "2027-01-15", "checked_by": "Ana"}
FOOD = {"name": "Food shelf", "text": "2"}


def edition(desk: Desk, agency_id: int) -> int:
    kit = desk.sheets.for_kit(agency_id, None)
    edition: int = json.loads(kit["body"])["edition"]
    return edition


def state(desk: Desk) -> tuple[list[Entry], int]:
    return list(desk.directory.all(desk.north)), edition(desk, desk.north)


def test_service_is_kept_changed_and_removed(desk: Desk) -> None:
    ref = desk.directory.save(desk.north, None, BEDS)
    assert dict(desk.directory.get(desk.north, ref).values) == BEDS
    assert desk.directory.save(desk.north, ref, BEDS | {"call": "7"}) == ref
    assert desk.directory.get(desk.north, ref).values["call"] == "7"
    desk.directory.remove(desk.north, ref)
    assert desk.directory.all(desk.north) == []


def test_every_change_is_a_new_edition(desk: Desk) -> None:
    before = edition(desk, desk.north)
    ref = desk.directory.save(desk.north, None, BEDS)
    first = edition(desk, desk.north)
    assert first > before
    desk.directory.save(desk.north, ref, BEDS | {"call": "7"})
    desk.directory.confirm(desk.north, ref, "Ana")
    desk.directory.remove(desk.north, ref)
    assert edition(desk, desk.north) == first + 3


def test_other_agencys_service_is_not_there(desk: Desk) -> None:
    ref = desk.directory.save(desk.north, None, BEDS)
    assert desk.directory.all(desk.south) == []
    for act in (
        lambda: desk.directory.get(desk.south, ref),
        lambda: desk.directory.save(desk.south, ref, FOOD),
        lambda: desk.directory.confirm(desk.south, ref, "Eve"),
        lambda: desk.directory.remove(desk.south, ref),
    ):
        with pytest.raises(ServiceUnknown):
            act()
    assert dict(desk.directory.get(desk.north, ref).values) == BEDS


def test_service_is_stale_after_90_days_or_when_nobody_checked(desk: Desk) -> None:
    beds = desk.directory.save(desk.north, None, BEDS)
    food = desk.directory.save(desk.north, None, FOOD)
    assert not desk.directory.get(desk.north, beds).is_stale
    assert desk.directory.get(desk.north, food).is_stale
    desk.clock.move(90 * DAY_S)
    assert not desk.directory.get(desk.north, beds).is_stale
    desk.clock.move(DAY_S)
    assert desk.directory.get(desk.north, beds).is_stale
    desk.directory.confirm(desk.north, beds, "Bo")
    entry = desk.directory.get(desk.north, beds)
    assert (entry.is_stale, entry.values["checked_by"]) == (False, "Bo")


def test_file_is_taken_in_and_comes_out_as_it_went_in(desk: Desk) -> None:
    assert load(desk.directory, desk.north, write_json([BEDS, FOOD]), "json") == 2
    entries = [entry.all_values() for entry in desk.directory.all(desk.north)]
    assert [entry["name"] for entry in entries] == ["Food shelf", "Night beds"]
    for kind, data in (("csv", write_csv(entries)), ("json", write_json(entries))):
        seen = preview(desk.directory, desk.north, data, kind)
        assert (seen.problems, seen.added, seen.changed) == ([], [], [])
        assert len(seen.unchanged) == 2
    # An agency on another server can take them in with their references.
    assert load(desk.directory, desk.south, write_csv(entries), "csv") == 2
    assert [entry.all_values() for entry in desk.directory.all(desk.south)] == entries


def test_preview_changes_nothing_and_says_what_would_change(desk: Desk) -> None:
    ref = desk.directory.save(desk.north, None, BEDS)
    before = state(desk)
    data = write_csv([{"ref": ref, **BEDS, "call": "9"}, FOOD])
    seen = preview(desk.directory, desk.north, data, "csv")
    assert (seen.problems, seen.added, seen.changed) == ([], ["Food shelf"], ["Night beds"])
    assert state(desk) == before


def test_one_bad_row_keeps_every_row_out_and_all_are_named(desk: Desk) -> None:
    desk.directory.save(desk.north, None, BEDS)
    before = state(desk)
    bad = [
        FOOD,
        {"name": "No way"},
        {"name": "Bad", "call": "x", "what": "=1"},
        {"name": "food SHELF", "call": "3"},
        {"name": "night BEDS", "call": "4"},
        {"name": "Soon", "call": "5", "checked_on": "2027-02-15"},
    ]
    data = write_json(bad)
    with pytest.raises(ServicesInvalid) as refusal:
        load(desk.directory, desk.north, data, "json")
    problems = preview(desk.directory, desk.north, data, "json").problems
    seen = [(each.row, each.field) for each in problems]
    assert seen == [(2, ""), (3, "call"), (3, "what"), (4, "name"), (5, "name"), (6, "checked_on")]
    assert refusal.value.problems == tuple(problems)
    assert state(desk) == before


BAD_FILES = [
    b"", b"\xff\xfe", b"name\n\xe9", b"name\n\0", b"name,colour\nx,y", b'name\n"x', b"x" * 300_000,
    b"name,call\nNorth,1\nNorth,2", b"name,call\n<script>,1", "name,call\nN\u202eo,1".encode(),
    b"name,call\n=1,1", b"name,call\n" + b"x" * 121 + b",1", b"ref,name,call\nzz,North,1",
]  # fmt: skip


@pytest.mark.parametrize("data", BAD_FILES, ids=range(len(BAD_FILES)))
def test_bad_file_changes_nothing(desk: Desk, data: bytes) -> None:
    desk.directory.save(desk.north, None, BEDS)
    before = state(desk)
    assert preview(desk.directory, desk.north, data, "csv").problems
    with pytest.raises(ServicesInvalid):
        load(desk.directory, desk.north, data, "csv")
    assert state(desk) == before


def test_a_fault_in_the_middle_of_keeping_undoes_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, _ = read_rows(write_json([BEDS, FOOD]), "json")
    desk.directory.save(desk.north, None, FOOD)
    before = state(desk)
    # As if somebody kept the same name after the check: the database's own rule must hold.
    monkeypatch.setattr("pwa.directory.service._clashes", lambda *_: [])
    with pytest.raises(ServicesInvalid, match="somebody else"):
        desk.directory.keep_rows(desk.north, rows)
    assert state(desk) == before


def test_an_agency_has_a_ceiling(desk: Desk) -> None:
    many = [{"name": f"Place {number}", "call": "1"} for number in range(MAX_ROWS)]
    load(desk.directory, desk.north, write_csv(many), "csv")
    with pytest.raises(ServicesInvalid, match="at most"):
        desk.directory.save(desk.north, None, FOOD)


def test_kind_of_a_file_is_what_its_name_says() -> None:
    assert [kind_of(name) for name in ("a.JSON", "a.csv", "a", "")] == ["json", "csv", "csv", "csv"]
