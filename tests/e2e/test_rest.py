"""At rest: what `pwa audit` does not look for, the plan's own words in what the phone caches."""

from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.stored import cached_texts
from pwa.audit.errors import Leaked
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

PLAIN = ("My plan", "How I feel", "People", "Calm now", "breathe", "hotline", "advocate")


def test_cached_files_name_nothing_of_the_plan(phone: Phone, server: Server) -> None:
    cover = ListCover(phone()).open(server.address()).wait_for_worker()
    cover.add("bread")
    texts = cached_texts(cover.page)
    assert any("Add an item" in text for _, text in texts), "the probe reads no words"
    for url, text in texts:
        for word in PLAIN:
            if word.lower() in text.lower():
                raise Leaked(f"{word} in {url}")
