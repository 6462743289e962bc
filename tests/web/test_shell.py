"""Cover pages, bounce, manifest, worker, files and packs."""

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from pwa.covers import COVERS

LANGUAGES = [("en", "en"), ("es-MX,es;q=0.9,en;q=0.5", "es"), ("fr", "en"), ("", "en")]


class Tags(HTMLParser):
    """The tags of a page, with their attributes and texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._last = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._last = dict(attrs).get("id") or tag
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts[self._last] = self.texts.get(self._last, "") + data

    def find(self, tag: str, **wanted: str) -> dict[str, str | None]:
        return next(a for t, a in self.tags if t == tag and wanted.items() <= a.items())


def page_data(tags: Tags) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(tags.texts["d"])
    return data


@pytest.mark.parametrize("key", COVERS)
@pytest.mark.parametrize(("asked", "language"), LANGUAGES)
def test_cover_page_speaks_the_browsers_language(
    key: str, asked: str, language: str, client: FlaskClient
) -> None:
    answer = client.get(f"/{key}/", headers={"Accept-Language": asked})
    tags = Tags(answer.get_data(as_text=True))
    assert tags.find("html") == {"lang": language, "dir": "ltr"}
    assert tags.texts["title"].strip() == COVERS[key].name(language)
    assert answer.headers["Content-Language"] == language
    assert page_data(tags)["language"] == language


def test_cover_page_holds_its_data(client: FlaskClient, built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    data = page_data(Tags(client.get("/list/").get_data(as_text=True)))
    assert data == {
        "cover": "list",
        "language": "en",
        "words": {},
        "keeper": manifest["assets"]["keeper.js"],
        "items": {each: manifest["assets"][f"list.{each}.txt"] for each in ("en", "es")},
        "release": manifest["release"],
        "known": [*(pack["hash"] for pack in manifest["packs"].values()), *manifest["earlier"]],
        "fresh": 4,
    }


def test_words_cannot_end_the_data_block(client: FlaskClient) -> None:
    html = client.get("/list/", headers={"Accept-Language": "es"}).get_data(as_text=True)
    assert page_data(Tags(html))["words"] == {"Add </script> & more": "Añadir </script> y más"}
    assert html.count("</script>") == 2


def test_cover_page_runs_no_inline_code(client: FlaskClient) -> None:
    html = client.get("/list/").get_data(as_text=True)
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
    assert inline == [' type="application/json" id="d"']
    assert "<style" not in html
    assert not re.search(r'\s(?:style|on\w+)="', html)


def test_cover_page_asks_only_for_what_is_there(client: FlaskClient) -> None:
    tags = Tags(client.get("/list/").get_data(as_text=True)).tags
    asked = [a.get("href") or a.get("src") for t, a in tags if t in ("link", "script")]
    paths = [path for path in asked if path is not None]
    assert len(paths) == 5
    assert [client.get(path).status_code for path in paths] == [200] * 5


def test_script_blocks_rendering_until_the_cover_stands(client: FlaskClient) -> None:
    script = Tags(client.get("/list/").get_data(as_text=True)).find("script", type="module")
    assert script["blocking"] == "render"


@pytest.mark.parametrize("key", COVERS)
@pytest.mark.parametrize(("asked", "language"), LANGUAGES)
def test_bounce_is_the_cover_by_title_and_goes_back_to_it(
    key: str, asked: str, language: str, client: FlaskClient
) -> None:
    html = client.get(f"/{key}/b", headers={"Accept-Language": asked}).get_data(as_text=True)
    tags = Tags(html)
    assert tags.texts["title"].strip() == COVERS[key].name(language)
    assert f'<script>location.replace("/{key}/")</script>' in html


@pytest.mark.parametrize("key", COVERS)
@pytest.mark.parametrize(("asked", "language"), LANGUAGES)
def test_manifest_installs_the_cover(
    key: str, asked: str, language: str, client: FlaskClient
) -> None:
    headers = {"Accept-Language": asked}
    answer = client.get(f"/{key}/manifest.webmanifest", headers=headers)
    manifest = json.loads(answer.data)
    assert answer.mimetype == "application/manifest+json"
    assert manifest["id"] == manifest["scope"] == manifest["start_url"] == f"/{key}/"
    assert manifest["name"] == manifest["short_name"] == COVERS[key].name(language)
    assert manifest["lang"] == language
    assert manifest["display"] == "standalone"
    assert manifest["theme_color"] == COVERS[key].light.theme


def test_manifest_has_icons_in_all_sizes(client: FlaskClient) -> None:
    manifest = json.loads(client.get("/list/manifest.webmanifest").data)
    icons = {(icon["sizes"], icon["purpose"]): icon for icon in manifest["icons"]}
    wanted = {"any", "192x192", "512x512"}
    assert {size for size, purpose in icons if purpose == "any"} == wanted
    assert {size for size, purpose in icons if purpose == "maskable"} == {"192x192", "512x512"}
    for icon in icons.values():
        answer = client.get(icon["src"])
        assert (answer.status_code, answer.mimetype) == (200, icon["type"])


def worker_setup(client: FlaskClient, key: str) -> dict[str, Any]:
    source = client.get(f"/{key}/sw.js").get_data(as_text=True)
    found = re.fullmatch(r"self\.S=(\{.*\});\n(?s:(.*))", source)
    assert found is not None
    assert found[2].startswith("self.addEventListener")
    setup: dict[str, Any] = json.loads(found[1])
    return setup


@pytest.mark.parametrize("key", COVERS)
def test_worker_keeps_this_covers_files_and_no_others(key: str, client: FlaskClient) -> None:
    setup = worker_setup(client, key)
    assert re.fullmatch(r"[0-9a-f]{16}", setup["version"])
    assert setup["path"] == f"/{key}/"
    assert setup["pages"] == [f"/{key}/", f"/{key}/b", f"/{key}/manifest.webmanifest"]
    data = Tags(client.get(f"/{key}/").get_data(as_text=True))
    asked = {a.get("href") or a.get("src") for t, a in data.tags if t in ("link", "script")}
    asked |= {page_data(data)["keeper"], *page_data(data)["items"].values()}
    wanted = {path for path in asked if path is not None and path.startswith("/a/")}
    assert set(setup["assets"]) == wanted


def test_worker_is_the_same_in_every_language(client: FlaskClient) -> None:
    answers = [client.get("/list/sw.js", headers={"Accept-Language": x}) for x in ("en", "es")]
    assert answers[0].data == answers[1].data


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None), ("br;q=0, gzip", "gzip")],
)
def test_files_are_sent_in_the_smallest_form_taken(
    accepted: str, encoding: str | None, client: FlaskClient, built: Path
) -> None:
    path = json.loads((built / "manifest.json").read_text())["assets"]["list.js"]
    answer = client.get(path, headers={"Accept-Encoding": accepted})
    ending = {"br": ".br", "gzip": ".gz", None: ""}[encoding]
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.data == (built / (path[1:] + ending)).read_bytes()


def test_pages_are_compressed_too(client: FlaskClient) -> None:
    plain = client.get("/list/").data
    packed = client.get("/list/", headers={"Accept-Encoding": "gzip"}).data
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain)


@pytest.mark.parametrize(("asked", "language"), LANGUAGES)
def test_unknown_path_gets_a_neutral_page(asked: str, language: str, client: FlaskClient) -> None:
    answer = client.get("/secret-plan?x=canary", headers={"Accept-Language": asked})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 404
    assert Tags(html).find("html")["lang"] == language
    assert "canary" not in html
    assert "secret" not in html


def test_head_has_headers_and_no_body(client: FlaskClient) -> None:
    answer = client.head("/list/")
    assert answer.status_code == 200
    assert answer.data == b""
    assert int(answer.headers["Content-Length"]) > 500
