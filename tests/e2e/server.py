"""The real server on a free port, with a state folder and a start code of its own."""

import os
import secrets
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PWA = Path(sys.executable).with_name("pwa")
START_TIMEOUT_S = 60.0
MANY = "100000"


@dataclass(slots=True)
class Server:
    """A running `pwa serve --demo`."""

    process: "subprocess.Popen[str]"
    environ: dict[str, str]
    origin: str
    code: str

    def address(self, cover: str = "list") -> str:
        """Return the one address of a cover."""
        return f"{self.origin}/{cover}/"

    def make_code(self, language: str) -> str:
        """Make a kit in a language and return its start code."""
        command = [str(PWA), "kit", "create", "--language", language, "--uses", "1000"]
        said = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=True)
        return said.stdout.splitlines()[0].removeprefix("Start code ")

    def stop(self) -> None:
        """Stop it as an operator does."""
        self.process.terminate()
        # Reads what it still says and closes the pipe.
        self.process.communicate(timeout=60)


def lasting_port() -> int:
    """Return a free port for a server that is started again on it.

    It lies below those that Linux gives to connections: one of them might have it meanwhile.
    """
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with socket.socket() as taken:
            if taken.connect_ex(("127.0.0.1", port)) != 0:
                return port


def start_server(
    var: Path,
    port: int = 0,
    built: Path | None = None,
    package: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> Server:
    """Start and wait until it has said its address and its start code.

    Port 0 is a free one; without `built` it serves what is built. With `package` the server and
    its build come from that folder. `settings` win over the usual ones.
    """
    own = {
        "PWA_VAR": str(var),
        "PWA_TRIES": MANY,
        "PWA_ALL_TRIES": MANY,
        "PWA_WORKERS": "1",
        # Tests of reminders start a sender themselves: none may call a browser maker's service.
        "PWA_SENDER": "off",
        **(settings or {}),
    }
    kept = {key: text for key, text in os.environ.items() if not key.startswith("PWA_")}
    # A client built elsewhere may be tried out with the same tests.
    client = {key: text for key, text in os.environ.items() if key == "PWA_BUILT"}
    if built is not None:
        client = {"PWA_BUILT": str(built)}
    if package is not None:
        client = {"PYTHONPATH": str(package), "PWA_BUILT": str(package / "pwa" / "built")}
    environ = kept | client | own
    process = subprocess.Popen(
        [str(PWA), "serve", "--demo", "--port", str(port)],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    # A server that hangs must not hang the tests.
    limit = threading.Timer(START_TIMEOUT_S, process.kill)
    limit.start()
    said: dict[str, str] = {}
    heard: list[str] = []
    for line in process.stdout:
        heard.append(line)
        word, _, rest = line.strip().partition(" ")
        said[word] = rest
        if "Open" in said and "Start" in said:
            break
    limit.cancel()
    if "Open" not in said:
        process.stdout.close()
        raise RuntimeError("the server did not start:\n" + "".join(heard))
    origin = said["Open"].rsplit("/", 2)[0]
    return Server(process, environ, origin, said["Start"].removeprefix("code "))
