"""Every route of the desk: its methods, who may open it, and whether it asks who you are again.

A route that is missing here fails `test_every_route_is_in_the_table`; so does one too many.
"""

from typing import NamedTuple

from pwa.desk.roles import Role


class Row(NamedTuple):
    """One route. `path` is one that can be asked for; `guarded` asks for password and code."""

    rule: str
    methods: str
    role: Role
    guarded: bool = False
    path: str = ""


ANYONE, ADVOCATE, ADMIN = Role.ANYONE, Role.ADVOCATE, Role.ADMIN

ROUTES = [
    Row("/desk", "GET", ANYONE),
    Row("/desk/", "GET", ADVOCATE),
    Row("/desk/a/<name>", "GET", ANYONE, path="/desk/a/none.css"),
    Row("/desk/sign-in", "GET POST", ANYONE),
    Row("/desk/code", "GET POST", ANYONE),
    Row("/desk/join/<token>", "GET POST", ANYONE, path="/desk/join/none"),
    Row("/desk/sign-out", "POST", ADVOCATE),
    Row("/desk/signed-out", "GET", ANYONE),
    Row("/desk/confirm", "GET POST", ADVOCATE),
]
