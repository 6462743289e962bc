"""The form of a new kit."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    widgets,
)

from pwa.covers import COVERS, LANGUAGES
from pwa.desk.views.service_forms import LANGUAGE_NAMES
from pwa.kits.order import MAX_LABEL, MAX_SITE

Pairs = Sequence[tuple[str, str]]

DAYS = (("1", "1 day"), ("7", "A week"), ("30", "A month"), ("90", "3 months"))
USES = (("5", "5 times"), ("12", "12 times"), ("40", "40 times: for a group"))
HINTS = {
    "list": "Shopping and to-do lists. The usual choice.",
    "calculator": "Sums. Well known as a disguise: only where a list would be odd.",
}


def _choices(pairs: Pairs) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in pairs]


class TickField(SelectMultipleField):
    """Several ticks; what was not offered is refused."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class KitForm(FlaskForm):
    """Everything that is chosen for a kit."""

    cover = RadioField(
        "What should it look like?",
        choices=_choices(
            [(key, f"{each.name('en')}. {HINTS.get(key, '')}") for key, each in COVERS.items()]
        ),
        default="list",
    )
    language = RadioField(
        "Language inside",
        choices=_choices([(each, LANGUAGE_NAMES.get(each, each)) for each in LANGUAGES]),
    )
    lines = TickField("Helplines", description="Untick those that should not be shown.")
    picks = TickField("Services near them")
    is_whole = BooleanField(
        "Also what you add later",
        description="Only while all of them are ticked: what you leave out stays out.",
    )
    exit_site = StringField(
        "Page to go on to after closing",
        description="Only in a browser tab, and only if they want it: a weather page, the news. "
        "Starts with https://. Usually empty.",
        render_kw={"maxlength": MAX_SITE, "spellcheck": "false", "inputmode": "url"},
    )
    days = SelectField(
        "The code works for",
        choices=_choices(DAYS),
        default="7",
        description="After that it brings nothing. Who used it before keeps what they have.",
    )
    uses = SelectField(
        "How often it can be used",
        choices=_choices(USES),
        default="5",
        description="One person takes two or three: in the browser, and in the installed app.",
    )
    label = StringField(
        "A note for yourself",
        description="To know kits apart: “June, room 2”. Never a person's name or initials.",
        render_kw={"maxlength": MAX_LABEL, "spellcheck": "false"},
    )

    def offer(self, lines: Pairs, services: Pairs) -> None:
        """Say what can be ticked; all of it is, until somebody unticks."""
        self.lines.choices = _choices(lines)
        self.picks.choices = _choices(services)
        if not self.is_submitted():
            self.lines.data = [name for name, _ in lines]
            self.picks.data = [name for name, _ in services]
            self.is_whole.data = True

    @staticmethod
    def left_out(ticks: TickField) -> list[str]:
        """Return what was offered and is not ticked."""
        return [each.value for each in ticks.choices if each.value not in ticks.data]
