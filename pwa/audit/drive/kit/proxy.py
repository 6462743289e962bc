"""The one way out of a WebKit of our own: it sees every request, and can be slow or cut."""

import asyncio
from urllib.parse import urlsplit

from pwa.audit.drive.line import Far, Line


class Proxy(Line):
    """An HTTP proxy (RFC 9110, 9112): plain requests by their address, others by their host."""

    def __init__(self) -> None:
        """Start to carry; `asked` gathers method and address of every request."""
        super().__init__("http://127.0.0.1")
        self.asked: list[tuple[str, str]] = []
        self.address = f"http://127.0.0.1:{self.own_port}"

    async def _reach(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Far:
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.split(b" ", 2)
        if method == b"CONNECT":
            host, _, port = target.decode().rpartition(":")
            self.asked.append(("CONNECT", f"https://{host}:{port}/"))
            far = await asyncio.open_connection(host.strip("[]"), int(port))
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            return far
        url = target.decode()
        self.asked.append((method.decode(), url))
        parts = urlsplit(url)
        far = await asyncio.open_connection(parts.hostname, parts.port or 80)
        far[1].write(_alone(head, target, url.partition(parts.netloc)[2].encode() or b"/"))
        return far


def _alone(head: bytes, target: bytes, path: bytes) -> bytes:
    """Ask for the path alone, and for no second request on the same connection."""
    first, _, rest = head.replace(target, path, 1).partition(b"\r\n")
    lines = [line for line in rest.split(b"\r\n") if not _is_about_the_connection(line)]
    return b"\r\n".join([first, b"Connection: close", *lines])


def _is_about_the_connection(line: bytes) -> bool:
    name = line.partition(b":")[0].strip().lower()
    return name in (b"connection", b"proxy-connection", b"keep-alive")
