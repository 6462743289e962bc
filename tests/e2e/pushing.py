"""A push service for Chromium: endpoints are made up, all else is the browser's own.

Chromium subscribes only with a service of its vendor, which no test may call. Firefox takes ours:
`tests/e2e/autopush.py`.
"""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page

from pwa.audit.drive.notices import shown_notices

SCRIPT = """(() => {
  // An empty page has neither.
  if (!isSecureContext) return;
  const made = (endpoint) => ({
    endpoint,
    unsubscribe: () => keptEndpoint("").then(() => true),
  });
  const { prototype } = PushManager;
  prototype.getSubscription = async () => {
    const endpoint = await keptEndpoint(null);
    return endpoint === "" ? null : made(endpoint);
  };
  prototype.subscribe = async () => made(await keptEndpoint("new"));
  const { postMessage } = ServiceWorker.prototype;
  ServiceWorker.prototype.postMessage = function (data, ...rest) {
    if (data.line === "") void keptEndpoint("");
    postMessage.call(this, data, ...rest);
  };
})()"""


@dataclass
class MadeUp:
    """The endpoint that a context has; it outlives its pages, as a subscription does."""

    endpoint: str = ""
    given: list[str] = field(default_factory=list)

    def answer(self, wanted: str | None) -> str:
        """Return the endpoint, after what a page wants of it."""
        if wanted == "":
            self.endpoint = ""
        elif wanted is not None and not self.endpoint:
            self.endpoint = f"https://fcm.googleapis.com/fcm/send/made-up-{len(self.given)}"
            self.given.append(self.endpoint)
        return self.endpoint


def make_up(context: BrowserContext) -> MadeUp:
    """Let the pages of a context subscribe; call it before the first of them is opened."""
    made = MadeUp()
    context.expose_function("keptEndpoint", made.answer)
    context.add_init_script(SCRIPT)
    context.grant_permissions(["notifications"])
    return made


def shown(page: Page) -> list[str]:
    """Return the titles of the notifications on the screen."""
    return [title for title, *_ in shown_notices(page)]
