"""Closing a page that nobody uses: once its session is over, a screen must not go on showing it.

The `Refresh` header works without a script. Where it goes asks for no session, so that an open page
never keeps one alive.
"""

from typing import Any

from flask import Blueprint, Response, request, session

from pwa.desk.paths import CLOSED, HOME, safe_next
from pwa.desk.sessions import IDLE_S, Visit


def close_when_idle(blueprint: Blueprint) -> None:
    """Have every page that a member sees leave the screen after the idle time."""

    @blueprint.app_context_processor
    def idle() -> dict[str, Any]:
        return {"idle_s": IDLE_S, "closed_at": _closed_at}

    @blueprint.after_request
    def close(response: Response) -> Response:
        visit = session._get_current_object()  # type: ignore[attr-defined]  # it is a proxy
        is_shown = response.mimetype == "text/html" and response.status_code // 100 != 3
        is_kept = "Content-Disposition" in response.headers
        if is_shown and not is_kept and isinstance(visit, Visit) and visit.member is not None:
            response.headers["Refresh"] = f"{IDLE_S}; url={_closed_at()}"
        return response


def _closed_at() -> str:
    """Return where the present page goes, with the page to go on with.

    What was only ever sent cannot be loaded again.
    """
    rule = request.url_rule
    is_page = rule is not None and "GET" in (rule.methods or ())
    return f"{CLOSED}?next={safe_next(request.path) if is_page else HOME}"
