"""The agency's local services: the list, one of them, and files of them in and out."""

import base64

from flask import Blueprint, Response, abort, flash, make_response, request

from pwa.desk.door import me, open_to
from pwa.desk.journal import Action
from pwa.desk.pages import show
from pwa.desk.roles import Role
from pwa.desk.tools import Desk
from pwa.desk.views.letting_in import go
from pwa.desk.views.service_forms import IN_LANGUAGES, ServiceForm
from pwa.directory.fields import FIELDS, problems_of
from pwa.directory.files import KINDS, MAX_FILE_BYTES, write_csv, write_json
from pwa.directory.importing import kind_of, load, preview
from pwa.directory.service import DirectoryService, Entry
from pwa.errors import ServicesInvalid, ServiceUnknown

LIST = "/desk/services"
# A file, or the same file once more as base64, and the rest of the form.
MAX_UPLOAD_BYTES = MAX_FILE_BYTES * 3 // 2 + 16 * 1024


def add_routes(blueprint: Blueprint, desk: Desk) -> None:
    """Add the pages of the directory."""
    directory = DirectoryService(desk.sessions, desk.clock)
    _add_list(blueprint, desk, directory)
    _add_one(blueprint, desk, directory)
    _add_files(blueprint, desk, directory)


def _add_list(blueprint: Blueprint, desk: Desk, directory: DirectoryService) -> None:
    @blueprint.get("/services")
    @open_to(Role.ADVOCATE)
    def services() -> Response:
        """Show the services, those to be looked at again first."""
        entries = directory.all(me().agency_id)
        old = [entry for entry in entries if entry.is_stale]
        fresh = [entry for entry in entries if not entry.is_stale]
        return show("services", old=old, fresh=fresh)

    @blueprint.post("/services/<ref>/checked")
    @open_to(Role.ADVOCATE)
    def service_checked(ref: str) -> Response:
        """Note that somebody called today and the entry is right."""
        directory.confirm(me().agency_id, _known(directory, ref).ref, me().name)
        _note(desk, Action.SERVICE_CHECKED)
        return go(LIST)

    @blueprint.post("/services/<ref>/remove")
    @open_to(Role.ADVOCATE)
    def service_removed(ref: str) -> Response:
        """Take a service out."""
        directory.remove(me().agency_id, _known(directory, ref).ref)
        _note(desk, Action.SERVICE_REMOVED)
        flash("The service was taken out. Phones drop it when they look for newer numbers.")
        return go(LIST)


def _add_one(blueprint: Blueprint, desk: Desk, directory: DirectoryService) -> None:
    def edit(entry: Entry | None) -> Response:
        form = ServiceForm(data=dict(entry.values) if entry else {})
        if form.validate_on_submit():
            values = form.values()
            values["checked_by"] = _checker(entry, values["checked_on"])
            try:
                directory.save(me().agency_id, entry.ref if entry else None, values)
            except ServicesInvalid as refusal:
                form.refuse(problems_of(refusal))
                return show("service", status=422, form=form, entry=entry, others=IN_LANGUAGES)
            _note(desk, Action.SERVICE_KEPT)
            flash("Kept.")
            return go(LIST)
        return show("service", form=form, entry=entry, others=IN_LANGUAGES)

    @blueprint.route("/services/new", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE)
    def service_new() -> Response:
        """Add a service."""
        return edit(None)

    @blueprint.route("/services/<ref>", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE)
    def service(ref: str) -> Response:
        """Change a service."""
        return edit(_known(directory, ref))


def _add_files(blueprint: Blueprint, desk: Desk, directory: DirectoryService) -> None:
    @blueprint.get("/services/export/<kind>")
    @open_to(Role.ADVOCATE)
    def services_export(kind: str) -> Response:
        """Hand the services out as a file."""
        if kind not in KINDS:
            abort(404)
        entries = [entry.all_values() for entry in directory.all(me().agency_id)]
        data = write_csv(entries) if kind == "csv" else write_json(entries)
        response = make_response(data)
        response.content_type = "application/json" if kind == "json" else "text/csv; charset=utf-8"
        response.headers["Content-Disposition"] = f'attachment; filename="services.{kind}"'
        return response

    @blueprint.route("/services/import", methods=["GET", "POST"])
    @open_to(Role.ADVOCATE, max_bytes=MAX_UPLOAD_BYTES)
    def services_import() -> Response:
        """Show what a file would change; change it when that was seen."""
        agency_id = me().agency_id
        if request.method == "GET":
            return show("services-import", seen=None, fields=FIELDS)
        data, kind = _sent_file()
        if "keep" in request.form:
            try:
                count = load(directory, agency_id, data, kind)
            except ServicesInvalid:
                # Something changed since it was looked at: it is looked at again.
                pass
            else:
                _note(desk, Action.SERVICES_IMPORTED)
                flash(f"{count} services are in the directory now.")
                return go(LIST)
        seen = preview(directory, agency_id, data, kind)
        again = base64.b64encode(data).decode()
        status = 422 if seen.problems else 200
        return show(
            "services-import", status=status, seen=seen, again=again, kind=kind, fields=FIELDS
        )


def _sent_file() -> tuple[bytes, str]:
    """Return the file that was chosen, or that was looked at before."""
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return upload.read(MAX_FILE_BYTES + 1), kind_of(upload.filename)
    kind = request.form.get("kind", "")
    try:
        data = base64.b64decode(request.form.get("again", ""), validate=True)
    except ValueError:
        data = b""
    return data, kind if kind in KINDS else KINDS[0]


def _known(directory: DirectoryService, ref: str) -> Entry:
    try:
        return directory.get(me().agency_id, ref)
    except ServiceUnknown:
        abort(404)


def _checker(entry: Entry | None, checked_on: str) -> str:
    """Return who checked it: whoever noted the day, as long as the day stays the same."""
    if entry is not None and entry.values.get("checked_on", "") == checked_on:
        return entry.values.get("checked_by", "")
    return me().name if checked_on else ""


def _note(desk: Desk, action: Action) -> None:
    with desk.sessions.begin() as session:
        desk.note(session, me(), action)
