"""At rest: what the browser stores and the server serves says nothing, with a space or without."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from pwa.audit.drive.covers import ListCover
from pwa.audit.drive.inner import FirstRun
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

SECRET = "old map of a small warm island"

STORED = """async () => {
  const keep = {};
  keep.caches = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const body = await (await cache.match(request)).arrayBuffer();
      keep.caches.push([name, new URL(request.url).pathname, body.byteLength]);
    }
  }
  const root = await navigator.storage.getDirectory();
  keep.files = [];
  for await (const [name, handle] of root.entries())
    keep.files.push([name, handle.kind, (await handle.getFile()).size]);
  keep.databases = (await indexedDB.databases()).map(({ name, version }) => [name, version]);
  keep.local = { ...localStorage };
  keep.session = { ...sessionStorage };
  keep.cookies = document.cookie;
  keep.history = [history.length, history.state, location.href, document.title, name];
  keep.workers = (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope);
  keep.caches.sort();
  keep.files.sort();
  return keep;
}"""

BODIES = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      texts.push([request.url, await (await cache.match(request)).text()]);
  }
  return texts;
}"""

PLAIN = ("My plan", "How I feel", "People", "Calm now", "breathe", "hotline", "advocate")


def stored(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = page.evaluate(STORED)
    return kept


@pytest.fixture
def cover(phone: Phone, server: Server) -> ListCover:
    cover = ListCover(phone()).open(server.address()).wait_for_worker()
    cover.add("bread")
    return cover


def test_storage_looks_the_same_with_and_without_a_space(
    cover: ListCover, phone: Phone, server: Server
) -> None:
    first = FirstRun(phone())
    first.cover.open(server.address()).wait_for_worker()
    first.cover.add("bread")
    first.make_space(server.code, SECRET)
    first.finish()
    first.leave()
    first.expect_cover()
    with_space, without = stored(first.page), stored(cover.page)
    assert with_space == without
    # The probe sees something: the box, the cover's page and its files.
    assert len(without["files"]) >= 1
    assert len(without["caches"]) >= 4


def test_nothing_but_the_box_and_the_cover_s_files_is_stored(cover: ListCover) -> None:
    kept = stored(cover.page)
    assert kept["databases"] == []
    assert kept["local"] == kept["session"] == {}
    assert kept["cookies"] == ""
    assert kept["history"][1] is None
    for _, path, _ in kept["caches"]:
        assert path.startswith(("/a/", "/list/")), path


def test_cached_files_name_nothing_of_the_plan(cover: ListCover) -> None:
    texts = cover.page.evaluate(BODIES)
    assert any("Add an item" in text for _, text in texts), "the probe reads no words"
    for url, text in texts:
        for word in PLAIN:
            assert word.lower() not in text.lower(), f"{word} in {url}"


def test_box_is_as_random_as_random_bytes(cover: ListCover) -> None:
    counts = cover.page.evaluate(
        """async () => {
          const root = await navigator.storage.getDirectory();
          const counts = new Array(256).fill(0);
          for await (const handle of root.values())
            for (const byte of new Uint8Array(await (await handle.getFile()).arrayBuffer()))
              counts[byte]++;
          return counts;
        }"""
    )
    mean = sum(counts) / 256
    chi_squared = sum((count - mean) ** 2 / mean for count in counts)
    # 255 degrees of freedom: random bytes go beyond this once in a million boxes.
    assert mean > 1000
    assert chi_squared < 375, json.dumps(counts)
