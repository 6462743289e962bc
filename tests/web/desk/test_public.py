"""What anybody may load of the desk says nothing of what it is for."""

import re

import pytest

from pwa.audit.scan.words import finds, read_revealing
from tests.support.desk import TOKEN, Person
from tests.web.desk.test_people import invite

PAGES = ["/desk/sign-in", "/desk/signed-out", "/desk/join/none", "/desk/"]
KEY = re.compile(r'<code class="key">[A-Z2-7 ]+</code>')


def revealing(page: str) -> list[tuple[int, str, str]]:
    """Return the revealing words of a page, but for its random values: these may spell any."""
    return list(finds(KEY.sub("", TOKEN.sub("", page)), read_revealing()))


@pytest.mark.parametrize("path", PAGES)
def test_pages_before_signing_in_hold_no_revealing_word(path: str, stranger: Person) -> None:
    page = stranger.get(path).text
    own_files = re.findall(r'(?:href|src)="(/desk/a/[^"]+)"', page)
    texts = [page, *(stranger.get(file).text for file in own_files)]
    assert [found for text in texts for found in revealing(text)] == []


def test_the_page_of_a_link_holds_no_revealing_word(admin: Person, stranger: Person) -> None:
    assert revealing(stranger.get(invite(admin)).text) == []


def test_a_page_behind_the_door_is_seen_to_hold_some(advocate: Person) -> None:
    assert revealing(advocate.get("/desk/guide").text) != []
