"""What a request sends as JSON; `None` for anything else."""

import json
from typing import Any

from flask import request


def read_json() -> Any:
    """Return the parsed body, as often as asked; the application has limited its size before."""
    try:
        return json.loads(request.get_data())
    except (ValueError, RecursionError):
        return None
