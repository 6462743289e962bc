"""Which host answers what: with `DESK_HOST`, the desk is there alone and the covers elsewhere."""

from ipaddress import ip_address
from typing import NoReturn

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from pwa.desk.paths import HOME, is_desk

# Signing in over plain http is for this machine, and for onion services, which encrypt themselves.
PLAIN_HOSTS = ("localhost", "127.0.0.1", "[::1]")
ONION = ".onion"
SHARED = "/healthz"
# What proxies add to tell where something came from. Tor adds none of it.
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded")


def host_of() -> str:
    """Return the asked host without its port, in small letters."""
    host = request.host.lower()
    return host if host.endswith("]") else host.rpartition(":")[0] or host


def is_protected() -> bool:
    """Say whether what is sent here cannot be read on the way."""
    return request.is_secure or host_of() in PLAIN_HOSTS or is_onion()


def is_onion() -> bool:
    """Say whether this came through an onion service: everybody comes from one address there.

    No network is counted then, so the asked host, which anybody can write, is not enough: Tor
    brings it over plain http, from this machine, with nothing in front.
    """
    return host_of().endswith(ONION) and not request.is_secure and _is_from_here()


def _is_from_here() -> bool:
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def split_hosts(app: Flask, desk_host: str) -> None:
    """Show the desk on its host alone, and nothing else there; all on every host without one."""
    if not desk_host:
        return

    @app.before_request
    def look() -> Response | None:
        if host_of() != desk_host:
            if is_desk(request.path):
                _refuse()
            return None
        if request.path == "/":
            return redirect(HOME)
        if not is_desk(request.path) and request.path != SHARED:
            _refuse()
        return None


def _refuse() -> NoReturn:
    """Answer as for a path that does not exist, whichever room would have answered."""
    request.url_rule = None
    request.routing_exception = None
    abort(404)
