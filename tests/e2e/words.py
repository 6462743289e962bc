"""English names to names in another language, from the same PO files as the product."""

from pathlib import Path

from babel.messages.pofile import read_po

from pwa.audit.drive.words import Say, english

LOCALES = Path(__file__).parents[2] / "content/locale"


def speaker(language: str) -> Say:
    """Return a function from an English name to the one in `language`."""
    if language == "en":
        return english
    table: dict[str, str] = {}
    for domain in ("plan", "cover", "notes"):
        path = LOCALES / language / "LC_MESSAGES" / f"{domain}.po"
        with path.open("rb") as file:
            for message in read_po(file, language):
                if isinstance(message.id, str) and isinstance(message.string, str):
                    table.setdefault(message.id, message.string)
    return lambda name: table.get(name) or name
