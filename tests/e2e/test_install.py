"""Both covers can be installed: manifest, icons, worker, each under its own path."""

from typing import Any

import pytest
from playwright.sync_api import Page

from pwa.audit.drive.covers import wait_for_worker
from tests.e2e.conftest import Phone
from tests.e2e.server import Server

COVERS = ("list", "calculator")


def read_manifest(page: Page, server: Server) -> dict[str, Any]:
    link = page.locator("link[rel=manifest]").get_attribute("href")
    assert link is not None
    answer = page.request.get(server.origin + link)
    assert answer.headers["content-type"].startswith("application/manifest+json")
    manifest: dict[str, Any] = answer.json()
    return manifest


@pytest.mark.parametrize("cover", COVERS)
def test_browser_finds_no_fault_in_the_manifest(phone: Phone, server: Server, cover: str) -> None:
    page = phone()
    page.goto(server.address(cover))
    wait_for_worker(page)
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getAppManifest")["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # An emulated phone is a private window, which is the one thing that may be said.
    assert {fault["errorId"] for fault in faults} <= {"in-incognito"}


@pytest.mark.parametrize("cover", COVERS)
def test_manifest_stays_within_the_cover(phone: Phone, server: Server, cover: str) -> None:
    page = phone()
    page.goto(server.address(cover))
    manifest = read_manifest(page, server)
    home = f"/{cover}/"
    assert manifest["id"] == manifest["scope"] == manifest["start_url"] == home
    assert manifest["display"] == "standalone"
    assert manifest["name"] == page.title()


@pytest.mark.parametrize("cover", COVERS)
def test_every_icon_loads_in_the_size_it_claims(phone: Phone, server: Server, cover: str) -> None:
    page = phone()
    page.goto(server.address(cover))
    icons = read_manifest(page, server)["icons"]
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in icons:
        size = page.evaluate(
            """async (src) => {
              const image = new Image();
              image.src = src;
              await image.decode();
              return [image.naturalWidth, image.naturalHeight].join("x");
            }""",
            icon["src"],
        )
        assert icon["sizes"] in (size, "any")


@pytest.mark.parametrize("cover", COVERS)
def test_worker_controls_its_own_path_only(phone: Phone, server: Server, cover: str) -> None:
    page = phone()
    page.goto(server.address(cover))
    wait_for_worker(page)
    scopes = page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => all.map((each) => each.scope))"
    )
    assert scopes == [server.address(cover)]


def test_two_covers_live_side_by_side(phone: Phone, server: Server) -> None:
    page = phone()
    for cover in COVERS:
        page.goto(server.address(cover))
        wait_for_worker(page)
    page.context.set_offline(True)
    for cover in COVERS:
        page.goto(server.address(cover))
        assert page.title().lower() == cover
