"""The preview over real HTTP: pages at once, pictures on request, reloads, and nobody else's business."""

from __future__ import annotations

import http.client
import io
import json
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from pinsite.build import Build, Order, Sitting
from pinsite.images import memory, probing
from pinsite.serve import Address, Audience, Built, Preview, Wanted, rebuilding

PIN = "title: {title}\nimages:\n  - {{file: front.jpg, role: front, alt: A square}}\n"
PATIENCE = 40.0


@dataclass
class Reply:
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Running:
    """A preview in this process, and what it told."""

    def __init__(self, root: Path, **wanted: object) -> None:
        self.built: list[Built] = []
        self.troubles: list[str] = []
        now = wanted.pop("now", None)
        wished = Wanted(root, port=0, improve=bool(wanted.pop("improve", False)), **wanted)  # type: ignore[arg-type]
        self.preview = Preview(wished, Audience(self.built.append, self.troubles.append), now)  # type: ignore[arg-type]
        self.address: Address = self.preview.open()

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def settled(self, count: int = 1) -> None:
        """Wait until so many builds have ended."""
        until(lambda: len(self.built) >= count)


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


class Events:
    """What a browser hears."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._socket.sendall(b"GET /-pinsite/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self._lines = self._socket.makefile("rb")
        self.head = b"".join(iter(self._lines.readline, b"\r\n")).decode()

    def next(self) -> dict[str, str]:
        while True:
            line = self._lines.readline()
            assert line, "the stream ended"
            if line.startswith(b"data: "):
                found: dict[str, str] = json.loads(line[6:])
                return found

    def until(self, holds: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        while not holds(news := self.next()):
            pass
        return news

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogue"
    pin = folder / "pins/moon-moth"
    pin.mkdir(parents=True)
    (folder / "pinsite.yaml").write_text("title: Night Garden\nbase_url: https://example.org/shop/\n")
    (pin / "pin.yaml").write_text(PIN.format(title="Moon Moth"))
    Image.linear_gradient("L").resize((640, 640)).convert("RGB").save(pin / "front.jpg", quality=90)
    (folder / "static").mkdir()
    (folder / "static/hello.txt").write_text("hello")
    return folder


@pytest.fixture
def start(root: Path) -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def begin(**wanted: object) -> Running:
        running.append(Running(root, **wanted))
        return running[-1]

    yield begin
    for one in running:
        one.preview.close()


def test_the_first_page_comes_with_the_script_and_is_not_kept(start: Callable[..., Running]) -> None:
    """A page is there as soon as it can be made; the site on disk stays without the script."""
    reply = start().get("/")
    assert reply.status == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["cache-control"] == "no-store"
    assert "Moon Moth" in reply.text
    assert reply.text.count('src="/-pinsite/reload.js"') == 1


def test_the_site_itself_is_not_touched(start: Callable[..., Running], root: Path) -> None:
    """A preview writes into the caches only, and without its script."""
    running = start()
    running.settled()
    assert sorted(path.name for path in root.iterdir()) == [".pinsite", "pins", "pinsite.yaml", "static"]
    assert b"-pinsite" not in (root / ".pinsite/preview/index.html").read_bytes()


def test_pictures_are_made_when_they_are_asked_for(start: Callable[..., Running], root: Path) -> None:
    """Both formats can be decoded, have the width they say, and are made once however many ask."""
    running = start()
    page = running.get("/pins/moon-moth/").text
    names = re.findall(r"assets/images/[\w.-]+ \d+w", page)
    assert {name.split()[0].rpartition(".")[2] for name in names} == {"avif", "jpg"}
    assert not list((root / ".pinsite").glob("images/??/*"))
    for name in names:
        path, width = name.split()
        reply = running.get(f"/{path}")
        assert reply.headers["content-type"] == ("image/avif" if path.endswith("avif") else "image/jpeg")
        with Image.open(io.BytesIO(reply.body)) as picture:
            assert picture.width == int(width.removesuffix("w"))
    made = {path: path.stat().st_mtime_ns for path in (root / ".pinsite").glob("images/??/*")}
    assert len(made) == len(set(names))
    again = [running.get("/" + names[0].split()[0]).body for _ in range(3)]
    assert len(set(again)) == 1
    assert made == {path: path.stat().st_mtime_ns for path in (root / ".pinsite").glob("images/??/*")}


def test_a_damaged_picture_is_told_and_harms_nothing_else(start: Callable[..., Running], root: Path) -> None:
    """Its head is fine, so that the page is there; its pixels are not."""
    front = root / "pins/moon-moth/front.jpg"
    front.write_bytes(front.read_bytes()[:3000])
    running = start()
    path = "/" + re.findall(r"(assets/images/[\w.-]+) \d+w", running.get("/pins/moon-moth/").text)[0]
    reply = running.get(path)
    assert reply.status == 500
    assert reply.text.startswith("pins/moon-moth/front.jpg: the picture is damaged")
    assert any("front.jpg" in trouble for trouble in running.troubles)
    running.get(path)
    assert len(running.troubles) == 1


def test_good_pictures_are_made_while_nobody_asks(start: Callable[..., Running], root: Path) -> None:
    """And they are what is served from then on."""
    running = start(improve=True)
    page = running.get("/pins/moon-moth/").text
    path = "/" + re.findall(r"(assets/images/[\w.-]+\.avif) \d+w", page)[-1]
    quick = running.get(path).body
    end = time.monotonic() + PATIENCE
    while (
        running.get(path).body == quick
    ):  # asking is activity, after which the good ones wait for two seconds
        assert time.monotonic() < end
        time.sleep(3.0)
    with Image.open(io.BytesIO(running.get(path).body)) as picture:
        assert picture.format == "AVIF"


def test_good_pictures_come_from_the_store_of_several_machines(
    start: Callable[..., Running], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another machine has made is not made again, quickly or well; without the store it is made here."""
    settings = root / "pinsite.yaml"
    settings.write_text(settings.read_text() + "images: {store: ../shared, formats: [jpeg]}\n")
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(root, elsewhere)
    assert Build(Order(elsewhere, tmp_path / "site", datetime.now(UTC))).run().ok
    running = start()
    names = re.findall(r"(assets/images/[\w.-]+\.jpg) \d+w", running.get("/pins/moon-moth/").text)
    with monkeypatch.context() as patch:
        patch.setattr("pinsite.serve.pictures.encode_one", None)
        for name in names:
            assert running.get(f"/{name}").body == (tmp_path / "site" / name).read_bytes()
    shutil.rmtree(tmp_path / "shared")
    shutil.rmtree(root / ".pinsite/images")
    assert running.get(f"/{names[0]}").status == 200


def test_pictures_of_early_pages_are_served_before_and_after_the_first_build(
    start: Callable[..., Running], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many large ones are named after a glance; the build names them anew, and pages that are open still get theirs."""
    digest_of, waiting = probing.digest_of, [True]

    def slow(stream: object) -> str:
        while waiting:
            time.sleep(0.01)
        return digest_of(stream)  # type: ignore[arg-type]

    monkeypatch.setattr(memory, "HASTE_BYTES", 1)
    monkeypatch.setattr(probing, "digest_of", slow)
    running = start()
    page = running.get("/pins/moon-moth/").text
    early = "/" + re.findall(r"(assets/images/[\w.-]+\.jpg) \d+w", page)[-1]
    shown = running.get(early)
    assert shown.status == 200 and shown.body[:2] == b"\xff\xd8"
    waiting.clear()
    end = time.monotonic() + PATIENCE
    while (now := running.get("/pins/moon-moth/").text) == page or "assets/images" not in now:
        assert time.monotonic() < end
        time.sleep(0.2)
    assert running.get(early).body == shown.body
    later = "/" + re.findall(r"(assets/images/[\w.-]+\.jpg) \d+w", now)[-1]
    assert later != early and running.get(later).status == 200


def test_an_edit_reaches_the_browser(start: Callable[..., Running], root: Path) -> None:
    """The stream gives the page's mark, and another one when the page has changed."""
    running = start()
    page = running.get("/pins/moon-moth/").text
    mark = re.findall(r'data-follow="pages" data-mark="([^"]+)"', page)[0]
    running.settled()
    events = Events(running.address.port)
    assert "text/event-stream" in events.head
    assert events.next()["pages"] == mark
    (root / "pins/moon-moth/pin.yaml").write_text(PIN.format(title="Sun Moth"))
    news = events.until(lambda news: news["pages"] != mark)
    events.close()
    assert news["summary"] == ""
    after = running.get("/pins/moon-moth/").text
    assert "Sun Moth" in after
    assert news["pages"] in after
    # Some systems tell of the folder as well.
    assert "pins/moon-moth/pin.yaml" in running.built[-1].changed


def test_a_page_is_shown_before_all_is_built(
    start: Callable[..., Running], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a large site would keep an artist waiting for comes after the page; a later edit comes before it, too."""
    monkeypatch.setattr(rebuilding, "_SOON", 0.0)
    running = start()
    running.settled()
    events, path = Events(running.address.port), root / "pins/moon-moth/pin.yaml"
    before, build = events.next(), Sitting.build
    going_on = threading.Event()

    def slow(*given: object, **more: object) -> object:
        going_on.wait(PATIENCE)
        return build(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Sitting, "build", slow)
    path.write_text(PIN.format(title="Moon Moth") + "weight: 12 g\n")
    shown = events.until(lambda news: news["pages"] != before["pages"])
    events.close()
    assert shown["summary"] == "" and "12" in running.get("/pins/moon-moth/").text
    assert len(running.built) == 1
    going_on.set()
    running.settled(2)
    written = running.built[-1].report.written
    assert {"pins/moon-moth/index.html", "catalogue.json"} <= set(written)


def test_a_save_that_changes_nothing_reloads_nothing(start: Callable[..., Running], root: Path) -> None:
    """A comment is no news."""
    running = start()
    mark = re.findall(r'data-follow="pages" data-mark="([^"]+)"', running.get("/").text)
    running.settled()
    (root / "pins/moon-moth/pin.yaml").write_text(PIN.format(title="Moon Moth") + "# a thought\n")
    running.settled(2)
    assert re.findall(r'data-follow="pages" data-mark="([^"]+)"', running.get("/").text) == mark


def test_errors_keep_the_last_good_pages(start: Callable[..., Running], root: Path) -> None:
    """Browsers are told; the page of problems has them in full, as text; a repair ends it."""
    running = start()
    running.settled()
    events = Events(running.address.port)
    before = events.next()
    (root / "pins/moon-moth/pin.yaml").write_text(PIN.format(title="Moth") + "platting: <b>gold</b>\n")
    news = events.until(lambda news: bool(news["summary"]))
    assert news["pages"] == before["pages"]
    assert news["summary"].startswith("1 problem:")
    assert "did you mean `plating`" in news["text"]
    assert "Moon Moth" in running.get("/").text
    problems = running.get("/-pinsite/problems").text
    assert "pins/moon-moth/pin.yaml:4:1" in problems
    assert "<b>gold" not in problems
    (root / "pins/moon-moth/pin.yaml").write_text(PIN.format(title="Moth"))
    mended = events.until(lambda news: not news["summary"])
    events.close()
    assert mended["pages"] != before["pages"]


def test_a_site_that_never_built_shows_its_problems(start: Callable[..., Running], root: Path) -> None:
    """On every page, until it is mended."""
    (root / "pins/moon-moth/pin.yaml").write_text("title: <i>Moth\nnonsense: 1\n")
    running = start()
    for path in ("/", "/pins/moon-moth/", "/nowhere"):
        reply = running.get(path)
        assert reply.status == 500
        assert "PIN012" in reply.text or "nonsense" in reply.text
        assert 'data-follow="problems"' in reply.text
    (root / "pins/moon-moth/pin.yaml").write_text("title: Moth\n")
    until(lambda: running.get("/").status == 200)


def test_settings_that_vanish_are_told(start: Callable[..., Running], root: Path) -> None:
    """And the last good pages stay."""
    running = start()
    running.settled()
    (root / "pinsite.yaml").rename(root / "elsewhere.yaml")
    until(lambda: bool(running.troubles))
    assert running.troubles == ["`pinsite.yaml` is gone"]
    assert running.get("/").status == 200
    (root / "elsewhere.yaml").rename(root / "pinsite.yaml")
    running.settled(2)


def test_a_full_disk_is_told(
    start: Callable[..., Running], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview goes on with what it has."""
    running = start()
    running.settled()

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pinsite.build.stage.Stage.put", full)
    (root / "pins/moon-moth/pin.yaml").write_text(PIN.format(title="Sun Moth"))
    until(lambda: bool(running.troubles))
    assert "No space left" in running.troubles[0]
    assert "Moon Moth" in running.get("/").text
    assert "No space left" in running.get("/-pinsite/problems").text


def test_addresses(start: Callable[..., Running]) -> None:
    """Folders get their slash, missing pages the site's own; the sub-path of the real address works too."""
    running = start()
    moved = running.get("/pins?page=1")
    assert (moved.status, moved.headers["location"]) == (302, "/pins/?page=1")
    assert running.get("/pins/").status == 200
    assert running.get("/hello.txt").body == b"hello"
    missing = running.get("/nowhere/")
    assert missing.status == 404
    assert "reload.js" in missing.text
    assert running.get("/shop/pins/moon-moth/").status == 200
    assert running.get("/feed.xml").headers["content-type"].startswith("application/xml")
    assert running.get("/catalogue.json").headers["content-type"] == "application/json; charset=utf-8"
    assert running.get("/assets/images/none-1.avif").status == 404


_BESIDE = (
    "/../pinsite.yaml", "/%2e%2e/pinsite.yaml", "/..%5cpinsite.yaml", "/%2e%2e%2f%2e%2e%2fpinsite.yaml",
    "/assets/images/../../../../pinsite.yaml", "/x%00", "//etc/passwd", "/.pinsite/pictures.json",
    "/-pinsite/../../pinsite.yaml", "/-pinsite/preview.py",
)  # fmt: skip


def test_nothing_beside_the_site_can_be_read(start: Callable[..., Running]) -> None:
    """Whatever the path says."""
    running = start()
    for path in _BESIDE:
        reply = running.get(path)
        assert reply.status == 404, path
        assert b"Night Garden\nbase_url" not in reply.body, path
        assert b"root:" not in reply.body, path


def test_other_names_and_methods_are_refused(start: Callable[..., Running]) -> None:
    """A rebound name gets nothing, not even events; nothing can be sent."""
    running = start()
    assert running.get("/", Host="evil.example").status == 421
    assert running.get("/-pinsite/events", Host="evil.example:80").status == 421
    assert running.get("/", Host=f"localhost:{running.address.port}").status == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "BREW"):
        reply = running.get("/", method)
        assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_head_has_the_headers_of_get(start: Callable[..., Running]) -> None:
    """And no body."""
    running = start()
    whole, head = running.get("/hello.txt"), running.get("/hello.txt", "HEAD")
    assert head.body == b""
    assert head.headers["content-length"] == whole.headers["content-length"] == "5"
    assert running.get("/-pinsite/events", "HEAD").headers["content-type"].startswith("text/event-stream")


def test_a_taken_port_is_passed_over(root: Path) -> None:
    """The next free one is taken, and the taken ones are named."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        preview = Preview(Wanted(root, port=port, improve=False))
        address = preview.open()
        preview.close()
    assert address.taken[0] == port
    assert address.port > port


def test_a_browser_that_goes_away_is_no_trouble(start: Callable[..., Running]) -> None:
    """Neither in the middle of an answer nor of the stream."""
    running = start()
    running.settled()
    for path in (b"/", b"/-pinsite/events", b"/assets"):
        with socket.create_connection(("127.0.0.1", running.address.port)) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            one.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert running.get("/").status == 200
    assert running.troubles == []


def test_what_is_published_later_appears_by_itself(root: Path) -> None:
    """When its moment comes, without an edit."""
    begun = time.monotonic()
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def now() -> datetime:
        return noon + timedelta(seconds=time.monotonic() - begun)

    (root / "pins/later.yaml").write_text("title: Later Moth\npublish: 2026-06-01T12:00:06+00:00\n")
    running = Running(root, now=now)
    try:
        if now() < noon + timedelta(seconds=5):
            assert "Later Moth" not in running.get("/pins/").text
        until(lambda: "Later Moth" in running.get("/pins/").text)
        assert all(built.changed == () for built in running.built)
    finally:
        running.preview.close()


def test_many_browsers_at_once(start: Callable[..., Running]) -> None:
    """The same picture, asked for by many before it is there, is the same for all."""
    running = start()
    path = "/" + re.findall(r"(assets/images/[\w.-]+) \d+w", running.get("/pins/moon-moth/").text)[-1]
    bodies: list[bytes] = []
    threads = [threading.Thread(target=lambda: bodies.append(running.get(path).body)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(bodies) == 12
    assert len(set(bodies)) == 1
