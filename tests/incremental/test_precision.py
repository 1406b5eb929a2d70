"""What pinsite promises of an edit, sentence by sentence: exactly these files are made again, and no other.

The other files of this folder try many more edits; here stands the promise itself.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builds import Studio, site_bytes
from support.catalogues import append_ledger, edit, ledger_row, write_pin, write_small_catalogue, write_text

from pinsite.build import in_words
from pinsite.views import Material, answers, search_record

OWN_THEME = """\
name: plain
api: 1
parent: foundation
options:
  motto: {type: text, default: quiet}
"""
#: Pages that show the card of the moth, or link to it.
SHOW_THE_MOTH = {
    "404.html",
    "index.html",
    "pins/index.html",
    "pins/moon-moth/index.html",
    "pins/sun-moth/index.html",
    "pins/night-fox/index.html",
    "series/night-garden/index.html",
    "stories/how-it-began/index.html",
    "editions/index.html",
    "plating/black-nickel/index.html",
    "technique/hard-enamel/index.html",
    "tags/moth/index.html",
    "tags/night/index.html",
    "year/2025/index.html",
    "designer/ada-example/index.html",
}


def in_english(paths: set[str]) -> set[str]:
    """Return files without those that are the same in German, and without the hashes of search data."""
    assert {path.removeprefix("de/") for path in paths if path.startswith("de/")} <= paths
    found = {path for path in paths if not path.startswith("de/")}
    return {"search data" if path.startswith("assets/search-") else path for path in found}


def made(studio: Studio) -> set[str]:
    """Build, and return what was made again; it is what was written, too."""
    report = studio.build()
    assert set(report.written) == studio.remade
    return in_english(studio.remade)


def test_a_description_remakes_its_page_and_what_holds_the_text(studio: Studio) -> None:
    """Its JSON and the data files; the feed holds summaries, and no description."""
    edit(studio.root / "pins/moon-moth.yaml", "Opens at night.", "Opens late.")
    page = {"pins/moon-moth/index.html", "pins/moon-moth/index.json"}
    assert made(studio) == page | {"catalogue.json", "search/index.html", "search data"}


def test_a_summary_is_in_the_feeds(studio: Studio) -> None:
    """A pin that the feeds tell of is told of anew; the news of editions repeat what is new."""
    edit(studio.root / "pins/sun-moth.yaml", "title:", "summary: Warm.\ntitle:")
    report = studio.build()
    assert in_english(set(report.written)) == {
        "pins/sun-moth/index.html",
        "pins/sun-moth/index.json",
        "catalogue.json",
        "search/index.html",
        "search data",
        "feed.xml",
        "feed.json",
        "editions/feed.xml",
        "editions/feed.json",
    }


def test_a_sale_remakes_what_shows_the_counter(studio: Studio) -> None:
    """The page, the register, and the data with numbers."""
    append_ledger(studio.root, ledger_row("2026-01-10", "moon-moth", "sold"))
    page = {"pins/moon-moth/index.html", "pins/moon-moth/index.json"}
    assert made(studio) == page | {
        "editions/index.html",
        "editions.json",
        "catalogue.json",
        "catalogue.csv",
    }


def test_a_title_remakes_pages_that_show_the_card_or_link_to_it(studio: Studio) -> None:
    """And the data, feeds and search that say it; no other list, term or record."""
    edit(studio.root / "pins/moon-moth.yaml", "Moon Moth", "Luna Moth")
    data = {"pins/moon-moth/index.json", "catalogue.json", "catalogue.csv", "collection/0.json"}
    news = {"feed.xml", "feed.json", "editions/feed.xml", "editions/feed.json"}
    assert made(studio) == SHOW_THE_MOTH | data | news | {"search/index.html", "search data"}


def test_another_pin_asks_nothing_of_those_that_share_its_terms(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the search knows of a pin says what its terms are called, not who else bears them."""
    asked: set[str] = set()

    def noting(material: Material, id: str, lang: str) -> str:
        asked.add(id)
        return search_record.search_record(material, id, lang)

    monkeypatch.setitem(answers._QUESTIONS, "search record", noting)
    write_pin(studio.root, "new-moth", tags=["moth", "night"], released="2025-05-01", technique="hard-enamel")
    studio.build()
    assert asked == {"new-moth"}


@pytest.mark.parametrize("path", ["pins/moon-moth.yaml", "series/night-garden.yaml", "pinsite.yaml"])
def test_a_comment_or_reordered_keys_remake_nothing(studio: Studio, path: str) -> None:
    """What YAML does not say, no page shows."""
    lines = (studio.root / path).read_text("utf-8").splitlines()
    write_text(studio.root / path, "\n".join(["# a remark", *reversed(lines)]) + "\n")
    assert made(studio) == set()


def test_touched_files_remake_nothing(studio: Studio) -> None:
    """A new time without new content is no change, whatever the file."""
    for path in studio.root.rglob("*"):
        if path.is_file() and path.relative_to(studio.root).parts[0] not in (".pinsite", "public"):
            path.touch()
    assert made(studio) == set()


@pytest.fixture
def overridden(tmp_path: Path) -> Studio:
    """Return a small catalogue with templates of its own, built once."""
    root = write_small_catalogue(tmp_path / "catalogue")
    write_text(root / "templates/pin.html", '{% extends "parent:pin.html" %}')
    write_text(root / "templates/_pager.html", "{% macro pager(of) %}{% endmacro %}\n")
    studio = Studio(root)
    studio.build()
    return studio


def test_a_template_remakes_the_pages_that_use_it(overridden: Studio) -> None:
    """The template of pin pages: the pages of pins."""
    write_text(
        overridden.root / "templates/pin.html",
        '{% extends "parent:pin.html" %}{% block trail %}{% endblock %}',
    )
    pins = ("moon-moth", "sun-moth", "night-fox", "seahorse", "hermit-crab")
    assert made(overridden) == {f"pins/{id}/index.html" for id in pins}


def test_a_part_of_templates_remakes_the_pages_that_use_it(overridden: Studio) -> None:
    """The pager: lists of pins and stories, of terms, and the register; no page of a record."""
    lists = {path for path in site_bytes(overridden.output) if path.endswith(".html")}
    lists = {path for path in lists if _is_paged(path.removeprefix("de/"))}
    write_text(overridden.root / "templates/_pager.html", "{% macro pager(of) %}-{% endmacro %}\n")
    assert made(overridden) == in_english(lists)


def _is_paged(path: str) -> bool:
    kind, depth = path.partition("/")[0], path.count("/")
    if kind in ("pins", "stories", "editions"):
        return depth == 1 or "/page/" in path
    return kind in ("plating", "technique", "tags", "year", "designer") and depth > 1


def test_a_block_of_the_sites_own_remakes_the_pages_that_have_it(studio: Studio) -> None:
    """When it comes, when its text changes, when it goes; a note of what it was made from remakes nothing."""
    stories = {"stories/how-it-began/index.html"}
    own = studio.root / "templates/story.html"
    write_text(own, '{% extends "parent:story.html" %}\n{% block footer %}one{% endblock %}')
    assert made(studio) == stories
    write_text(own, '{% extends "parent:story.html" %}\n{% block footer %}two{% endblock %}')
    assert made(studio) == stories
    write_text(studio.root / "templates/upstream.yaml", "story.html:\n  footer: |\n    gone\n")
    assert made(studio) == set()
    assert [one.code.id for one in studio.last.problems if one.code.id[:3] == "THM"] == ["THM012"]
    own.unlink()
    assert made(studio) == stories


def test_each_link_of_a_chain_of_themes_remakes_what_follows_it(tmp_path: Path) -> None:
    """An override that comes, changes or goes half way up; one above that does not look down hides it."""
    root = write_small_catalogue(tmp_path / "catalogue")
    write_text(root / "themes/low/theme.yaml", "name: low\napi: 1\nparent: foundation\n")
    write_text(root / "themes/high/theme.yaml", "name: high\napi: 1\nparent: low\n")
    write_text(root / "themes/high/templates/404.html", '{% extends "parent:404.html" %}')
    write_text(root / "themes/high/templates/story.html", "{{ page.title }}")
    edit(root / "pinsite.yaml", '"foundation"', '"high"')
    studio = Studio(root)
    studio.build()
    low = root / "themes/low/templates"
    write_text(low / "404.html", '{% extends "parent:404.html" %}{% block main %}low{% endblock %}')
    assert made(studio) == {"404.html"}
    assert "low" in studio.page("404.html")
    write_text(low / "story.html", '{% extends "parent:story.html" %}{% block main %}low{% endblock %}')
    assert made(studio) == set()
    write_text(root / "themes/high/templates/story.html", '{% extends "parent:story.html" %}')
    assert made(studio) == {"stories/how-it-began/index.html"}
    (low / "404.html").unlink()
    assert made(studio) == {"404.html"}


def test_an_option_remakes_what_read_it(tmp_path: Path) -> None:
    """The stylesheet holds options, and its name, which follows from its content, stands on every page."""
    root = write_small_catalogue(tmp_path / "catalogue")
    write_text(root / "themes/plain/theme.yaml", OWN_THEME)
    write_text(root / "themes/plain/templates/frame.html", "{{ page.title }}: {% block main %}{% endblock %}")
    write_text(root / "themes/plain/templates/404.html", "{{ option.motto }}: {{ page.title }}\n")
    edit(root / "pinsite.yaml", '"foundation"', '"plain"')
    studio = Studio(root)
    studio.build()
    edit(root / "pinsite.yaml", "title: ", 'theme_options: {"motto": "calm"}\ntitle: ')
    again = made(studio)
    style = {path for path in again if path.startswith("assets/theme-")}
    assert len(style) == 1
    assert again - style == {"404.html"}


def test_why_and_status_tell_what_a_build_then_does(studio: Studio) -> None:
    """The reasons before a build name the targets that it makes, each in a sentence."""
    edit(studio.root / "pins/moon-moth.yaml", "Opens at night.", "Opens late.")
    told = studio.foreseen()
    studio.build()
    assert set(told) == studio.remade
    sentence = in_words(told["pins/moon-moth/index.html"])
    assert "moon-moth" in sentence
    assert studio.foreseen() == {}
