"""`pwa kit …`: making, listing and revoking kits on the command line."""

import json
import os
import time
from pathlib import Path
from typing import Any

import click

from pwa import db
from pwa.agencies import find_agency
from pwa.config import Config, read_config
from pwa.covers import COVERS, LANGUAGES
from pwa.directory.text import tidy
from pwa.errors import KitInvalid
from pwa.kits.codes import show_code
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.order import Order, read_services
from pwa.kits.service import KitService
from pwa.numbers import MOST

DEMO = Order(days=30, uses=1000, label="demo")


def open_kits(config: Config) -> KitService:
    """Return the kits of the configured database, which must be up to date."""
    sessions = db.open_sessions(db.open_for_a_command(config.database_url))
    return KitService(sessions, config.code_pepper, Argon2Hasher(), time.time)


def make_demo(config: Config) -> str:
    """Make the demo kit anew and return its start code."""
    service = open_kits(config)
    service.remove_labelled(DEMO.label)
    return service.create(DEMO)


@click.group()
def kit() -> None:
    """Prepare kits: what a start code brings to a phone."""


@kit.command("create")
@click.option("--language", default="en", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--country", default="US", show_default=True, help="Two letters, as in US.")
@click.option("--cover", default="list", type=click.Choice(tuple(COVERS)), show_default=True)
@click.option("--exit-site", default="", help="An https:// page to go on to; none by default.")
@click.option("--days", default=7, show_default=True, help="Days until it expires.")
@click.option(
    "--uses",
    default=Order().uses,
    show_default=True,
    help="How often it can be used: once in the browser, once more in the installed app, "
    "and again after a Close before the space is made.",
)
@click.option("--label", default="", help="A note for yourself. Never a person's name.")
@click.option("--agency", default=None, help="The agency it belongs to, by name.")
@click.option(
    "--pick",
    "picked",
    multiple=True,
    help="Reference of one of the agency's services; again for more. Without it, all of them.",
)
@click.option("--without", multiple=True, help="A helpline to leave out; again for more.")
@click.option(
    "--services",
    "services_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON file: a list of {name, what, call, text, hours}.",
)
def create(services_file: Path | None, agency: str | None, **chosen: Any) -> None:
    """Make a kit and print its start code. The code is shown this once and kept nowhere.

    \b
    Examples:
      pwa kit create
      pwa kit create --language es --country MX --uses 20 --days 30 --label "June visit"
    """
    chosen["picked"] = chosen["picked"] or None
    chosen["label"] = tidy(chosen["label"])
    order = Order(services=_read_file(services_file), agency_id=_agency(agency), **chosen)
    if order.label == DEMO.label:
        raise KitInvalid(
            f"the label {DEMO.label} is kept for `pwa serve --demo`, which removes it."
        )
    code = open_kits(read_config(os.environ)).create(order)
    click.echo(f"Start code {show_code(code)}")
    click.echo(f"To be typed at {COVERS[order.cover].path}")


@kit.command("list")
def list_kits() -> None:
    """Show every kit: number, state, uses left and at first, last day, and what was chosen."""
    service = open_kits(read_config(os.environ))
    for each in service.all():
        last_day = time.strftime("%Y-%m-%d", time.gmtime(each.expires_at_s - 1))
        parts = (each.id, service.state(each), f"{each.uses_left}/{each.uses}", last_day)
        click.echo(
            "\t".join(map(str, (*parts, each.language, each.country, each.cover, each.label)))
        )


@kit.command("revoke")
@click.argument("number", type=click.IntRange(1, MOST))
def revoke(number: int) -> None:
    """Make the kit with this number unusable at once."""
    open_kits(read_config(os.environ)).revoke(number)
    click.echo(f"Kit {number} is revoked.")


def _agency(name: str | None) -> int | None:
    if name is None:
        return None
    engine = db.open_for_a_command(read_config(os.environ).database_url)
    return find_agency(db.open_sessions(engine), name).id


def _read_file(path: Path | None) -> list[dict[str, str]]:
    if path is None:
        return []
    try:
        return read_services(json.loads(path.read_text("utf-8")))
    except ValueError as error:
        raise KitInvalid(f"{path} is not JSON.") from error
