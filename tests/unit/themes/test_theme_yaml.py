"""`theme.yaml`: each mistake at its line and column with the name that was meant; what nothing reads is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problem, Problems
from pinsite.themes import bundled_themes, open_chain
from pinsite.themes.reading import read_theme

HEAD = "name: mine\napi: 1\nparent: foundation\n"


def problems_of(root: Path, declared: str, **files: str) -> list[Problem]:
    """Read a theme; `files` are others of its folder, `__` for `/`."""
    write_text(root / "themes/mine/theme.yaml", declared)
    for name, text in files.items():
        write_text(root / "themes/mine" / name.replace("__", "/").replace("_dot_", "."), text)
    problems = Problems()
    open_chain(root, "mine", problems, Place("pinsite.yaml", 2, 1))
    return list(problems)


MISTAKES = {
    "optoins: {}": (4, 1, "unknown key `optoins`", "did you mean `options`?"),
    "options: {accent: {type: color, default: x}}": (
        4, 26, "`options.accent.type`: `color` is not possible here", "did you mean `colour`?"),
    "options:\n  accent: {type: colour, default: red}": (
        5, 35, "`options.accent.default`: the option does not take its own default",
        'it takes a colour like `"#b3541e"`'),
    "options:\n  accent: {type: colour, defualt: red}": (5, 26, "unknown key `defualt`", "did you mean `default`?"),
    "options: {hero: {type: choice, default: a}}": (
        4, 17, "`options.hero`: a choice needs `choices`", "add `choices: [one, other]`"),
    "options: {Big One: {type: text, default: a}}": (
        4, 20, "`options.Big One`: `Big One` is not possible here", "lower-case words joined by `_`"),
    "options: {}\noptions: {}": (5, 1, "`options` stands on line 4 and again on line 5", "keep one of them"),
    "styles: [gone.css]": (
        4, 10, "there is no file `themes/mine/styles/gone.css`", "add it, or take its name out of `styles`"),
    "styles: [../../x.css]": (
        4, 10, "`styles.1`: `../../x.css` is not possible here", "the name of a file in `styles/`, like `mine.css`"),
    "pictures: {card: {widths: [wide]}}": (
        4, 28, "`pictures.card.widths.1`: a whole number belongs here", "write digits only, like `1`"),
    "pictures: {card: {widths: []}}": (4, 27, "`pictures.card.widths`: the list is empty", "name at least one"),
    "social: {paper: white!}": (
        4, 17, "`social.paper`: `white!` is not possible here",
        'a colour like `"#b3541e"`, or the name of an option that is a colour'),
    "options: {sky: {type: colour, default: '#123456'}}\nsocial: {paper: '#fff', accent: ksy}": (
        5, 33, "`social.accent`: the theme has no option `ksy`", "did you mean `sky`?"),
    "options: {wide: {type: flag, default: 'true'}}\nsocial: {ink: wide}": (
        5, 15, "`social.ink`: the option `wide` is no colour",
        'name an option of type `colour`, or write one like `"#b3541e"`'),
    "languages: [fr]": (4, 13, "the theme has no texts in `fr`", "add `themes/mine/locale/fr.po`"),
}  # fmt: skip


@pytest.mark.parametrize("more", MISTAKES)
def test_a_mistake_is_told_at_its_place(more: str, tmp_path: Path) -> None:
    """Line, column, what is wrong, what to do."""
    found = [
        (one.place.line, one.place.column, one.message, one.help)
        for one in problems_of(tmp_path, HEAD + more + "\n")
    ]
    assert MISTAKES[more] in found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """One does not hide another."""
    found = problems_of(tmp_path, "name: Mine\npi: 1\nstyles: {}\n")
    assert [(one.place.line, one.message) for one in found] == [
        (1, "`api` is missing"),
        (1, "`name`: `Mine` is not possible here"),
        (2, "unknown key `pi`"),
        (3, "`styles`: a list belongs here"),
    ]


def test_a_theme_is_called_as_its_folder_and_never_site(tmp_path: Path) -> None:
    """Layers and folders have one name; `site` is the layer of the site's own styles."""
    found = problems_of(tmp_path, "name: other\napi: 1\n")
    assert [(one.place.line, one.place.column, one.help) for one in found] == [
        (1, 7, "write `name: mine`, or rename the folder")
    ]
    write_text(tmp_path / "themes/site/theme.yaml", "name: site\napi: 1\n")
    problems = Problems()
    assert open_chain(tmp_path, "site", problems, Place("pinsite.yaml")) is None


def test_another_version_of_the_api_says_which_way_to_go(tmp_path: Path) -> None:
    """A newer theme wants a newer pinsite."""
    (found,) = problems_of(tmp_path, "name: mine\napi: 7\n")
    assert (found.place.line, found.place.column) == (2, 6)
    assert "made for version 7" in found.message
    assert "pip install --upgrade" in found.help


def test_what_nothing_reads_is_said(tmp_path: Path) -> None:
    """A style and a script that are not named, a folder with a misspelt name."""
    found = problems_of(
        tmp_path, HEAD, styles__a_dot_css="a{}", scripts__b_dot_js="b", template__pin_dot_html="", README="x"
    )
    assert [(one.code.id, one.place.path, one.severity) for one in found] == [
        ("THM009", "themes/mine/scripts/b.js", "warning"),
        ("THM009", "themes/mine/styles/a.css", "warning"),
        ("THM009", "themes/mine/template", "warning"),
    ]
    assert found[2].help == "did you mean `templates`?"


@pytest.mark.parametrize("name", ["foundation", "atelier", "vitrine"])
def test_the_themes_that_come_along_keep_to_all_of_it(name: str) -> None:
    """They are not checked in a build, so they are here."""
    problems = Problems()
    assert read_theme(bundled_themes() / name, f"themes/{name}", False, problems)
    assert list(problems) == []
