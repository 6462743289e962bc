"""The calculator cover is a calculator that a stranger would keep."""

import pytest
from playwright.sync_api import expect

from pwa.audit.drive import clock
from pwa.audit.drive.covers import CalculatorCover, wait_for_worker
from tests.e2e.conftest import Phone
from tests.e2e.server import Server


@pytest.fixture
def cover(phone: Phone, server: Server) -> CalculatorCover:
    return CalculatorCover(phone()).open(server.address("calculator"))


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        ("2+3*4=", "14"),
        ("0.1+0.2=", "0.3"),
        ("200+10%=", "220"),
        ("1234*1000=", "1,234,000"),
        ("2+3==", "8"),
        ("1/0=", "Can’t divide by zero"),
    ],
)
def test_keys_give_the_result(cover: CalculatorCover, keys: str, result: str) -> None:
    cover.press(keys)
    expect(cover.result).to_have_text(result)


def test_keyboard_gives_the_result(cover: CalculatorCover) -> None:
    cover.page.keyboard.type("12*12")
    cover.page.keyboard.press("Enter")
    expect(cover.result).to_have_text("144")


def test_memory_keeps_a_number(cover: CalculatorCover) -> None:
    cover.press("42=")
    cover.page.get_by_role("button", name="Memory add").click()
    cover.page.get_by_role("button", name="Clear all").click()
    cover.page.get_by_role("button", name="Memory recall").click()
    expect(cover.sum).to_have_text("42")


def test_backspace_takes_the_last_key_off(cover: CalculatorCover) -> None:
    cover.press("129")
    cover.page.get_by_role("button", name="Backspace").click()
    expect(cover.sum).to_have_text("12")


def test_long_press_on_backspace_clears_all(cover: CalculatorCover) -> None:
    cover.press("12+34")
    cover.page.get_by_role("button", name="Backspace").hover()
    cover.page.mouse.down()
    expect(cover.sum).to_have_text("0")
    cover.page.mouse.up()
    expect(cover.sum).to_have_text("0")


def test_history_survives_a_reload(cover: CalculatorCover) -> None:
    cover.press("12+30=")
    expect(cover.open_history()).to_have_count(1)
    clock.settle(cover.page)
    cover.page.reload()
    expect(cover.open_history().first).to_contain_text("42")


def test_cover_opens_offline_after_the_first_visit(cover: CalculatorCover) -> None:
    wait_for_worker(cover.page)
    cover.page.context.set_offline(True)
    clock.settle(cover.page)
    cover.page.reload()
    cover.press("6*7=")
    expect(cover.result).to_have_text("42")


def test_decimal_mark_is_the_reader_s(phone: Phone, server: Server) -> None:
    page = phone(locale="es-ES")
    page.goto(server.address("calculator"))
    assert page.title() == "Calculadora"
    page.keyboard.type("1,5+1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status", name="Resultado", exact=True)).to_have_text("2,5")


def test_address_and_title_never_change(cover: CalculatorCover, server: Server) -> None:
    cover.press("1+1=")
    cover.open_history()
    assert cover.page.url == server.address("calculator")
    assert cover.page.title() == "Calculator"
