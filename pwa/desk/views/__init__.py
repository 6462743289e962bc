"""The desk's pages. Each room adds its own routes to the one blueprint."""

from collections.abc import Callable

from flask import Blueprint

from pwa.desk.tools import Desk
from pwa.desk.views import helping, home, joining, kits, lines, services, signing_in, staying

AddRoutes = Callable[[Blueprint, Desk], None]

#: Every room; one that is added here also needs its rows in tests/web/desk/routes.py.
ROOMS: tuple[AddRoutes, ...] = (
    home.add_routes,
    signing_in.add_routes,
    staying.add_routes,
    joining.add_routes,
    kits.add_routes,
    services.add_routes,
    lines.add_routes,
    helping.add_routes,
)
