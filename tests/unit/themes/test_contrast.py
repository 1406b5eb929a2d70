"""Colours are held to the contrast of text, by day and by night, wherever they were set."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problem, Problems
from pinsite.themes import check_contrast, contrast, open_chain, read_options
from pinsite.themes.tokens import Tokens, Unbalanced


def looked_at(root: Path, theme: str, **written: str) -> list[Problem]:
    """Return what is said of a theme with some options set."""
    problems = Problems()
    chain = open_chain(root, theme, problems, Place("pinsite.yaml"))
    assert chain

    def place_of(name: str) -> Place:
        return Place("pinsite.yaml", 3, list(written).index(name) + 1)

    options = read_options(chain, written, place_of, problems)
    check_contrast(chain, options, lambda name: place_of(name) if name in written else None, problems)
    return list(problems)


def test_contrast_is_that_of_wcag() -> None:
    """From 1 to 21; the grey that is just enough on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < 4.5
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", ["foundation", "atelier", "vitrine"])
def test_the_themes_that_come_along_can_be_read(theme: str, tmp_path: Path) -> None:
    """With their own colours, and with darker ones."""
    assert looked_at(tmp_path, theme) == []
    if theme != "foundation":
        assert looked_at(tmp_path, theme, accent="#7a2426") == []


@pytest.mark.parametrize(("accent", "words"), [
    ("#dd8855", "links on paper by day: a contrast of 2.4"), ("#ffffff", "links on paper by day: a contrast of 1.0"),
    ("#e85", "links on paper by day"),
])  # fmt: skip
def test_an_accent_that_is_too_light_is_told_with_the_nearest_that_is_not(
    accent: str, words: str, tmp_path: Path
) -> None:
    """At the option's place; what is proposed passes."""
    (found,) = looked_at(tmp_path, "atelier", accent=accent)
    assert (found.code.id, found.severity, found.place) == ("THM008", "warning", Place("pinsite.yaml", 3, 1))
    assert words in found.message
    better = found.help.split("`")[1]
    assert looked_at(tmp_path, "atelier", accent=better) == []


def test_a_night_that_cannot_be_read_is_told_too(tmp_path: Path) -> None:
    """A child theme that mixes nothing for the dark page."""
    write_text(
        tmp_path / "themes/mine/theme.yaml", "name: mine\napi: 1\nparent: atelier\nstyles: [mine.css]\n"
    )
    dark = "@media screen and (prefers-color-scheme: dark) { :root { --accent: var(--option-accent); } }"
    write_text(tmp_path / "themes/mine/styles/mine.css", "/* } */\n" + dark)
    (found,) = looked_at(tmp_path, "mine", accent="#7a2426")
    assert "by night" in found.message
    assert looked_at(tmp_path, "mine", accent="#000001")[0].code.id == "THM008"


def test_colours_of_the_sites_own_styles_are_told_at_their_line(tmp_path: Path) -> None:
    """White paper at night, set for both: the light ink of the night cannot be read on it."""
    write_text(tmp_path / "templates/site.css", "\n  :root { --paper: #fff; }\n")
    found = looked_at(tmp_path, "atelier")
    assert {(one.place.path, one.place.line, one.place.column) for one in found} == {
        ("templates/site.css", 2, 11)
    }
    assert all("by night" in one.message for one in found)


def test_what_is_set_for_paper_or_for_a_smaller_part_is_no_token_of_the_page() -> None:
    """Print, contrast, one element."""
    tokens = Tokens.of_options({})
    tokens.add("a.css", ":root{--paper:#abc} @media print{:root{--paper:#000}} .card{--paper:#111}")
    assert [tokens.colour("light", "--paper"), tokens.colour("dark", "--paper")] == ["#aabbcc", "#aabbcc"]
    tokens.add("a.css", "@media (prefers-color-scheme: dark){:root{--paper:#222222; --ink: var(--paper)}}")
    assert [tokens.colour("light", "--paper"), tokens.colour("dark", "--ink")] == ["#aabbcc", "#222222"]
    tokens.add("a.css", ":root{--mixed: color-mix(in oklab, #fff 50%, black); --odd: oklch(50% .1 20)}")
    assert tokens.colour("light", "--mixed") == "#636363"
    assert tokens.colour("light", "--odd") is None
    tokens.add("a.css", ":root{--a: var(--b); --b: var(--a)}")
    assert tokens.colour("light", "--a") is None


@pytest.mark.parametrize("css", ["a { b: c", "a } b", "@media x { a { b: c }"])
def test_a_brace_without_partner_is_told(css: str, tmp_path: Path) -> None:
    """Browsers would read on into the next file."""
    with pytest.raises(Unbalanced):
        Tokens.of_options({}).add("a.css", css)
    write_text(tmp_path / "templates/site.css", css)
    assert [one.code.id for one in looked_at(tmp_path, "atelier")] == ["THM010"]


def test_braces_in_comments_and_texts_are_none() -> None:
    """`content: "{"` is fine."""
    Tokens.of_options({}).add("a.css", "a { content: \"{\"; } /* } */ b { content: '}' }")
