"""Mistakes of templates are problems at a line, told once; the site stays as it is."""

from __future__ import annotations

import pytest
from support.builds import Studio, site_bytes
from support.catalogues import edit, write_text

from pinsite.outputs import data

MISTAKES = {
    "{% block main %}\n{{ pin.titel }}{% endblock %}": (
        "THM005", 2, 4, "`pin` means nothing here", "did you mean `option`?"),
    "{{ newst }}": ("THM005", 1, 4, "`newst` means nothing here", "did you mean `newest`?"),
    "{{ site.titel }}": ("THM005", 1, 9, "a `SiteView` has no `titel`", "did you mean `title`?"),
    "{{ newest[0].\n  titel }}": ("THM005", 2, 3, "a `Card` has no `titel`", "did you mean `title`?"),
    "{{ site.description.text }}": (
        "THM005", 1, 21, "there is nothing here that could have `text`: it is `none`", ""),
    "one\ntwo {% if %}": ("THM005", 2, 5, "Expected an expression, got 'end of statement block'", ""),
    "{% blok main %}": ("THM005", 1, 4, "Encountered unknown tag 'blok'", "did you mean `block`?"),
    "\n  {{ site.title|sayd }}": ("THM005", 2, 17, "no filter named 'sayd'", "did you mean `said`?"),
    "{% if 1 is devined %}{% endif %}": ("THM005", 1, 12, "no test named 'devined'", "did you mean `defined`?"),
    "one\n{% include '_crad.html' %}": (
        "THM006", 2, 13, "there is no template `_crad.html`", "did you mean `_card.html`?"),
    "{% extends 'parent:frme.html' %}": (
        "THM006", 1, 20, "no theme further down has a template `frme.html`", "did you mean `frame.html`?"),
    "{{ asset('none.css') }}": ("THM005", 1, 1, "the theme has no asset `none.css`", ""),
    "\n\n{{ option.none }}": ("THM005", 3, 11, "the set of options of this theme has no `none`", ""),
    "{{ 1 / 0 }}": ("THM005", 1, 1, "ZeroDivisionError: division by zero", ""),
    "{{ site.__class__ }}": ("THM005", 1, 9, "`__class__` cannot be reached from a template", ""),
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}": (
        "THM013", 1, 1, "the templates of one page may take 1,000,000 steps, and these take more",
        "look for a loop that goes on for ever, or round in a circle"),
    "{% include '404.html' %}": (
        "THM013", 1, 1, "templates or macros call each other without an end", "one of them must stop at some time"),
}  # fmt: skip


def told(studio: Studio) -> list[tuple[str, str, int, int, str, str]]:
    """Build, and return the errors."""
    return [
        (one.code.id, one.place.path, one.place.line, one.place.column, one.message, one.help)
        for one in studio.try_build().problems
        if one.severity == "error"
    ]


@pytest.mark.parametrize("template", MISTAKES)
def test_a_mistake_is_told_at_its_place(template: str, studio: Studio) -> None:
    """Line, column, what is wrong, what was meant."""
    code, line, column, message, help = MISTAKES[template]
    write_text(studio.root / "templates/404.html", template)
    way = "while making 404.html"
    assert told(studio) == [
        (code, "templates/404.html", line, column, message, f"{help} ({way})" if help else way)
    ]


def test_a_mistake_leaves_the_site_as_it_is(studio: Studio) -> None:
    """Nothing of the site is touched, although other pages changed."""
    before = site_bytes(studio.output)
    write_text(studio.root / "templates/404.html", "{{ nothing }}")
    edit(studio.root / "pages/about.md", "I draw pins.", "I draw.")
    report = studio.try_build()
    assert (report.ok, report.written) == (False, [])
    assert site_bytes(studio.output) == before


def test_a_mistake_is_told_where_it_is_and_not_where_it_was_called_from(studio: Studio) -> None:
    """In a macro, in an included template, in one that is extended; the way there is told, too."""
    theme = studio.root / "themes/mine"
    write_text(theme / "theme.yaml", "name: mine\napi: 1\nparent: foundation\n")
    write_text(theme / "templates/_words.html", "\n{% macro words(card) %}\n{{ card.titel }}{% endmacro %}")
    write_text(theme / "templates/_part.html", "{% for a in newest %}\n\n {{ a.pth }}{% endfor %}")
    opening = "{% block opening %}{{ super() }}{{ totl }}{% endblock %}"
    write_text(theme / "templates/home.html", '{% extends "parent:home.html" %}\n' + opening)
    write_text(studio.root / "templates/home.html", '{% extends "parent:home.html" %}')
    write_text(studio.root / "templates/404.html",
               '{% from "_words.html" import words %}\n\n{{ words(newest[0]) }}')  # fmt: skip
    write_text(studio.root / "templates/page.html", '\n{% include "_part.html" %}')
    edit(studio.root / "pages/about.md", "I draw pins.", "I draw.")
    edit(studio.root / "pinsite.yaml", '"foundation"', '"mine"')
    found = told(studio)
    assert {one[1:4] for one in found} == {
        ("themes/mine/templates/_words.html", 3, 9),
        ("themes/mine/templates/_part.html", 1, 13),
        ("themes/mine/templates/home.html", 2, 36),
    }
    helps = {one[1]: one[5] for one in found}
    assert helps["themes/mine/templates/_words.html"] == (
        "did you mean `title`? (while making 404.html, from templates/404.html:3)"
    )
    assert ", from templates/page.html:2)" in f"{helps['themes/mine/templates/_part.html']})"
    assert helps["themes/mine/templates/home.html"].startswith("did you mean `total`?")


def test_a_mistake_on_many_pages_is_told_once(studio: Studio) -> None:
    """One line, one problem, however many pages it is on."""
    write_text(studio.root / "templates/pin.html", "{{ nothing }}")
    write_text(studio.root / "templates/series.html", "\n{{ nothing }}")
    errors = [one for one in studio.try_build().problems if one.severity == "error"]
    assert [(one.place.path, one.place.line) for one in errors] == [
        ("templates/pin.html", 1),
        ("templates/series.html", 2),
    ]


def test_a_mended_template_is_made_with(studio: Studio) -> None:
    """The build after an error makes what the one before could not."""
    path = write_text(studio.root / "templates/404.html", "{{ nothing }}")
    assert not studio.try_build().ok
    path.write_text("mended", "utf-8")
    assert studio.build().written == ["404.html"]
    assert studio.page("404.html") == "mended"


def test_an_override_of_nothing_is_a_warning(studio: Studio) -> None:
    """With the nearest name that there is."""
    write_text(studio.root / "templates/pinn.html", "x")
    found = [one for one in studio.build().problems if one.code.id == "THM007"]
    assert [(one.place.path, one.severity == "warning", "pin.html" in one.help) for one in found] == [
        ("templates/pinn.html", True, True)
    ]


def test_a_bug_is_not_a_problem_of_content(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no template is part of goes up as it is, and the site stays."""

    def broken(*_: object) -> bytes:
        raise ZeroDivisionError

    before = site_bytes(studio.output)
    monkeypatch.setattr(data, "make", broken)
    edit(studio.root / "pins/hermit-crab.yaml", "Hermit Crab", "Crab")
    with pytest.raises(ZeroDivisionError):
        studio.try_build()
    assert site_bytes(studio.output) == before
