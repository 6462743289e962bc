"""Which addresses a reminder may be sent to: known push services, and public addresses alone.

An endpoint comes from whoever asks, so this is what keeps the server from being made to call
something else: an exact form, a list of hosts, and a look at every address a name resolves to,
at the moment it is connected to (`pwa.reminders.line`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

MAX_ENDPOINT = 1024
# Chromium and its kin; Firefox; Edge on Windows; Safari. A leading dot takes all names below.
KNOWN_SERVICES = (
    "fcm.googleapis.com",
    "jmt17.google.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    ".notify.windows.com",
    ".push.apple.com",
)
LOOPBACK_SERVICES = ("localhost", "127.0.0.1")
# One form that every parser reads alike: no user, no port but 443, no backslash, no fragment.
FORM = re.compile(r"https://((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*)(?::443)?"
                  r"(/[!-\[\]-~]*)")  # fmt: skip
LOOPBACK_FORM = re.compile(r"http://(127\.0\.0\.1|localhost)(?::[0-9]{1,5})?(/[!-\[\]-~]*)")
NAT64 = IPv6Network("64:ff9b::/96")
SITE_LOCAL = IPv6Network("fec0::/10")


@dataclass(frozen=True, slots=True)
class Services:
    """The push services that are taken; `takes_loopback` is for tests alone."""

    more: Sequence[str] = ()
    takes_loopback: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return one name for each push service."""
        own = LOOPBACK_SERVICES if self.takes_loopback else ()
        return tuple(dict.fromkeys((*KNOWN_SERVICES, *self.more, *own)))

    def service_of(self, endpoint: str) -> str | None:
        """Return the push service an endpoint belongs to; `None` when it may not be called."""
        if len(endpoint) > MAX_ENDPOINT or "#" in endpoint:
            return None
        here = LOOPBACK_FORM.fullmatch(endpoint)
        if here is not None:
            return here[1] if self.takes_loopback else None
        found = FORM.fullmatch(endpoint)
        if found is None:
            return None
        host = found[1]
        taken = (name for name in self.names if _is_below(host, name))
        return next(taken, None)


def is_public(address: str) -> bool:
    """Say whether an address lies in the public internet, whatever it is wrapped in."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _unwrap(parsed)
    is_odd = inner.is_multicast or inner.is_reserved or inner in SITE_LOCAL
    return inner.is_global and not is_odd


def _unwrap(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that a mapped, 6to4 or NAT64 address leads to."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _is_below(host: str, name: str) -> bool:
    return host.endswith(name) and len(host) > len(name) if name.startswith(".") else host == name
