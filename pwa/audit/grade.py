"""Judge a page's headers by the published rules of Mozilla's HTTP Observatory.

Rules and figures: mdn/mdn-http-observatory, src/grader/charts.js and src/analyzer/tests, as of
November 2026. Not judged: CORS files of plugins, and whether the host is on a preload list.
"""

import re
from collections.abc import Mapping

from pwa.audit.model import Answer, Grade

Rule = tuple[str, int, str]
LETTERS = (
    *((100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+")),
    *((50, "C"), (45, "C-"), (40, "D+"), (30, "D"), (25, "D-"), (0, "F")),
)
EXTRA_FROM = 90
"""Extra points count only for a page that has at least this many without them."""

BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
SIX_MONTHS_S = 15_552_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def grade(answer: Answer, address: str) -> Grade:
    """Judge one answer of a deployment, its cover's page."""
    headers = {name.lower(): text.strip() for name, text in answer.headers}
    policy = read_policy(headers.get("content-security-policy", ""))
    rules = (
        ("Content-Security-Policy", *_policy(policy, headers)),
        ("Cookies", *_cookies(headers)),
        ("Cross-Origin Resource Sharing", *_sharing(headers)),
        ("Cross-Origin-Embedder-Policy", *_one_of(headers, "embedder", EMBEDDER)),
        ("Cross-Origin-Opener-Policy", *_one_of(headers, "opener", OPENER)),
        ("Cross-Origin-Resource-Policy", *_one_of(headers, "resource", RESOURCE)),
        ("Referrer-Policy", *_referrer(headers)),
        ("Strict-Transport-Security", *_transport(headers, address)),
        ("Subresource Integrity", *_scripts(answer.body.decode("utf-8", "replace"))),
        ("X-Content-Type-Options", *_sniffing(headers)),
        ("X-Frame-Options", *_framing(policy, headers)),
    )
    base = 100 + sum(points for _, points, _ in rules if points < 0)
    extra = sum(points for _, points, _ in rules if points > 0)
    score = max(base + (extra if base >= EXTRA_FROM else 0), 0)
    letter = next(letter for least, letter in LETTERS if score >= least)
    return Grade(letter, score, rules)


def read_policy(text: str) -> dict[str, set[str]]:
    """Read a policy's directives; the first of a name counts."""
    found: dict[str, set[str]] = {}
    for part in filter(None, (part.split() for part in text.lower().split(";"))):
        found.setdefault(part[0], set(part[1:]))
    return found


def _policy(policy: Mapping[str, set[str]], headers: Mapping[str, str]) -> tuple[int, str]:
    if not policy:
        return -25, "no policy"
    rest = policy.get("default-src", {"*"})
    scripts = policy.get("script-src", rest)
    styles = policy.get("style-src", rest)
    if scripts & (BROAD | INLINE) or policy.get("object-src", rest) & BROAD:
        return -20, "scripts or plugins may come from anywhere, or stand in the page"
    if "'unsafe-eval'" in scripts | styles:
        return -10, "text may become code"
    if styles & (BROAD | INLINE) or policy.get("form-action", {"*"}) & BROAD:
        return 0, "styles or the targets of forms are not confined"
    if rest == {"'none'"} and "report-only" not in headers:
        return 10, "default-src 'none', nothing unsafe"
    return 5, "nothing unsafe"


def _cookies(headers: Mapping[str, str]) -> tuple[int, str]:
    cookie = headers.get("set-cookie", "").lower()
    if not cookie:
        return 0, "no cookies"
    if "secure" not in cookie:
        return -40, "a cookie without Secure"
    if "httponly" not in cookie:
        return -30, "a cookie without HttpOnly"
    return (5, "cookies well kept") if "samesite" in cookie else (0, "a cookie without SameSite")


def _sharing(headers: Mapping[str, str]) -> tuple[int, str]:
    if headers.get("access-control-allow-credentials") == "true":
        return -50, "other origins may read it with credentials"
    return 0, "shared with all" if "access-control-allow-origin" in headers else "not shared"


EMBEDDER = {"require-corp": 10, "credentialless": 10, "unsafe-none": 0}
OPENER = {
    "same-origin": 10,
    "same-origin-allow-popups": 10,
    "noopener-allow-popups": 10,
    "unsafe-none": 0,
}
RESOURCE = {"same-origin": 10, "same-site": 10, "cross-origin": 0}


def _one_of(headers: Mapping[str, str], which: str, points: Mapping[str, int]) -> tuple[int, str]:
    text = headers.get(f"cross-origin-{which}-policy")
    if text is None:
        return 0, "not there"
    return points.get(text.split(";")[0].strip().lower(), -5), text


def _referrer(headers: Mapping[str, str]) -> tuple[int, str]:
    text = headers.get("referrer-policy")
    if text is None:
        return 0, "not there"
    last = text.split(",")[-1].strip().lower()
    return (5, text) if last in PRIVATE else (-5, text)


def _transport(headers: Mapping[str, str], address: str) -> tuple[int, str]:
    text = headers.get("strict-transport-security", "")
    age = re.search(r"max-age=(\d+)", text)
    note = "" if address.startswith("https:") else " (asked over plain HTTP: only its text counts)"
    if age is None:
        return -20, "not there" + note
    is_long = int(age[1]) >= SIX_MONTHS_S
    return (0 if is_long else -10), text + note


def _scripts(html: str) -> tuple[int, str]:
    tags = re.findall(r"<script\b[^>]*\bsrc=[^>]*>", html)
    foreign = [tag for tag in tags if re.search(r"""src=["']?(?:https?:)?//""", tag)]
    if not tags:
        return 0, "no scripts of its own"
    if all("integrity=" in tag for tag in tags):
        return 5, "every script with its hash"
    if any("integrity=" not in tag for tag in foreign):
        return -5, "a foreign script without its hash"
    return 0, "all scripts from the same origin"


def _sniffing(headers: Mapping[str, str]) -> tuple[int, str]:
    text = headers.get("x-content-type-options")
    return (0, "nosniff") if (text or "").lower() == "nosniff" else (-5, text or "not there")


def _framing(policy: Mapping[str, set[str]], headers: Mapping[str, str]) -> tuple[int, str]:
    if "frame-ancestors" in policy:
        return 5, "by the policy's frame-ancestors"
    text = headers.get("x-frame-options", "")
    return (5, text) if text.lower() in ("deny", "sameorigin") else (-20, text or "not there")
