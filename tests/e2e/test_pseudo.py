"""The whole app in a language that nobody speaks: 40 % longer, read from either side.

What is cut off, runs off the side or lies under Close there will do so in some real language;
what can be read there was never handed to the translators.
"""

import re
from collections.abc import Iterator

import pytest
from babel import Locale
from playwright.sync_api import Page

from tests.e2e import rulers
from tests.e2e.conftest import Phone
from tests.e2e.facing import face
from tests.e2e.rulers import measure
from tests.e2e.server import Server, start_server
from tests.e2e.tour import NEW_SECRET, RECORDS, SECRET
from tests.e2e.tour_second import TYPED
from tests.e2e.turned import from_the_right
from tests.e2e.walks import WALKS
from tools import content, pseudo
from tools.content_shapes import Text

#: What the tour itself types, and names that are the same in every language.
OWN = {"English", "Español", "Aunt Rosa", "My aunt", "Mr. Bell", "Teacher"}
OWN |= {"I count the doors", "Slept at last", "Tuesdays", "bread", SECRET, NEW_SECRET, *TYPED}
# Search marks what was typed in the lines it finds.
OWN |= {"I count the", "do", "ors", "Come to the", "or with the", "g"}
OWN |= {text for line, _, more in RECORDS.values() for text in (line, more)}
# The browser writes days of the week and lists in the language of the pack.
OWN |= {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}
OWN |= {"y", "a. m", "p. m", "a.m", "p.m"}
# So it does countries.
OWN |= set(Locale("es").territories.values())
# Numbers, addresses, letters between those that a search marked, and days that the browser itself
# writes in the language of the pack.
NO_WORDS = re.compile(r"[^a-z]*|[a-z]|\S+\.\S+|\W*\d+ de [a-z]+ de \d+", re.IGNORECASE)

TABLE = {
    text: pseudo.pseudo(text)
    for domain in ("plan", "cover", "notes")
    for text in content.messages(content.ROOT, domain).places
}


def say(name: str) -> str:
    """Return an English name as the build says it."""
    return TABLE.get(name, name)


def untranslated(texts: list[str]) -> list[str]:
    """Return the texts that can be read by somebody who speaks English."""
    return [
        text
        for text in texts
        if not pseudo.is_pseudo(text) and text not in PLAIN and not NO_WORDS.fullmatch(rest(text))
    ]


def rest(text: str) -> str:
    """Return a text without what the tour typed into it."""
    text = " ".join(text.split())
    for own in sorted(OWN, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(own)}(?!\w)", "", text)
    return text.strip()


def plain(value: object) -> Iterator[str]:
    """List the texts of the content that are the same in every language."""
    if isinstance(value, Text):
        return
    if isinstance(value, str):
        yield value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from plain(part)


PLAIN = {
    text for domain in ("plan", "notes") for text in plain(content.read_data(content.ROOT, domain))
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product in the pseudo-language."""
    built = pseudo.build(content.ROOT, tmp_path_factory.mktemp("pseudo"))
    server = start_server(tmp_path_factory.mktemp("var"), built=built)
    yield server
    server.stop()


def fits(page: Page) -> list[str]:
    """Lay the rulers on a screen and return what they found."""
    return [
        *measure(page, rulers.TOO_WIDE),
        *measure(page, rulers.CUT_OFF),
        *measure(page, rulers.UNDER_CLOSE),
        *measure(page, rulers.UNDER_CLOSE_AT_END),
    ]


def strange(page: Page) -> list[str]:
    """Return what does not fit on a screen, and what can be read there in English."""
    return [*fits(page), *untranslated(measure(page, rulers.TEXTS))]


def test_pseudo_words_are_longer_marked_and_keep_their_placeholders() -> None:
    assert pseudo.pseudo("Call {name} now") == "Çââļļ {name} ñôôŵ"
    texts = list(TABLE)
    longer = sum(len(TABLE[text]) for text in texts) / sum(map(len, texts))
    assert 1.3 < longer < 1.5
    assert untranslated(["Call now", "Çââļļ", "911", "Aunt Rosa", "Español"]) == ["Call now"]


@pytest.mark.parametrize("walk", WALKS)
def test_long_words_fit_the_smallest_phone_from_either_side(
    phone: Phone, server: Server, walk: str
) -> None:
    page = phone(viewport={"width": 320, "height": 568}, locale="es-MX")

    def look(_name: str, here: Page) -> list[str]:
        return [*strange(here), *from_the_right(here, fits)]

    assert WALKS[walk].found(page, server, look, "es", say) == {}


@pytest.mark.slow
@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("width", [320, 360])
def test_long_words_fit_when_all_is_read_from_the_right(
    phone: Phone, server: Server, width: int, walk: str
) -> None:
    page = phone(viewport={"width": width, "height": 740}, locale="es-MX")
    face(page, "rtl")
    assert WALKS[walk].found(page, server, lambda _, here: strange(here), "es", say) == {}
