"""The emulated phone: small, narrow, touched with fingers."""

import os
from typing import Any

WIDTH, HEIGHT = 360, 740


def flags() -> list[str]:
    """Return the flags that Chromium needs here."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def phone_options(**options: Any) -> dict[str, Any]:
    """Return the options of a browser context that is a phone; `options` win."""
    return {
        "viewport": {"width": WIDTH, "height": HEIGHT},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "locale": "en-US",
        "service_workers": "allow",
    } | options
