"""What the page's origin keeps, by name, count and size, rows too: asked of the page itself."""

from typing import Any

from playwright.sync_api import Page

STORED = """async () => {
  const keep = {};
  keep.caches = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const body = await (await cache.match(request)).arrayBuffer();
      keep.caches.push([name, new URL(request.url).pathname, body.byteLength]);
    }
  }
  const root = await navigator.storage.getDirectory();
  keep.files = [];
  for await (const [name, handle] of root.entries())
    keep.files.push([name, handle.kind, (await handle.getFile()).size]);
  keep.databases = (await indexedDB.databases()).map(({ name }) => name);
  keep.rows = [];
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const size = (value) => value?.byteLength ?? value?.size ?? (JSON.stringify(value) ?? "").length;
  for (const name of keep.databases) {
    const database = await done(indexedDB.open(name));
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      keys.forEach((key, at) => keep.rows.push(
        [name, table, JSON.stringify(key), typeof values[at], size(values[at])]));
    }
    database.close();
  }
  keep.local = { ...localStorage };
  keep.session = { ...sessionStorage };
  keep.cookies = document.cookie;
  keep.history = [history.state, location.href, document.title, name];
  keep.workers = (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope);
  keep.caches.sort();
  keep.files.sort();
  return keep;
}"""

BODIES = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      texts.push([request.url, await (await cache.match(request)).text()]);
  }
  return texts;
}"""

SEEN = """() => {
  const texts = [];
  const visit = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const holder = child.parentElement ?? child.parentNode.host;
        if (holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          texts.push(child.textContent.trim());
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        if (child.shadowRoot) visit(child.shadowRoot);
        visit(child);
      }
    }
  };
  visit(document.body);
  return texts.filter((text) => text !== "");
}"""


def stored(page: Page) -> dict[str, Any]:
    """Return everything the origin keeps: names, counts, sizes."""
    kept: dict[str, Any] = page.evaluate(STORED)
    return kept


def cached_texts(page: Page) -> list[tuple[str, str]]:
    """Return address and text of everything in the origin's caches."""
    return [(url, text) for url, text in page.evaluate(BODIES)]


def seen_texts(page: Page) -> list[str]:
    """Return every piece of text that is drawn, shadow trees included."""
    texts: list[str] = page.evaluate(SEEN)
    return texts


def heard_names(page: Page) -> list[str]:
    """Return what a screen reader finds: role and name of every node of the accessibility tree."""
    if page.context.browser is None or page.context.browser.browser_type.name != "chromium":
        return page.locator("body").aria_snapshot().splitlines()
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    names = []
    for node in nodes:
        name = str(node.get("name", {}).get("value", "")).strip()
        if name and not node.get("ignored"):
            names.append(f"{node.get('role', {}).get('value', '')}: {name}")
    return names
