"""The chain of templates: nearest first, `parent:` the next one down, a digest of all that is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problems
from pinsite.themes import Chain, open_chain

CHILD = "name: child\napi: 1\nparent: base\n"
BASE = 'name: base\napi: 1\noptions:\n  accent: {type: colour, default: "#ff0000"}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a catalogue with a theme and its parent."""
    write_text(tmp_path / "themes/base/theme.yaml", BASE)
    write_text(tmp_path / "themes/base/templates/pin.html", "base {% include '_part.html' %}")
    write_text(tmp_path / "themes/base/templates/_part.html", "part")
    write_text(tmp_path / "themes/base/templates/other.html", "other")
    write_text(tmp_path / "themes/child/theme.yaml", CHILD)
    return tmp_path


def chain_of(root: Path) -> Chain:
    """Return the chain of the child, which has no mistake."""
    problems = Problems()
    chain = open_chain(root, "child", problems, Place("pinsite.yaml"))
    assert chain, list(problems)
    return chain


def digest(root: Path, name: str = "pin.html") -> str | None:
    """Return the digest of a template as a new build sees it."""
    return chain_of(root).template_digest(name)


def source(chain: Chain, name: str, level: int = 0) -> str:
    """Return how a template is named to people."""
    found = chain.template(name, level)
    assert found
    return found.shown


def test_the_nearest_template_is_taken(root: Path) -> None:
    """The site's own, then the theme's, then its parent's."""
    assert source(chain_of(root), "pin.html") == "themes/base/templates/pin.html"
    write_text(root / "themes/child/templates/pin.html", "child")
    assert source(chain_of(root), "pin.html") == "themes/child/templates/pin.html"
    write_text(root / "templates/pin.html", "own")
    assert source(chain_of(root), "pin.html") == "templates/pin.html"
    assert source(chain_of(root), "pin.html", 2) == "themes/base/templates/pin.html"


def test_what_is_not_there_has_no_digest(root: Path) -> None:
    """Absence is told apart from emptiness."""
    assert digest(root, "none.html") is None
    write_text(root / "templates/none.html", "")
    assert digest(root, "none.html") is not None


@pytest.mark.parametrize(
    "path", ["themes/base/templates/_part.html", "templates/_part.html", "themes/child/templates/_part.html"]
)
def test_an_included_part_is_in_the_digest(path: str, root: Path) -> None:
    """Changed, or overridden on any level."""
    before = digest(root)
    write_text(root / path, "other part")
    assert digest(root) != before


def test_a_template_that_is_not_referred_to_is_not_in_the_digest(root: Path) -> None:
    """One template edited remakes the pages that use it."""
    before = digest(root)
    write_text(root / "themes/base/templates/other.html", "changed")
    assert digest(root) == before


@pytest.mark.parametrize("reference", [
    "{% include 'x.html' %}", '{%- include "x.html" -%}', "{%+ include 'x.html' ignore missing %}",
    "{% extends 'x.html' %}", "{% import 'x.html' as x with context %}",
    "{% from 'x.html' import a, b with context %}",
    "{% include ['y.html', 'x.html'] %}", "{% include 'y.html' if a else 'x.html' %}",
    "{% include a ~ '.html' %}",
    "{% include\n  'x.html'\n  without context %}", "{% extends a or 'x.html' %}", "{%include 'x.html'%}",
])  # fmt: skip
def test_every_way_to_refer_to_a_template_is_seen(reference: str, root: Path) -> None:
    """A name that is worked out while a page is made can be any template."""
    write_text(root / "templates/x.html", "one")
    write_text(root / "templates/pin.html", reference)
    before = digest(root)
    write_text(root / "templates/x.html", "two")
    assert digest(root) != before


def test_a_part_that_is_not_there_yet_is_in_the_digest(root: Path) -> None:
    """`ignore missing` finds it when it comes."""
    write_text(root / "templates/pin.html", "{% include '_later.html' ignore missing %}")
    before = digest(root)
    write_text(root / "templates/_later.html", "")
    assert digest(root) != before


def test_parent_is_the_next_one_down(root: Path) -> None:
    """From the site's own to the theme's, from there to its parent's; changes below are seen."""
    write_text(root / "templates/pin.html", '{% extends "parent:pin.html" %}')
    write_text(root / "themes/child/templates/pin.html", '{% extends "parent:pin.html" %}')
    chain = chain_of(root)
    first = chain.join("parent:pin.html", "pin.html")
    second = chain.join("parent:pin.html", first)
    found = [chain.locate(first), chain.locate(second)]
    assert [one.shown for one in found if one] == [
        "themes/child/templates/pin.html",
        "themes/base/templates/pin.html",
    ]
    before = digest(root)
    write_text(root / "themes/base/templates/pin.html", "changed")
    assert digest(root) != before


def test_templates_that_include_each_other_have_a_digest(root: Path) -> None:
    """A circle is a mistake for Jinja to tell, not a way to hang."""
    write_text(root / "templates/pin.html", "{% include 'x.html' %}")
    write_text(root / "templates/x.html", "{% include 'pin.html' %}")
    assert digest(root)


def test_options_reach_the_stylesheet_and_the_own_layer_is_last(root: Path) -> None:
    """The site's own styles always win."""
    write_text(root / "templates/site.css", "body{}")
    css = chain_of(root).stylesheet({"accent": "#00ff00"}).decode()
    assert css.startswith("@layer base, child, site;")
    assert "--option-accent:#00ff00;" in css
    assert css.rstrip().endswith("@layer site {\nbody{}\n}")


@pytest.mark.parametrize(
    ("theme", "code", "place"),
    [
        ("name: base\napi: 1\nparent: child\n", "THM002", Place("themes/base/theme.yaml", 3, 9, 5)),
        ("name: base\napi: 2\n", "THM001", Place("themes/base/theme.yaml", 2, 6)),
        ("name: base\n", "THM001", Place("themes/base/theme.yaml", 1, 1)),
        ("[", "YML002", Place("themes/base/theme.yaml", 1, 1)),
        ("name: base\napi: 1\nparent: gone\n", "SET001", Place("themes/base/theme.yaml", 3, 9, 4)),
    ],
)
def test_a_theme_that_cannot_be_used_is_a_problem(theme: str, code: str, place: Place, root: Path) -> None:
    """A circle, another API, a missing key, no YAML, an unknown parent: each at its place."""
    write_text(root / "themes/base/theme.yaml", theme)
    problems = Problems()
    assert open_chain(root, "child", problems, Place("pinsite.yaml")) is None
    assert [(one.code.id, one.place) for one in problems] == [(code, place)]


def test_a_chain_has_as_many_links_as_somebody_wants(root: Path) -> None:
    """Fifty themes, each the child of the one before; `parent:` goes down all of them."""
    write_text(root / "themes/t0/theme.yaml", "name: t0\napi: 1\nparent: base\n")
    for number in range(1, 50):
        declared = f"name: t{number}\napi: 1\nparent: t{number - 1}\n"
        write_text(root / f"themes/t{number}/theme.yaml", declared)
        write_text(root / f"themes/t{number}/templates/pin.html", '{% extends "parent:pin.html" %}')
    write_text(root / "themes/child/theme.yaml", "name: child\napi: 1\nparent: t49\n")
    chain = chain_of(root)
    assert len(chain.themes) == 52
    before = digest(root)
    write_text(root / "themes/base/templates/pin.html", "changed")
    assert digest(root) != before


def test_a_link_out_of_a_theme_is_refused_and_out_of_the_catalogue_is_no_template(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nobody publishes by mistake what lies elsewhere; a link within the catalogue is the author's own affair."""
    secret = write_text(tmp_path_factory.mktemp("elsewhere") / "secret", "secret")
    (root / "templates").mkdir()
    (root / "templates/out.html").symlink_to(secret)
    (root / "templates/within.html").symlink_to(root / "themes/base/templates/other.html")
    chain = chain_of(root)
    assert chain.template("out.html") is None
    assert source(chain, "within.html") == "templates/within.html"
    (root / "themes/child/templates").mkdir()
    (root / "themes/child/templates/out.html").symlink_to(root / "themes/base/templates/other.html")
    problems = Problems()
    assert open_chain(root, "child", problems, Place("pinsite.yaml")) is None
    assert [(one.code.id, one.place.path) for one in problems] == [
        ("THM011", "themes/child/templates/out.html")
    ]


@pytest.mark.parametrize(
    "name", ["@x:pin.html", "@:pin.html", "@1pin.html", "../pin.html", "/etc/passwd", "@99:pin.html"]
)
def test_a_strange_name_is_no_template(name: str, root: Path) -> None:
    """Names are looked up among files; none is a path."""
    chain = chain_of(root)
    assert chain.locate(name) is None
    write_text(root / "templates/pin.html", f'{{% include "{name}" ignore missing %}}')
    assert digest(root)


def test_what_is_compiled_is_what_the_digest_is_of(root: Path) -> None:
    """A template is read once a build, so that one that is saved meanwhile cannot be remembered unmade."""
    before, chain = digest(root), chain_of(root)
    found = chain.locate("pin.html")
    assert found is not None and found.text.startswith("base")
    write_text(root / "themes/base/templates/pin.html", "saved meanwhile")
    assert chain.template_digest("pin.html") == before != digest(root)
    again = chain.locate("pin.html")
    assert again is not None and again.text == found.text
