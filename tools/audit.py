"""Serve this build with a start code of its own and audit it; options go on to `pwa audit`."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.e2e.server import PWA, start_server


def main(words: list[str]) -> int:
    """Return the audit's own exit status."""
    with tempfile.TemporaryDirectory() as folder:
        server = start_server(Path(folder) / "var")
        try:
            command = [str(PWA), "audit", server.origin, "--start-code", server.code, *words]
            with subprocess.Popen(command) as audit:
                # Interrupted, it still writes its report; the server is there until then.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                return audit.wait()
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
