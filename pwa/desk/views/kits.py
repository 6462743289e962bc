"""Kits: choosing what a phone gets, the start code shown once, and counts of uses."""

import time

from flask import Blueprint, Response, abort, flash

from pwa.covers import COVERS
from pwa.desk.door import me, open_to
from pwa.desk.handing import cover_address, groups, picture, spoken
from pwa.desk.journal import Action
from pwa.desk.pages import SAID_OF, show
from pwa.desk.roles import Role
from pwa.desk.tools import Desk
from pwa.desk.views.forms import refuse
from pwa.desk.views.kit_forms import KitForm
from pwa.desk.views.letting_in import go
from pwa.desk.views.lines import asked_country
from pwa.directory.lines import LineService, read_lines
from pwa.directory.service import DirectoryService, Entry
from pwa.directory.text import tidy
from pwa.errors import KitInvalid, KitUnknown
from pwa.kits.order import Order

LIST = "/desk/kits"


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the pages of the kits."""
    directory = DirectoryService(desk.sessions, desk.clock)
    lines = LineService(desk.sessions, desk.clock, read_lines(desk.config.built))

    @blueprint.get("/kits")
    @open_to(Role.ADVOCATE)
    def kits() -> Response:
        """Show the agency's kits: what is in each, and how many uses are left."""
        own = desk.kits.all(me().agency_id)
        rows = [(kit, desk.kits.state(kit)) for kit in reversed(own)]
        return show("kits", rows=rows, covers=COVERS, last_day=_last_day)

    @blueprint.route("/kits/new", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE)
    def kit_new() -> Response:
        """Choose what a phone gets, and show its start code, this once."""
        country = asked_country(lines)
        offered = [line for line in lines.all(me().agency_id, country) if line.state != "hidden"]
        services = directory.all(me().agency_id)
        form = KitForm(language=me().agency.language)
        form.offer(
            [(line.id, f"{line.name} — {line.call or line.text}") for line in offered],
            [(entry.ref, _named(entry)) for entry in services],
        )
        page = {"form": form, "country": country, "countries": lines.countries}
        if not form.validate_on_submit():
            return show("kit-new", status=422 if form.errors else 200, **page)
        order = _order(form, country)
        try:
            code = desk.kits.create(order)
        except KitInvalid as refusal:
            refuse(form, str(refusal).capitalize())
            return show("kit-new", status=422, **page)
        with desk.sessions.begin() as session:
            desk.note(session, me(), Action.KIT_MADE)
        return _show_code(desk, order, code)

    @blueprint.post("/kits/<int:kit_id>/revoke")
    @open_to(Role.ADVOCATE)
    def kit_revoke(kit_id: int) -> Response:
        """Make a kit's code unusable at once."""
        try:
            desk.kits.revoke(kit_id, me().agency_id)
        except KitUnknown:
            abort(404)
        with desk.sessions.begin() as session:
            desk.note(session, me(), Action.KIT_REVOKED)
        flash("That code no longer works. Whoever used it before keeps what they have.")
        return go(LIST)


def _named(entry: Entry) -> str:
    said = SAID_OF.get(entry.values.get("run_by", ""))
    name = entry.shown["name"]
    return f"{name} — {said[0].lower()}{said[1:]}" if said else name


def _order(form: KitForm, country: str) -> Order:
    left_out = form.left_out(form.picks)
    # Whatever else is ticked: what somebody left out must not come back by itself.
    is_whole = form.is_whole.data and not left_out
    return Order(
        language=form.language.data,
        country=country,
        cover=form.cover.data,
        exit_site=(form.exit_site.data or "").strip(),
        days=int(form.days.data),
        uses=int(form.uses.data),
        label=tidy(form.label.data or ""),
        agency_id=me().agency_id,
        picked=None if is_whole else form.picks.data,
        without=form.left_out(form.lines),
    )


def _show_code(desk: Desk, order: Order, code: str) -> Response:
    """Show the code in the answer itself: it stands in no address, cookie or table."""
    address = cover_address(desk.config, order.cover)
    return show(
        "kit-made",
        groups=groups(code),
        spoken=spoken(code, order.language),
        address=address,
        short_address=address.split("://")[-1].rstrip("/"),
        picture=picture(address),
        cover=COVERS[order.cover].name(order.language),
        order=order,
    )


def _last_day(expires_at_s: int) -> str:
    # It ends with that day: the moment itself belongs to the next one.
    return time.strftime("%Y-%m-%d", time.gmtime(expires_at_s - 1))
