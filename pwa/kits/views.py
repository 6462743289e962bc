"""`POST /k`: a start code in, a kit out, or 204 for every other code."""

import json
from typing import Any

from flask import Blueprint, Response
from flask_limiter import Limiter

from pwa.answers import answer
from pwa.assets import pack_path
from pwa.bodies import Body
from pwa.config import Config
from pwa.covers import LANGUAGES
from pwa.directory.sheets import Sheets
from pwa.headers import HeaderSet
from pwa.kits.codes import read_code
from pwa.kits.limits import limit_tries
from pwa.kits.service import Granted, KitService
from pwa.sent import read_json

PACK_KIND = "a"
NOTES_KIND = "b"


def make_blueprint(
    config: Config, headers: HeaderSet, service: KitService, sheets: Sheets, limiter: Limiter
) -> Blueprint:
    """Return the kits' one route."""
    blueprint = Blueprint("kits", __name__)

    def use() -> Response:
        """Answer a start code."""
        granted = service.use(_typed_code())
        if granted is None:
            return answer(headers, status=204)
        return answer(headers, _write(granted, config.pack_key, sheets))

    def could_fit() -> bool:
        return read_code(_typed_code()) is not None

    view = limit_tries(use, limiter, config, could_fit=could_fit)
    blueprint.add_url_rule("/k", "use", view, methods=["POST"])
    return blueprint


def _typed_code() -> str:
    """Return the code sent; an empty one, which is nobody's, for any other body."""
    sent: Any = read_json()
    code = sent.get("code") if isinstance(sent, dict) else None
    return code if isinstance(code, str) else ""


def _write(granted: Granted, pack_key: bytes, sheets: Sheets) -> Body:
    paths = {language: pack_path(pack_key, f"{PACK_KIND}.{language}") for language in LANGUAGES}
    kit: dict[str, Any] = {
        "pack": paths[granted.language],
        "packs": paths,
        "notes": pack_path(pack_key, f"{NOTES_KIND}.{granted.language}"),
        "language": granted.language,
        "country": granted.country,
        "exitSite": granted.exit_site,
        "services": granted.services,
    }
    if granted.agency_id is not None:
        kit["sheet"] = sheets.for_kit(granted.agency_id, granted.picked)
        kit["picked"] = granted.picked
        kit["without"] = granted.without
    return Body(json.dumps(kit, ensure_ascii=False).encode(), "application/json")
