"""Kits: used as often as allowed, told to nobody, and every whole wrong code costs the same."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pwa import db
from pwa.errors import KitInvalid, KitUnknown
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.order import Order, check_order, read_services
from pwa.kits.service import DAY_S, KitService
from tests.support.clock import FixedClock

PEPPER = b"p" * 32
UNKNOWN = "100000005639"


class CountingHasher:
    """Counts the slow hashes and remembers what was verified against what."""

    def __init__(self, inner: Argon2Hasher) -> None:
        self._inner = inner
        self.hashes = 0
        self.verified: list[tuple[str, str]] = []

    def hash(self, text: str) -> str:
        self.hashes += 1
        return self._inner.hash(text)

    def verify(self, stored: str, text: str) -> bool:
        self.verified.append((stored, text))
        return self._inner.verify(stored, text)


@pytest.fixture
def hasher(insecure_kdf: Argon2Hasher) -> CountingHasher:
    return CountingHasher(insecure_kdf)


@pytest.fixture
def service(engine: Engine, hasher: CountingHasher, clock: FixedClock) -> KitService:
    return KitService(db.open_sessions(engine), PEPPER, hasher, clock)


def test_code_is_good_for_its_uses_and_no_more(service: KitService) -> None:
    code = service.create(Order(uses=3, language="es", country="ES"))
    granted = [service.use(code) for _ in range(4)]
    assert [each is not None for each in granted] == [True, True, True, False]
    assert granted[0] is not None
    assert (granted[0].language, granted[0].country) == ("es", "ES")


def test_code_that_another_kit_has_is_made_anew(
    engine: Engine, hasher: CountingHasher, clock: FixedClock
) -> None:
    drawn = iter([7, 7, 7, 8])
    kits = KitService(db.open_sessions(engine), PEPPER, hasher, clock, lambda _most: next(drawn))
    codes = [kits.create(Order(label="first")), kits.create(Order(label="second"))]
    assert len(set(codes)) == 2
    assert all(kits.use(code) is not None for code in codes)
    assert [kit.label for kit in kits.all()] == ["first", "second"]


def test_code_is_good_until_the_end_of_its_last_day(service: KitService, clock: FixedClock) -> None:
    code = service.create(Order(days=2, uses=9))
    rest_of_day_s = DAY_S - int(clock()) % DAY_S
    clock.move(2 * DAY_S + rest_of_day_s - 1)
    assert service.use(code) is not None
    clock.move(1)
    assert service.use(code) is None


def test_kits_of_one_day_do_not_tell_when_they_were_made(
    service: KitService, clock: FixedClock
) -> None:
    service.create(Order())
    clock.move(3600)
    service.create(Order())
    first, second = service.all()
    assert first.expires_at_s == second.expires_at_s
    assert first.expires_at_s % DAY_S == 0


def test_revoked_code_is_good_no_longer(service: KitService) -> None:
    code = service.create(Order(uses=9))
    (kit,) = service.all()
    service.revoke(kit.id)
    assert service.use(code) is None
    assert service.state(service.all()[0]) == "revoked"


def test_unknown_kit_cannot_be_revoked(service: KitService) -> None:
    with pytest.raises(KitUnknown, match="7"):
        service.revoke(7)


def test_states_are_told(service: KitService, clock: FixedClock) -> None:
    codes = [service.create(Order(days=days, uses=1)) for days in (1, 5, 5)]
    service.use(codes[1])
    clock.move(2 * DAY_S)
    assert [service.state(kit) for kit in service.all()] == ["expired", "used", "open"]


def test_last_use_is_never_shared(service: KitService) -> None:
    code = service.create(Order(uses=5))
    with ThreadPoolExecutor(8) as pool:
        granted = list(pool.map(lambda _: service.use(code), range(24)))
    assert sum(each is not None for each in granted) == 5
    assert service.all()[0].uses_left == 0


def wrong_codes(service: KitService, clock: FixedClock) -> dict[str, str]:
    expired = service.create(Order(days=1))
    used = service.create(Order(days=9, uses=1))
    service.use(used)
    revoked = service.create(Order(days=9))
    service.revoke(service.all()[-1].id)
    clock.move(2 * DAY_S)
    return {
        "unknown": UNKNOWN,
        "expired": expired,
        "used up": used,
        "revoked": revoked,
    }


def test_every_whole_wrong_code_costs_one_verification(
    service: KitService, hasher: CountingHasher, clock: FixedClock
) -> None:
    good = service.create(Order(days=9))
    for name, code in wrong_codes(service, clock).items():
        before = hasher.hashes
        hasher.verified.clear()
        assert service.use(code) is None, name
        assert (len(hasher.verified), hasher.hashes - before) == (1, 0), name
        ((stored, keyed),) = hasher.verified
        assert stored == service._nobody, name
        # Texts of one length: what is hashed does not depend on what was typed.
        assert len(keyed) == 64, name
    hasher.verified.clear()
    assert service.use(good) is not None
    assert len(hasher.verified) == 1


@pytest.mark.parametrize(
    "typed", ["", "1", "123456789012", "9" * 5000, UNKNOWN[:-1], f"{UNKNOWN}0", "0" * 12, "x" * 12]
)
def test_what_is_no_code_is_refused_without_a_hash(
    typed: str, service: KitService, hasher: CountingHasher
) -> None:
    before = hasher.hashes
    assert service.use(typed) is None
    assert (hasher.verified, hasher.hashes) == ([], before)
    assert service.use(UNKNOWN) is None
    assert len(hasher.verified) == 1, "the probe must see a hash"


def test_nobodys_hash_costs_what_a_kits_hash_costs(service: KitService) -> None:
    service.create(Order())
    (kit,) = service.all()
    parts = [stored.split("$")[1:4] for stored in (kit.code_hash, service._nobody)]
    assert parts[0] == parts[1]
    assert parts[0][0] == "argon2id"


def test_real_hash_is_argon2id_with_64_mib() -> None:
    assert Argon2Hasher().hash("x").startswith("$argon2id$v=19$m=65536,t=3,p=1$")


def test_nothing_stored_tells_the_code_or_its_use(service: KitService, engine: Engine) -> None:
    code = service.create(Order(uses=2, label="June"))
    assert service.use(code) is not None
    with engine.connect() as connection:
        row: dict[str, Any] = dict(connection.execute(text("SELECT * FROM kit")).one()._mapping)
    assert set(row) == {
        "id", "code_index", "code_hash", "expires_at_s", "uses_left", "is_revoked",
        "language", "country", "cover", "exit_site", "services", "label",
        "uses", "agency_id", "choice",
    }  # fmt: skip
    assert "June" in str(row), "the probe must see the row"
    assert not any(part in str(row) for part in (code, code[:8], code[4:]))


def test_index_needs_the_pepper(engine: Engine, insecure_kdf: Argon2Hasher) -> None:
    clock = FixedClock()
    first = KitService(db.open_sessions(engine), PEPPER, insecure_kdf, clock)
    other = KitService(db.open_sessions(engine), b"q" * 32, insecure_kdf, clock)
    code = first.create(Order())
    assert other.use(code) is None
    assert first.use(code) is not None


def test_labelled_kits_are_removed(service: KitService) -> None:
    service.create(Order(label="demo"))
    service.create(Order(label="mine"))
    service.remove_labelled("demo")
    assert [kit.label for kit in service.all()] == ["mine"]


@pytest.mark.parametrize(
    "order",
    [
        Order(language="xx"),
        Order(country="usa"),
        Order(country="us"),
        Order(cover="timer2"),
        Order(days=0),
        Order(days=731),
        Order(uses=0),
        Order(uses=10_001),
        Order(label="x" * 81),
        Order(label="a\u202eb"),
        Order(label="a\x00b"),
        Order(label="=1+1"),
        Order(exit_site="http://example.org/"),
        Order(exit_site="javascript:alert(1)"),
        Order(exit_site="https://user@example.org/"),
        Order(exit_site="https://example.org/a b"),
        Order(exit_site="https://" + "x" * 300),
        Order(exit_site="https://"),
    ],
    ids=str,
)
def test_unusable_order_is_refused(order: Order) -> None:
    with pytest.raises(KitInvalid):
        check_order(order)


def test_services_are_completed() -> None:
    assert read_services([{"name": "North", "call": "1"}]) == [
        {"name": "North", "what": "", "call": "1", "text": "", "hours": ""}
    ]


@pytest.mark.parametrize(
    "data",
    [
        {}, "x", [1], [{}], [{"name": ""}], [{"name": 1}], [{"name": "x", "url": "y"}],
        [{"name": "x" * 201}], [{"name": "x\u202ey"}], [{"name": "x", "what": "<b>y</b>"}],
        [{"name": "x"}] * 21,
    ],
)  # fmt: skip
def test_unusable_services_are_refused(data: object) -> None:
    with pytest.raises(KitInvalid):
        read_services(data)
