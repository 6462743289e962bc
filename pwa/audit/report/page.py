"""The report as one page that needs nothing else: readable on a phone, and on paper."""

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pwa.audit.model import PROMISES, Report, Verdict
from pwa.audit.report import plots

SIGNS: dict[Verdict, str] = {"held": "✓", "leaked": "✗", "not run": "–"}


def as_html(report: Report) -> str:
    """Return the page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["b64"] = lambda data: base64.b64encode(data).decode()
    environment.filters["megabytes"] = lambda size: f"{size / 1e6:.1f} MB"
    counts = {verdict: report.count(verdict) for verdict in SIGNS}
    return environment.get_template("page.html.j2").render(
        report=report, promises=PROMISES, signs=SIGNS, plots=plots, counts=counts
    )
