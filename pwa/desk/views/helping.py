"""Help beside somebody's phone: how to install, how to practice leaving, what to take along."""

from collections.abc import Sequence

from flask import Blueprint, Response, request

from pwa.covers import LANGUAGES
from pwa.desk.door import open_to
from pwa.desk.pages import show
from pwa.desk.roles import Role
from pwa.desk.tools import Desk

#: What a browser's own name holds, the narrowest first.
SIGNS: Sequence[tuple[str, Sequence[str]]] = (
    ("iphone", ("iPhone",)),
    ("iphone", ("iPad",)),
    ("samsung", ("SamsungBrowser",)),
    ("firefox", ("Android", "Firefox")),
    ("android", ("Android",)),
)


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the two pages."""
    _ = desk

    @blueprint.get("/install")
    @open_to(Role.ADVOCATE)
    def install() -> Response:
        """Show the ways to install, the one for the device at hand opened."""
        return show("install", likely=likely_phone(request.headers.get("User-Agent", "")))

    @blueprint.get("/aftercare")
    @open_to(Role.ADVOCATE)
    def aftercare() -> Response:
        """Show a slip to be filled in by hand."""
        asked = request.args.get("language")
        return show("aftercare", language=asked if asked in LANGUAGES else LANGUAGES[0])


def likely_phone(user_agent: str) -> str:
    """Return which way fits a browser; looked at for this one answer and kept nowhere.

    An office computer stands for the phones most people have.
    """
    fitting = (name for name, signs in SIGNS if all(sign in user_agent for sign in signs))
    return next(fitting, "android")
