"""The databases that tests run on: SQLite always, a private PostgreSQL where there is one."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LACKING = "no PostgreSQL here, and `make database` could not install it"
DEBIANS = Path("/usr/lib/postgresql")
"""Where Debian puts the programs of each version, off everybody's path."""


def find_server(name: str) -> str | None:
    """Return the path of one of PostgreSQL's server programs."""
    folders = sorted(DEBIANS.glob("*/bin"), reverse=True)
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, folders)])
    return shutil.which(name, path=path)


def has_server() -> bool:
    """Say whether all of PostgreSQL's server programs that a cluster needs are here."""
    return all(find_server(name) for name in ("initdb", "pg_ctl", "postgres"))


def unprivileged_user() -> str | None:
    """Return whom to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def restart_cluster(folder: Path) -> None:
    """Let a cluster of ours crash, and start again."""
    pg_ctl = find_server("pg_ctl")
    assert pg_ctl is not None
    data, log = folder / "data", folder / "log"
    command = [pg_ctl, "-D", str(data), "-l", str(log), "-m", "immediate", "-w", "restart"]
    subprocess.run(
        command, user=unprivileged_user(), cwd=folder, check=True, stdout=subprocess.DEVNULL
    )


@contextmanager
def private_cluster(folder: Path) -> Iterator[str]:
    """Run a cluster of our own, reachable by a socket in `folder` alone; give its URL."""
    initdb, pg_ctl = find_server("initdb"), find_server("pg_ctl")
    assert initdb is not None
    assert pg_ctl is not None
    user = unprivileged_user()
    if user is not None:
        shutil.chown(folder, user)
    data, log = folder / "data", folder / "log"
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"

    def run(*command: str) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    run(initdb, "-D", str(data), "-A", "trust", "-U", "pwa", "-E", "UTF8", "--no-sync")
    run(pg_ctl, "-D", str(data), "-l", str(log), "-o", options, "-w", "start")
    try:
        yield f"postgresql://pwa@/postgres?host={folder}"
    finally:
        run(pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop")
