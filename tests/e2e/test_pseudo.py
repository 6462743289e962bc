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
from tests.e2e.tour import RECORDS, SECRET, tour
from tools import content, pseudo
from tools.content_shapes import Text

#: What the tour itself types, and names that are the same in every language.
OWN = {"English", "Español", "Aunt Rosa", "My aunt", "Mr. Bell", "Teacher"}
OWN |= {"I count the doors", "Slept at last", "Tuesdays", "bread", SECRET}
# Search marks what was typed in the lines it finds.
OWN |= {"I count the", "do", "ors", "Come to the", "or with the", "g"}
OWN |= {text for line, _, more in RECORDS.values() for text in (line, more)}
# The browser writes days of the week and lists in the language of the pack.
OWN |= {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}
OWN |= {"y", "a. m", "p. m", "a.m", "p.m"}
# So it does countries.
OWN |= set(Locale("es").territories.values())
# Numbers, addresses, and days that the browser itself writes in the language of the pack.
NO_WORDS = re.compile(r"[^a-z]*|\S+\.\S+|\W*\d+ de [a-z]+ de \d+", re.IGNORECASE)

TABLE = {
    text: pseudo.pseudo(text)
    for domain in ("plan", "cover")
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


PLAIN = set(plain(content.read_data(content.ROOT, "plan")))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product in the pseudo-language."""
    built = pseudo.build(content.ROOT, tmp_path_factory.mktemp("pseudo"))
    server = start_server(tmp_path_factory.mktemp("var"), built=built)
    yield server
    server.stop()


def walk(page: Page, server: Server) -> dict[str, list[str]]:
    """Lay the rulers on every screen and return what they found."""
    found = {}
    for name, here in tour(page, server, "es", say):
        found[name] = [
            *measure(here, rulers.TOO_WIDE),
            *measure(here, rulers.CUT_OFF),
            *measure(here, rulers.UNDER_CLOSE),
            *measure(here, rulers.UNDER_CLOSE_AT_END),
            *untranslated(measure(here, rulers.TEXTS)),
        ]
    assert len(found) > 40
    return {name: each for name, each in found.items() if each}


def test_pseudo_words_are_longer_marked_and_keep_their_placeholders() -> None:
    assert pseudo.pseudo("Call {name} now") == "Çââļļ {name} ñôôŵ"
    texts = list(TABLE)
    longer = sum(len(TABLE[text]) for text in texts) / sum(map(len, texts))
    assert 1.3 < longer < 1.5
    assert untranslated(["Call now", "Çââļļ", "911", "Aunt Rosa", "Español"]) == ["Call now"]


@pytest.mark.parametrize("facing", ["ltr", "rtl"])
def test_long_words_fit_the_smallest_phone(phone: Phone, server: Server, facing: str) -> None:
    page = phone(viewport={"width": 320, "height": 568}, locale="es-MX")
    face(page, facing)
    assert walk(page, server) == {}


@pytest.mark.slow
@pytest.mark.parametrize("facing", ["ltr", "rtl"])
def test_long_words_fit_an_ordinary_phone(phone: Phone, server: Server, facing: str) -> None:
    page = phone(viewport={"width": 360, "height": 740}, locale="es-MX")
    face(page, facing)
    assert walk(page, server) == {}
