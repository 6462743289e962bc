"""The form of one service, made from the directory's own list of fields."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, SelectChoice, SelectField, StringField, TextAreaField

from pwa.covers import LANGUAGES
from pwa.directory.fields import FIELDS, TRANSLATED, Problem

#: Label and hint of each field, in the words of somebody who fills it in.
WORDS: Mapping[str, tuple[str, str]] = {
    "name": ("Name of the service", ""),
    "what": ("What is it for?", "In a few plain words: “A bed for tonight”."),
    "call": ("Number to call", ""),
    "text": ("Number to text", ""),
    "word": ("Word to text", "Only if they ask for one."),
    "chat": ("Chat on the web", "Shown to copy; never opened by the app."),
    "where": ("Street address", "Leave it empty where the place must not be known."),
    "hours": ("When is it open?", ""),
    "languages": ("Which languages do they speak?", ""),
    "run_by": ("Who runs it?", "People decide by this whom they call."),
    "happens": (
        "What happens when you call?",
        "Who answers, what they ask, what they must pass on.",
    ),
    "notes": ("What else is good to know?", ""),
    "checked_on": ("Last checked on", "The day somebody called and asked."),
}
RUNNERS = [
    SelectChoice("", "Not known"),
    SelectChoice("charity", "A group that helps people"),
    SelectChoice("government", "The state"),
    SelectChoice("police", "The police"),
    SelectChoice("emergency", "Police, ambulance and fire service"),
]
LANGUAGE_NAMES = {"en": "English", "es": "Spanish"}
LONG = 200


def _field(name: str, most: int) -> Field:
    base, _, language = name.partition("_") if name not in WORDS else (name, "", "")
    label, hint = WORDS[base]
    if language:
        label, hint = f"{label} In {LANGUAGE_NAMES.get(language, language)}", ""
    if name == "run_by":
        return SelectField(label, choices=RUNNERS, description=hint, default="")
    kind = TextAreaField if most > LONG else StringField
    extra: dict[str, Any] = {"maxlength": most, "spellcheck": "true" if most > LONG else "false"}
    if name == "checked_on":
        extra["type"] = "date"
    return kind(label, description=hint, render_kw=extra)


class ServiceForm(FlaskForm):
    """Every field of a service but its reference and who checked it."""

    def values(self) -> dict[str, str]:
        """Return what was typed, with line breaks as spaces."""
        return {
            name: " ".join((field.data or "").split()) if field.type == "TextAreaField"
            else field.data or ""
            for name, field in self._fields.items()
            if name in NAMES
        }  # fmt: skip

    def refuse(self, problems: list[Problem]) -> None:
        """Put each problem beside its field, or above the form."""
        for problem in problems:
            field = self._fields.get(problem.field)
            if field is None:
                self.form_errors.append(f"It {problem.sentence}.")
            else:
                field.errors = [*field.errors, f"This {problem.sentence}."]


NAMES = tuple(field.name for field in FIELDS if field.name not in ("ref", "checked_by"))
for _each in FIELDS:
    if _each.name in NAMES:
        setattr(ServiceForm, _each.name, _field(_each.name, _each.max_chars))

#: The fields of the form's second part: the same words in other languages.
IN_LANGUAGES = {
    language: tuple(f"{name}_{language}" for name in TRANSLATED) for language in LANGUAGES[1:]
}
