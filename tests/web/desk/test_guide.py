"""The guide says what it must, and can be kept as one file."""

from html.parser import HTMLParser

import pytest

from tests.support.desk import Person
from tests.support.reading import grade

MUST_SAY = [
    "They know their situation best", "Whose phone is it?", "Is it watched?", "The body", "Talking",
    "The place", "How they feel", "Soothing oneself", "Grounding", "Modelling", "Mirroring",
    "Active listening", "Practice leaving", "cannot hide that the address was visited",
    "Which word tells me to hang up?", "May I leave a voicemail?", "Before they go", "Follow up",
]  # fmt: skip


class Words(HTMLParser):
    """The words of a page's guide."""

    def __init__(self) -> None:
        super().__init__()
        self.is_inside = False
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        _ = attrs
        self.is_inside = self.is_inside or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.is_inside = False
        if tag in ("p", "li", "dt", "dd", "h2"):
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.said.append(data)


@pytest.mark.parametrize("path", ["/desk/guide", "/desk/guide/save"])
def test_the_guide_covers_the_visit(path: str, advocate: Person) -> None:
    said = " ".join(advocate.get(path).text.split())
    assert [words for words in MUST_SAY if words not in said] == []


def test_the_guide_is_easy_to_read(advocate: Person) -> None:
    words = Words()
    words.feed(advocate.get("/desk/guide").text)
    assert grade(" ".join("".join(words.said).split())) <= 6


def test_the_saved_guide_needs_nothing_else(advocate: Person) -> None:
    answer = advocate.get("/desk/guide/save")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="guide.html"'
    for part in ("src=", "href=", "url(", "<script", "@import"):
        assert part not in answer.text
    assert "--ground" in answer.text
