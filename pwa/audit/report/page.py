"""The report as one page that needs nothing else: readable on a phone, and on paper."""

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pwa.audit.model import PROMISES, Report
from pwa.audit.report import plots

SIGNS = {"held": "✓", "leaked": "✗", "not run": "–"}


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
    counts = {verdict: _count(report, verdict) for verdict in SIGNS}
    return environment.get_template("page.html.j2").render(
        report=report, promises=PROMISES, signs=SIGNS, plots=plots, counts=counts
    )


def _count(report: Report, verdict: str) -> int:
    return sum(each.verdict == verdict and not each.is_beyond for each in report.trials)
