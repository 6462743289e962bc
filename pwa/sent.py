"""What a request sends as JSON; `None` for anything else."""

import json
from typing import Any

from flask import request


def read_json() -> Any:
    """Return the parsed body; its size is limited by the application before this."""
    try:
        return json.loads(request.get_data(cache=False))
    except (ValueError, RecursionError):
        return None
