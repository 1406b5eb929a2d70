"""HTTP: the socket, who may call, the headers, and the stream of events."""

from __future__ import annotations

import errno
import os
import socket
import socketserver
import sys
import traceback
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pinsite.serve.addresses import is_welcome
from pinsite.serve.answers import Answer, Desk, as_event
from pinsite.serve.audience import Address
from pinsite.serve.bulletin import Bulletin, State
from pinsite.serve.improving import Activity
from pinsite.serve.media_types import PLAIN
from pinsite.serve.pages import OWN

PORTS_TRIED = 10
_PULSE_SECONDS = 10.0
_EVENTS = f"/{OWN}events"
_GONE = (ConnectionError, TimeoutError)


class Server(ThreadingHTTPServer):
    """Listens, and gives each connection a thread that dies with the process."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    # Elsewhere this only skips the pause after a server that just ended; on Windows two could share a port.
    allow_reuse_address = os.name != "nt"

    def __init__(
        self,
        host: str,
        port: int,
        desk: Desk,
        bulletin: Bulletin,
        activity: Activity,
        on_trouble: Callable[[str], None],
    ) -> None:
        self.host, self.desk, self.bulletin, self.activity = host, desk, bulletin, activity
        self.on_trouble = on_trouble
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that went away; tell of everything else."""
        error = sys.exc_info()[1]
        if not isinstance(error, _GONE):
            self.on_trouble("A request failed:\n" + traceback.format_exc())


def listen(host: str, port: int, make: Callable[[str, int], Server]) -> tuple[Server, Address]:
    """Take the port, or one of the next where it is taken. Raises OSError when none is free."""
    taken: list[int] = []
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = make(host, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            taken.append(candidate)
            continue
        return server, Address(host, server.server_port, tuple(taken))
    raise OSError(errno.EADDRINUSE, f"the ports {port} to {taken[-1]} of {host} are taken")


def _is_news(sent: bytes, state: State) -> bool:
    return as_event(state) != sent


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "pinsite", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a body."""
        self._serve(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with headers alone."""
        self._serve(with_body=False)

    def _serve(self, *, with_body: bool) -> None:
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or not is_welcome(hosts[0], self.server.host):
            self.close_connection = True
            self._send(
                Answer(421, b"This preview is not served under that name.\n", PLAIN), with_body=with_body
            )
        elif self.path.partition("?")[0] == _EVENTS:
            self._stream(with_body=with_body)
        else:
            with self.server.activity.busy():
                self._send(self._answer(), with_body=with_body)

    def _answer(self) -> Answer:
        try:
            return self.server.desk.answer(self.path)
        except Exception as error:
            self.server.on_trouble(f"{self.path}: {error}\n{traceback.format_exc()}".rstrip())
            return Answer(500, b"The preview failed; the terminal tells why.\n", PLAIN)

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self._head(answer.status, answer.media_type)
        self.send_header("Content-Length", str(len(answer.content)))
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(answer.content)

    def _head(self, status: int, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _stream(self, *, with_body: bool) -> None:
        """Send the state now and each that follows; a pulse finds out whether anybody still listens."""
        self.close_connection = True
        self._head(200, "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        bulletin, sent = self.server.bulletin, b""
        while with_body and not bulletin.closed:
            event = as_event(bulletin.current)
            self.wfile.write(event if event != sent else b": pulse\n\n")
            self.wfile.flush()
            sent = event
            bulletin.wait(partial(_is_news, event), _PULSE_SECONDS)

    def handle(self) -> None:
        """Serve the connection until it ends; a browser may leave at any moment."""
        try:
            super().handle()
        except _GONE:
            self.close_connection = True

    def finish(self) -> None:
        """Close; what could not be sent any more is nobody's loss."""
        try:
            super().finish()
        except _GONE:
            return

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is neither GET nor HEAD, or no request at all, in plain text."""
        self.close_connection = True
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code, message = HTTPStatus.METHOD_NOT_ALLOWED, "A preview can only be read."
        self._send(Answer(code, f"{message or 'This is no request.'}\n".encode(), PLAIN), with_body=True)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the room does not print."""
