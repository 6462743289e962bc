"""Find or install the PostgreSQL that the tests start; without it its tests are skipped."""

import sys

from tests.support.databases import has_server
from tools import debian

PACKAGE = "postgresql"
LACKING = (
    "No PostgreSQL on this machine, and it cannot be installed from here: what runs on it is "
    "skipped. Install Debian's package `postgresql` to run everything."
)


def ensure() -> bool:
    """Say whether PostgreSQL's server programs are there, having installed them if need be."""
    if not has_server():
        debian.install(PACKAGE)
    return has_server()


if __name__ == "__main__":
    if not ensure():
        print(LACKING, file=sys.stderr)
