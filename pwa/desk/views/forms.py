"""The desk's forms: fields, their words, and how a refusal is put beside them."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

MAX_TEXT = 300

NEEDED = InputRequired("Please fill this in.")


def refuse(form: FlaskForm, sentence: str) -> None:
    """Put a sentence above the fields."""
    form.form_errors.append(sentence)


def text(label: str, *, hint: str = "", most: int = MAX_TEXT, **attributes: Any) -> StringField:
    """Return a needed line of text; `attributes` go to the element."""
    return StringField(
        label,
        [NEEDED, Length(max=most, message=f"At most {most} characters.")],
        description=hint,
        render_kw={"maxlength": most, "spellcheck": "false", **attributes},
    )


def hidden_text(label: str, *, hint: str = "", **attributes: Any) -> PasswordField:
    """Return a needed field whose letters are not shown."""
    return PasswordField(
        label,
        [NEEDED, Length(max=1024, message="At most 256 characters.")],
        description=hint,
        render_kw=attributes,
    )


def code_text(label: str, *, hint: str = "") -> StringField:
    """Return a field for a code of six digits, or a recovery code."""
    return text(
        label, hint=hint, most=40, autocomplete="one-time-code", autocapitalize="none",
    )  # fmt: skip


class SignInForm(FlaskForm):
    """E-mail and password."""

    email = text("E-mail", most=254, type="email", autocomplete="username", autocapitalize="none")
    password = hidden_text("Password", autocomplete="current-password")


class CodeForm(FlaskForm):
    """The second step."""

    code = code_text("Code", hint="Six digits from your app, or one of your recovery codes.")


class ConfirmForm(FlaskForm):
    """Password and code once more."""

    password = hidden_text("Password", autocomplete="current-password")
    code = code_text("Code", hint="Six digits from your app, or one of your recovery codes.")


class JoinForm(FlaskForm):
    """Everything that an invited person chooses."""

    name = text("Your name", most=80, autocomplete="name")
    password = hidden_text(
        "Choose a password",
        hint="At least 12 characters. Four or five words that do not belong together work well.",
        autocomplete="new-password",
    )
    code = code_text("Code that the app shows now", hint="Six digits.")
