"""Three ways to send many pushes to one sink, each measured in a process of its own.

Run as `python -m tools.push_bench.ways WAY COUNT PORT DATABASE_URL`; prints one line of JSON.
"""

import asyncio
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import aiohttp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pywebpush import webpush
from sqlalchemy import Engine, text

from pwa import db
from pwa.pushsettings import PushSettings, SenderMode
from pwa.reminders.patience import Patience
from pwa.reminders.rules import TTL_S
from pwa.reminders.seal import Sealer
from pwa.reminders.sender import Sender
from pwa.reminders.signing import Signer
from pwa.reminders.vapid import read_generation
from tests.support.due import KEY, SCALAR, insert_due

WIDTH = 32
CLAIMS = {"sub": "mailto:somebody@list.example"}
# RFC 8291's own example of a subscription.
KEYS = {
    "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-"
    "AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
}


def resident_kib() -> int:
    """Return the memory this process holds right now."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def loop(count: int, port: int, _url: str) -> None:
    """Send as pywebpush's documentation shows: one call of `webpush()` after another."""
    private = ec.derive_private_key(int.from_bytes(SCALAR), ec.SECP256R1())
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(pem)
        file.flush()
        for number in range(count):
            webpush(
                subscription_info={"endpoint": f"http://127.0.0.1:{port}/a/{number}", "keys": KEYS},
                data="Mary had a little lamb, with a nice mint jelly",
                vapid_private_key=file.name,
                vapid_claims=dict(CLAIMS),
            )


def bare(count: int, port: int, _url: str) -> None:
    """Post the bytes that ours posts, with the bare HTTP client."""
    generation = read_generation(SCALAR)
    signer = Signer([generation], "https://list.example", time.time)
    signed = signer.headers_for(f"http://127.0.0.1:{port}/a", generation.name)
    assert signed is not None
    headers = {**signed, "TTL": str(TTL_S)}
    numbers = iter(range(count))

    async def carry(session: aiohttp.ClientSession) -> None:
        for number in numbers:
            url = f"http://127.0.0.1:{port}/a/{number}"
            async with session.post(url, headers=headers, skip_auto_headers=SKIPPED) as answer:
                await answer.read()

    async def run() -> None:
        connector = aiohttp.TCPConnector(limit=WIDTH)
        async with aiohttp.ClientSession(connector=connector) as session:
            await asyncio.gather(*(carry(session) for _ in range(WIDTH)))

    asyncio.run(run())


SKIPPED = ("User-Agent", "Content-Type", "Accept-Encoding", "Accept")


def prepare(count: int, port: int, engine: Engine) -> None:
    """Keep so many reminders that are due."""
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM reminder"))
    for start in range(0, count, 5000):
        numbers = range(start, min(start + 5000, count))
        insert_due(engine, [f"http://127.0.0.1:{port}/a/{number}" for number in numbers])


def ours(engine: Engine) -> list[int]:
    """Run the sender until nothing is due; return the memory held on the way."""
    push = PushSettings(
        hosts=(), contact="https://list.example", takes_loopback=True, rest_days=90,
        sender=SenderMode.OFF, key=KEY, vapid_keys=(SCALAR,),
    )  # fmt: skip
    held: list[int] = []
    # Found by the index: what is written is due from tomorrow on.
    due = text("SELECT 1 FROM reminder WHERE lane = :lane AND ready_at_s <= :soon LIMIT 1")
    lane = Sealer(KEY).lane_of("127.0.0.1")

    async def run() -> None:
        patience, soon = Patience(), {"lane": lane, "soon": int(time.time()) + 600}
        task = asyncio.create_task(Sender(engine, push).run(patience))
        while True:
            await asyncio.sleep(0.25)
            held.append(resident_kib())
            with engine.connect() as connection:
                if connection.execute(due, soon).first() is None:
                    break
        patience.stop()
        await task

    asyncio.run(run())
    return held


def main(way: str, count: int, port: int, url: str) -> None:
    """Measure one way."""
    ways: dict[str, Callable[[int, int, str], None]] = {"loop": loop, "bare": bare}
    engine = db.open_database(url, asks_first=False) if way == "ours" else None
    if engine is not None:
        prepare(count, port, engine)
    before, began_s = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    held = ours(engine) if engine is not None else []
    if engine is None:
        ways[way](count, port, url)
    wall_s, after = time.monotonic() - began_s, resource.getrusage(resource.RUSAGE_SELF)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"count": count, "wall_s": wall_s, "cpu_s": cpu_s, "held_kib": held}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
