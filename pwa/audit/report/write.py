"""Write a report: one page that needs nothing else, and the same as data."""

import json
from pathlib import Path

from pwa.audit.model import Report
from pwa.audit.report.data import as_json
from pwa.audit.report.page import as_html


def write(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write `report.html` and `report.json`; returns where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    page, data = folder / "report.html", folder / "report.json"
    page.write_text(as_html(report), "utf-8")
    data.write_text(json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return page, data
