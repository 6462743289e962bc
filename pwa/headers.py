"""The header sets as data: one for each kind of answer, and the policies inside them."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

HeaderSet = dict[str, str]
Policy = dict[str, tuple[str, ...]]


class Kind(StrEnum):
    """The kinds of answer; every answer of the server is one of these."""

    COVER = "cover"
    BOUNCE = "bounce"
    ASSET = "asset"
    KEEPER = "keeper"
    WORKER = "worker"
    MANIFEST = "manifest"
    PACK = "pack"
    API = "api"
    REDIRECT = "redirect"
    ERROR = "error"
    HEALTH = "health"
    DESK = "desk"


NOTHING = ("'none'",)
SELF = ("'self'",)

SEALED: Policy = {
    "default-src": NOTHING,
    "base-uri": NOTHING,
    "form-action": NOTHING,
    "frame-ancestors": NOTHING,
}
ICON_ONLY: Policy = SEALED | {"img-src": SELF}
# A worker has no markup: what it may run and fetch is all there is to say.
KEEPER_POLICY: Policy = {
    "default-src": NOTHING,
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "connect-src": SELF,
}
# The desk has forms and one small script of its own, both from its own files.
DESK_POLICY: Policy = {
    "default-src": NOTHING,
    "script-src": SELF,
    "style-src": SELF,
    "img-src": SELF,
    "connect-src": SELF,
    "base-uri": NOTHING,
    "form-action": SELF,
    "frame-ancestors": NOTHING,
    "require-trusted-types-for": ("'script'",),
    "trusted-types": NOTHING,
}
WORKER_POLICY: Policy = {"default-src": NOTHING, "connect-src": SELF}

# What the page itself uses: motion (leaving by turning the phone over or shaking it), the
# clipboard, sharing, a short recording that somebody asks for, and its own isolation. Every other
# feature is switched off.
OWN_FEATURES = (
    "accelerometer",
    "clipboard-write",
    "cross-origin-isolated",
    "gyroscope",
    "microphone",
)
# What the desk uses: signing in with a passkey.
DESK_FEATURES = ("publickey-credentials-create", "publickey-credentials-get")
OFF_FEATURES = (
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
FEATURES = (*OWN_FEATURES, *OFF_FEATURES)


def write_permissions(own: Sequence[str]) -> str:
    """Write a Permissions-Policy that allows these features to our own pages, and no other."""
    return ", ".join(f"{name}={'(self)' if name in own else '()'}" for name in FEATURES)


ALWAYS: HeaderSet = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
FRESH: HeaderSet = {"Cache-Control": "no-store"}
FOR_EVER: HeaderSet = {"Cache-Control": "public, max-age=31536000, immutable"}
PAGE: HeaderSet = {
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": write_permissions(OWN_FEATURES),
}
ISOLATED: HeaderSet = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
DESK_PAGE: HeaderSet = {
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": write_permissions(DESK_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
}
BY_LANGUAGE: HeaderSet = {"Vary": "Accept-Language, Accept-Encoding"}
BY_ENCODING: HeaderSet = {"Vary": "Accept-Encoding"}


def write_policy(policy: Policy) -> str:
    """Write a Content-Security-Policy."""
    return "; ".join(" ".join((name, *sources)) for name, sources in policy.items())


def cover_policy(code_hashes: Sequence[str]) -> Policy:
    """Return a cover page's policy: its own files, and the sealed code with these hashes."""
    return {
        "default-src": NOTHING,
        "script-src": ("'self'", *(f"'{code_hash}'" for code_hash in code_hashes)),
        "worker-src": SELF,
        "style-src": SELF,
        "img-src": ("'self'", "blob:"),
        "connect-src": SELF,
        "manifest-src": SELF,
        "base-uri": NOTHING,
        "form-action": NOTHING,
        "frame-ancestors": NOTHING,
        "require-trusted-types-for": ("'script'",),
        "trusted-types": ("app",),
    }


def bounce_policy(script_hash: str) -> Policy:
    """Return the bounce page's policy: its icon and its one inline script."""
    return ICON_ONLY | {
        "script-src": (f"'{script_hash}'",),
        "require-trusted-types-for": ("'script'",),
        "trusted-types": NOTHING,
    }


def header_sets(code_hashes: Sequence[str]) -> Mapping[Kind, HeaderSet]:
    """Return the header set of every kind; the bounce page's lacks its own policy."""
    sealed = _policy(SEALED)
    return {
        Kind.COVER: (
            ALWAYS | FRESH | PAGE | ISOLATED | BY_LANGUAGE | _policy(cover_policy(code_hashes))
        ),
        # Not isolated: leaving the isolated page for this one ends the old renderer process.
        Kind.BOUNCE: ALWAYS | FRESH | PAGE | BY_LANGUAGE | sealed,
        Kind.ASSET: ALWAYS | FOR_EVER | ISOLATED | BY_ENCODING | sealed,
        Kind.KEEPER: ALWAYS | FOR_EVER | ISOLATED | BY_ENCODING | _policy(KEEPER_POLICY),
        # Not isolated either, or it would share the isolated page's process and keep it alive.
        Kind.WORKER: ALWAYS | FRESH | BY_ENCODING | _policy(WORKER_POLICY),
        Kind.MANIFEST: ALWAYS | FRESH | BY_LANGUAGE | sealed,
        Kind.PACK: ALWAYS | FRESH | BY_ENCODING | sealed,
        Kind.API: ALWAYS | FRESH | sealed,
        Kind.REDIRECT: ALWAYS | FRESH | sealed,
        Kind.ERROR: ALWAYS | FRESH | PAGE | BY_LANGUAGE | _policy(ICON_ONLY),
        Kind.HEALTH: ALWAYS | FRESH | sealed,
        # Never compressed: its pages hold one-time values beside what somebody sent.
        Kind.DESK: ALWAYS | FRESH | DESK_PAGE | _policy(DESK_POLICY),
    }


def _policy(policy: Policy) -> HeaderSet:
    return {"Content-Security-Policy": write_policy(policy)}
