"""Making, finding, using and revoking kits.

A start code has 26 bits. Its index and what is hashed are both keyed with the server's pepper,
so that a copy of the database alone cannot be searched for codes.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import CursorResult, Update, delete, select, update
from sqlalchemy.exc import IntegrityError

from pwa.db import Sessions
from pwa.directory.sheets import own_sheet
from pwa.errors import KitUnknown
from pwa.kits.codes import RandomBelow, make_code, read_code
from pwa.kits.models import Kit
from pwa.kits.order import Order, check_order

DAY_S = 86_400
NO_CODE = "0" * 12
CODE_TRIES = 5

Clock = Callable[[], float]


class Hasher(Protocol):
    """A slow hash of short texts; `argon2.PasswordHasher` behind `pwa.kits.hashing`."""

    def hash(self, text: str) -> str:
        """Hash a text with a new salt."""

    def verify(self, stored: str, text: str) -> bool:
        """Say whether the text has this hash."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What a good start code brings."""

    language: str
    country: str
    exit_site: str
    services: Sequence[Mapping[str, str]]
    agency_id: int | None
    picked: Sequence[str] | None
    without: Sequence[str]


class KitService:
    """The kits of one server."""

    def __init__(
        self,
        sessions: Sessions,
        pepper: bytes,
        hasher: Hasher,
        clock: Clock,
        random_below: RandomBelow = secrets.randbelow,
    ) -> None:
        """Take what it works with; hash once, so that wrong codes have something to meet."""
        self._sessions = sessions
        self._pepper = pepper
        self._hasher = hasher
        self._clock = clock
        self._random_below = random_below
        self._nobody = hasher.hash(self._keyed("hash", NO_CODE))

    def create(self, order: Order) -> str:
        """Keep a new kit and return its start code, which cannot be told again."""
        check_order(order)
        for _ in range(CODE_TRIES - 1):
            # Another kit may have the code, which nobody can know beforehand.
            with suppress(IntegrityError):
                return self._keep(order, make_code(self._random_below))
        return self._keep(order, make_code(self._random_below))

    def use(self, typed: str) -> Granted | None:
        """Use a start code once; `None` for every other one.

        Whether a code is whole, its digits alone tell anybody: what is not costs no work here. One
        that is costs one look into the index and one verification: an unknown, expired, used-up or
        revoked one meets the hash of a code that nobody has.
        """
        code = read_code(typed)
        if code is None:
            return None
        with self._sessions() as session:
            index = self._keyed("index", code)
            found = session.scalar(select(Kit).where(Kit.code_index == index))
        kit = found if found is not None and self._is_open(found) else None
        stored = kit.code_hash if kit is not None else self._nobody
        matches = self._hasher.verify(stored, self._keyed("hash", code))
        if kit is None or not matches or not self._take(kit):
            return None
        return Granted(
            kit.language,
            kit.country,
            kit.exit_site,
            kit.services,
            kit.agency_id,
            kit.choice.get("picked"),
            kit.choice.get("without", ()),
        )

    def all(self, agency_id: int | None = None) -> Sequence[Kit]:
        """Return every kit, or those of one agency, oldest first."""
        wanted = select(Kit).order_by(Kit.id)
        if agency_id is not None:
            wanted = wanted.where(Kit.agency_id == agency_id)
        with self._sessions() as session:
            return session.scalars(wanted).all()

    def state(self, kit: Kit) -> str:
        """Say in one word whether a kit can be used."""
        if kit.is_revoked:
            return "revoked"
        if kit.expires_at_s <= self._clock():
            return "expired"
        return "open" if kit.uses_left > 0 else "used"

    def revoke(self, kit_id: int, agency_id: int | None = None) -> None:
        """Make a kit unusable at once; with an agency, only one of its own."""
        change = update(Kit).where(Kit.id == kit_id).values(is_revoked=True)
        if agency_id is not None:
            change = change.where(Kit.agency_id == agency_id)
        if self._change(change) == 0:
            raise KitUnknown(f"there is no kit {kit_id}: `pwa kit list` shows those there are.")

    def remove_labelled(self, label: str) -> None:
        """Delete every kit with this label."""
        with self._sessions.begin() as session:
            session.execute(delete(Kit).where(Kit.label == label))

    def _keep(self, order: Order, code: str) -> str:
        kit = Kit(
            code_index=self._keyed("index", code),
            code_hash=self._hasher.hash(self._keyed("hash", code)),
            expires_at_s=_end_of_day(int(self._clock()) + order.days * DAY_S),
            uses_left=order.uses,
            uses=order.uses,
            language=order.language,
            country=order.country,
            cover=order.cover,
            exit_site=order.exit_site,
            services=[dict(service) for service in order.services],
            label=order.label,
            agency_id=order.agency_id,
            choice={"picked": _listed(order.picked), "without": list(order.without)},
        )
        with self._sessions.begin() as session:
            session.add(kit)
            if order.agency_id is not None:
                # Made now, so that using a code writes nothing but the count.
                own_sheet(session, order.agency_id)
        return code

    def _is_open(self, kit: Kit) -> bool:
        return self.state(kit) == "open"

    def _take(self, kit: Kit) -> bool:
        """Count one use down in a single statement, so that no two requests share the last."""
        open_still = (
            Kit.uses_left > 0,
            ~Kit.is_revoked,
            Kit.expires_at_s > int(self._clock()),
        )
        change = update(Kit).where(Kit.id == kit.id, *open_still)
        return self._change(change.values(uses_left=Kit.uses_left - 1)) == 1

    def _change(self, change: Update) -> int:
        with self._sessions.begin() as session:
            result = session.execute(change)
            assert isinstance(result, CursorResult)
            return result.rowcount

    def _keyed(self, purpose: str, text: str) -> str:
        message = f"{purpose} {text}".encode()
        return hmac.new(self._pepper, message, hashlib.sha256).hexdigest()


def _end_of_day(moment_s: int) -> int:
    """Return the end of a moment's day (UTC): a row must not tell when somebody sat at the desk."""
    return (moment_s // DAY_S + 1) * DAY_S


def _listed(names: Sequence[str] | None) -> list[str] | None:
    return None if names is None else list(names)
