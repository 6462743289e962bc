"""What pages say to the console: a terminal of our own, to which every process writes by lines."""

import os
import pty
import threading
import tty
from contextlib import suppress


class Console:
    """A terminal that nobody looks at; `path` is where a program opens it."""

    def __init__(self) -> None:
        """Start to listen."""
        self._far, self._near = pty.openpty()
        tty.setraw(self._near)
        self.path = os.ttyname(self._near)
        self._text = b""
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        # A terminal whose last writer is gone cannot be read any more.
        with suppress(OSError):
            while text := os.read(self._far, 65_536):
                with self._lock:
                    self._text += text
        os.close(self._far)

    def lines(self) -> list[str]:
        """Return the whole lines that have come since the last call."""
        with self._lock:
            whole, mark, self._text = self._text.rpartition(b"\n")
        return (whole + mark).decode(errors="replace").splitlines()

    def close(self) -> None:
        """Listen no more, once the last writer is gone."""
        os.close(self._near)
