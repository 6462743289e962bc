"""The settings of reminders: keys, push services, contact and times; checked, then frozen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pwa.errors import SettingInvalid

KEY_SETTING = "PWA_REMINDER_KEY"
VAPID_SETTING = "PWA_PUSH_KEYS"
# What stands in the secrets file beside the keys that every server needs.
PUSH_SECRETS = (KEY_SETTING, VAPID_SETTING)
KEY_HEX = r"(?:[0-9a-fA-F]{2}){32,}"
VAPID_HEX = r"[0-9a-fA-F]{64}"
MAX_GENERATIONS = 8
# The order of P-256 (FIPS 186-5): a private key is from 1 to one less.
VAPID_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
HOST = r"\.?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*"
CONTACT = r"mailto:[^\s@,]+@[\w-]+(?:\.[\w-]+)*|https://[\w-]+(?:\.[\w-]+)*"


class SenderMode(StrEnum):
    """Whether `pwa serve` runs a sender beside its workers."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class PushSettings:
    """What reminders are made and sent with; without both kinds of key they are off.

    `vapid_keys` are private P-256 scalars of 32 bytes, the newest first.
    """

    hosts: tuple[str, ...]
    contact: str
    takes_loopback: bool
    rest_days: int
    sender: SenderMode
    key: bytes = field(repr=False)
    vapid_keys: tuple[bytes, ...] = field(repr=False)

    @property
    def is_on(self) -> bool:
        """Say whether there is everything that reminders need."""
        return bool(self.key and self.vapid_keys)


def read_push(values: Mapping[str, str], listens_here: bool, first_host: str) -> PushSettings:
    """Check the settings of reminders; a refusal names the key at fault, never its value."""
    takes_loopback = _choice(values, "PWA_PUSH_LOOPBACK", ("off", "on")) == "on"
    if takes_loopback and not listens_here:
        raise SettingInvalid(
            "PWA_PUSH_LOOPBACK is for tests: it must be off when PWA_HOST is not this machine."
        )
    return PushSettings(
        hosts=_hosts(values["PWA_PUSH_HOSTS"]),
        contact=_contact(values["PWA_PUSH_CONTACT"] or f"https://{first_host.lstrip('.')}"),
        takes_loopback=takes_loopback,
        rest_days=_days(values["PWA_REMINDER_REST_DAYS"]),
        sender=SenderMode(_choice(values, "PWA_SENDER", tuple(SenderMode))),
        key=_key(values.get(KEY_SETTING, "")),
        vapid_keys=read_vapid(values.get(VAPID_SETTING, "")),
    )


def read_vapid(text: str) -> tuple[bytes, ...]:
    """Read private keys written as hex digits, comma separated, the newest first."""
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    fits = all(re.fullmatch(VAPID_HEX, part) and 0 < int(part, 16) < VAPID_ORDER for part in parts)
    if not fits or len(parts) > MAX_GENERATIONS or len(set(parts)) != len(parts):
        raise SettingInvalid(
            f"{VAPID_SETTING} must be at most {MAX_GENERATIONS} different keys of 64 hex digits, "
            "comma separated: `pwa push keys` makes them."
        )
    return tuple(bytes.fromhex(part) for part in parts)


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(part.strip() for part in text.split(",") if part.strip())
    if not all(re.fullmatch(HOST, host) for host in hosts):
        raise SettingInvalid(
            "PWA_PUSH_HOSTS must be host names in small letters, comma separated; "
            "a leading dot takes all names below."
        )
    return hosts


def _contact(text: str) -> str:
    if not re.fullmatch(CONTACT, text):
        raise SettingInvalid(
            "PWA_PUSH_CONTACT must be mailto:somebody@host or https://host, for push services."
        )
    return text


def _days(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text) or not 1 <= int(text) <= 3650:
        raise SettingInvalid("PWA_REMINDER_REST_DAYS must be a whole number from 1 to 3650.")
    return int(text)


def _choice(values: Mapping[str, str], key: str, choices: tuple[str, ...]) -> str:
    if values[key] not in choices:
        raise SettingInvalid(f"{key} must be one of {', '.join(choices)}.")
    return values[key]


def _key(text: str) -> bytes:
    if text and not re.fullmatch(KEY_HEX, text):
        raise SettingInvalid(f"{KEY_SETTING} must be at least 64 hex digits.")
    return bytes.fromhex(text)
