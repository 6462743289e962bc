"""Showing the desk's pages: templates, their common values, and pages for what was refused."""

import calendar
import logging
import time
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, make_response, render_template
from werkzeug.exceptions import HTTPException

from pwa.desk.assets import DeskFiles
from pwa.desk.models import Member
from pwa.desk.nav import PLACES, Place
from pwa.desk.roles import MEMBER_ROLES
from pwa.headers import HeaderSet
from pwa.logs import describe

log = logging.getLogger("pwa")

#: What a refusal says: what happened, and what to do now.
SENTENCES: Mapping[int, tuple[str, str]] = {
    400: ("That did not work", "This page was open too long, or it was sent twice. Go back, load "
          "the page again and try once more."),
    403: ("This page is not open to you", "If you need it, ask an administrator of your agency."),
    404: ("There is nothing here", "It may have been removed, or the link is not complete."),
    405: ("That did not work", "Go back and try again from the page itself."),
    413: ("That was too large", "Send less at a time. Nothing was changed."),
    415: ("That did not work", "Go back and try again from the page itself."),
    500: ("Something went wrong here", "Nothing was changed. Please try again in a minute."),
}  # fmt: skip


#: Who answers, where it decides for some whether they call: said beside the name in every list.
SAID_OF: Mapping[str, str] = {
    "police": "Run by the police",
    "emergency": "Police, ambulance and fire service",
}


def show(name: str, *, status: int = 200, **values: Any) -> Response:
    """Return a page of the desk."""
    return make_response(render_template(f"desk/{name}.html", **values), status)


def set_up_pages(blueprint: Blueprint, files: DeskFiles, headers: HeaderSet) -> None:
    """Give every answer of the desk its header set, and every refusal a page of its own."""

    @blueprint.app_context_processor
    def common() -> dict[str, Any]:
        return {
            "desk_files": files.paths,
            "role_words": MEMBER_ROLES,
            "said_of": SAID_OF,
            "places_for": places_for,
            "day": day,
            "iso_day": iso_day,
        }

    @blueprint.after_request
    def finish(response: Response) -> Response:
        # A file has its own set already.
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        return response

    @blueprint.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        status = error.code or 500
        # A redirect is no refusal.
        if status < 400:
            return error
        heading, sentence = SENTENCES.get(status, SENTENCES[400])
        return show("refused", status=status, heading=heading, sentence=sentence)

    @blueprint.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log.error("a request failed: %s", describe(error))
        heading, sentence = SENTENCES[500]
        return show("refused", status=500, heading=heading, sentence=sentence)


def places_for(member: Member) -> Sequence[Place]:
    """Return the rooms that a member may enter."""
    return [place for place in PLACES if member.may(place.role)]


def day(moment_s: int) -> str:
    """Write a moment as a day (UTC), as in `3 June 2026`."""
    at = time.gmtime(moment_s)
    return f"{at.tm_mday} {time.strftime('%B %Y', at)}"


def iso_day(text: str) -> str:
    """Write an ISO day (`2026-06-03`) as in `3 June 2026`."""
    return day(calendar.timegm(time.strptime(text, "%Y-%m-%d")))
