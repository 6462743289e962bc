"""A finger that drags a row of a list by its handle."""

from playwright.sync_api import Locator

from pwa.audit.drive.inner import Planner

STEPS = 8


def grip(planner: Planner, name: str) -> Locator:
    """Return the handle of the row with this name."""
    return planner.page.get_by_role("button", name=f"Move {name}", exact=True)


def drag_by_finger(planner: Planner, what: Locator, down_px: float) -> None:
    """Hold `what`, move the finger in small steps, and let go."""
    box = what.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = planner.page.context.new_cdp_session(planner.page)
    kind = "Input.dispatchTouchEvent"
    session.send(kind, {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, STEPS + 1):
        point = {"x": x, "y": y + down_px * step / STEPS}
        session.send(kind, {"type": "touchMove", "touchPoints": [point]})
        # The rows step aside in frames of their own.
        planner.page.evaluate("() => new Promise(requestAnimationFrame)")
    session.send(kind, {"type": "touchEnd", "touchPoints": []})
