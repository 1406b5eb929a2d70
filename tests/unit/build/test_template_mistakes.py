"""Mistakes of templates are problems at a line, told once; the site stays as it is."""

from __future__ import annotations

import pytest
from support.builds import Studio, site_bytes
from support.catalogues import edit, write_text

from pinsite.outputs import data

MISTAKES = {
    "{% block main %}\n{{ pin.titel }}{% endblock %}": ("THM005", "templates/404.html", 2),
    "one\ntwo {% if %}": ("THM005", "templates/404.html", 2),
    "one\n{% include '_nowhere.html' %}": ("THM006", "templates/404.html", 2),
    "{{ asset('none.css') }}": ("THM005", "templates/404.html", 1),
    "\n\n{{ option.none }}": ("THM005", "templates/404.html", 3),
    "{{ 1 / 0 }}": ("THM005", "templates/404.html", 1),
}


@pytest.mark.parametrize("template", MISTAKES)
def test_a_mistake_is_told_with_its_line(template: str, studio: Studio) -> None:
    """And nothing of the site is touched, although other pages changed."""
    code, path, line = MISTAKES[template]
    before = site_bytes(studio.output)
    write_text(studio.root / "templates/404.html", template)
    edit(studio.root / "pages/about.md", "I draw pins.", "I draw.")
    report = studio.try_build()
    errors = [one for one in report.problems if one.severity == "error"]
    assert [(one.code.id, one.place.path, one.place.line) for one in errors] == [(code, path, line)]
    assert (report.ok, report.written) == (False, [])
    assert site_bytes(studio.output) == before


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
