"""What a request may ask for, and whom it may call."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from pinsite.serve.addresses import file_below, is_welcome, site_path


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/", ""),
        ("/?x=1", ""),
        ("/pins/", "pins/"),
        ("/pins?page=2", "pins"),
        ("/pins/moon-moth/index.html", "pins/moon-moth/index.html"),
        ("/stories/caf%C3%A9/", "stories/café/"),
        ("/%25", "%"),
    ],
)
def test_a_target_means_a_path_of_the_site(target: str, path: str) -> None:
    """Queries are cut off, escapes are undone once."""
    assert site_path(target) == path


@pytest.mark.parametrize(
    "target",
    [
        "/../pinsite.yaml",
        "/..",
        "/pins/../../x",
        "/%2e%2e/pinsite.yaml",
        "/%2e%2e%2fpinsite.yaml",
        "/..%5cpinsite.yaml",
        "/a\\b",
        "/x%00.html",
        "/%0d%0aX-Evil:%20yes",
        "//example.org/",
        "/%2Fetc/passwd",
        "/C:/Windows",
        "/.git/config",
        "/pins/.x.part",
        "/%ff",
        "http://example.org/",
        "*",
        "",
        "//",
    ],
)
def test_what_no_site_can_have_is_refused(target: str) -> None:
    """A path cannot leave the site, name a hidden file or a drive, or hold what is no text."""
    assert site_path(target) is None


def test_a_link_out_of_the_site_leads_nowhere(tmp_path: Path) -> None:
    """A file is found only where it really is below the site."""
    (tmp_path / "secret").write_text("x")
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.txt").write_text("a")
    (site / "out").symlink_to(tmp_path / "secret")
    assert file_below(site, "a.txt") == (site / "a.txt").resolve()
    assert file_below(site, "out") is None
    assert file_below(site, "gone") is None
    assert file_below(site, "../secret") is None


@pytest.mark.parametrize(
    "header", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:9", "[::1]", "localhost."]
)
def test_names_of_this_machine_are_welcome(header: str) -> None:
    """Loopback is welcome under each of its names."""
    assert is_welcome(header, "127.0.0.1")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.nip.io:8000",
        "192.168.1.5",
        "a b",
        "x/y",
    ],
)
def test_other_names_are_not(header: str | None) -> None:
    """A name that somebody made point here is refused."""
    assert not is_welcome(header, "127.0.0.1")


def test_the_host_given_is_welcome_and_every_plain_address_where_all_are_bound() -> None:
    """For a phone in the same network: addresses and the machine's own name, but no other name."""
    assert is_welcome("studio.local:80", "studio.local")
    assert is_welcome("192.168.1.5:8000", "0.0.0.0")
    assert is_welcome(f"{socket.gethostname()}:8000", "0.0.0.0")
    assert not is_welcome("evil.example", "0.0.0.0")
