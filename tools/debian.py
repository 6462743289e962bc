"""Install Debian's packages where that is possible: as root, with apt-get there."""

import os
import shutil
import subprocess
import sys

INSTALL_TIMEOUT_S = 300


def attempt(*command: str) -> None:
    """Run an install command; whether it worked is seen by looking again for what was wanted."""
    try:
        subprocess.run(
            command, timeout=INSTALL_TIMEOUT_S, stdout=sys.stderr, stderr=sys.stderr, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(problem, file=sys.stderr)


def install(*packages: str) -> None:
    """Ask apt-get for each package by itself: one that is not to be had keeps none away."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    attempt("apt-get", "update", "-q")
    for package in packages:
        attempt("apt-get", "install", "-yq", "--no-install-recommends", package)
