"""The report as data; schema.json says what each part means."""

import base64
import json
from pathlib import Path
from typing import Any

from pwa.audit.model import PROMISES, Answer, Look, Report, Trial

FORMAT = 1
SCHEMA = Path(__file__).with_name("schema.json")


def read_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `as_json`."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def as_json(report: Report) -> dict[str, Any]:
    """Return the whole report as plain data."""
    judged = report.grade
    return {
        "format": FORMAT,
        "tool": report.tool,
        "address": report.address,
        "began_at": report.began_at,
        "verdict": report.verdict(),
        "promises": [
            {"name": name, "title": title, "verdict": report.promise(name)}
            for name, title in PROMISES.items()
        ],
        "engines": [
            {"name": each.name, "version": each.version, "cannot": list(each.cannot)}
            for each in report.engines
        ],
        "absent": report.absent,
        "trials": [_trial(trial) for trial in report.trials],
        "answers": [_answer(answer) for answer in report.answers],
        "grade": judged
        and {
            "letter": judged.letter,
            "score": judged.score,
            "rules": [
                {"name": name, "points": points, "why": why} for name, points, why in judged.rules
            ],
        },
        "requests": [
            {"request": request, "count": count} for request, count in report.requests.items()
        ],
    }


def _trial(trial: Trial) -> dict[str, Any]:
    return {
        "probe": trial.probe,
        "title": trial.title,
        "promises": list(trial.promises),
        "engine": trial.engine,
        "cover": trial.cover,
        "verdict": trial.verdict,
        "reason": trial.reason,
        "is_beyond": trial.is_beyond,
        "seconds": round(trial.seconds, 3),
        "done": trial.done,
        "control": trial.control,
        "looks": [_look(look) for look in trial.looks],
        "timings_ms": {
            name: [round(time, 3) for time in times] for name, times in trial.timings.items()
        },
        "facts": trial.facts,
        "frames": [
            {"at_ms": round(frame.at_ms, 1), "jpeg": base64.b64encode(frame.jpeg).decode()}
            for frame in trial.frames
        ],
    }


def _look(look: Look) -> dict[str, Any]:
    scan = look.scan
    return {
        "at": look.at,
        "when": look.when,
        "places": scan.places,
        "bytes_read": scan.bytes_read,
        "unread": scan.unread,
        "hits": [
            {
                "name": hit.name,
                "form": hit.form,
                "where": hit.where,
                "offset": hit.offset,
                "around": hit.around,
            }
            for hit in scan.hits
        ],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "method": answer.method,
        "path": answer.path,
        "status": answer.status,
        "bytes": len(answer.body),
        "headers": [{"name": name, "value": value} for name, value in answer.headers],
    }
