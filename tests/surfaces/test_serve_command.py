"""`pinsite serve` as people start and end it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.Popen[str]"]
SERVE = [sys.executable, "-u", "-m", "pinsite", "serve"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    (tmp_path / "pinsite.yaml").write_text("title: Night Garden\n")
    (tmp_path / "pins").mkdir()
    (tmp_path / "pins/moon-moth.yaml").write_text("title: Moon Moth\n")
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        quiet = os.environ | {"NO_COLOR": "1"}
        process = subprocess.Popen([*SERVE, str(tmp_path), *arguments], text=True, env=quiet,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def address_in(line: str) -> str:
    return next(word for word in line.split() if word.startswith("http://"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_and_ends_politely(start: Start, number: signal.Signals) -> None:
    """The address comes first; Ctrl-C is the way out, and no failure."""
    process = start("--port", "0")
    assert process.stdout and process.stderr
    url = address_in(process.stdout.readline())
    with urllib.request.urlopen(url, timeout=40) as page:
        assert b"Moon Moth" in page.read()
    assert "pages made" in process.stdout.readline()
    process.send_signal(number)
    said, errors = process.communicate(timeout=40)
    assert process.returncode == 0
    assert said.strip() == "Goodbye."
    assert "Traceback" not in errors


def test_a_taken_port_is_told(start: Start) -> None:
    """In plain words, before the address that is used instead."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = start("--port", str(port))
        assert process.stdout and process.stderr
        url = address_in(process.stdout.readline())
        assert f":{port}/" not in url
        assert f"Port {port} " in process.stderr.readline()


def test_an_edit_and_a_mistake_are_told(start: Start, tmp_path: Path) -> None:
    """The file that changed, what was made, and the problem with its line."""
    process = start("--port", "0")
    assert process.stdout and process.stderr
    process.stdout.readline()
    assert "pages made" in process.stdout.readline()
    pin = tmp_path / "pins/moon-moth.yaml"
    pin.write_text("title: Sun Moth\n")
    assert "pages made" in process.stdout.readline()
    pin.write_text("title: Moth\nplatting: gold\n")
    lines = iter(process.stderr.readline, "")
    assert any(line.startswith("pins/moon-moth.yaml:2:1: error PIN012") for line in lines)
    assert any("1 error. The last good pages stay." in line for line in lines)


def test_a_folder_that_is_no_catalogue_is_a_wrong_call(tmp_path: Path) -> None:
    """Exit code 2, before anything listens."""
    done = subprocess.run([*SERVE, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "pinsite.yaml" in done.stderr


def test_an_address_that_is_not_ours_is_a_wrong_call(start: Start) -> None:
    """Nothing of this machine has it."""
    process = start("--host", "192.0.2.1", "--port", "0")
    _, errors = process.communicate(timeout=40)
    assert process.returncode == 2
    assert "cannot listen on 192.0.2.1" in errors
