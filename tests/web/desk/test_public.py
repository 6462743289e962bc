"""What anybody may load of the desk says nothing of what it is for."""

import re

import pytest

from pwa.audit.scan.words import finds, read_revealing
from tests.support.desk import Person
from tests.web.desk.test_people import invite

PAGES = ["/desk/sign-in", "/desk/signed-out", "/desk/join/none", "/desk/"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_before_signing_in_hold_no_revealing_word(path: str, stranger: Person) -> None:
    page = stranger.get(path).text
    own_files = re.findall(r'(?:href|src)="(/desk/a/[^"]+)"', page)
    texts = [page, *(stranger.get(file).text for file in own_files)]
    assert [found for text in texts for found in finds(text, read_revealing())] == []


def test_the_page_of_a_link_holds_no_revealing_word(admin: Person, stranger: Person) -> None:
    assert list(finds(stranger.get(invite(admin)).text, read_revealing())) == []


def test_a_page_behind_the_door_is_seen_to_hold_some(advocate: Person) -> None:
    assert list(finds(advocate.get("/desk/guide").text, read_revealing())) != []
