"""Every link, anchor and asset of the example site leads somewhere, wherever the site is put."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.builds import site_bytes
from support.example import ExampleSite, shared_example
from support.links import Site

BASE = "https://x.example/a/b/"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> ExampleSite:
    """Return the example site as it is put below a path of a host."""
    return shared_example(tmp_path_factory, "below", base_url=BASE)


def test_every_link_is_a_file(as_files: ExampleSite) -> None:
    """Without a `base_url` the site opens as files: each link names one, with the anchor that it wants."""
    assert Site(as_files.output, None, as_files.planned).broken() == []


def test_every_link_resolves_below_a_path(below: ExampleSite) -> None:
    """From `/a/b/` nothing leads out of `/a/b/`."""
    assert Site(below.output, BASE, below.planned).broken() == []


def test_links_within_the_site_stay_relative(below: ExampleSite) -> None:
    """Only what machines read is a whole address; the error page, shown anywhere, begins at the root."""
    for path, content in site_bytes(below.output).items():
        if path.endswith(".html") and path != "404.html":
            text = content.decode()
            body = text[text.index("<body") :]
            assert not re.search(rf'(?:href|src)="(?:{re.escape(BASE)}|/)', body), path


def test_feeds_and_sitemap_name_pages_that_are_there(below: ExampleSite) -> None:
    """Whole addresses, each of a file of the site."""
    files = set(site_bytes(below.output)) | below.planned
    for name in ("sitemap.xml", "feed.xml", "de/feed.xml", "robots.txt"):
        addresses = re.findall(rf"{re.escape(BASE)}[^\s\"<]*", below.page(name))
        assert addresses
        for address in addresses:
            path = address.removeprefix(BASE)
            assert (f"{path}index.html" if path.endswith("/") or not path else path) in files, address


def test_data_name_pages_and_pictures_that_are_there(as_files: ExampleSite) -> None:
    """`catalogue.json` and the search data hold site paths."""
    files = set(site_bytes(as_files.output)) | as_files.planned
    for pin in json.loads(as_files.page("catalogue.json"))["pins"]:
        assert f"{pin['url']}index.html" in files
        assert f"{pin['url']}index.json" in files
        assert pin["image"]["src"] in files
    blocks = list(as_files.output.glob("assets/search-*-pins-*.js"))
    assert blocks
    for block in blocks:
        for _, path, _, _, picture, *_ in json.loads(
            block.read_text("utf-8").partition("=")[2].rstrip(";\n")
        ):
            assert f"{path}index.html" in files
            assert picture[0] in files


def test_every_pin_is_reached_by_plain_links(as_files: ExampleSite) -> None:
    """From the home page, without script, in both languages."""
    for lang in ("", "de/"):
        first = as_files.page(f"{lang}pins/index.html")
        listed = first + "".join(
            path.read_text("utf-8") for path in as_files.output.glob(f"{lang}pins/page/*/index.html")
        )
        pins = [
            pin["url"].removeprefix("pins/") for pin in json.loads(as_files.page("catalogue.json"))["pins"]
        ]
        assert [slug for slug in pins if f"pins/{slug}index.html" not in listed] == []


def test_every_file_has_its_pages_in_both_languages(as_files: ExampleSite) -> None:
    """A page of the main language has its twin."""
    pages = {path for path in site_bytes(as_files.output) if path.endswith("index.html")}
    main = {path for path in pages if not path.startswith("de/")}
    assert {path.removeprefix("de/") for path in pages - main} == main


def test_nothing_is_left_in_a_template(as_files: ExampleSite) -> None:
    """No `None`, no object, no brace of a template in a text, and no control character."""
    for path, content in site_bytes(as_files.output).items():
        if path.endswith((".html", ".xml", ".csv")):
            text = content.decode()
            assert not re.search(
                r"[\x00-\x08\x0b\x0c\x0e-\x1f]|\{\{|\{%|>None<|object at 0x|Markup\(", text
            ), path


def test_the_folder_holds_what_the_contract_lists(as_files: ExampleSite) -> None:
    """The paths that other programs rely on."""
    files = set(site_bytes(as_files.output))
    wanted = (
        "index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "feed.xml",
        "feed.json",
        "catalogue.json",
        "catalogue.csv",
        "editions.json",
        "search/index.html",
        "editions/index.html",
        "de/index.html",
    )
    assert set(wanted) <= files
    assert Path(as_files.output, "assets").is_dir()
