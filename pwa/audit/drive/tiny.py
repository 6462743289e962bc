"""A tiny page that is none of the product's, on which the probes must find things."""

import gzip
import importlib
import struct
import threading
import zlib
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

ICON_LINK = "<link rel=icon href=/icon.png>"
"""What a page below /drawn/ has besides: WebKit on Linux notes down pages by their icons alone."""


def _icon() -> bytes:
    """Return a picture of one grey dot, in PNG."""

    def part(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = part(b"IHDR", size) + part(b"IDAT", zlib.compress(b"\0\x80")) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


class TinyServer(ThreadingHTTPServer):
    """Serves the page at every path, with an icon below /drawn/; under /packed/ a packed text."""

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
        if self.path == "/icon.png":
            self._answer(_icon(), "image/png")
            return
        title = self.path.strip("/") or "start"
        page = PAGE.format(title=title) + (ICON_LINK if title.startswith("drawn/") else "")
        self._answer(page.encode(), "text/html; charset=utf-8")

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
