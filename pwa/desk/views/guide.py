"""The guide: the conversation around an installation, to read, print, or save as one file."""

from importlib import resources

from flask import Blueprint, Response
from markupsafe import Markup

from pwa.desk.door import open_to
from pwa.desk.pages import show
from pwa.desk.roles import Role
from pwa.desk.tools import Desk


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the guide."""
    _ = desk
    style = (resources.files("pwa.desk") / "files/desk.css").read_text("utf-8")

    @blueprint.get("/guide")
    @open_to(Role.ADVOCATE)
    def guide() -> Response:
        """Show the guide."""
        return show("guide")

    @blueprint.get("/guide/save")
    @open_to(Role.ADVOCATE)
    def save_guide() -> Response:
        """Hand the guide out as one file that needs nothing else."""
        # Our own style sheet; CSS in HTML must not be escaped, and holds no end of its element.
        page = show("guide-file", style=Markup(style))  # noqa: S704
        page.headers["Content-Disposition"] = 'attachment; filename="guide.html"'
        return page
