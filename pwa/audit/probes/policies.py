"""The least that an answer's policies promise: what each kind of it may load, run and use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pwa.audit.grade import read_policy
from pwa.audit.model import Answer

NONE = frozenset({"'none'"})
SELF = frozenset({"'self'"})
HASH = re.compile(r"'sha(?:256|384|512)-[a-z0-9+/_-]+=*'")
"""The name of one piece of code, which alone may stand in the page; letters read as small ones."""

A_HASH = "a hash"
TIGHTER = {"upgrade-insecure-requests", "block-all-mixed-content"}
"""Directives that only take away."""

ISOLATING = ("cross-origin-opener-policy", "cross-origin-embedder-policy")


@dataclass(frozen=True, slots=True)
class Promise:
    """What a kind of answer may allow at most, and which directives must stand there."""

    may: Mapping[str, frozenset[str]]
    must: Mapping[str, frozenset[str]]


CONFINED = {"base-uri": NONE, "form-action": NONE, "frame-ancestors": NONE}
TRUSTED = {"require-trusted-types-for": frozenset({"'script'"})}

COVER = Promise(
    {
        "script-src": SELF | {A_HASH},
        "worker-src": SELF,
        "style-src": SELF,
        "img-src": SELF | {"blob:"},
        "connect-src": SELF,
        "manifest-src": SELF,
        "trusted-types": frozenset({"app"}),
    },
    CONFINED | TRUSTED,
)
"""Its own files, and sealed code by its hash; pictures that a person took are blobs."""

BOUNCE = Promise({"script-src": frozenset({A_HASH}), "img-src": SELF}, CONFINED | TRUSTED)
WORKER = Promise({"connect-src": SELF}, {})
SCRIPT = Promise(
    {"script-src": SELF | {"'wasm-unsafe-eval'"}, "connect-src": SELF},
    {},
)
"""A worker has no markup; the one that derives keys compiles WebAssembly."""

OTHER = Promise({"img-src": SELF}, CONFINED)
"""Whatever else is answered, errors too: at most an icon."""

OWN_FEATURES = {
    "accelerometer",
    "clipboard-write",
    "cross-origin-isolated",
    "gyroscope",
    "microphone",
}
"""What the page itself uses: at most its own origin may."""

OFF = (
    *("autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture"),
    *("encrypted-media", "fullscreen", "gamepad", "geolocation", "hid"),
    *("identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "midi"),
    *("otp-credentials", "payment", "picture-in-picture", "publickey-credentials-create"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "sync-xhr"),
    *("usb", "window-management", "xr-spatial-tracking"),
)
"""What no page here needs: each must be switched off by name."""


def is_bounce(answer: Answer) -> bool:
    """Say whether it is the page between two covers, which ends the old page's process."""
    return answer.path.endswith("/b") and answer.status == 200


def is_worker(answer: Answer) -> bool:
    """Say whether it is the service worker's script."""
    return answer.path.endswith("/sw.js") and answer.status == 200


def is_cover(answer: Answer) -> bool:
    """Say whether it is the cover's page: isolated, unlike its bounce."""
    return answer.status == 200 and is_markup(answer) and not is_bounce(answer)


def is_markup(answer: Answer) -> bool:
    """Say whether it is a page that is shown, also one that tells of an error."""
    kind = {name.lower(): text for name, text in answer.headers}.get("content-type", "")
    return kind.startswith("text/html") and not 300 <= answer.status < 400


def promise(answer: Answer) -> Promise:
    """Return what is promised of an answer."""
    if is_bounce(answer):
        return BOUNCE
    if is_worker(answer):
        return WORKER
    if is_cover(answer):
        return COVER
    is_script = answer.path.startswith("/a/") and answer.path.endswith(".js")
    return SCRIPT if is_script and answer.status == 200 else OTHER


def policy_faults(answer: Answer, text: str) -> Iterator[str]:
    """Name each directive that allows more than is promised, and each that is missing."""
    policy = read_policy(text)
    promised = promise(answer)
    must = {"default-src": NONE, **promised.must}
    for name, sources in policy.items():
        wanted = promised.may.get(name) or must.get(name) or frozenset()
        seen = {A_HASH if HASH.fullmatch(source) else source for source in sources}
        more = sorted(seen - wanted - NONE)
        if name not in TIGHTER and more:
            yield f"{name} allows {' '.join(more)}"
    for name, wanted in must.items():
        if policy.get(name, set()) != set(wanted):
            yield f"{name} does not say {' '.join(wanted)}"
    if promised.must.keys() >= TRUSTED.keys() and "trusted-types" not in policy:
        yield "trusted-types does not say which policies there may be"


def feature_faults(text: str) -> Iterator[str]:
    """Name each feature that is allowed to more than is promised, and each not switched off."""
    features = dict(_feature(part) for part in text.lower().split(",") if part.strip())
    for name, allowed in features.items():
        if allowed != "()" and not (name in OWN_FEATURES and allowed in ("(self)", "self")):
            yield f"permissions-policy allows {name}={allowed}"
    for name in OFF:
        if name not in features:
            yield f"permissions-policy does not switch {name} off"


def isolation_faults(answer: Answer, found: Mapping[str, str]) -> Iterator[str]:
    """Name what would keep an old page's process alive: what must not be isolated, and is."""
    for name in ISOLATING if is_bounce(answer) or is_worker(answer) else ():
        if found.get(name, "unsafe-none") != "unsafe-none":
            yield f"{name} says {found[name]}"


def _feature(part: str) -> tuple[str, str]:
    name, _, allowed = part.strip().partition("=")
    return name.strip(), re.sub(r"\s+", " ", allowed.strip())
