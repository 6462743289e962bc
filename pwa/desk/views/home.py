"""The first page after signing in."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from pwa.desk.door import me, open_to
from pwa.desk.pages import places_for, show
from pwa.desk.paths import HOME
from pwa.desk.roles import Role
from pwa.desk.tools import Desk


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the first page."""
    _ = desk

    @blueprint.get("")
    @open_to(Role.ANYONE)
    def slashless() -> Response:
        """Go on to the page with a slash."""
        return redirect(HOME)

    @blueprint.get("/")
    @open_to(Role.ADVOCATE)
    def home() -> Response:
        """Show what can be done here."""
        return show("home", places=places_for(me()))
