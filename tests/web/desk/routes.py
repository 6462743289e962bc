"""Every route of the desk: its methods, who may open it, and whether it asks who you are again.

A route that is missing here fails `test_every_route_is_in_the_table`; so does one too many.
"""

from typing import NamedTuple

from pwa.desk.roles import Role


class Row(NamedTuple):
    """One route. `path` is one that can be asked for; `guarded` asks for password and code.

    `json` takes and gives JSON.
    """

    rule: str
    methods: str
    role: Role
    guarded: bool = False
    path: str = ""
    json: bool = False


ANYONE, ADVOCATE, ADMIN = Role.ANYONE, Role.ADVOCATE, Role.ADMIN

# fmt: off
ROUTES = [
    Row("/desk", "GET", ANYONE),
    Row("/desk/", "GET", ADVOCATE),
    Row("/desk/a/<name>", "GET", ANYONE, path="/desk/a/none.css"),
    Row("/desk/sign-in", "GET POST", ANYONE),
    Row("/desk/code", "GET POST", ANYONE),
    Row("/desk/join/<token>", "GET POST", ANYONE, path="/desk/join/none"),
    Row("/desk/sign-out", "POST", ADVOCATE),
    Row("/desk/signed-out", "GET", ANYONE),
    Row("/desk/closed", "GET", ANYONE),
    Row("/desk/confirm", "GET POST", ADVOCATE),
    Row("/desk/passkey/ask", "POST", ANYONE, json=True),
    Row("/desk/passkey", "POST", ANYONE, json=True),
    Row("/desk/me", "GET", ADVOCATE),
    Row("/desk/me/sign-out-everywhere", "POST", ADVOCATE),
    Row("/desk/me/codes", "GET POST", ADVOCATE, guarded=True),
    Row("/desk/me/password", "GET POST", ADVOCATE, guarded=True),
    Row("/desk/me/app", "GET POST", ADVOCATE, guarded=True),
    Row("/desk/me/passkeys/ask", "POST", ADVOCATE, guarded=True, json=True),
    Row("/desk/me/passkeys", "POST", ADVOCATE, guarded=True, json=True),
    Row("/desk/me/passkeys/<int:number>/remove", "POST", ADVOCATE, guarded=True,
        path="/desk/me/passkeys/1/remove"),
    Row("/desk/guide", "GET", ADVOCATE),
    Row("/desk/guide/save", "GET", ADVOCATE),
    Row("/desk/people", "GET", ADMIN),
    Row("/desk/people/invite", "GET POST", ADMIN, guarded=True),
    Row("/desk/people/invitations/<int:number>/withdraw", "POST", ADMIN,
        path="/desk/people/invitations/1/withdraw"),
    Row("/desk/people/<int:number>", "GET", ADMIN, path="/desk/people/1"),
    Row("/desk/people/<int:number>/role", "POST", ADMIN, guarded=True, path="/desk/people/1/role"),
    Row("/desk/people/<int:number>/stop", "POST", ADMIN, guarded=True, path="/desk/people/1/stop"),
    Row("/desk/people/<int:number>/start", "POST", ADMIN, guarded=True,
        path="/desk/people/1/start"),
    Row("/desk/people/<int:number>/reset", "POST", ADMIN, guarded=True,
        path="/desk/people/1/reset"),
    Row("/desk/agency", "GET POST", ADMIN),
    Row("/desk/journal", "GET", ADMIN),
    Row("/desk/kits", "GET", ADVOCATE),
    Row("/desk/kits/new", "GET POST", ADVOCATE),
    Row("/desk/kits/<int:kit_id>/revoke", "POST", ADVOCATE, path="/desk/kits/7/revoke"),
    Row("/desk/services", "GET", ADVOCATE),
    Row("/desk/services/new", "GET POST", ADVOCATE),
    Row("/desk/services/<ref>", "GET POST", ADVOCATE, path="/desk/services/none"),
    Row("/desk/services/<ref>/checked", "POST", ADVOCATE, path="/desk/services/none/checked"),
    Row("/desk/services/<ref>/remove", "POST", ADVOCATE, path="/desk/services/none/remove"),
    Row("/desk/services/export/<kind>", "GET", ADVOCATE, path="/desk/services/export/csv"),
    Row("/desk/services/import", "GET POST", ADVOCATE),
    Row("/desk/lines", "GET", ADVOCATE),
    Row("/desk/lines/<line_id>", "GET POST", ADVOCATE, path="/desk/lines/us-home"),
    Row("/desk/lines/<line_id>/confirmed", "POST", ADVOCATE, path="/desk/lines/none/confirmed"),
    Row("/desk/lines/<line_id>/hidden", "POST", ADVOCATE, path="/desk/lines/none/hidden"),
    Row("/desk/lines/<line_id>/back", "POST", ADVOCATE, path="/desk/lines/none/back"),
    Row("/desk/install", "GET", ADVOCATE),
    Row("/desk/aftercare", "GET", ADVOCATE),
]
# fmt: on
