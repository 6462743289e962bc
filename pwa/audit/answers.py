"""Ask a deployment for everything a visitor can get without a secret, errors as well."""

import json
import re
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urljoin, urlsplit

from pwa.audit.errors import Unable
from pwa.audit.model import Answer
from pwa.audit.scan.words import languages

TIMEOUT_S = 15.0
MAX_BYTES = 16 * 1024 * 1024
LINKS = re.compile(r"""(?:src|href)="([^"#]+)\"""")
WRONG_CODE = {"code": "0000 0000 0000"}


def ask_all(address: str, covers: Sequence[str]) -> list[Answer]:
    """Return every answer: the covers with all they name, and what mistakes are answered with.

    Pages and errors are asked for in every language that the revealing words know. Raises `Unable`
    when nothing answers at the address.
    """
    answers = [ask(address, path) for path in ("/", "/healthz")]
    for language in languages():
        for cover in covers:
            answers += _cover(address, f"/{cover}/", language)
        answers += mistakes(address, f"/{covers[0]}/", language)
    answers += wrong_codes(address)
    # What is the same in every language is one answer.
    return list(
        {(each.method, each.path, each.status, each.body): each for each in answers}.values()
    )


def mistakes(address: str, cover: str, language: str) -> Iterator[Answer]:
    """Yield what the deployment says to requests that are none it wants."""
    for path in (
        "/nothing-of-that-name",
        "/p/nothing-of-that-name",
        f"{cover}nothing-of-that-name",
    ):
        yield ask(address, path, language=language)
    yield ask(address, "/k", language=language)
    yield ask(address, cover, method="DELETE", language=language)


def wrong_codes(address: str) -> Iterator[Answer]:
    """Yield what it says to start codes that are none: once, since tries are counted."""
    yield ask(address, "/k", method="POST", body=json.dumps(WRONG_CODE).encode())
    yield ask(address, "/k", method="POST", body=b"{", site="cross-site")


def _cover(address: str, path: str, language: str) -> Iterator[Answer]:
    page = ask(address, path, language=language)
    yield page
    yield ask(address, f"{path}b", language=language)
    seen = {path}
    names = {"manifest.webmanifest", "sw.js", *LINKS.findall(page.body.decode("utf-8", "replace"))}
    for name in sorted(names):
        full = urlsplit(urljoin(address + path, name))
        if f"{full.scheme}://{full.netloc}" == address and full.path not in seen:
            seen.add(full.path)
            yield ask(address, full.path, language=language)


def ask(
    address: str,
    path: str,
    *,
    method: str = "GET",
    body: bytes | None = None,
    site: str = "",
    language: str = "",
) -> Answer:
    """Make one request; a redirect is an answer like any other."""
    parts = urlsplit(address)
    port = parts.port
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    connection = (HTTPSConnection if secure else HTTPConnection)(host, port, timeout=TIMEOUT_S)
    headers = {"Sec-Fetch-Site": site or "same-origin"}
    if language:
        headers["Accept-Language"] = language
    if body is not None:
        headers["Content-Type"] = "application/json"
    try:
        connection.request(method, path, body, headers)
        got = connection.getresponse()
        found = tuple((name, text) for name, text in got.getheaders())
        return Answer(method, path, got.status, found, got.read(MAX_BYTES))
    except (OSError, HTTPException) as error:
        raise Unable(f"{address} did not answer: {error}") from None
    finally:
        connection.close()
