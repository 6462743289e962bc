"""How often start codes may be tried, without keeping anybody's address.

A network is counted under an HMAC of its address with a key that is made at start-up and never
leaves the process: the counts cannot be turned back into addresses, nor outlive the process.
"""

import hashlib
import hmac
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from flask import Response, request
from flask_limiter import Limiter

from pwa.config import Config

IPV6_NETWORK_BITS = 64
GOOD = 200

View = Callable[[], Response]


def network_of(address: str) -> str:
    """Return what counts as one network: an IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ip_network((int(parsed), IPV6_NETWORK_BITS), strict=False))
    return str(parsed)


def make_limiter(key: bytes) -> Limiter:
    """Return a limiter that counts in memory, by keyed network."""

    def network_key() -> str:
        network = network_of(request.remote_addr or "")
        return hmac.new(key, network.encode(), hashlib.sha256).hexdigest()

    return Limiter(network_key, storage_uri="memory://", strategy="moving-window")


def limit_tries(
    view: View, limiter: Limiter, config: Config, *, could_fit: Callable[[], bool]
) -> View:
    """Limit a view for each network and for everybody together.

    What could not fit any kit is no guess: of the hour of everybody it uses nothing up, nor does a
    code that was good.
    """
    # Each worker process counts for itself and sees its share of all requests.
    share = max(1, -(-config.all_tries // config.workers))
    everybody = limiter.limit(
        f"{share} per hour",
        key_func=lambda: "everybody",
        exempt_when=lambda: not could_fit(),
        deduct_when=lambda response: response.status_code != GOOD,
    )
    one_network = limiter.limit(f"{config.tries} per hour")
    return everybody(one_network(view))
