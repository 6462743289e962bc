"""What somebody asks of a new kit, checked before it is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pwa.covers import COVERS, LANGUAGES
from pwa.directory.text import fault_of, is_formula
from pwa.errors import KitInvalid

MAX_DAYS = 730
MAX_USES = 10_000
MAX_SERVICES = 20
MAX_PICKED = 100
MAX_FIELD = 200
MAX_LABEL = 80
MAX_SITE = 300
NAME = re.compile(r"[a-z0-9-]{1,40}")
SERVICE_FIELDS = ("name", "what", "call", "text", "hours")


@dataclass(frozen=True, slots=True)
class Order:
    """A kit to be made."""

    language: str = "en"
    country: str = "US"
    cover: str = "list"
    exit_site: str = ""
    days: int = 7
    uses: int = 5
    label: str = ""
    services: Sequence[Mapping[str, str]] = ()
    agency_id: int | None = None
    picked: Sequence[str] | None = None
    without: Sequence[str] = ()


def check_order(order: Order) -> None:
    """Refuse an order with a value that cannot be used, in a sentence that names it."""
    _require(
        order.language in LANGUAGES,
        f"the language must be one of {', '.join(LANGUAGES)}.",
    )
    _require(order.cover in COVERS, f"the cover must be one of {', '.join(COVERS)}.")
    country_fits = re.fullmatch(r"[A-Z]{2}", order.country) is not None
    _require(country_fits, "the country must be two capital letters, as in US.")
    _require(1 <= order.days <= MAX_DAYS, f"the days must be from 1 to {MAX_DAYS}.")
    _require(1 <= order.uses <= MAX_USES, f"the uses must be from 1 to {MAX_USES}.")
    _require(
        len(order.label) <= MAX_LABEL,
        f"the label must be at most {MAX_LABEL} characters.",
    )
    fault = "starts with =, +, - or @" if is_formula(order.label) else fault_of(order.label)
    _require(fault is None, f"the label {fault}.")
    _require(_is_site(order.exit_site), "the exit site must be an https:// address, or empty.")
    _require(
        order.picked is None or len(order.picked) <= MAX_PICKED,
        f"a kit holds at most {MAX_PICKED} services.",
    )
    names = (*(order.picked or ()), *order.without)
    _require(all(map(NAME.fullmatch, names)), "a service or a helpline was chosen that is none.")


def read_services(data: Any) -> list[dict[str, str]]:
    """Return an agency's services out of parsed JSON; refuse what does not fit."""
    _require(isinstance(data, list), "the services must be a JSON list.")
    _require(len(data) <= MAX_SERVICES, f"there may be at most {MAX_SERVICES} services.")
    return [_read_service(entry) for entry in data]


def _read_service(entry: Any) -> dict[str, str]:
    _require(isinstance(entry, dict), "each service must be a JSON object.")
    unknown = sorted(set(entry) - set(SERVICE_FIELDS))
    _require(not unknown, f"a service has only the fields {', '.join(SERVICE_FIELDS)}.")
    service = {field: entry.get(field, "") for field in SERVICE_FIELDS}
    fits = all(isinstance(text, str) and len(text) <= MAX_FIELD for text in service.values())
    _require(fits, f"each field of a service must be a text of at most {MAX_FIELD} characters.")
    for field, text in service.items():
        fault = fault_of(text)
        _require(fault is None, f"the {field} of a service {fault}.")
    _require(bool(service["name"]), "each service needs a name.")
    return service


def _is_site(text: str) -> bool:
    if not text:
        return True
    try:
        parts = urlsplit(text)
        fits = parts.scheme == "https" and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
    return fits and len(text) <= MAX_SITE and re.fullmatch(r"[!-~]+", text) is not None


def _require(fits: bool, sentence: str) -> None:
    if not fits:
        raise KitInvalid(sentence)
