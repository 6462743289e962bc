"""Helplines: what the agency found out about each, country by country."""

from flask import Blueprint, Response, abort, flash, request

from pwa.desk.door import me, open_to
from pwa.desk.journal import Action
from pwa.desk.pages import show
from pwa.desk.roles import Role
from pwa.desk.tools import Desk
from pwa.desk.views.letting_in import go
from pwa.desk.views.line_forms import LineForm
from pwa.directory.fields import problems_of
from pwa.directory.lines import Line, LineService, read_lines
from pwa.errors import LineUnknown, ServicesInvalid

LIST = "/desk/lines"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the pages of the helplines."""
    lines = LineService(desk.sessions, desk.clock, read_lines(desk.config.built))
    _add_pages(blueprint, desk, lines)
    _add_notes(blueprint, desk, lines)


def _add_pages(blueprint: Blueprint, desk: Desk, lines: LineService) -> None:
    @blueprint.get("/lines")
    @open_to(Role.ADVOCATE)
    def helplines() -> Response:
        """Show a country's helplines with what is known of each."""
        country = asked_country(lines)
        own = lines.all(me().agency_id, country)
        return show("lines", lines=own, country=country, countries=lines.countries)

    @blueprint.route("/lines/<line_id>", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE)
    def helpline(line_id: str) -> Response:
        """Correct a helpline's numbers."""
        line = _known(lines, line_id)
        form = LineForm(obj=line)
        if not form.validate_on_submit():
            return show("line", form=form, line=line)
        try:
            lines.say(me().agency_id, line_id, "corrected", form.values(), me().name)
        except ServicesInvalid as refusal:
            form.refuse(problems_of(refusal))
            return show("line", status=422, form=form, line=line)
        return _done(desk, line)


def _add_notes(blueprint: Blueprint, desk: Desk, lines: LineService) -> None:
    @blueprint.post("/lines/<line_id>/confirmed")
    @open_to(Role.ADVOCATE)
    def helpline_confirmed(line_id: str) -> Response:
        """Note that somebody dialed it today and it is right."""
        line = _known(lines, line_id)
        if line.state == "corrected":
            # What was corrected stays so; only the day is new.
            sent = {name: getattr(line, name) for name in LineForm.NAMES}
            lines.say(me().agency_id, line_id, "corrected", sent, me().name)
        else:
            lines.say(me().agency_id, line_id, "confirmed", {}, me().name)
        return _done(desk, line)

    @blueprint.post("/lines/<line_id>/hidden")
    @open_to(Role.ADVOCATE)
    def helpline_hidden(line_id: str) -> Response:
        """Take a helpline off the phones of the agency's people."""
        line = _known(lines, line_id)
        lines.say(me().agency_id, line_id, "hidden", {}, me().name)
        return _done(desk, line)

    @blueprint.post("/lines/<line_id>/back")
    @open_to(Role.ADVOCATE)
    def helpline_back(line_id: str) -> Response:
        """Forget what the agency said about it."""
        line = _known(lines, line_id)
        lines.take_back(me().agency_id, line_id)
        return _done(desk, line)


def asked_country(lines: LineService) -> str:
    """Return the country that was asked for, else the agency's, else the first."""
    for code in (request.args.get("country", ""), me().agency.country):
        if code in lines.countries:
            return code
    return next(iter(lines.countries))


def _known(lines: LineService, line_id: str) -> Line:
    try:
        return lines.get(me().agency_id, line_id)
    except LineUnknown:
        abort(404)


def _done(desk: Desk, line: Line) -> Response:
    with desk.sessions.begin() as session:
        desk.note(session, me(), Action.LINE_CHANGED)
    flash(f"Noted for {line.name}.")
    return go(f"{LIST}?country={line.country}")
