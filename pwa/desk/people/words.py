"""What people type about themselves, read and checked: e-mail addresses, names, countries."""

import re
import unicodedata

from pwa.covers import LANGUAGES
from pwa.directory.text import fault_of, is_formula
from pwa.errors import DeskInvalid

MAX_EMAIL = 254
MAX_NAME = 80
# One @, no blanks: the address is only ever compared, and whoever invites knows it.
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s]+")
COUNTRY = re.compile(r"[A-Z]{2}")
# Control characters, and what turns the direction of the text around it.
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def read_email(text: str) -> str:
    """Return an e-mail address as it is compared; raises `DeskInvalid`."""
    email = unicodedata.normalize("NFKC", text).strip().lower()
    if len(email) > MAX_EMAIL or not EMAIL.fullmatch(email) or has_unseen(email):
        raise DeskInvalid("That is not an e-mail address.")
    return email


def read_name(text: str) -> str:
    """Return a person's or agency's name, blanks put right; raises `DeskInvalid`."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not 1 <= len(name) <= MAX_NAME:
        raise DeskInvalid(f"A name has 1 to {MAX_NAME} letters.")
    if has_unseen(name) or fault_of(name) is not None:
        raise DeskInvalid("A name has no signs that cannot be seen, and no < or >.")
    # It goes into files of services, as who checked them.
    if is_formula(name):
        raise DeskInvalid("A name does not start with =, +, - or @.")
    return name


def read_country(text: str) -> str:
    """Return a country by its two letters; raises `DeskInvalid`."""
    country = text.strip().upper()
    if not COUNTRY.fullmatch(country):
        raise DeskInvalid("A country is two letters, as in US.")
    return country


def read_language(text: str) -> str:
    """Return a language there is; raises `DeskInvalid`."""
    if text not in LANGUAGES:
        raise DeskInvalid(f"The language is one of {', '.join(LANGUAGES)}.")
    return text


def has_unseen(text: str) -> bool:
    """Say whether a text has characters that cannot be seen or that turn it around."""
    return any(unicodedata.category(letter) in UNSEEN for letter in text)
