"""Start codes and their check digits."""

import random

import pytest

from pwa.kits.codes import make_code, read_code, show_code

CODE = make_code(lambda _limit: 23_456_789)


def test_code_is_as_written_down() -> None:
    # 33456789 * 10000 + check leaves 1 on division by 9949.
    assert CODE[:8] == "33456789"
    assert int(CODE) % 9949 == 1
    assert show_code(CODE) == f"3345 6789 {CODE[8:]}"


@pytest.mark.parametrize("draw", [0, 1, 89_999_999, 45_000_000])
def test_made_code_is_read_again(draw: int) -> None:
    code = make_code(lambda limit: min(draw, limit - 1))
    assert len(code) == 12
    assert code[0] != "0"
    assert read_code(code) == read_code(show_code(code)) == code


def test_made_codes_differ() -> None:
    source = random.Random(1)
    assert len({make_code(source.randrange) for _ in range(1000)}) == 1000


@pytest.mark.parametrize("mark", [" ", ".", "-", "  "])
def test_marks_between_digits_are_ignored(mark: str) -> None:
    assert read_code(mark.join(CODE)) == CODE


@pytest.mark.parametrize("place", range(12))
def test_single_wrong_digit_is_caught(place: int) -> None:
    wrong = [CODE[:place] + digit + CODE[place + 1 :] for digit in "0123456789"]
    assert [read_code(each) for each in wrong if each != CODE] == [None] * 9


@pytest.mark.parametrize("place", range(11))
def test_swapped_neighbours_are_caught(place: int) -> None:
    swapped = CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :]
    assert swapped == CODE or read_code(swapped) is None


@pytest.mark.parametrize(
    "typed", ["", "milk", CODE[:-1], CODE + "0", "0" * 12, "٣" * 12, CODE + "\n", CODE + " " * 40]
)
def test_other_typing_is_no_code(typed: str) -> None:
    assert read_code(typed) is None
