"""What a preview adds to pages, and says of how things stand."""

from __future__ import annotations

import json
import threading
import time

from msgspec.structs import replace

from pinsite.serve.answers import as_event
from pinsite.serve.audience import Address
from pinsite.serve.bulletin import Bulletin, State
from pinsite.serve.media_types import media_type
from pinsite.serve.pages import problems_page, with_script


def test_the_script_goes_before_the_last_end_of_body() -> None:
    """Text that only looks like the end of a page keeps its place."""
    page = with_script(b"<pre>&lt;/body></pre><!-- </body> --><p>x</p></BODY></html>", "m1")
    assert page.endswith(b'data-mark="m1"></script></BODY></html>')
    assert with_script(b"<p>no end", "m").startswith(b"<p>no end<script defer ")


def test_problems_are_shown_as_text() -> None:
    """Nothing that an author wrote becomes markup."""
    page = problems_page(State(summary="1 problem", text="pins/a.yaml: <script>alert(1)</script>")).decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_event_is_one_line_of_data() -> None:
    """A line end in a text would end the event."""
    event = as_event(State(pages="1", text="a\n\nb\r")).decode()
    head, data, *rest = event.split("\n")
    assert (head, rest) == ("event: state", ["", ""])
    assert json.loads(data.removeprefix("data: "))["text"] == "a\n\nb\r"


def test_other_words_get_another_mark() -> None:
    """A page of problems knows by the mark that there are others now."""
    bulletin = Bulletin()
    bulletin.post(State(text="a"))
    first = bulletin.current.problems
    bulletin.post(replace(bulletin.current, building=False))
    assert bulletin.current.problems == first
    bulletin.post(replace(bulletin.current, text="b"))
    assert bulletin.current.problems != first


def test_who_waits_is_woken_at_the_end() -> None:
    """Closing sends everybody home at once."""
    bulletin = Bulletin()
    threading.Timer(0.05, bulletin.close).start()
    begun = time.monotonic()
    bulletin.wait(lambda state: False, 30.0)
    assert time.monotonic() - begun < 10


def test_types_do_not_depend_on_the_machine() -> None:
    """The types that a browser is strict about."""
    assert media_type("a/b.avif") == "image/avif"
    assert media_type("x.woff2") == "font/woff2"
    assert media_type("theme.JS") == "text/javascript; charset=utf-8"
    assert media_type("feed.xml") == "application/xml; charset=utf-8"
    assert media_type("no-ending") == "application/octet-stream"


def test_an_address_can_be_opened() -> None:
    """Brackets for version 6, a name for "everywhere"."""
    assert Address("::1", 80).url == "http://[::1]:80/"
    assert Address("0.0.0.0", 8000).url == "http://localhost:8000/"
