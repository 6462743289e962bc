"""Headers are compared with what is promised, word by word: each weakening alone is at fault."""

from collections.abc import Mapping

import pytest

from pwa.audit.model import Answer
from pwa.audit.probes.headers import FEATURES, POLICY, faults, weakened
from pwa.audit.probes.policies import OFF

OPENER, EMBEDDER = "cross-origin-opener-policy", "cross-origin-embedder-policy"
ALWAYS = {
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
}
CONFINED = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
ALLOWED = ", ".join(f"{name}=()" for name in OFF) + ", microphone=(self)"
PAGE = ALWAYS | {
    "content-type": "text/html; charset=utf-8",
    "origin-agent-cluster": "?1",
    FEATURES: ALLOWED,
}
TRUSTED = "require-trusted-types-for 'script'"
COVER_POLICY = (
    "default-src 'none'; script-src 'self' 'sha256-Ab+/9='; worker-src 'self'; style-src 'self'; "
    f"img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; {CONFINED}; {TRUSTED}; "
    "trusted-types app"
)
COVER = PAGE | {OPENER: "same-origin", EMBEDDER: "require-corp", POLICY: COVER_POLICY}
BOUNCE = PAGE | {
    POLICY: f"default-src 'none'; img-src 'self'; script-src 'sha256-x'; {CONFINED}; {TRUSTED}; "
    "trusted-types 'none'"
}
WORKER = ALWAYS | {
    "content-type": "text/javascript",
    POLICY: "default-src 'none'; connect-src 'self'",
}
OTHER = ALWAYS | {POLICY: f"default-src 'none'; {CONFINED}"}


def answer(path: str, headers: Mapping[str, str], status: int = 200) -> Answer:
    return Answer("GET", path, status, tuple(headers.items()))


def cover(**changed: str) -> list[str]:
    return faults(answer("/list/", COVER | changed))


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/list/", COVER, 200),
        ("/list/b", BOUNCE, 200),
        ("/list/sw.js", WORKER, 200),
        ("/a/00.js", WORKER | {POLICY: "default-src 'none'; script-src 'wasm-unsafe-eval'"}, 200),
        ("/healthz", OTHER, 200),
        ("/", OTHER | {"content-type": "text/html"}, 302),
        ("/nothing", PAGE | {POLICY: f"default-src 'none'; {CONFINED}; img-src 'self'"}, 404),
    ],
)
def test_what_is_promised_is_not_at_fault(
    path: str, headers: Mapping[str, str], status: int
) -> None:
    assert faults(answer(path, headers, status)) == []


def test_each_weakening_of_the_cover_is_at_fault() -> None:
    worse = dict(weakened(answer("/list/", COVER)))
    assert len(worse) == 11 + 12 + len(OFF) + 1
    assert [name for name, weaker in worse.items() if not faults(weaker)] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("connect-src 'self'", "connect-src 'self' https:", "connect-src allows https:"),
        ("worker-src 'self'", "worker-src 'self' blob:", "worker-src allows blob:"),
        ("img-src 'self' blob:", "img-src 'self' blob: data:", "img-src allows data:"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'", "allows 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "'wasm-unsafe-eval'"),
        ("script-src 'self'", "script-src 'self' 'sha256-x' *.example", "allows *.example"),
        ("style-src 'self'", "font-src 'self'; style-src 'self'", "font-src allows 'self'"),
        (CONFINED, f"{CONFINED}; report-uri /r", "report-uri allows /r"),
        ("base-uri 'none'; ", "", "base-uri does not say 'none'"),
        ("frame-ancestors 'none'", "frame-ancestors 'self'", "frame-ancestors allows 'self'"),
        (f"{TRUSTED}; ", "", "require-trusted-types-for does not say 'script'"),
        ("; trusted-types app", "", "trusted-types does not say"),
        ("trusted-types app", "trusted-types app other", "trusted-types allows other"),
        ("default-src 'none'; ", "", "default-src does not say 'none'"),
    ],
)
def test_one_word_more_or_less_in_the_policy_is_told(old: str, new: str, told: str) -> None:
    assert COVER_POLICY.count(old) == 1
    assert told in "; ".join(cover(**{POLICY: COVER_POLICY.replace(old, new)}))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("microphone=(self)", "microphone=*", "permissions-policy allows microphone=*"),
        ("camera=()", "camera=(self)", "permissions-policy allows camera=(self)"),
        ("camera=(), ", "", "permissions-policy does not switch camera off"),
        ("usb=()", 'usb=("https://a.example")', 'allows usb=("https://a.example")'),
    ],
)
def test_feature_that_is_on_is_told(old: str, new: str, told: str) -> None:
    [fault] = cover(**{FEATURES: ALLOWED.replace(old, new)})
    assert told in fault


def test_two_years_are_the_least() -> None:
    assert cover(**{"strict-transport-security": "max-age=63072000; preload"}) == []
    [fault] = cover(**{"strict-transport-security": "max-age=630720"})
    assert "strict-transport-security" in fault


@pytest.mark.parametrize("path", ["/list/b", "/list/sw.js"])
def test_isolation_that_keeps_the_old_process_alive_is_told(path: str) -> None:
    headers = BOUNCE if path.endswith("/b") else WORKER
    assert faults(answer(path, headers | {EMBEDDER: "require-corp"})) == [
        f"{EMBEDDER} says require-corp"
    ]


def test_error_page_is_judged_as_strictly() -> None:
    page = PAGE | {POLICY: f"default-src 'none'; {CONFINED}; script-src 'self'"}
    assert faults(answer("/nothing", page, 404)) == ["script-src allows 'self'"]


def test_header_that_is_there_twice_is_told() -> None:
    twice = (*COVER.items(), (POLICY, COVER_POLICY))
    assert faults(Answer("GET", "/list/", 200, twice)) == [f"{POLICY} is there twice"]


@pytest.mark.parametrize("name", ["set-cookie", "report-to", "access-control-allow-origin"])
def test_header_that_speaks_with_others_is_told(name: str) -> None:
    assert cover(**{name: "x"}) == [f"{name} is there"]
