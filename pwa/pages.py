"""Rendering the few HTML pages there are, each once, at start-up."""

import json
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pwa.bodies import Body, compressed
from pwa.covers import Cover
from pwa.locales import direction

HTML = "text/html; charset=utf-8"


class Pages:
    """The templates; texts are escaped, unknown names stop the start."""

    def __init__(self) -> None:
        """Find the templates in the package."""
        self._templates = Environment(
            loader=PackageLoader("pwa"), autoescape=True, undefined=StrictUndefined
        )

    def render(self, name: str, cover: Cover, language: str, **values: Any) -> Body:
        """Render a page in the words of a cover."""
        html = self._templates.get_template(name).render(
            cover=cover,
            words=cover.words[language],
            language=language,
            direction=direction(language),
            **values,
        )
        return compressed(html.encode(), HTML)


def script_data(data: object) -> Markup:
    """Write JSON that cannot end the script element around it."""
    return Markup(write_json(data).replace("<", "\\u003c"))  # noqa: S704  (made just here)


def write_json(data: object) -> str:
    """Write JSON without blanks, in UTF-8 letters."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
