"""`GET /s/<name>`: one agency's sheet as it is today, for a phone whose owner asked for it."""

import json
import re

from flask import Blueprint, Response, abort

from pwa.answers import answer
from pwa.bodies import compressed
from pwa.directory.sheets import Sheets
from pwa.headers import HeaderSet


def make_blueprint(headers: HeaderSet, sheets: Sheets) -> Blueprint:
    """Return the sheets' one route."""
    blueprint = Blueprint("sheets", __name__)

    @blueprint.get("/s/<name>")
    def sheet(name: str) -> Response:
        """Answer with the sheet and its signature."""
        found = sheets.by_name(name) if re.fullmatch(r"[0-9a-f]{32}", name) else None
        if found is None:
            abort(404)
        text = json.dumps({"body": found.body, "sign": found.sign}, ensure_ascii=False)
        return answer(headers, compressed(text.encode(), "application/json"))

    return blueprint
