"""The shapes of the TOML files: which fields there are, and which of them are translated."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self


class ContentError(Exception):
    """A content file is not as it should be; the message names the file and the place."""


class Text(str):
    """An English text to translate, with its file and a note for the translator."""

    origin: str
    note: str

    def __new__(cls, value: str, origin: str, note: str) -> Self:
        """Make a text that knows where it stands."""
        made = super().__new__(cls, value)
        made.origin, made.note = origin, note
        return made


@dataclass(frozen=True, slots=True)
class Field:
    """How one field is read; without a `default` it must be there."""

    read: Callable[[object, str], object]
    default: object = None
    is_needed: bool = False


type_of = {str: "text", int: "number", list: "list", dict: "table"}


def _checked(value: object, kind: type, place: str) -> object:
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    raise ContentError(f"{place}: expected a {type_of[kind]}")


def plain(kind: type = str, default: object = None) -> Field:
    """Describe a field that stays as it is; needed unless it has a default."""
    return Field(lambda value, place: _checked(value, kind, place), default, default is None)


def flag() -> Field:
    """Describe a field that is false unless it says `true`."""

    def read(value: object, place: str) -> object:
        if value is True:
            return value
        raise ContentError(f"{place}: leave it out or say true")

    return Field(read, False)


def one_of(*allowed: str, default: str | None = None) -> Field:
    """Describe a field with a few allowed words."""

    def read(value: object, place: str) -> object:
        if value in allowed:
            return value
        raise ContentError(f"{place}: expected one of {', '.join(allowed)}")

    return Field(read, default, default is None)


def text(note: str, default: str | None = None) -> Field:
    """Describe a field that is translated."""

    def read(value: object, place: str) -> object:
        return Text(str(_checked(value, str, place)), place.split(":")[0], note)

    return Field(read, default, default is None)


def texts(note: str, default: list[str] | None = None) -> Field:
    """Describe a list of translated texts."""
    one = text(note)

    def read(value: object, place: str) -> object:
        entries = _checked(value, list, place)
        assert isinstance(entries, list)
        return [one.read(entry, place) for entry in entries]

    return Field(read, default, default is None)


def many(shape: Mapping[str, Field], default: list[object] | None = None) -> Field:
    """Describe a list of tables of one shape, each with an id of its own."""

    def read(value: object, place: str) -> object:
        entries = _checked(value, list, place)
        assert isinstance(entries, list)
        made = [read_table(entry, shape, f"{place}[{at}]") for at, entry in enumerate(entries)]
        ids = [entry["id"] for entry in made if "id" in entry]
        if len(set(map(str, ids))) != len(ids):
            raise ContentError(f"{place}: an id stands there twice")
        return made

    return Field(read, default, default is None)


def maybe(shape: Mapping[str, Field]) -> Field:
    """Describe a table of one shape that may be left out."""
    return Field(lambda value, place: read_table(value, shape, place))


def camel(name: str) -> str:
    """Return the TypeScript name of a TOML key."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def read_table(entry: object, shape: Mapping[str, Field], place: str) -> dict[str, object]:
    """Read one table; unknown and missing fields are errors."""
    table = _checked(entry, dict, place)
    assert isinstance(table, dict)
    for name in sorted(table.keys() - shape.keys()):
        raise ContentError(f"{place}: unknown field {name}")
    made: dict[str, object] = {}
    for name, field in shape.items():
        if name in table:
            made[camel(name)] = field.read(table[name], f"{place}.{name}")
        elif field.is_needed:
            raise ContentError(f"{place}: {name} is missing")
        else:
            made[camel(name)] = field.default
    return made


def read_file(path: Path, shape: Mapping[str, Field]) -> dict[str, object]:
    """Read one TOML file."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"content/{path.name}: {error}") from error
    return read_table(table, shape, f"content/{path.name}:")
