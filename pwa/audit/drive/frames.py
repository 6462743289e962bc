"""What is on the screen after a touch, frame by frame: as times, and as pictures."""

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession, ConsoleMessage, Page

from pwa.audit.model import Frame

# From the page's first moment, so that no handler of the page's own is called before; a port's
# message comes after the frame's paint.
WATCH = """addEventListener("pointerdown", (event) => {
  if (!globalThis.isTimed) return;
  const heard = performance.now() - event.timeStamp;
  requestAnimationFrame(() => {
    // What this frame will show; it is painted when the message comes.
    const isBare = ![...document.body.children].some((each) => each.shadowRoot);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const painted = performance.now() - event.timeStamp;
      console.debug(`painted ${isBare} ${heard} ${painted}`);
    };
    port2.postMessage(0);
  });
}, true);"""
"""For every page that is loaded; silent until `TIME_IT`."""

TIME_IT = "globalThis.isTimed = true"

LAST_WORD_S = 30.0
POLL_MS = 50


@dataclass(slots=True)
class Times:
    """Milliseconds from each touch: until the page heard of it, and until the next frame."""

    heard: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    elsewhere: list[float] = field(default_factory=list)
    """From hearing of a touch to the next frame, where what lies over the cover was still there."""

    def own(self) -> list[float]:
        """Return what the page itself took."""
        return [all_ms - late for late, all_ms in zip(self.heard, self.painted, strict=True)]


def timed(page: Page, once: Callable[[], int], rounds: int) -> Times:
    """Return the times of the rounds; `once` says how many touches it made."""
    times = Times()

    def listen(message: ConsoleMessage) -> None:
        word, *rest = message.text.split()
        if word != "painted":
            return
        if rest[0] != "true":
            times.elsewhere.append(float(rest[2]) - float(rest[1]))
            return
        times.heard.append(float(rest[1]))
        times.painted.append(float(rest[2]))

    page.on("console", listen)
    touches = sum(once() for _ in range(rounds))
    # Word of the last frame may still be on its way, and comes only while something is waited for.
    end_s = time.monotonic() + LAST_WORD_S
    while len(times.painted) + len(times.elsewhere) < touches and time.monotonic() < end_s:
        page.wait_for_timeout(POLL_MS)
    page.remove_listener("console", listen)
    return times


@contextmanager
def filmed(session: CDPSession) -> Iterator[list[tuple[float, bytes]]]:
    """Film the page: seconds of the wall clock and a JPEG for each new frame."""
    film: list[tuple[float, bytes]] = []

    def keep(shown: dict[str, Any]) -> None:
        film.append((shown["metadata"]["timestamp"], base64.b64decode(shown["data"])))
        session.send("Page.screencastFrameAck", {"sessionId": shown["sessionId"]})

    session.on("Page.screencastFrame", keep)
    how = {"format": "jpeg", "quality": 60, "maxWidth": 360, "maxHeight": 740}
    session.send("Page.startScreencast", how)
    yield film
    session.send("Page.stopScreencast")


def around(film: list[tuple[float, bytes]], touched_at: float, *, last_ms: float) -> list[Frame]:
    """Return the frames from just before the touch (seconds of the wall clock) until `last_ms`."""
    frames = [Frame((at - touched_at) * 1000, jpeg) for at, jpeg in film]
    before = [frame for frame in frames if frame.at_ms < 0]
    after = [frame for frame in frames if 0 <= frame.at_ms <= last_ms]
    return before[-1:] + after


def wall_clock(monotonic_s: float) -> float:
    """Return the wall clock's seconds at a moment of the monotonic clock."""
    return time.time() - (time.monotonic() - monotonic_s)
