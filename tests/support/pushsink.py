"""A push service on this machine that behaves as its path says, and remembers what it was sent.

It reads bytes off the socket itself, so that what is remembered is what was on the wire.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath

END = b"\r\n\r\n"
MAX_HEAD_BYTES = 65_536
EMPTY = "Content-Length: 0\r\n\r\n"
ANSWERS = {
    "ok": f"HTTP/1.1 201 Created\r\n{EMPTY}",
    "accepted": f"HTTP/1.1 202 Accepted\r\n{EMPTY}",
    "gone": f"HTTP/1.1 410 Gone\r\n{EMPTY}",
    "unknown": f"HTTP/1.1 404 Not Found\r\n{EMPTY}",
    "bad": f"HTTP/1.1 400 Bad Request\r\n{EMPTY}",
    "large": f"HTTP/1.1 413 Too Large\r\n{EMPTY}",
    "stranger": f"HTTP/1.1 403 Forbidden\r\n{EMPTY}",
    "busy": f"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\n{EMPTY}",
    "broken": f"HTTP/1.1 503 Unavailable\r\n{EMPTY}",
    "redirect": f"HTTP/1.1 307 Temporary\r\nLocation: /ok/redirected\r\n{EMPTY}",
    "lie": "SMTP ready\r\n\r\n",
    "hints": f"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 202 Accepted\r\n{EMPTY}",
    "text": "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
    "long": f"HTTP/1.1 201 Created\r\nContent-Length: 5000\r\n\r\n{'x' * 5000}",
    "last": f"HTTP/1.1 201 Created\r\nConnection: close\r\n{EMPTY}",
    "twice": f"HTTP/1.1 201 Created\r\n{EMPTY}HTTP/1.1 410 Gone\r\n{EMPTY}",
    "cookie": f"HTTP/1.1 201 Created\r\nSet-Cookie: a=b\r\n{EMPTY}",
}


@dataclass(slots=True)
class Sink:
    """What arrived, in order, as raw heads; and how often each path did."""

    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    arrivals: list[tuple[float, str]] = field(default_factory=list)
    connections: int = 0
    writers: set[asyncio.StreamWriter] = field(default_factory=set)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return an endpoint here."""
        return f"http://{host}:{self.port}/{path}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.writers.add(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                head = await reader.readuntil(END)
                path = head.split(b" ", 2)[1].decode()
                self.heads.append(head)
                self.counts[path] += 1
                self.arrivals.append((asyncio.get_running_loop().time(), path))
                if not await _behave(PurePosixPath(path).parts[1], writer):
                    break
        self.writers.discard(writer)
        writer.close()


async def _behave(way: str, writer: asyncio.StreamWriter) -> bool:
    """Answer in one way; say whether the connection goes on."""
    if way == "hang":
        await asyncio.Event().wait()
    if way == "reset":
        writer.transport.abort()
        return False
    if way == "drip":
        await _drip(writer)
    if way == "flood":
        writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 1000000000\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()
    writer.write(ANSWERS.get(way, ANSWERS["ok"]).encode())
    await writer.drain()
    return True


async def _drip(writer: asyncio.StreamWriter) -> None:
    for letter in b"HTTP/1.1 201 Created\r\nX-Slow: " + b"x" * 10_000:
        writer.write(bytes([letter]))
        await writer.drain()
        # How slowly it answers is what this way is about.
        await asyncio.sleep(0.2)


@contextmanager
def running_sink() -> Iterator[Sink]:
    """Run a sink in a thread of its own."""
    sink, ready = Sink(), threading.Event()
    ended: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def serve() -> None:
        server = await asyncio.start_server(sink._serve, "127.0.0.1", 0, limit=MAX_HEAD_BYTES)
        sink.port = server.sockets[0].getsockname()[1]
        ended.append((asyncio.get_running_loop(), asyncio.Event()))
        ready.set()
        await ended[0][1].wait()
        server.close()
        for writer in sink.writers:
            writer.transport.abort()
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield sink
    finally:
        ended[0][0].call_soon_threadsafe(ended[0][1].set)
        thread.join(10)
