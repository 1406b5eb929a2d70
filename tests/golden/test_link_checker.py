"""The link checker finds what it is there to find."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text
from support.links import Site

GOOD = '<a href="a/index.html#top">x</a><img src="a/p.jpg" srcset="a/p.jpg 1x"><a href="https://other.example/">y</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site without a fault."""
    write_text(tmp_path / "index.html", GOOD)
    write_text(
        tmp_path / "a/index.html", '<p id="top">x <a href="../index.html">up</a> <a href="#top">top</a></p>'
    )
    write_text(tmp_path / "a/p.jpg", "x")
    write_text(tmp_path / "a/s.css", "p { background: url(p.jpg) }")
    return tmp_path


def test_a_good_site_is_good(site: Path) -> None:
    """Links of other hosts are theirs."""
    assert Site(site).broken() == []
    assert Site(site, "https://x.example/a/b/").broken() == []


@pytest.mark.parametrize(("fault", "why"), [
    ('<a href="b.html">x</a>', "not there"), ('<a href="a/index.html#no">x</a>', "no such anchor"),
    ('<a href="#no">x</a>', "no such anchor"), ('<a href="a/">x</a>', "a folder"),
    ('<img src="no.jpg">', "not there"), ('<img srcset="a/p.jpg 1x, no.jpg 2x">', "not there"),
    ('<script src="https://other.example/x.js"></script>', "of another host"),
    ('<link rel="stylesheet" href="https://other.example/x.css">', "of another host"),
])  # fmt: skip
def test_a_fault_is_found(fault: str, why: str, site: Path) -> None:
    """One fault, one sentence."""
    write_text(site / "index.html", GOOD + fault)
    (found,) = Site(site).broken()
    assert why in found


def test_a_link_out_of_the_sub_path_is_found(site: Path) -> None:
    """`/x` is below the host, not below the site."""
    write_text(site / "index.html", '<a href="/x">x</a><a href="../b.html">y</a>')
    assert [line.rsplit(": ", 1)[1] for line in Site(site, "https://x.example/a/b/").broken()] == [
        "out of the site"
    ] * 2


def test_a_missing_picture_of_a_style_is_found(site: Path) -> None:
    """Styles have links, too."""
    write_text(site / "a/s.css", "p { background: url('no.svg') }")
    assert Site(site).broken() == ["a/s.css: no.svg: not there"]
