"""What moves, hums or sounds while somebody leaves; each is seen to be on before."""

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond, TookTooLong

# The browser says whether it took a hum; ending one is none.
COUNT_HUMS = """() => {
  const ask = navigator.vibrate.bind(navigator);
  globalThis.hums = 0;
  navigator.vibrate = (pattern) => {
    const isTaken = ask(pattern);
    if (isTaken && pattern !== 0) hums++;
    return isTaken;
  };
}"""
# The switch hums once by itself; the next hum is one of the rhythm.
IS_HUMMING = "hums > 1"
NOTE_SOUND = """() => {
  globalThis.AudioContext = class extends AudioContext {
    constructor(...all) {
      super(...all);
      globalThis.sound = this;
    }
  };
}"""
IS_SOUNDING = "globalThis.sound?.currentTime > 0"
SOUNDS_WITHIN_S = 15.0


def breathe(_lab: Lab, planner: Planner) -> None:
    """Begin to breathe with the circle."""
    _to_tool(planner, "Breathing")
    planner.page.get_by_text("Breathe in").wait_for()


def feel(lab: Lab, planner: Planner) -> None:
    """Begin to breathe, the phone humming along."""
    if not lab.page.evaluate("'vibrate' in navigator"):
        raise Beyond("this engine cannot hum")
    breathe(lab, planner)
    lab.page.evaluate(COUNT_HUMS)
    planner.page.get_by_role("switch").click()
    planner.page.locator("[role=switch][aria-checked=true]").wait_for()
    until(lambda: bool(lab.page.evaluate(IS_HUMMING)), what="a hum in the rhythm of the breath")


def sound(lab: Lab, planner: Planner) -> None:
    """Have the rain play."""
    if not lab.page.evaluate("'AudioContext' in globalThis"):
        raise Beyond("this engine cannot make sounds")
    _to_tool(planner, "Sounds")
    lab.page.evaluate(NOTE_SOUND)
    planner.go("Rain")
    planner.page.locator(".sound[aria-pressed=true]").wait_for()
    try:
        until(lambda: bool(lab.page.evaluate(IS_SOUNDING)), SOUNDS_WITHIN_S)
    except TookTooLong:
        raise Beyond("this engine makes no sound on this machine") from None


def _to_tool(planner: Planner, name: str) -> None:
    planner.home()
    planner.go("Calm now")
    planner.go(name)
