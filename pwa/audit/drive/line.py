"""The line between a browser and a deployment: fast, slow or cut, service workers included."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Pace:
    """How a line carries: bytes a second, and seconds each way."""

    name: str
    bytes_per_s: float
    delay_s: float


FAST = Pace("fast", float("inf"), 0.0)
SLOW_3G = Pace("slow 3G", 400_000 / 8, 0.2)
"""400 kbit/s and a round trip of 400 ms, as WebPageTest has it."""

CUT = Pace("offline", 0.0, 0.0)
PACES = (FAST, SLOW_3G, CUT)
CHUNK = 1400
WITHIN_S = 30.0

Far = tuple[asyncio.StreamReader, asyncio.StreamWriter]
"""The other end of a connection."""


class Line:
    """A way for bytes to an address, whose pace can be changed at any time."""

    def __init__(self, address: str) -> None:
        """Lead to the host of `address`, an origin."""
        parts = urlsplit(address)
        self.host = parts.hostname or ""
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        self.pace = FAST
        self._loop = asyncio.new_event_loop()
        self._writers: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        starting = asyncio.start_server(self._carry, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        self.own_port: int = self._server.sockets[0].getsockname()[1]

    @property
    def flag(self) -> str:
        """Return the flag that sends a Chromium this way; names and certificates stay."""
        return f"--host-resolver-rules=MAP {self.host}:{self.port} 127.0.0.1:{self.own_port}"

    def set(self, pace: Pace) -> None:
        """Change the pace; a cut line drops what is under way."""
        self.pace = pace
        if pace is CUT:
            self._do(self._drop())

    def close(self) -> None:
        """Take the line down."""
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WITHIN_S)
        self._loop.close()

    def _do(self, work: Coroutine[None, None, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(WITHIN_S)

    async def _drop(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    async def _end(self) -> None:
        self._server.close()
        await self._drop()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # The transports close in the loop's next turn.
        await asyncio.sleep(0.01)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A line that is taken down has nothing to complain of.
        with suppress(asyncio.CancelledError):
            await self._carry_on(reader, writer)

    async def _carry_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.pace is CUT:
            writer.transport.abort()
            return
        await asyncio.sleep(2 * self.pace.delay_s)
        self._writers.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            far_reader, far_writer = await self._reach(reader, writer)
            self._writers.add(far_writer)
            there, back = self._pump(reader, far_writer), self._pump(far_reader, writer)
            await asyncio.gather(there, back, return_exceptions=True)
            # What was read last is still on its way.
            await asyncio.sleep(2 * self.pace.delay_s)
            self._writers.discard(far_writer)
            far_writer.transport.abort()
        self._writers.discard(writer)
        writer.transport.abort()

    async def _reach(self, _reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> Far:
        return await asyncio.open_connection(self.host, self.port)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(CHUNK if self.pace is SLOW_3G else 65_536):
            pace = self.pace
            if pace is CUT:
                break
            await asyncio.sleep(len(data) / pace.bytes_per_s)
            self._loop.call_later(pace.delay_s, _write, writer, data)
        with suppress(RuntimeError, OSError):
            self._loop.call_later(self.pace.delay_s, _end, writer)


def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    if not writer.is_closing():
        writer.write(data)


def _end(writer: asyncio.StreamWriter) -> None:
    if not writer.is_closing():
        writer.close()
