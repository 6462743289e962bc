"""The settings of one server: read once from the environment and the secrets file, then frozen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pwa import secretsfile
from pwa.errors import SettingInvalid, SettingMissing, SettingUnknown
from pwa.pushsettings import PUSH_SECRETS, PushSettings, read_push

PREFIX = "PWA_"
LOOPBACK = ("127.0.0.1", "localhost")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
MIN_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its environment key, its default and what it means."""

    key: str
    default: str | None
    meaning: str


SETTINGS = (
    Setting(
        "TRUSTED_HOSTS",
        "127.0.0.1,localhost",
        "host names answered, comma separated",
    ),
    Setting("DESK_HOST", "", "host name of the desk alone; empty to serve it beside the covers"),
    Setting("DATABASE_URL", "", "database; empty for SQLite in the PWA_VAR folder"),
    Setting("PWA_VAR", "var", "folder for the secrets file and the SQLite database"),
    Setting("PWA_BUILT", "", "folder of the built client; empty for the one in the package"),
    Setting("PWA_HOST", "127.0.0.1", "address to listen at"),
    Setting("PWA_PORT", "8000", "port to listen at; 0 for any free one"),
    Setting("PWA_WORKERS", "2", "worker processes"),
    Setting("PWA_THREADS", "4", "threads of each worker; each may use 64 MiB for a moment"),
    Setting(
        "PWA_PROXIES",
        "0",
        "reverse proxies in front whose X-Forwarded headers are believed",
    ),
    Setting("PWA_TRIES", "20", "start codes one network may try in an hour"),
    Setting("PWA_ALL_TRIES", "600", "start codes everybody together may try in an hour"),
    Setting("PWA_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
    Setting("PWA_SENDER", "auto", "sender of reminders beside `pwa serve`: auto, on or off"),
    Setting("PWA_REMINDER_REST_DAYS", "90", "days not seen after which reminders rest"),
    Setting("PWA_PUSH_HOSTS", "", "more push services to take, comma separated"),
    Setting("PWA_PUSH_CONTACT", "", "mailto: or https:// that push services are told"),
    Setting("PWA_PUSH_LOOPBACK", "off", "for tests alone: on takes a push service here"),
    Setting("PWA_REMINDER_KEY", "", "hex key under which reminders are kept; empty: none"),
    Setting("PWA_PUSH_KEYS", "", "hex keys that sign for push services; empty: no reminders"),
    Setting("PWA_CODE_PEPPER", None, "hex key under which start codes are found"),
    Setting("PWA_PACK_KEY", None, "hex key from which the paths of packs are made"),
    Setting("PWA_SIGN_KEY", None, "hex key under which what agencies tell phones is signed"),
    Setting("PWA_DESK_KEY", None, "hex key under which the desk's own secrets are kept"),
)
# Read by the project's own tests and tools, which start servers in the same environment.
NOT_OURS = ("PWA_CHROMIUM",)
SECRET_KEYS = tuple(setting.key for setting in SETTINGS if setting.default is None)
FILE_KEYS = (*SECRET_KEYS, *PUSH_SECRETS)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, checked; keys never show in a representation."""

    trusted_hosts: tuple[str, ...]
    desk_host: str
    database_url: str
    var: Path
    built: Path
    host: str
    port: int
    workers: int
    threads: int
    proxies: int
    tries: int
    all_tries: int
    log_level: str
    push: PushSettings
    code_pepper: bytes = field(repr=False)
    pack_key: bytes = field(repr=False)
    sign_key: bytes = field(repr=False)
    desk_key: bytes = field(repr=False)


def secrets_path(environ: Mapping[str, str]) -> Path:
    """Return where the secrets file belongs."""
    return _var(environ) / "secrets"


def is_first_start(environ: Mapping[str, str]) -> bool:
    """Say whether nothing was set up yet: no key, no secrets file, no database."""
    if any(environ.get(key) for key in (*SECRET_KEYS, "DATABASE_URL")):
        return False
    return not (secrets_path(environ).exists() or (_var(environ) / "pwa.sqlite").exists())


def read_config(environ: Mapping[str, str]) -> Config:
    """Read and check every setting; the environment wins over the secrets file.

    Raises a `PwaError` whose sentence names the key at fault.
    """
    _refuse_unknown(environ)
    stored = secretsfile.read(secrets_path(environ), FILE_KEYS)
    values = {s.key: s.default for s in SETTINGS if s.default is not None}
    values |= stored | {s.key: environ[s.key] for s in SETTINGS if environ.get(s.key)}
    var = _var(environ)
    host = values["PWA_HOST"]
    if host not in LOOPBACK and not environ.get("TRUSTED_HOSTS"):
        raise SettingMissing(
            "TRUSTED_HOSTS is not set: name the hosts to answer when PWA_HOST is not this machine."
        )
    trusted_hosts = _hosts(values["TRUSTED_HOSTS"])
    named = [each for each in trusted_hosts if each not in LOOPBACK]
    return Config(
        trusted_hosts=trusted_hosts,
        desk_host=_desk_host(values["DESK_HOST"]),
        database_url=values["DATABASE_URL"] or f"sqlite:///{(var / 'pwa.sqlite').absolute()}",
        var=var,
        built=Path(values["PWA_BUILT"] or Path(__file__).parent / "built"),
        host=host,
        port=_number(values, "PWA_PORT", 0, 65535),
        workers=_number(values, "PWA_WORKERS", 1, 64),
        threads=_number(values, "PWA_THREADS", 1, 64),
        proxies=_number(values, "PWA_PROXIES", 0, 5),
        tries=_number(values, "PWA_TRIES", 1, 100_000),
        all_tries=_number(values, "PWA_ALL_TRIES", 1, 1_000_000),
        log_level=_level(values["PWA_LOG_LEVEL"]),
        push=read_push(values, host in LOOPBACK, (named or ["localhost"])[0]),
        code_pepper=_key(values, "PWA_CODE_PEPPER"),
        pack_key=_key(values, "PWA_PACK_KEY"),
        sign_key=_key(values, "PWA_SIGN_KEY"),
        desk_key=_key(values, "PWA_DESK_KEY"),
    )


def _var(environ: Mapping[str, str]) -> Path:
    return Path(environ.get("PWA_VAR") or "var")


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {*NOT_OURS, *(setting.key for setting in SETTINGS)}
    for key in sorted(environ):
        if key.startswith(PREFIX) and key not in known:
            raise SettingUnknown(f"{key} is not a setting: see docs/deploy.md for those there are.")


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(part.strip() for part in text.split(",") if part.strip())
    if not hosts or not all(re.fullmatch(r"\.?[\w.-]+", host) for host in hosts):
        raise SettingInvalid("TRUSTED_HOSTS must be host names without port, comma separated.")
    return hosts


def _desk_host(text: str) -> str:
    if text and not re.fullmatch(r"\w[\w.-]*", text):
        raise SettingInvalid("DESK_HOST must be one host name without port.")
    return text.lower()


def _number(values: Mapping[str, str], key: str, least: int, most: int) -> int:
    text = values[key]
    if not re.fullmatch(r"[0-9]{1,7}", text) or not least <= int(text) <= most:
        raise SettingInvalid(f"{key} must be a whole number from {least} to {most}.")
    return int(text)


def _level(text: str) -> str:
    if text not in LEVELS:
        raise SettingInvalid(f"PWA_LOG_LEVEL must be one of {', '.join(LEVELS)}.")
    return text


def _key(values: Mapping[str, str], key: str) -> bytes:
    text = values.get(key)
    if not text:
        raise SettingMissing(
            f"{key} is not set: run `pwa secrets` once, or set it to 64 hex digits."
        )
    if not re.fullmatch(r"(?:[0-9a-fA-F]{2})+", text) or len(text) < 2 * MIN_KEY_BYTES:
        raise SettingInvalid(f"{key} must be at least {2 * MIN_KEY_BYTES} hex digits.")
    return bytes.fromhex(text)
