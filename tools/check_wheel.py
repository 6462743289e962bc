"""Install the built wheel into an empty environment, without Node, and use what it serves."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
START_TIMEOUT_S = 30


def free_port() -> int:
    """Return a loopback port that is free right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(url: str) -> bytes:
    """Fetch one answer of the local server."""
    with urllib.request.urlopen(url, timeout=10) as answer:
        body: bytes = answer.read()
        return body


def serve_and_look(pwa: Path, folder: Path) -> int:
    """Start the installed server in an empty folder; return how many assets its page names."""
    port = free_port()
    environment = {"PATH": str(pwa.parent), "HOME": str(folder)}
    server = subprocess.Popen(
        [pwa, "serve", "--port", str(port)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_until_ready(server, port)
        page = fetch(f"http://127.0.0.1:{port}/list/").decode()
        assets = re.findall(r'"(/a/[^"]+)"', page)
        sizes = [len(fetch(f"http://127.0.0.1:{port}{path}")) for path in assets]
        if not sizes or not all(sizes):
            sys.exit("the page of the installed wheel names no assets")
        return len(sizes)
    finally:
        server.terminate()
        server.wait(timeout=START_TIMEOUT_S)


def audit_and_refuse(pwa: Path) -> None:
    """Ask for an audit, whose packages are not there: it must say so and end with 2."""
    command: list[str | Path] = [pwa, "audit", "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 2 or "--extra audit" not in done.stderr:
        sys.exit(f"pwa audit without its packages said: {done.stderr}")


def wait_until_ready(server: "subprocess.Popen[str]", port: int) -> None:
    """Read the server's own lines until it says where it listens."""
    assert server.stdout is not None
    seen = []
    for line in server.stdout:
        seen.append(line)
        if f":{port}" in line:
            return
    sys.exit("the installed wheel does not serve:\n" + "".join(seen))


def main(folder: str) -> None:
    """Check the one wheel in `folder`."""
    wheels = list(Path(folder).glob("*.whl"))
    if len(wheels) != 1:
        sys.exit(f"expected one wheel in {folder}, found {len(wheels)}")
    with tempfile.TemporaryDirectory() as place:
        venv = Path(place, "venv")
        quiet = {**os.environ, "UV_PROJECT_ENVIRONMENT": ""}
        commands: tuple[list[str | Path], ...] = (
            [UV, "venv", "-q", "--python", sys.executable, venv],
            [UV, "pip", "install", "-q", "--python", venv / "bin/python", wheels[0]],
        )
        for command in commands:
            subprocess.run(command, check=True, env=quiet)
        audit_and_refuse(venv / "bin/pwa")
        count = serve_and_look(venv / "bin/pwa", Path(place))
    print(f"wheel: installed without Node, served the page and its {count} assets")


if __name__ == "__main__":
    main(sys.argv[1])
