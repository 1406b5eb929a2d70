"""A preview from its start to its end: what runs in which thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pinsite.build import STATE, Order, call_of, nothing_changed
from pinsite.images import Store
from pinsite.serve.answers import Desk
from pinsite.serve.audience import Address, Audience
from pinsite.serve.bulletin import Bulletin, State
from pinsite.serve.improving import Activity, Improver
from pinsite.serve.listening import Server, listen
from pinsite.serve.pictures import Pictures
from pinsite.serve.reach import Reach

if TYPE_CHECKING:
    from pinsite.serve.rebuilding import Rebuilder

#: Where a preview's pages are, inside the folder of caches; the published site is never touched.
OUTPUT = "preview"
_POLL_SECONDS = 0.1


class Wanted(Struct, frozen=True):
    """What is to be shown, and where; without `improve` no good pictures are made in idle moments."""

    root: Path
    host: str = "127.0.0.1"
    port: int = 8000
    drafts: bool = False
    improve: bool = True


class Preview:
    """Serves a catalogue while it is being worked on; one use: `open`, `wait`, `close`."""

    def __init__(
        self, wanted: Wanted, audience: Audience | None = None, now: Callable[[], datetime] | None = None
    ) -> None:
        self._wanted, self._audience, self._now = wanted, audience or Audience(), now or _utc
        output = wanted.root / STATE / OUTPUT
        self._order = Order(
            wanted.root, output, self._now(), drafts=wanted.drafts, pictures=False, preview=True
        )
        self._bulletin, self._activity = Bulletin(), Activity()
        self._reach = Reach(self._bulletin)
        self._store = Store(self._order.store)
        self._server: Server | None = None
        self._rebuilder: Rebuilder | None = None
        self._closed = threading.Event()

    def open(self) -> Address:
        """Listen at once, and build in the background. Raises OSError where no port can be had."""
        self._server, address = listen(self._wanted.host, self._wanted.port, self._serve_on)
        _begin("pinsite-http", partial(self._server.serve_forever, _POLL_SECONDS))
        _begin("pinsite-build", self._rebuild)
        if self._wanted.improve:
            improver = Improver(self._wanted.root, self._store, self._bulletin, self._activity, self._reach)
            _begin("pinsite-pictures", improver.run)
        return address

    def _serve_on(self, host: str, port: int) -> Server:
        pictures, tell = Pictures(self._wanted.root, self._store, self._reach), self._audience.on_trouble
        desk = Desk(self._order.output, self._bulletin, pictures, tell)
        return Server(host, port, desk, self._bulletin, self._activity, tell)

    def _rebuild(self) -> None:
        self._show_last()
        # Imported here: the build takes much longer to import than the socket takes to listen.
        from pinsite.serve.rebuilding import Rebuilder

        self._rebuilder = Rebuilder(self._order, self._bulletin, self._activity, self._audience, self._now)
        if not self._closed.is_set():
            self._rebuilder.run()

    def _show_last(self) -> None:
        """Show what the last preview wrote where nothing has changed since; the build only plans pictures."""
        order = self._order
        if nothing_changed(order.state, order.root, order.output, call_of(order), order.now) is not None:
            self._bulletin.post(State(pages=self._bulletin.mark()))

    def wait(self) -> None:
        """Return when the preview is closed; an interrupt gets through on every system."""
        while not self._closed.wait(0.5):
            pass

    def close(self) -> None:
        """Stop listening, watching and building; what is being written is finished first."""
        self._closed.set()
        self._bulletin.close()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
        if self._rebuilder is not None:
            self._rebuilder.stop()


def _utc() -> datetime:
    return datetime.now(UTC)


def _begin(name: str, work: Callable[[], None]) -> None:
    threading.Thread(target=work, name=name, daemon=True).start()
