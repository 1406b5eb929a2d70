"""Edits of settings, stories, themes, pictures and moments: what is made again, what goes and comes back."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import (
    append_ledger,
    edit,
    ledger_row,
    write_document,
    write_picture,
    write_pin,
    write_text,
)

THEME = """\
name: plain
title: Plain
api: 1
parent: foundation
options:
  motto: {type: text, default: quiet}
  loud: {type: flag, default: "false"}
"""


def html(studio: Studio) -> set[str]:
    """Return every page of the site."""
    return {path for path in site_bytes(studio.output) if path.endswith(".html")}


def pages_of(studio: Studio, kind: str) -> set[str]:
    """Return the pages of pins, series or stories, without their lists."""
    return {path for path in html(studio) if path.removeprefix("de/").startswith(f"{kind}/")
            and path.removeprefix("de/").count("/") == 2}  # fmt: skip


@pytest.fixture
def themed(catalogue: Path) -> Studio:
    """Return a catalogue with a theme of its own, built once."""
    write_text(catalogue / "themes/plain/theme.yaml", THEME)
    write_text(catalogue / "themes/plain/templates/404.html", "{{ option.motto }}: {{ page.title }}\n")
    edit(catalogue / "pinsite.yaml", '"foundation"', '"plain"')
    studio = Studio(catalogue)
    studio.build()
    return studio


def test_a_story_remakes_its_page(studio: Studio) -> None:
    """Nobody but the page shows the body of a story."""
    edit(studio.root / "stories/how-it-began.md", "It began with", "It all began with")
    studio.build()
    assert studio.remade == {"stories/how-it-began/index.html", "de/stories/how-it-began/index.html"}


def test_a_page_remakes_itself_alone(studio: Studio) -> None:
    """The about page is nobody else's business, but its title is the menu's."""
    edit(studio.root / "pages/about.md", "I draw pins.", "I draw small pins.")
    studio.build()
    assert studio.remade == {"about/index.html", "de/about/index.html"}
    edit(studio.root / "pages/about.md", '"About"', '"About me"')
    studio.build()
    assert html(studio) - studio.remade <= {"pins/hermit/index.html", "de/pins/hermit/index.html"}


def test_a_new_story_that_names_a_pin_remakes_the_page_of_the_pin(studio: Studio) -> None:
    """The pin's page lists its stories; pins that it does not name stay."""
    write_document(studio.root, "stories", "second", "More.", date="2026-01-01", pins=["night-fox"])
    studio.build()
    assert {"pins/night-fox/index.html", "stories/index.html", "index.html", "feed.xml"} <= studio.remade
    assert studio.remade.isdisjoint({"pins/moon-moth/index.html", "pins/index.html", "catalogue.json"})


def test_an_override_of_a_template_is_seen_when_it_comes_and_when_it_goes(studio: Studio) -> None:
    """A template that is not there yet is a fact, too."""
    before = site_bytes(studio.output)
    override = write_text(
        studio.root / "templates/pin.html", "<!doctype html><title>{{ pin.title|said }}</title>\n"
    )
    studio.build()
    assert studio.remade == pages_of(studio, "pins")
    assert studio.page("pins/moon-moth/index.html") == "<!doctype html><title>Moon Moth</title>\n"
    override.unlink()
    studio.build()
    assert studio.remade == pages_of(studio, "pins")
    assert differences(before, site_bytes(studio.output)) == []


def test_a_part_of_a_template_remakes_the_pages_that_include_it(studio: Studio) -> None:
    """The pager stands on lists; single records have none."""
    write_text(studio.root / "templates/_pager.html", "{% macro pager(of) %}{% endmacro %}\n")
    studio.build()
    assert {"pins/index.html", "pins/page/2/index.html", "stories/index.html"} <= studio.remade
    assert studio.remade.isdisjoint(
        pages_of(studio, "pins") | {"about/index.html", "404.html", "catalogue.json"}
    )


def test_an_override_can_extend_what_it_overrides(studio: Studio) -> None:
    """`parent:` is the next one down; its blocks are replaced, the rest follows the theme."""
    write_text(studio.root / "templates/404.html",
               '{% extends "parent:404.html" %}{% block main %}Nothing here.{% endblock %}')  # fmt: skip
    studio.build()
    assert studio.remade == {"404.html"}
    assert "Nothing here." in studio.page("404.html")
    assert "Night Garden Pins" in studio.page("404.html")


def test_a_choice_between_templates_depends_on_each_of_them(studio: Studio) -> None:
    """`{% include a if b else c %}` can be any of them."""
    write_text(
        studio.root / "templates/404.html", '{% include "_one.html" if page.noindex else "_two.html" %}'
    )
    write_text(studio.root / "templates/_two.html", "two")
    part = write_text(studio.root / "templates/_one.html", "one")
    studio.build()
    assert studio.page("404.html") == "one"
    part.write_text("other", "utf-8")
    studio.build()
    assert studio.page("404.html") == "other"


def test_a_theme_option_remakes_what_read_it(themed: Studio) -> None:
    """An option is in the stylesheet, too, whose name follows from its content and stands on every page."""
    assert themed.page("404.html") == "quiet: Page not found\n"
    edit(themed.root / "pinsite.yaml", "title: ", 'theme_options: {"motto": "calm"}\ntitle: ')
    themed.build()
    assert themed.page("404.html") == "calm: Page not found\n"
    assert "pins/index.html" in themed.remade
    assert themed.remade.isdisjoint(
        {"catalogue.json", "catalogue.csv", "feed.xml", "sitemap.xml", "robots.txt"}
    )


def test_an_option_that_does_not_exist_yet_is_a_fact(themed: Studio) -> None:
    """A template that asks whether there is an option follows when there is."""
    write_text(
        themed.root / "themes/plain/templates/404.html", "{{ 'yes' if option.later is defined else 'no' }}"
    )
    themed.build()
    assert themed.page("404.html") == "no"
    edit(
        themed.root / "themes/plain/theme.yaml", "options:\n", "options:\n  later: {type: text, default: x}\n"
    )
    themed.build()
    assert themed.page("404.html") == "yes"


def test_a_stylesheet_remakes_pages_and_leaves_data_alone(themed: Studio) -> None:
    """The old stylesheet goes, the new one has another name."""
    report = themed.build()
    write_text(themed.root / "templates/site.css", "body { color: red }")
    report = themed.build()
    gone = [path for path in report.removed if path.startswith("assets/theme-")]
    new = [path for path in report.written if path.startswith("assets/theme-")]
    assert len(gone) == len(new) == 1
    assert "catalogue.json" not in themed.remade
    assert new[0].removeprefix("assets/") in themed.page("index.html")


def test_a_language_added_makes_its_pages_and_links_to_them(studio: Studio) -> None:
    """Every page names its translations."""
    edit(studio.root / "pinsite.yaml", '["en", "de"]', '["en", "de", "ja"]')
    report = studio.build()
    assert {"ja/index.html", "ja/pins/moon-moth/index.html", "ja/feed.xml"} <= set(report.written)
    assert 'hreflang="ja"' in studio.page("pins/moon-moth/index.html")
    edit(studio.root / "pinsite.yaml", '["en", "de", "ja"]', '["en"]')
    write_pin(studio.root, "sun-moth", series="night-garden")
    report = studio.build()
    assert not (studio.output / "ja").exists()
    assert not (studio.output / "de").exists()
    assert "hreflang" not in studio.page("pins/moon-moth/index.html")


def test_a_publication_comes_when_its_moment_comes(studio: Studio) -> None:
    """Nothing on disk changes but the clock; a record that expires goes again."""
    write_pin(studio.root, "comet", publish="2026-12-01T18:00+00:00", expires="2026-12-24T00:00+00:00")
    assert studio.build().written == []
    studio.now = datetime(2026, 12, 1, 17, 59, tzinfo=UTC)
    assert studio.build().written == []
    studio.now += timedelta(minutes=1)
    assert "pins/comet/index.html" in studio.build().written
    studio.now = datetime(2026, 12, 24, tzinfo=UTC)
    assert "pins/comet/index.html" in studio.build().removed


def test_a_release_day_changes_the_status(studio: Studio) -> None:
    """A variant that is released tomorrow is upcoming today."""
    write_pin(studio.root, "comet", variants=[{"id": "red", "title": "Red", "released": "2026-11-23"}])
    studio.build()
    before = studio.page("pins/comet/index.html")
    studio.now += timedelta(days=1)
    studio.build()
    assert studio.page("pins/comet/index.html") != before


def test_a_picture_replaced_under_its_name_is_seen(studio: Studio) -> None:
    """The modification time set back and the same number of bytes hide nothing."""
    picture = write_picture(studio.root / "images/fox.png", "#112233")
    write_pin(studio.root, "night-fox", images=[{"file": "fox.png", "alt": "A fox."}])
    studio.build()
    old = {path for path in site_bytes(studio.output) if path.startswith("assets/images/")}
    assert old
    status = picture.stat()
    write_picture(studio.root / "images/other.png", "#332211").replace(picture)
    os.utime(picture, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert picture.stat().st_size == status.st_size
    report = studio.build()
    new = {path for path in site_bytes(studio.output) if path.startswith("assets/images/")}
    assert old.isdisjoint(new)
    assert old <= set(report.removed)
    assert "pins/night-fox/index.html" in studio.remade
    assert "pins/seahorse/index.html" not in studio.remade


def test_a_touched_file_leaves_the_pictures_of_all_pages(studio: Studio) -> None:
    """Where no page is made again, what pages show is known from before; all of it is still wanted."""
    for name, colour in (("front.png", "#112233"), ("back.png", "#332211")):
        write_picture(studio.root / "images" / name, colour)
    images = [{"file": "back.png", "alt": "The back."}, {"file": "front.png", "alt": "The front."}]
    write_pin(studio.root, "night-fox", images=images)
    studio.build()
    before = site_bytes(studio.output)
    for path in ("pins/seahorse.yaml", "pages/faq.md"):
        (studio.root / path).touch()
        report = studio.build()
        assert (report.written, report.removed) == ([], [])
        assert site_bytes(studio.output) == before


def test_a_picture_that_no_record_names_any_more_goes(studio: Studio) -> None:
    """Pictures are kept while a page shows them, also by pages that are not made again."""
    write_picture(studio.root / "images/fox.png")
    path = write_pin(studio.root, "night-fox", description={"en": "x", "de": "![Ein Fuchs](fox.png)"})
    studio.build()
    shown = {path for path in site_bytes(studio.output) if path.startswith("assets/images/")}
    assert shown
    edit(studio.root / "pages/faq.md", "Ask me.", "Ask.")
    assert studio.build().removed == []
    edit(path, "![Ein Fuchs](fox.png)", "Ein Fuchs")
    assert shown <= set(studio.build().removed)


def test_a_build_without_pictures_leaves_those_that_are_there(studio: Studio) -> None:
    """A preview makes pictures later; those of a full build stay, and go with the next if unwanted."""
    write_picture(studio.root / "images/fox.png")
    path = write_pin(studio.root, "night-fox", images=[{"file": "fox.png", "alt": "A fox."}])
    studio.build()
    shown = {path for path in site_bytes(studio.output) if path.startswith("assets/images/")}
    edit(path, "Night Fox", "Red Fox")
    report = studio.build(pictures=False)
    assert shown.isdisjoint(report.removed)
    path.unlink()
    write_pin(studio.root, "night-fox")
    studio.build(pictures=False)
    assert shown <= set(studio.build().removed)


def test_a_static_file_is_copied_when_it_changes(studio: Studio) -> None:
    """`static/` goes to the root of the site as it is; a touch copies nothing."""
    path = write_text(studio.root / "static/press/kit.txt", "one")
    assert studio.build().written == ["press/kit.txt"]
    path.touch()
    assert studio.build().written == []
    path.write_text("two", "utf-8")
    assert studio.build().written == ["press/kit.txt"]
    assert studio.page("press/kit.txt") == "two"
    path.unlink()
    assert studio.build().removed == ["press/kit.txt"]
    assert not (studio.output / "press").exists()


def test_an_output_that_somebody_deleted_or_changed_is_restored(studio: Studio) -> None:
    """Pages, data, styles and copies alike."""
    write_text(studio.root / "static/kit.txt", "one")
    studio.build()
    before = site_bytes(studio.output)
    style = next(path for path in before if path.startswith("assets/theme-"))
    (studio.output / "about/index.html").unlink()
    for name in ("pins/index.html", "editions.json", style, "kit.txt"):
        (studio.output / name).write_text("changed", "utf-8")
    report = studio.build()
    assert set(report.written) == {"about/index.html", "pins/index.html", "editions.json", style, "kit.txt"}
    assert site_bytes(studio.output) == before


def test_a_file_of_somebody_else_is_never_removed(studio: Studio) -> None:
    """What pinsite did not make is not pinsite's, whatever happens to the pages around it."""
    foreign = write_text(studio.output / "pins/hermit-crab/notes.txt", "mine")
    (studio.root / "pins/hermit-crab.yaml").unlink()
    studio.build()
    assert foreign.read_text("utf-8") == "mine"
    assert not (studio.output / "pins/hermit-crab/index.html").exists()
    studio.build(clean=True)
    assert foreign.exists()


def test_a_clean_build_writes_nothing_new_and_still_removes_what_is_stale(studio: Studio) -> None:
    """`--clean` forgets how things were made, not what is ours."""
    (studio.root / "pins/hermit-crab.yaml").unlink()
    report = studio.build(clean=True)
    assert "pins/hermit-crab/index.html" in report.removed
    report = studio.build(clean=True)
    assert report.written == report.removed == []
    assert report.pages.kept == 0


def test_errors_leave_the_site_as_it_was(studio: Studio) -> None:
    """Whole or not at all."""
    before = site_bytes(studio.output)
    edit(studio.root / "pages/about.md", "I draw pins.", "[gone](pin:nobody)")
    edit(studio.root / "pages/faq.md", "Ask me.", "Do not ask me.")
    assert not studio.try_build().ok
    assert site_bytes(studio.output) == before


def test_a_folder_can_become_a_file_and_a_file_a_folder(studio: Studio, tmp_path: Path) -> None:
    """What is in the way and ours goes first."""
    write_text(studio.root / "static/kit", "one")
    write_text(studio.root / "static/press/kit.txt", "two")
    studio.build()
    (studio.root / "static/kit").unlink()
    (studio.root / "static/press/kit.txt").unlink()
    (studio.root / "static/press").rmdir()
    write_text(studio.root / "static/kit/one.txt", "one")
    write_text(studio.root / "static/press", "two")
    studio.build()
    assert differences(site_bytes(studio.output), clean_site(studio.root, tmp_path)) == []


def test_two_files_cannot_have_one_path(studio: Studio) -> None:
    """Neither the same path in other letters, nor a file where a page has its folder."""
    write_text(studio.root / "static/About/INDEX.html", "x")
    write_text(studio.root / "static/faq", "x")
    report = studio.try_build()
    found = {(one.place.path, one.code.id) for one in report.problems if one.severity == "error"}
    assert found == {("static/About/INDEX.html", "REF005"), ("static/faq", "REF005")}


def test_the_output_folder_is_no_source_wherever_it_lies(studio: Studio) -> None:
    """A site written into the catalogue's own folders does not feed on itself."""
    write_text(studio.root / "static/kit.txt", "one")
    output = studio.root / "static/site"
    first = studio.build(output=output)
    assert "kit.txt" in first.written
    assert studio.build(output=output).written == []
    assert not (output / "site").exists()


def test_the_address_of_the_site_is_part_of_every_page(studio: Studio) -> None:
    """Another `--base-url` is another recipe; coming back gives the same bytes."""
    before = site_bytes(studio.output)
    studio.build(base_url="https://x.example/a/b/")
    assert "https://x.example/a/b/pins/moon-moth/" in studio.page("pins/moon-moth/index.html")
    studio.build()
    assert differences(before, site_bytes(studio.output)) == []


def test_a_new_grade_and_a_new_word_reach_the_pages_that_show_them(studio: Studio, tmp_path: Path) -> None:
    """Settings are facts like any other."""
    edit(studio.root / "pinsite.yaml", '"Seconds"', '"Second choice"')
    append_ledger(studio.root, ledger_row("2026-01-01", "moon-moth", "received", quantity=9, grade="B"))
    studio.build()
    assert "Second choice" in studio.page("editions/index.html")
    assert differences(site_bytes(studio.output), clean_site(studio.root, tmp_path)) == []
