"""The same-origin rule for unsafe methods: `Sec-Fetch-Site`, else `Origin`.

As in Go's `http.CrossOriginProtection`: a browser that sends neither on an unsafe method is too
old to run the cover, and a program that sends neither is not somebody's browser being misused.
"""

from urllib.parse import urlsplit

from werkzeug.datastructures import Headers

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def is_own(method: str, headers: Headers, host: str) -> bool:
    """Say whether a request may change something: it is safe, or it comes from our own pages."""
    if method in SAFE_METHODS:
        return True
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("Origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc == host
    except ValueError:
        return False
