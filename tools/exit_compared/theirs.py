"""A page with govuk-frontend's Exit this page as it comes, and the page that it goes to."""

import ssl
import tempfile
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PACKAGE = Path("node_modules/govuk-frontend/dist/govuk")
COMPONENT = PACKAGE / "components/exit-this-page/template-default.html"
HOST = "www.bbc.co.uk"
DEFAULT = f"https://{HOST}/weather"
"""Where the component leads when nothing else is said (`redirectUrl` in its macro's options)."""

EXAMPLE = "/full-page-examples/announcements"
"""Where the package's ready-made example of it leads."""

PLAIN = "Where to go when it is not safe at home"
PAGE = """<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8">
<title>Getting help</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/govuk-frontend.min.css"></head>
<body class="govuk-template__body"><script>
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype
  ? " govuk-frontend-supported" : "");</script>
<div class="govuk-width-container">{button}<main class="govuk-main-wrapper"><h1>{plain}</h1>
<label for="notes">My notes</label>
<textarea class="govuk-textarea" id="notes" name="notes"></textarea>
</main></div><script type="module">
import {{ initAll }} from "/govuk-frontend.min.js"; initAll();</script></body></html>"""

# About as much text as a light news page; the real one is many times larger.
ORDINARY = "<!doctype html><title>Weather</title><h1>Weather</h1>" + "<p>Sunny spells.</p>" * 1500


class Theirs:
    """Both servers: `address` of the page, `port` of the ordinary page's host (TLS)."""

    def __init__(self) -> None:
        """Start both on free ports of this machine."""
        button = COMPONENT.read_text()
        assert EXAMPLE in button
        page = PAGE.format(button=button.replace(EXAMPLE, DEFAULT), plain=PLAIN)
        files = {"/": (page.encode(), "text/html")}
        for name, kind in (("css", "text/css"), ("js", "text/javascript")):
            path = PACKAGE / f"govuk-frontend.min.{name}"
            files[f"/{path.name}"] = (path.read_bytes(), kind)
        self._servers = [_serve(files), _serve({"/weather": (ORDINARY.encode(), "text/html")})]
        secure = self._servers[1]
        secure.socket = _own_certificate().wrap_socket(secure.socket, server_side=True)
        for server in self._servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._servers[0].server_port}"
        self.port = secure.server_port

    def close(self) -> None:
        """Stop both."""
        for server in self._servers:
            server.shutdown()
            server.server_close()


def _serve(files: dict[str, tuple[bytes, str]]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = files.get(self.path, (b"", "text/plain"))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    return server


def _own_certificate() -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "both.pem"
        path.write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))
        context.load_cert_chain(path)
    return context
