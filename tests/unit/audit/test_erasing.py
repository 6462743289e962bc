"""The keys of every save are looked for after erasing, not only the last two."""

import time
from types import SimpleNamespace
from typing import Any

import pytest

from pwa.audit.errors import Leaked, Unable
from pwa.audit.model import Trial
from pwa.audit.probes import erasing
from pwa.audit.scan.hits import Scan, find

A, B, C = (bytes([number]) * 72 for number in (1, 2, 3))


class Phone:
    """A box whose older key each save takes away; files that hold what is laid into them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, files: bytes = b"") -> None:
        self.files = files
        self.saves = 0
        monkeypatch.setattr(erasing, "wrapped_keys", lambda box, _secret: box)
        field = SimpleNamespace(press_sequentially=self.save)
        self.planner: Any = SimpleNamespace(field=lambda _name: field, kept=lambda: None)
        self.lab: Any = SimpleNamespace(box=self.box, disk=self.disk)

    def save(self, _text: str) -> None:
        self.saves += 1

    def box(self) -> dict[str, bytes]:
        copies = [self.saves, self.saves - 1] if self.saves % 2 else [self.saves - 1, self.saves]
        return {f"wrapped dek 1.{at}": bytes([9 + each]) * 72 for at, each in enumerate(copies)}

    def disk(self, needles: Any) -> Scan:
        return Scan([*find(self.files, needles, "a file")], places=1)


GROUND: Any = SimpleNamespace(secret="")


def trial() -> Trial:
    return Trial("erasing/held", "", (), "chromium", "list")


def test_keys_that_saves_took_away_are_kept_in_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = Phone(monkeypatch)
    earlier = erasing.save_often(GROUND, phone.lab, phone.planner, trial())
    assert phone.saves == erasing.SAVES
    now = set(phone.box().values())
    assert len(earlier) == erasing.SAVES
    assert not now & set(earlier.values())
    assert bytes([8]) * 72 in earlier.values()


def test_keys_of_the_box_must_be_seen_before(monkeypatch: pytest.MonkeyPatch) -> None:
    phone = Phone(monkeypatch, b"nothing")
    with pytest.raises(Unable, match="not seen on the disk before"):
        erasing.see_wrapped(GROUND, phone.lab, trial(), {"earlier wrapped dek 1": A})


@pytest.mark.parametrize(("there", "told"), [(b"", "0 of 2"), (B, "1 of 2")])
def test_keys_of_earlier_saves_are_counted_before(
    monkeypatch: pytest.MonkeyPatch, there: bytes, told: str
) -> None:
    phone = Phone(monkeypatch)
    phone.files = b"".join(phone.box().values()) + there
    mine = trial()
    earlier = {"earlier wrapped dek 1": A, "earlier wrapped dek 2": B}
    needles = erasing.see_wrapped(GROUND, phone.lab, mine, earlier)
    assert {each.data for each in needles} >= {A, B, *phone.box().values()}
    assert mine.facts["wrapped keys of earlier saves, before erasing"].startswith(told)


@pytest.mark.parametrize("name", ["wrapped dek 1.0", "earlier wrapped dek 2"])
def test_key_that_is_still_there_a_second_later_leaks(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    phone = Phone(monkeypatch, C)
    needles = erasing.needles_of({name: C})
    with pytest.raises(Leaked, match=name):
        erasing.see_gone(phone.lab, trial(), needles, time.monotonic() - 2)
