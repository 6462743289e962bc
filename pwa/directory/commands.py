"""`pwa services …`: an agency's services on the command line."""

import os
import time
from pathlib import Path

import click

from pwa import db
from pwa.agencies import find_agency
from pwa.config import read_config
from pwa.directory.files import KINDS, write_csv, write_json
from pwa.directory.importing import kind_of, load, preview
from pwa.directory.service import DirectoryService
from pwa.errors import ServicesInvalid

AGENCY = click.option("--agency", required=True, help="The agency's name, as the desk shows it.")


@click.group()
def services() -> None:
    """Look after an agency's local services."""


@services.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@AGENCY
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def import_file(file: Path, agency: str, dry_run: bool) -> None:
    """Take services in from a CSV or JSON file: all of them, or none when any is wrong.

    The first row of a CSV names the fields; `pwa services export` writes one to start from. A row
    with the ref of an export changes that service, a row without one is new.

    \b
    Examples:
      pwa services import services.csv --agency "North House" --dry-run
      pwa services import services.csv --agency "North House"
    """
    directory, agency_id = _open(agency)
    data, kind = file.read_bytes(), kind_of(file.name)
    if not dry_run:
        click.echo(f"{load(directory, agency_id, data, kind)} services are in the directory now.")
        return
    seen = preview(directory, agency_id, data, kind)
    if seen.problems:
        raise ServicesInvalid(seen.problems)
    for word, names in (("new", seen.added), ("changed", seen.changed), ("same", seen.unchanged)):
        for name in names:
            click.echo(f"{word}\t{name}")


@services.command("export")
@AGENCY
@click.option("--format", "kind", type=click.Choice(KINDS), default="csv", show_default=True)
def export(agency: str, kind: str) -> None:
    """Write an agency's services to the standard output, for `pwa services import` to read."""
    directory, agency_id = _open(agency)
    entries = [entry.all_values() for entry in directory.all(agency_id)]
    click.echo(write_csv(entries) if kind == "csv" else write_json(entries), nl=False)


@services.command("list")
@AGENCY
def list_services(agency: str) -> None:
    """Show each service: reference, whether it should be checked again, last check, name."""
    directory, agency_id = _open(agency)
    for entry in directory.all(agency_id):
        freshness = "look again" if entry.is_stale else "fresh"
        checked_on = entry.values.get("checked_on", "never")
        click.echo("\t".join((entry.ref, freshness, checked_on, entry.values["name"])))


def _open(agency: str) -> tuple[DirectoryService, int]:
    sessions = db.open_sessions(db.open_for_a_command(read_config(os.environ).database_url))
    return DirectoryService(sessions, time.time), find_agency(sessions, agency).id
