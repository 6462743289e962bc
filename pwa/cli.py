"""The `pwa` command."""

import os
import sys
from typing import Any

import click

from pwa import db, secretsfile
from pwa.audit.command import audit
from pwa.backups import backup_command, restore_command, restored_command
from pwa.config import (
    FILE_KEYS,
    SECRET_KEYS,
    SETTINGS,
    Config,
    is_first_start,
    read_config,
    secrets_path,
)
from pwa.desk.commands import desk
from pwa.directory.commands import services
from pwa.errors import PwaError
from pwa.kits.codes import show_code
from pwa.kits.commands import kit, make_demo
from pwa.logs import start_logs
from pwa.reminders.commands import make_push_keys, push, reminders


class Commands(click.Group):
    """A group that ends a refusal with its sentence and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except PwaError as refusal:
            click.echo(f"pwa: {refusal} [{refusal.code}]", err=True)
            sys.exit(1)


def settings_help() -> str:
    """Return one line for each setting."""
    return "\n".join(f"  {setting.key}: {setting.meaning}" for setting in SETTINGS)


@click.group(
    cls=Commands,
    epilog="\b\nSettings are read from the environment:\n" + settings_help(),
    context_settings={"max_content_width": 100},
)
def main() -> None:
    """Serve the covers, and prepare kits for them.

    \b
    A first try, in an empty folder:
      pwa serve --demo        starts on 127.0.0.1 and prints an address and a start code
    \b
    For others to use (docs/deploy.md):
      pwa secrets             makes var/secrets, once; keep a copy
      pwa db upgrade          makes or updates the tables
      pwa kit create          makes a kit and prints its start code
      pwa serve               serves until it is told to stop
      pwa reminders run       sends reminders, where `pwa serve` does not by itself
    \b
    For an agency (docs/desk.md):
      pwa desk create-admin   prints a link with which its first administrator signs up
    \b
    For reviewers (docs/review.md):
      pwa audit URL           tries to find what a deployment leaves behind
    """


@main.command()
@click.option("--host", help="Address to listen at, instead of PWA_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port, instead of PWA_PORT.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes, instead of PWA_WORKERS.")
@click.option("--demo", is_flag=True, help="Make a demo start code first, and print it.")
def serve(host: str | None, port: int | None, workers: int | None, demo: bool) -> None:
    """Serve the covers until told to stop.

    In an empty folder the keys and the database are made first. SIGTERM or Ctrl-C stops it:
    requests under way are answered, at most ten seconds long.

    \b
    Examples:
      pwa serve
      pwa serve --demo --port 8080
      TRUSTED_HOSTS=list.example PWA_HOST=0.0.0.0 pwa serve --workers 4
    """
    chosen = {"PWA_HOST": host, "PWA_PORT": port, "PWA_WORKERS": workers}
    environ = dict(os.environ) | {k: str(v) for k, v in chosen.items() if v is not None}
    if is_first_start(environ):
        secretsfile.make(secrets_path(environ), SECRET_KEYS)
        make_push_keys(environ)
    config = read_config(environ)
    start_logs(config.log_level)
    # Granian is not needed by the other commands, and takes its time to load.
    from pwa import serving

    # Nothing of a server that already runs here is touched before this.
    config = serving.claim_port(config)
    # An earlier start may have made the secrets and then stopped.
    is_new = not environ.get("DATABASE_URL") and not (config.var / "pwa.sqlite").exists()
    if is_new or demo:
        db.upgrade(db.open_database(config.database_url))
    serving.check_app(config)
    code = make_demo(config) if demo else None

    def announce(address: str) -> None:
        click.echo(f"Open {address}")
        if code is not None:
            click.echo(f"Start code {show_code(code)}")

    serving.serve(config, announce)


@main.command()
def secrets() -> None:
    """Make the keys of this server, once, in a file that only its owner may read.

    Start codes, the paths of packs and reminders hang on them: keep a copy where the server's
    backups are. In a file that is already there, keys are never changed, only added where this
    release knows more of them.
    """
    path = secrets_path(os.environ)
    if path.exists():
        stored = secretsfile.read(path, FILE_KEYS)
        missing = [key for key in SECRET_KEYS if key not in stored]
        secretsfile.write(path, secretsfile.make_values(missing))
        added = [*missing, *make_push_keys(os.environ)]
        if not added:
            secretsfile.refuse_to_replace(path)
        click.echo(f"Added {', '.join(added)} to {path}")
        return
    secretsfile.make(path, SECRET_KEYS)
    make_push_keys(os.environ)
    click.echo(f"Made {path}")


@main.group("db")
def database() -> None:
    """Look after the database."""


@database.command("upgrade")
def upgrade() -> None:
    """Make the tables, or bring them up to this release. Run it before `pwa serve`."""
    config = _config()
    db.upgrade(db.open_database(config.database_url))
    click.echo("The database is up to date.")


def _config() -> Config:
    config = read_config(os.environ)
    start_logs(config.log_level)
    return config


main.add_command(kit)
main.add_command(services)
main.add_command(backup_command)
main.add_command(restore_command)
database.add_command(restored_command)
main.add_command(push)
main.add_command(reminders)
main.add_command(desk)
main.add_command(audit)
