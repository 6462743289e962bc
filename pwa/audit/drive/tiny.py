"""A tiny page that is none of the product's, on which the probes must find things."""

import gzip
import importlib
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang=en><title>{title}</title>
<input id=field autocomplete=off><div id=free contenteditable></div>
<script>
window.shown = [];
addEventListener("pageshow", (event) => window.shown.push(event.persisted));
addEventListener("input", (event) => {{
  if (event.target.id !== "free") return;
  const text = event.target.textContent;
  localStorage.setItem("kept", text);
  const opening = indexedDB.open("kept", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  opening.onsuccess = () => {{
    const how = {{ durability: "strict" }};
    const writing = opening.result.transaction("kept", "readwrite", how);
    const filler = "filler ".repeat(2000) + text;
    writing.objectStore("kept").put({{ text, filler }}, "it");
    writing.oncomplete = () => (document.title = `written ${{text.length}}`);
  }};
}});
</script>"""


class TinyServer(ThreadingHTTPServer):
    """Serves the page at every path, and under /packed/ a packed, cacheable text."""

    daemon_threads = True

    def __init__(self, packed_text: str) -> None:
        """Start to serve on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.packed_text = packed_text
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    server: TinyServer

    def do_GET(self) -> None:
        if self.path.startswith("/packed/"):
            text = f"// {self.server.packed_text}\n".encode() * 40
            if self.path.endswith("gzip"):
                self._answer(gzip.compress(text), "text/javascript", "gzip")
            else:
                self._answer(
                    importlib.import_module("brotli").compress(text),
                    "text/javascript",
                    "br",
                )
            return
        title = self.path.strip("/") or "start"
        self._answer(PAGE.format(title=title).encode(), "text/html; charset=utf-8")

    def _answer(self, body: bytes, media_type: str, packing: str = "identity") -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Encoding", packing)
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        """Answer; a browser that was killed in the middle of an answer is no error."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Keep the test's output quiet."""
