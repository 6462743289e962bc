"""The whole visit: from an agency's first link to help in Spanish on a phone, and what is left.

One run, as an agency and two people it helps live it. Afterwards the database, its backups and the
server's log hold nothing that tells one of the two from the other.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pwa.audit.drive.inner import FirstRun, Planner
from pwa.audit.drive.phone import phone_options
from pwa.audit.drive.watch import Watch
from pwa.audit.errors import Leaked
from tests.e2e import agency, desk
from tests.e2e.conftest import TIMEOUT_MS
from tests.e2e.server import Server, start_server
from tests.e2e.traces import back_up, changes, holding, read_rows
from tests.e2e.words import speaker

ADVOCATE = "bo@north.example"
SERVICES = """name,call,what,what_es,happens_es,hours,run_by,checked_on
Night beds,555 0100,A bed for tonight,Una cama para esta noche,Te preguntan un nombre.,,charity,
Food shelf,555 0101,Food and clothes,Comida y ropa,,9 to 5,charity,2026-01-02
Front desk,555 0102,Tell what happened,Contar lo que pasó,,,police,2026-01-02
"""
NEW_NUMBER = "555 0177"
# What tells two people apart: their phone, their words, their way in, the person they name.
FIRST: dict[str, Any] = {
    "user_agent": "Mozilla/5.0 (Linux; Android 11; Moto-First) Chrome/120 Mobile",
    "locale": "es-MX",
    "timezone_id": "America/Mexico_City",
    "viewport": {"width": 360, "height": 740},
}
SECOND: dict[str, Any] = {
    "user_agent": "Mozilla/5.0 (Linux; Android 15; Pixel-Second) Chrome/139 Mobile",
    "locale": "es-ES",
    "timezone_id": "Europe/Madrid",
    "viewport": {"width": 412, "height": 915},
}
SECRETS = ("siete barcos azules junto al muelle", "cuatro perros viejos bajo la higuera")
NAMES = ("Remedios Quintanar", "Ildefonso Barrientos")


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own, whose every byte is read afterwards."""
    server = start_server(tmp_path / "var")
    yield server
    if server.process.poll() is None:
        server.stop()


@pytest.fixture
def office(browser: Browser, own_server: Server) -> Iterator[Page]:
    """A browser at the agency, watched."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    context.set_default_timeout(TIMEOUT_MS)
    watch = Watch(context, desk.home(own_server).removesuffix("/desk/"))
    yield context.new_page()
    watch.problems_only()
    context.close()


def open_office(page: Page, server: Server) -> None:
    """An administrator joins and invites an advocate, who joins and signs in with both steps."""
    desk.join(page, desk.make_admin(server, "North House", "marta@north.example"))
    link = agency.invite(page, desk.home(server), ADVOCATE, "Bo Adams")
    desk.sign_out(page)
    app = desk.join(page, link)
    agency.follow(page.get_by_role("link", name="I have kept them"))
    desk.sign_out(page)
    desk.sign_in(page, server, ADVOCATE, app)


def live(context: BrowserContext, server: Server, code: str, secret: str, name: str) -> FirstRun:
    """Open the address, type the code, make a way in, write somebody down, look for help."""
    watch = Watch(context, server.origin)
    say = speaker("es")
    first = FirstRun(context.new_page(), say)
    first.cover.open(server.address()).wait_for_worker()
    session = first.page.context.new_cdp_session(first.page)
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # An emulated phone is a private window, which is the one thing that may be said.
    assert {fault["errorId"] for fault in faults} <= {"in-incognito"}
    first.make_space(code, secret)
    first.finish()
    planner = Planner(first.page, say)
    planner.go("People")
    planner.add_person(name)
    planner.home()
    planner.go("Call or text")
    page = first.page
    expect(page.get_by_role("heading", name="Night beds")).to_be_visible()
    expect(page.get_by_text("Una cama para esta noche", exact=True)).to_be_visible()
    expect(page.get_by_text("Comida y ropa", exact=True)).to_be_visible()
    # Who answers stands on the card where it decides whether somebody calls, and there alone.
    police = page.get_by_role("article").filter(has_text=say("This is the police."))
    expect(police.get_by_role("heading")).to_have_text(["Front desk"])
    card = page.get_by_role("article").filter(has_text="Night beds")
    card.get_by_role("button", name=say("What happens?")).click()
    expect(page.get_by_text("Te preguntan un nombre.", exact=True)).to_be_visible()
    first.press("Go back")
    watch.check()
    return first


def test_a_visit_ends_with_help_in_spanish_and_tells_nobody_apart(
    browser: Browser, office: Page, own_server: Server, tmp_path: Path
) -> None:
    home = desk.home(own_server)
    open_office(office, own_server)
    (tmp_path / "services.csv").write_text(SERVICES, "utf-8")
    agency.bring_in(office, home, tmp_path / "services.csv")
    codes = [agency.make_kit(office, home, "Spanish") for _ in SECRETS]

    database = tmp_path / "var" / "pwa.sqlite"
    backups = tmp_path / "backups"
    backups.mkdir()
    rows = [read_rows(back_up(own_server, backups / "before"))]
    phones: list[FirstRun] = []
    for options, code, secret, name in zip((FIRST, SECOND), codes, SECRETS, NAMES, strict=True):
        context = browser.new_context(**phone_options(**options))
        phones.append(live(context, own_server, code, secret, name))
        rows.append(read_rows(back_up(own_server, backups / f"after {len(phones)}")))

    # Each left one trace, the same one: a use of a kit, and nothing else in any table.
    for (before, after), kit_id in zip(pairwise(rows), (2, 3), strict=True):
        left = before["kit"][kit_id - 1]["uses_left"]
        assert changes(before, after) == [("kit", "uses_left", left, left - 1)]
    first_kit, second_kit = rows[-1]["kit"][1:]
    random_values = {"id", "code_index", "code_hash"}
    assert {key for key in first_kit if first_kit[key] != second_kit[key]} == random_values

    # A number changes at the desk; a phone has it once its owner asks, and not before.
    agency.correct_number(office, home, "Night beds", NEW_NUMBER)
    phone = phones[0]
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    expect(phone.page.get_by_text("555 0100")).to_have_count(0)
    phone.press("Look for newer numbers")
    say = speaker("es")
    expect(phone.page.get_by_text(say("You have the newest numbers now."))).to_be_visible()
    assert [url.split("/s/")[0] for url in asked] == [own_server.origin]
    card = phone.page.get_by_role("article").filter(has_text="Night beds")
    card.get_by_role("button", name=say("Large number")).click()
    expect(phone.page.get_by_text(NEW_NUMBER, exact=True)).to_be_visible()

    for phone in phones:
        phone.page.context.close()
    own_server.process.terminate()
    said, _ = own_server.process.communicate(timeout=60)
    (tmp_path / "backups" / "log").write_text(said, "utf-8")
    told = [
        *SECRETS,
        *NAMES,
        *codes,
        "Moto-First",
        "Pixel-Second",
        "Mexico_City",
        "es-MX",
        "127.0.0.1",
    ]
    for folder in (database.parent, backups):
        assert holding(folder, ["Night beds", "North House"]), "the probe must see what is there"
        if got_out := holding(folder, told):
            raise Leaked(str(got_out))
