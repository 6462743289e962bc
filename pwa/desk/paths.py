"""Which paths are the desk's, and where somebody may be sent on to."""

import re

ROOT = "/desk"
FILES = f"{ROOT}/a/"
HOME = f"{ROOT}/"
CLOSED = f"{ROOT}/closed"
SAFE_NEXT = re.compile(r"/desk/[a-z0-9/-]{0,120}")


def is_desk(path: str) -> bool:
    """Say whether a path belongs to the desk."""
    return path == ROOT or path.startswith(HOME)


def is_file(path: str) -> bool:
    """Say whether a path is one of the desk's own style sheets or scripts."""
    return path.startswith(FILES)


def has_session(path: str) -> bool:
    """Say whether a path of the desk looks at who has signed in, and counts as using it."""
    return is_desk(path) and not is_file(path) and path != CLOSED


def safe_next(asked: str | None) -> str:
    """Return where to go on to: a page of the desk, never anywhere else."""
    if asked is not None and SAFE_NEXT.fullmatch(asked) and "//" not in asked:
        return asked
    return HOME
