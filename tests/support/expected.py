"""Which headers every kind of answer must carry, written out independently of the server."""

from collections.abc import Mapping

from werkzeug.datastructures import Headers

SELF_ONLY = ("accelerometer", "clipboard-write", "cross-origin-isolated", "gyroscope", "microphone")
DESK_ONLY = ("publickey-credentials-create", "publickey-credentials-get")
OFF = ("camera", "geolocation", "clipboard-read", "usb", "serial", "hid", "payment")

EVERYWHERE = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
NO_STORE = {"Cache-Control": "no-store"}
IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
DOCUMENT = {"Origin-Agent-Cluster": "?1", "Permissions-Policy": "(checked by its parts)"}
BY_LANGUAGE = {"Vary": "Accept-Language, Accept-Encoding"}
BY_ENCODING = {"Vary": "Accept-Encoding"}

NONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
COVER_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; worker-src 'self'; style-src 'self'; "
    "img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types app"
)
BOUNCE_POLICY = (
    NONE + "; img-src 'self'; script-src {hashes}; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
KEEPER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
WORKER_POLICY = "default-src 'none'; connect-src 'self'"
DESK_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

COVER = EVERYWHERE | NO_STORE | ISOLATED | DOCUMENT | BY_LANGUAGE
EXPECTED: Mapping[str, Mapping[str, str]] = {
    "cover": COVER | {"Content-Security-Policy": COVER_POLICY},
    "bounce": EVERYWHERE
    | NO_STORE
    | DOCUMENT
    | BY_LANGUAGE
    | {"Content-Security-Policy": BOUNCE_POLICY},
    "asset": EVERYWHERE | IMMUTABLE | ISOLATED | BY_ENCODING | {"Content-Security-Policy": NONE},
    "keeper": EVERYWHERE
    | IMMUTABLE
    | ISOLATED
    | BY_ENCODING
    | {"Content-Security-Policy": KEEPER_POLICY},
    "worker": EVERYWHERE | NO_STORE | BY_ENCODING | {"Content-Security-Policy": WORKER_POLICY},
    "manifest": EVERYWHERE | NO_STORE | BY_LANGUAGE | {"Content-Security-Policy": NONE},
    "pack": EVERYWHERE | NO_STORE | BY_ENCODING | {"Content-Security-Policy": NONE},
    "api": EVERYWHERE | NO_STORE | {"Content-Security-Policy": NONE},
    "redirect": EVERYWHERE | NO_STORE | {"Content-Security-Policy": NONE},
    "health": EVERYWHERE | NO_STORE | {"Content-Security-Policy": NONE},
    "desk": EVERYWHERE
    | NO_STORE
    | DOCUMENT
    | {"Cross-Origin-Opener-Policy": "same-origin", "Content-Security-Policy": DESK_POLICY},
    "error": EVERYWHERE
    | NO_STORE
    | DOCUMENT
    | BY_LANGUAGE
    | {"Content-Security-Policy": NONE + "; img-src 'self'"},
}
# What an answer may carry beside its set: they describe its body or where to go.
DESCRIBING = {
    "Allow",
    "Clear-Site-Data",
    "Content-Disposition",
    "Content-Encoding",
    "Content-Language",
    "Content-Length",
    "Content-Type",
    "Location",
}


def faults(kind: str, headers: Headers, hashes: str) -> set[str]:
    """Return the names of the headers that are missing, wrong or too many."""
    wanted = {name: value.format(hashes=hashes) for name, value in EXPECTED[kind].items()}
    given = dict(headers)
    wrong = {
        name
        for name, value in wanted.items()
        if name != "Permissions-Policy" and given.get(name) != value
    }
    own = DESK_ONLY if kind == "desk" else SELF_ONLY
    if "Permissions-Policy" in wanted and not _is_strict(given.get("Permissions-Policy", ""), own):
        wrong.add("Permissions-Policy")
    return wrong | (set(given) - set(wanted) - DESCRIBING)


def _is_strict(policy: str, features: tuple[str, ...]) -> bool:
    parts = dict(part.split("=") for part in policy.split(", ") if "=" in part)
    own = {name for name, value in parts.items() if value == "(self)"}
    off = {name for name, value in parts.items() if value == "()"}
    return own == set(features) and off >= set(OFF) and own | off == set(parts)
