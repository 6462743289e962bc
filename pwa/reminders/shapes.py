"""What may be sent to `/r`: exact shapes, every number with a ceiling; anything else is refused."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from pwa.reminders.endpoints import MAX_ENDPOINT
from pwa.reminders.rules import MIN_WINDOW_S, Rule
from pwa.reminders.zones import zone_names

MAX_COUNT = 90
Text = Annotated[str, Meta(min_length=1, max_length=MAX_ENDPOINT)]
Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{43}\Z")]
Moment = Annotated[str, Meta(pattern=r"^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)\Z")]
Day = Annotated[int, Meta(ge=1, le=7)]


class Every(Struct, forbid_unknown_fields=True, frozen=True):
    """Every so many days or weeks."""

    count: Annotated[int, Meta(ge=1, le=MAX_COUNT)]
    unit: Literal["day", "week"]


class SentRule(Struct, forbid_unknown_fields=True, frozen=True):
    """A rule as a phone sends it; a window lies within one day and may end at 24:00."""

    days: Annotated[list[Day], Meta(min_length=1, max_length=7)]
    from_: Moment = msgspec.field(name="from")
    to: Moment
    zone: Annotated[str, Meta(max_length=64)]
    every: Every

    def read(self) -> Rule | None:
        """Return the rule; `None` when its window is too short or its zone unknown."""
        from_min, to_min = _minutes(self.from_), _minutes(self.to)
        is_usable = (to_min - from_min) * 60 >= MIN_WINDOW_S and self.zone in zone_names()
        if not is_usable or len(set(self.days)) != len(self.days):
            return None
        days = frozenset(self.days)
        return Rule(days, from_min, to_min, self.zone, self.every.count, self.every.unit)


class Creation(Struct, forbid_unknown_fields=True, frozen=True):
    """POST: a new reminder."""

    endpoint: Text
    rule: SentRule


class Change(Struct, forbid_unknown_fields=True, frozen=True):
    """PUT with an id: seen, and what changed; or with an old endpoint: the new one."""

    id: Id | None = None
    was: Text | None = None
    rule: SentRule | None = None
    endpoint: Text | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether it is one of the two."""
        if self.was is None:
            return self.id is not None
        return self.id is None and self.rule is None and self.endpoint is not None


class Deletion(Struct, forbid_unknown_fields=True, frozen=True):
    """DELETE: the id, whatever it looks like."""

    id: str


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])
