"""Texts that name what this is for: none may stand where anybody looks."""

from collections.abc import Iterable

from pwa.audit.errors import Leaked, Unable
from pwa.audit.model import Trial
from pwa.audit.scan.words import finds, read_revealing

CONTROL = "safety plan"


def reveals(trial: Trial, texts: Iterable[tuple[str, str]], what: str) -> None:
    """Fail when a text holds a revealing word of any language; the control holds one."""
    revealing = read_revealing()
    if not list(finds(CONTROL, revealing)):
        raise Unable("a revealing word was not found where it is")
    count = size = 0
    for name, text in texts:
        count += 1
        size += len(text)
        for line, word, context in finds(f"{name}\n{text}", revealing):
            raise Leaked(f"{word} in {name}, line {line}: …{context}…")
    if count == 0:
        raise Unable(f"nothing to read: {what}")
    trial.facts[what] = f"{count} texts, {size:,} characters"
    trial.control.append(f"“{CONTROL}” was found by the same search.")
