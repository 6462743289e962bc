"""The form with which a helpline's numbers are corrected."""

from collections.abc import Sequence
from typing import ClassVar

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField

from pwa.directory.fields import BY_NAME, Problem
from pwa.directory.lines import CORRECTED


def _text(name: str, label: str, hint: str = "") -> StringField:
    return StringField(
        label,
        description=hint,
        render_kw={"maxlength": BY_NAME[name].max_chars, "spellcheck": "false"},
    )


class LineForm(FlaskForm):
    """What an agency may find out about a helpline."""

    NAMES: ClassVar[Sequence[str]] = CORRECTED

    call = _text("call", "Number to call")
    text = _text("text", "Number to text")
    word = _text("word", "Word to text", "Only if they ask for one.")
    chat = _text("chat", "Chat on the web", "Shown to copy; never opened by the app.")
    hours = _text("hours", "When is it open?")
    notes = TextAreaField("What else is good to know?", render_kw={"maxlength": 600})

    def values(self) -> dict[str, str]:
        """Return what was typed, with line breaks as spaces."""
        return {name: " ".join((self[name].data or "").split()) for name in self.NAMES}

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Put each problem beside its field."""
        for problem in problems:
            field = self[problem.field]
            field.errors = [*field.errors, f"This {problem.sentence}."]
