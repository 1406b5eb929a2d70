"""Serve a folder over plain HTTP from a thread, the way a simple web host does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Files(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix; what is not there gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"
    # Head and body are two writes; on a connection that is kept, the second would wait for the first's receipt.
    disable_nagle_algorithm = True

    def __init__(self, *args: object, prefix: str, **kwargs: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Find the file of an address; an address outside of the prefix has none."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "outside of the site")
        return super().translate_path(path.removeprefix(self.prefix.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is found."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder while the context lasts; give its address, which ends in `/`."""
    server = open_server()
    with serving(server, folder, prefix) as address:
        yield address


def open_server() -> ThreadingHTTPServer:
    """Open a server on a free port, so that its address is known before there is anything to serve."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
    server.daemon_threads = True
    return server


@contextmanager
def serving(
    server: ThreadingHTTPServer, folder: Path, prefix: str = "/", handler: type[Files] = Files
) -> Iterator[str]:
    """Let an open server serve a folder while the context lasts; give its address."""
    server.RequestHandlerClass = partial(handler, directory=str(folder), prefix=prefix)  # type: ignore[assignment]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
