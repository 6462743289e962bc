"""The desk's pages. Each room adds its own routes to the one blueprint."""

from collections.abc import Callable

from flask import Blueprint

from pwa.desk.tools import Desk
from pwa.desk.views import (
    agency,
    guide,
    helping,
    home,
    joining,
    kits,
    lines,
    me,
    passkeys,
    people,
    services,
    signing_in,
    staying,
)

AddRoutes = Callable[[Blueprint, Desk], None]

#: Every room; one that is added here also needs its rows in tests/web/desk/routes.py.
ROOMS: tuple[AddRoutes, ...] = (
    home.add_routes,
    signing_in.add_routes,
    staying.add_routes,
    joining.add_routes,
    me.add_routes,
    passkeys.add_routes,
    people.add_routes,
    agency.add_routes,
    guide.add_routes,
    kits.add_routes,
    services.add_routes,
    lines.add_routes,
    helping.add_routes,
)
