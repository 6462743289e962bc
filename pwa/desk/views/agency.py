"""The agency's settings and its journal, for administrators."""

from flask import Blueprint, Response, flash, request

from pwa.desk import journal
from pwa.desk.door import me, open_to
from pwa.desk.journal import WORDS, Action
from pwa.desk.models import JournalEntry
from pwa.desk.pages import day, show
from pwa.desk.people import administering, members
from pwa.desk.roles import Role
from pwa.desk.tools import Desk
from pwa.desk.views.forms import AgencyForm, refuse
from pwa.desk.views.letting_in import go
from pwa.directory.lines import LineService, read_lines
from pwa.errors import DeskInvalid
from pwa.numbers import MOST_LONG, read_number

PAGE = 50
OPERATOR = "Operator"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the two pages."""
    _add_settings(blueprint, desk)
    _add_journal(blueprint, desk)


def _add_settings(blueprint: Blueprint, desk: Desk) -> None:
    lines = LineService(desk.sessions, desk.clock, read_lines(desk.config.built))

    @blueprint.route("/agency", methods=["GET", "POST"])
    @open_to(Role.ADMIN)
    def agency() -> Response:
        """Show and change what the agency is called and what its new kits start from."""
        form = AgencyForm(obj=me().agency)
        form.offer(lines.countries, me().agency.country)
        if not form.validate_on_submit():
            return show("agency", form=form)
        try:
            administering.change_agency(
                desk,
                me(),
                name=form.name.data,
                country=form.country.data,
                language=form.language.data,
            )
        except DeskInvalid as problem:
            refuse(form, str(problem))
            return show("agency", form=form, status=422)
        flash("Saved.", "good")
        return go("/desk/agency")


def _add_journal(blueprint: Blueprint, desk: Desk) -> None:
    @blueprint.get("/journal")
    @open_to(Role.ADMIN)
    def journal_page() -> Response:
        """Show what was done at this desk, newest day first."""
        before_id = read_number(request.args.get("before", ""), MOST_LONG) or MOST_LONG
        with desk.sessions() as session:
            names = {each.id: each.name for each in members.of_agency(session, me().agency_id)}
            entries = journal.read(session, me().agency_id, before_id=before_id, most=PAGE)
            lines = [_line(entry, names) for entry in entries]
        older = entries[-1].id if len(entries) == PAGE else None
        return show("journal", lines=lines, older=older)


def _line(entry: JournalEntry, names: dict[int, str]) -> dict[str, str]:
    who = entry.member.name if entry.member is not None else OPERATOR
    words = WORDS[Action(entry.action)] if entry.action in set(Action) else entry.action
    subject = names.get(entry.subject_id or 0, "somebody")
    return {"when": day(entry.at_s), "who": who, "what": words.format(who=subject)}
