"""Watch a browser context: console errors, CSP violations and foreign requests fail."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

OFFLINE = "net::ERR_INTERNET_DISCONNECTED"


class Watch:
    """What went wrong in one context, and every request it made."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._origin = origin
        self._context = context
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def check(self) -> None:
        """Fail if anything went wrong, or if a cookie was set."""
        assert self.problems == []
        assert self._context.cookies() == []

    def _on_console(self, message: ConsoleMessage) -> None:
        # The browser itself writes a line for each request that fails offline.
        if message.type in ("error", "warning") and OFFLINE not in message.text:
            self.problems.append(f"{message.type}: {message.text}")

    def _on_error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("about", "blob", "data", "chrome"):
            return
        self.requests.append(f"{request.method} {request.url}")
        if f"{parts.scheme}://{parts.netloc}" != self._origin:
            self.problems.append(f"foreign request: {request.url}")
