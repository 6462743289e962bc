"""The mark of a browser that has signed in before: it opens nothing, it is only counted apart."""

import hmac

from flask import Request, Response

from pwa.desk.keys import DeskKeys, make_token

LASTS_S = 180 * 86_400
MAX_COOKIE = 200


def cookie_name(request: Request) -> str:
    """Return the cookie's name; over https one that no other host can set."""
    return "__Host-desk-known" if request.is_secure else "desk-known"


def known_device(request: Request, keys: DeskKeys, member_id: int | None) -> str | None:
    """Return the mark when this browser has signed in as this member before."""
    text = request.cookies.get(cookie_name(request), "")
    parts = text.split(".")
    if len(text) > MAX_COOKIE or len(parts) != 3 or parts[0] != str(member_id):
        return None
    owner, mark, seal = parts
    return mark if hmac.compare_digest(seal.encode(), _seal(keys, owner, mark).encode()) else None


def remember_device(request: Request, response: Response, keys: DeskKeys, member_id: int) -> None:
    """Give this browser a mark of its own."""
    mark = make_token()
    response.set_cookie(
        cookie_name(request),
        f"{member_id}.{mark}.{_seal(keys, str(member_id), mark)}",
        max_age=LASTS_S,
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def _seal(keys: DeskKeys, owner: str, mark: str) -> str:
    return keys.mark("device", f"{owner} {mark}")
