"""The desk's forms: fields, their words, and how a refusal is put beside them."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import PasswordField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from pwa.desk.roles import Role

MAX_TEXT = 300
LANGUAGE_NAMES = {"en": "English", "es": "Español"}

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


def new_password(label: str) -> PasswordField:
    """Return the field in which a password is chosen."""
    return hidden_text(
        label,
        hint="At least 12 characters. Four or five words that do not belong together work well.",
        autocomplete="new-password",
    )


def code_text(label: str, *, hint: str = "") -> StringField:
    """Return a field for a code of six digits, or a recovery code."""
    return text(
        label, hint=hint, most=40, autocomplete="one-time-code", autocapitalize="none",
    )  # fmt: skip


def options(words: Mapping[str, str]) -> list[SelectChoice]:
    """Return what can be chosen, by value and words."""
    return [SelectChoice(value, label) for value, label in words.items()]


class SignInForm(FlaskForm):
    """E-mail and password."""

    email = text("E-mail", most=254, type="email", autocomplete="username", autocapitalize="none")
    password = hidden_text("Password", autocomplete="current-password")


class CodeForm(FlaskForm):
    """The second step."""

    code = code_text("Code", hint="Six digits from your app, or one of your recovery codes.")


class WholeForm(SignInForm):
    """Both steps at once."""

    code = code_text("Code", hint="Six digits from your app, or one of your recovery codes.")


class ConfirmForm(FlaskForm):
    """Password and code once more."""

    password = hidden_text("Password", autocomplete="current-password")
    code = code_text("Code", hint="Six digits from your app, or one of your recovery codes.")


class JoinForm(FlaskForm):
    """Everything that an invited person chooses."""

    name = text("Your name", most=80, autocomplete="name")
    password = new_password("Choose a password")
    code = code_text("Code that the app shows now", hint="Six digits.")


class InviteForm(FlaskForm):
    """Whom to invite, and as what."""

    name = text("Name", most=80, autocomplete="off")
    email = text(
        "E-mail",
        hint="They sign in with it. Nothing is sent to it.",
        most=254,
        type="email",
        autocomplete="off",
        autocapitalize="none",
    )
    role = RadioField(
        "Role",
        [NEEDED],
        choices=options(
            {
                Role.ADVOCATE.value: "Advocate: prepares kits, keeps services, helps install",
                Role.ADMIN.value: "Administrator: also looks after people and the agency",
            }
        ),
        default=Role.ADVOCATE.value,
    )


class AgencyForm(FlaskForm):
    """What the agency is called, and what its new kits start from."""

    name = text("Name of the agency", hint="Members see it. The people you help do not.", most=80)
    country = SelectField("Country of new kits")
    language = SelectField("Language of new kits", choices=options(LANGUAGE_NAMES))

    def offer(self, countries: Mapping[str, str], present: str) -> None:
        """Say which countries can be chosen: those with helplines, and the one that was."""
        self.country.choices = options({present: present} | dict(countries))


class PasswordForm(FlaskForm):
    """Another password."""

    password = new_password("New password")


class AppForm(FlaskForm):
    """The first code of another authenticator app."""

    code = code_text("Code that the new app shows now", hint="Six digits.")
