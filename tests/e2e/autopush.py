"""A push service on this machine that Firefox takes for its own: autopush's messages, no more.

Browsers speak to it over a websocket (hello, register, notification, ack, unregister), senders by
POST to an endpoint. Nothing of the product is in it.
"""

import asyncio
import json
import threading
import uuid
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

PATH = "/wpush/v2/"


@dataclass
class Autopush:
    """The service, in a thread with a loop of its own."""

    posts: list[dict[str, str]] = field(default_factory=list)
    """Headers of every POST, in small letters, with its `path` and `body` as hex."""
    acked: list[str] = field(default_factory=list)
    """Channels of the notifications that a browser has taken."""
    channels: dict[str, str] = field(default_factory=dict)
    """Channel → id of the browser that registered it; one that was given up is not here."""
    keys: list[str] = field(default_factory=list)
    """The server keys that channels were registered for."""
    port: int = 0

    def __post_init__(self) -> None:
        """Start and wait for the port."""
        self._loop = asyncio.new_event_loop()
        self._lines: dict[str, web.WebSocketResponse] = {}
        self._names: set[str] = set()
        is_ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(is_ready,), daemon=True)
        self._thread.start()
        is_ready.wait(20)

    @property
    def address(self) -> str:
        """Return what `dom.push.serverURL` is set to."""
        return f"ws://127.0.0.1:{self.port}/"

    def prefs(self) -> dict[str, str | float | bool]:
        """Return the settings of a Firefox that uses this service and may show notifications."""
        return {
            "dom.push.serverURL": self.address,
            "dom.push.testing.allowInsecureServerURL": True,
            "dom.push.connection.enabled": True,
            "permissions.default.desktop-notification": 1,
            # Without a desktop there is none that could show them.
            "alerts.useSystemBackend": False,
        }

    def stop(self) -> None:
        """End it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def forget_browsers(self) -> None:
        """Call every browser by a new name from now on, as after a loss of data: channels end."""
        self._names.clear()
        self.channels.clear()
        for line in list(self._lines.values()):
            asyncio.run_coroutine_threadsafe(line.close(), self._loop).result(30)

    def _run(self, is_ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application()
        app.router.add_get("/", self._talk)
        app.router.add_post(f"{PATH}{{channel}}", self._post)
        runner = web.AppRunner(app, access_log=None)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.port = runner.addresses[0][1]
        is_ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    async def _talk(self, request: web.Request) -> web.WebSocketResponse:
        line = web.WebSocketResponse(protocols=("push-notification",))
        await line.prepare(request)
        name = ""
        async for message in line:
            if message.type is not WSMsgType.TEXT:
                continue
            said: dict[str, Any] = json.loads(message.data)
            kind = said.get("messageType")
            if kind == "hello":
                known = str(said.get("uaid") or "")
                name = known if known in self._names else uuid.uuid4().hex
                self._names.add(name)
                self._lines[name] = line
                answer = {"uaid": name, "status": 200, "use_webpush": True, "broadcasts": {}}
                await line.send_json({"messageType": "hello", **answer})
            elif kind == "register":
                await line.send_json(self._register(said, name))
            elif kind == "unregister":
                self.channels.pop(said["channelID"], None)
                answer = {"channelID": said["channelID"], "status": 200}
                await line.send_json({"messageType": "unregister", **answer})
            elif kind == "ack":
                self.acked += [each["channelID"] for each in said["updates"]]
            elif not said:
                await line.send_json({})
        return line

    def _register(self, said: dict[str, Any], name: str) -> dict[str, Any]:
        channel = str(said["channelID"])
        self.channels[channel] = name
        self.keys.append(str(said.get("key", "")))
        endpoint = f"http://127.0.0.1:{self.port}{PATH}{channel}"
        answer = {"channelID": channel, "status": 200, "pushEndpoint": endpoint}
        return {"messageType": "register", **answer}

    async def _post(self, request: web.Request) -> web.Response:
        body = (await request.read()).hex()
        headers = {key.lower(): value for key, value in request.headers.items()}
        self.posts.append({**headers, "path": request.path, "body": body})
        channel = request.match_info["channel"]
        line = self._lines.get(self.channels.get(channel, ""))
        if line is None:
            return web.Response(status=410)
        note = {"channelID": channel, "version": uuid.uuid4().hex, "ttl": 60}
        await line.send_json({"messageType": "notification", **note})
        return web.Response(status=201, headers={"Location": f"http://127.0.0.1/m/{channel}"})
