"""Watch a browser context: console errors, CSP violations and foreign requests fail."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# What the browser itself writes when a request fails offline, or when a page goes away while
# the icons of its manifest are still being fetched.
HARMLESS = (
    "net::ERR_INTERNET_DISCONNECTED",
    "Error while trying to use the following icon from the Manifest",
    # Why a voice is recorded that way: docs/decisions/pieces.md.
    "The ScriptProcessorNode is deprecated",
    # What a test asked for itself.
    "Service Worker registration blocked by Playwright",
)


class Watch:
    """What went wrong in one context, and every request it made."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        """Watch from now on; all but what comes from `origin` is foreign."""
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.said: list[str] = []
        """Everything else that the page's scripts wrote to the console."""
        self._origin = origin
        self._context = context
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def check(self) -> None:
        """Fail if anything went wrong, or if a cookie was set."""
        self.problems_only()
        cookies = self._context.cookies()
        assert not cookies, f"cookies were set: {cookies}"

    def problems_only(self) -> None:
        """Fail if anything went wrong; works after the browser has ended, too."""
        assert not self.problems, "\n".join(self.problems)

    def _on_console(self, message: ConsoleMessage) -> None:
        if any(harmless in message.text for harmless in HARMLESS):
            return
        is_problem = message.type in ("error", "warning")
        # The browser's own remarks come without arguments.
        if is_problem:
            self.problems.append(f"{message.type}: {message.text}")
        elif message.args:
            self.said.append(f"{message.type}: {message.text}")

    def _on_error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("about", "blob", "data", "chrome"):
            return
        self.requests.append(f"{request.method} {request.url}")
        if f"{parts.scheme}://{parts.netloc}" != self._origin:
            self.problems.append(f"foreign request: {request.url}")
