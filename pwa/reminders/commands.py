"""`pwa push keys` and `pwa reminders run`."""

import os
from collections.abc import Mapping

import click
from sqlalchemy import func, select

from pwa import db, secretsfile
from pwa.config import FILE_KEYS, read_config, secrets_path
from pwa.errors import SettingInvalid, SettingMissing
from pwa.logs import start_logs
from pwa.pushsettings import KEY_SETTING, MAX_GENERATIONS, VAPID_SETTING, read_vapid
from pwa.reminders.models import Reminder
from pwa.reminders.vapid import make_scalar, read_generation


def make_push_keys(environ: Mapping[str, str]) -> list[str]:
    """Add what reminders need to the secrets file; return the settings that were added."""
    path = secrets_path(environ)
    stored = secretsfile.read(path, FILE_KEYS)
    made = {KEY_SETTING: make_scalar().hex(), VAPID_SETTING: make_scalar().hex()}
    missing = {key: text for key, text in made.items() if not (stored.get(key) or environ.get(key))}
    if missing:
        if not path.exists():
            raise SettingMissing(f"{path} is not there: run `pwa secrets` once.")
        secretsfile.write(path, missing)
    return list(missing)


@click.group()
def push() -> None:
    """Look after the keys by which push services know this server."""


@push.command("keys")
@click.option("--rotate", is_flag=True, help="Make a new key and keep the old ones.")
@click.option("--drop", is_flag=True, help="Remove old keys that no reminder needs any more.")
def keys(rotate: bool, drop: bool) -> None:
    """Make the keys that reminders need, once; then show them, the newest first.

    Each line is a key's public form and how many reminders were made under it. New reminders use
    the newest key; older ones stay with theirs until the phone subscribes anew. Start the server
    and its senders again after a change.
    """
    for key in make_push_keys(os.environ):
        click.echo(f"Made {key}")
    scalars = list(read_vapid(_values(os.environ)[VAPID_SETTING]))
    counts = _counts()
    if rotate:
        scalars.insert(0, make_scalar())
    if drop:
        old = (each for each in scalars[1:] if counts.get(read_generation(each).name))
        scalars = [scalars[0], *old]
    if rotate or drop:
        _store(scalars)
    for scalar in scalars:
        generation = read_generation(scalar)
        click.echo(f"{generation.public}\t{counts.get(generation.name, 0)}")


@click.group()
def reminders() -> None:
    """Send reminders to the phones that asked for them."""


@reminders.command("run")
def run() -> None:
    """Send reminders until told to stop; any number of senders may share a PostgreSQL database.

    Not needed beside a single `pwa serve` with SQLite, which runs one by itself. SIGTERM or Ctrl-C
    stops it: what is under way is finished first, at most 20 seconds long.
    """
    config = read_config(os.environ)
    start_logs(config.log_level)
    # What sends is not needed by the other commands, and takes its time to load.
    from pwa.reminders.running import run_here

    run_here(config)


def _values(environ: Mapping[str, str]) -> dict[str, str]:
    stored = secretsfile.read(secrets_path(environ), FILE_KEYS)
    return stored | {key: text for key, text in environ.items() if text}


def _store(scalars: list[bytes]) -> None:
    if os.environ.get(VAPID_SETTING):
        raise SettingInvalid(f"{VAPID_SETTING} is set in the environment: change it there.")
    if len(scalars) > MAX_GENERATIONS:
        raise SettingInvalid(
            f"{VAPID_SETTING} holds {MAX_GENERATIONS} keys at most: `pwa push keys --drop` first."
        )
    text = ",".join(each.hex() for each in scalars)
    secretsfile.write(secrets_path(os.environ), {VAPID_SETTING: text})


def _counts() -> dict[str, int]:
    engine = db.open_for_a_command(read_config(os.environ).database_url)
    with engine.connect() as connection:
        each = select(Reminder.vapid, func.count()).group_by(Reminder.vapid)
        return {str(name): int(count) for name, count in connection.execute(each)}
