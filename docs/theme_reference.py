"""Write the reference of themes out of what declares them: makers, templates, views, styles, `theme.yaml`."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from theme_fields import FIELDS, OF

from pinsite import catalogue, outputs
from pinsite.catalogue import field_lines, inner_records
from pinsite.diagnostics import Place, Problems
from pinsite.themes import Chain, bundled_themes, open_chain, skeleton_of, tokens_of
from pinsite.views import FILTERS, FUNCTIONS, values

_PAGES = Path(outputs.__file__).parent / "pages"
_THEMES = ("foundation", "atelier", "vitrine")
_SMALL = (catalogue.Said, catalogue.PartialDate, catalogue.Size, catalogue.Rights)

#: What a template is given, by its name there.
GIVEN = {
    "as_of": "the newest day that any counter holds for",
    "card": "the `Card` of the pin",
    "cards": "a `Card` for each pin; their ids are in `cards.ids`, and a card is looked up when it is read",
    "choices": "what the register can be narrowed by, a list of `ChoiceField`; on its first page",
    "counter": "the pin's `Counter`, or none",
    "document": "the story or page, a `DocumentView`",
    "entries": "what is in the making, a list of `PreorderView`",
    "facet_fields": "fields by which a search can be narrowed, each with its label",
    "facets": "vocabularies with the number of pins of each term",
    "featured": "the `Card` of the pin that opens the home page, or none",
    "field_label": "the name of the vocabulary",
    "grades": "the site's scale, a list of `GradeView`; on the first page of the register",
    "intro": "the page `home` as `Rich`, or none",
    "newer": "the `StoryCard` of the next newer story, or none",
    "newest": "the `Card` of the newest pins",
    "next": "the `Card` of the next pin of the series, or none",
    "older": "the `StoryCard` of the next older story, or none",
    "pager": "where this page of the list stands, a `Pager`",
    "parts": "the variant and `Counter` of each large register",
    "pin": "the pin, a `PinView`",
    "preorder": "how far the pin is in the making, a `PreorderView`, or none",
    "preorders": "the ids of pins on the preorder board; on the first page of the register",
    "previous": "the `Card` of the previous pin of the series, or none",
    "related": "the `Card` of kindred pins",
    "rows": "editions, a list of `RegisterRow`",
    "search_data": "the site path of the data of the search",
    "search_scripts": "the site paths of the scripts that hold what the search needs in this language",
    "series": "a `SeriesView`, or a list of them (`home.html`: the first 24)",
    "series_cards": "the `Card` of up to twelve pins of its series, those nearest to it",
    "series_total": "how many series there are",
    "shelves": "in how many files the data of pins lie that a collection reads",
    "status": "the code of the status",
    "status_label": "its words, a `Said`",
    "status_of": "the edition that the status follows from; empty where the author wrote it",
    "stories": "a list of `StoryCard`",
    "target": "the site path that the old address leads to",
    "term": "the term, a `TermView`",
    "terms": "the terms of a vocabulary, a list of `TermView`",
    "titles": "the title of each variant, by its id",
    "total": "how many pins there are",
    "variants": "the pin's colourways, a list of `VariantView`",
}
#: What each function and filter is for.
WORDS = {
    "_": "a text of the interface in the reader's language; `%(name)s` in it is filled from named values",
    "n_": "the same for one and for many: `n_('%(n)s pin', '%(n)s pins', n)`",
    "n_forms": "all forms of the same for a script, as JSON",
    "card_of": "the `Card` of a pin by its id, or none",
    "cards_of": "the `Card` of several pins",
    "counter_of": "the `Counter` of a pin, or none",
    "variant_counter": "the `Counter` of a variant, by the ids of pin and variant",
    "numbers_of": "what became of each number, a `NumberRegister`, or none",
    "fresh_of": "where newer numbers are asked for, a `Freshness`, or none",
    "series_cards_of": "the `Card` of each pin of a series",
    "picture_of": "the face of a pin for a wish, a `PictureView`, or none: `picture_of(id, 'card')`",
    "outline_of": "where the pin is in that picture, a `PinOutline`, or none",
    "cutout_of": "the pin cut out of its picture, with its millimetres, a `Cutout`, or none",
    "pocket": "what lies in most pockets, to compare a pin with: a bank card and coins, a `Pocket`",
    "asset": "the site path of a style, script or file of the theme, by its plain name",
    "part": "a piece that many pages show alike, made once: `part('_pin_card.html', id=id)`",
    "is_site_rights": "whether rights are those of the whole site",
    "url": "an address that works from this page, of a site path",
    "root": "the way from this page to the root of the site",
    "said": "a text, with its own `lang` where it is not the page's",
    "own_lang": "the attribute `lang` of a text in another language than the page's",
    "date": "a `<time>` in the reader's language",
    "size": "measures in the reader's language",
    "inches": "the same in inches",
    "number": "a number in the reader's language",
    "grams": "a weight",
    "srcset": "the `srcset` of one format of a picture",
}

_HEAD = (
    "Every template with its blocks and what it is given, every value with its fields. The [guide](theme-guide.md) says"
    " how to use them.\n"
)
_ALL = (
    "All are given `site` (a `SiteView`), `page` (a `PageView`) and `option`, and have the blocks of `frame.html`,"
    " which they extend.\n"
)
_JINJA = (
    "The filters and tests of [Jinja](https://jinja.palletsprojects.com/en/stable/templates/) are there, too, but"
    " `random` and `lipsum`: the same catalogue makes the same bytes.\n"
)


def theme_reference() -> str:
    """Return the reference of themes."""
    parts = [
        "# Theme reference\n",
        "<!-- Written by docs/generate.py out of makers, templates, views, styles and theme.yaml. -->\n",
        _HEAD,
        "## Templates\n",
        _ALL,
        *_templates(),
        "## Macros and parts\n",
        *_macros(),
        "## Functions\n",
        _table(
            ("function", "gives"),
            ((_code(f"{name}{_call(one)}"), WORDS[name]) for name, one in FUNCTIONS.items()),
        ),
        "## Filters\n",
        _table(("filter", "makes"), ((_code(name), WORDS[name]) for name in FILTERS)),
        _JINJA,
        "## Values\n",
        "A text that an author wrote is a `Said`; Markdown is a `Rich`. `none` stands where there is nothing.\n",
        *_values(),
        "## Options\n",
        _options(),
        "## Pictures\n",
        _wishes(),
        "## Tokens\n",
        "Custom properties of the page. A theme that is not listed takes what foundation says.\n",
        _tokens(),
    ]
    return "\n".join(parts)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return (
        "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        + "\n"
    )


def _code(text: str) -> str:
    return f"`{text}`"


def _chain(name: str) -> Chain:
    chain = open_chain(Path("nowhere"), name, Problems(), Place(""))
    assert chain is not None
    return chain


# ── templates ────────────────────────────────────────────────────────────────────────────────────────────


def given_to_templates() -> dict[str, list[str]]:
    """Return the names that makers give to each template, as their code says it."""
    found: dict[str, list[str]] = {}
    for file in sorted(_PAGES.glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr == "render"
            ):
                template = call.args[0]
                assert isinstance(template, ast.Constant)
                found[str(template.value)] = [str(one.arg) for one in call.keywords]
    return found


def _templates() -> Iterator[str]:
    yield f"### frame.html\n\n{_blocks('frame.html')}\n"
    for template, names in sorted(given_to_templates().items()):
        yield f"### {template}\n\n{_blocks(template)}\n"
        if names:
            yield _table(("name", "what"), ((_code(name), GIVEN[name]) for name in names))


def _blocks(template: str) -> str:
    """Say which blocks a template adds to those of the one that it extends."""
    found: dict[str, None] = {}
    for theme in _THEMES:
        path = bundled_themes() / theme / "templates" / template
        if path.exists():
            found |= dict.fromkeys(skeleton_of(path.read_text("utf-8")).blocks)
    names = sorted(found)
    return "Blocks: " + ", ".join(map(_code, names)) + "." if names else "No blocks."


def _macros() -> Iterator[str]:
    rows = []
    for path in sorted((bundled_themes() / "foundation" / "templates").glob("_*.html")):
        macros = re.findall(r"\{%-?\s*macro\s+(\w+\(.*?\))\s*-?%\}", path.read_text("utf-8"))
        what = ", ".join(map(_code, macros)) if macros else f"a part; it is given {_asked(path.name)}"
        rows.append((_code(path.name), what))
    yield _table(("file", "macros"), iter(rows))


def _asked(part: str) -> str:
    """Return the names that a part is given, as templates give them."""
    found: dict[str, None] = {}
    for path in sorted(bundled_themes().glob("*/templates/*.html")):
        for given in re.findall(
            rf'part\("{re.escape(part)}"((?:[^()]|\([^()]*\))*)\)', path.read_text("utf-8")
        ):
            found |= dict.fromkeys(re.findall(r",\s*(\w+)=", given))
    return ", ".join(map(_code, found)) or "what the template around it has"


def _call(function: object) -> str:
    """Return how a function is called, without types."""
    parameters = inspect.signature(function).parameters.values()  # type: ignore[arg-type]
    shown = (
        "name=…"
        if one.kind is one.VAR_KEYWORD
        else f"{one.name}=…"
        if one.default is not one.empty
        else one.name
        for one in parameters
    )
    return f"({', '.join(shown)})"


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────


def _values() -> Iterator[str]:
    classes = [*(getattr(values, name) for name in values.__all__), *_SMALL]
    names = {one.__name__ for one in classes}
    _described(classes)
    for one in sorted(classes, key=lambda one: str(one.__name__)):
        doc = " ".join((one.__doc__ or "").split())
        yield f"### {one.__name__}\n\n{'' if doc.startswith(one.__name__ + '(') else doc}\n"
        rows = [(_code(name), _type(kind, names), _what(one, name)) for name, kind in _fields(one)]
        yield _table(("field", "holds", "what"), iter(rows))


def _fields(one: type) -> Iterator[tuple[str, str]]:
    if issubclass(one, Struct):
        said = {
            name: kind
            for above in reversed(one.__mro__)
            for name, kind in getattr(above, "__annotations__", {}).items()
        }
        yield from ((name, str(said[name])) for name in one.__struct_fields__)
    for name, found in vars(one).items():
        if not name.startswith("_") and isinstance(found, property):
            yield name, str(found.fget.__annotations__.get("return", "")) if found.fget else ""


def _type(kind: str, names: set[str]) -> str:
    """Say what a field holds in words of the guide, with a link to what is described here."""
    said, none = kind.removesuffix(" | None"), kind.endswith(" | None")
    listed = re.fullmatch(r"tuple\[(.+), \.\.\.\]", said)
    said = listed[1] if listed else said
    said = f"[`{said}`](#{said.lower()})" if said in names else _PLAIN.get(said, f"`{said}`")
    return ("list of " if listed else "") + said + (", or none" if none else "")


_PLAIN = {
    "str": "text",
    "int": "number",
    "float": "number",
    "Decimal": "number",
    "bool": "true or false",
    "date": "day",
    "Json": "map of keys",
}
_RECORDS = {line.name: line.description for line in field_lines("pin")}
_INNER = {model: {line.name: line.description for line in lines} for model, lines in inner_records()}
_MADE_OF = {"MuseumView": "MuseumEntry", "InspirationView": "InspirationEntry", "WholesaleView": "WholesaleEntry",
            "SafetyView": "SafetyEntry", "RunView": "RunEntry", "StageView": "StageEntry", "ColourView": "ColourEntry",
            "PlaceView": "PlaceEntry", "VariantView": "VariantEntry"}  # fmt: skip


def _what(one: type, name: str) -> str:
    """Return what a field is: as said of it alone, as the record that it comes from says it, or as everywhere."""
    documented = vars(one).get(name)
    if isinstance(documented, property):
        return (documented.__doc__ or "").split("\n")[0].rstrip(".")
    made_of = _INNER.get(_MADE_OF.get(one.__name__, ""), {})
    return (
        OF.get(one.__name__, {}).get(name)
        or made_of.get(name)
        or FIELDS.get(name)
        or (_RECORDS.get(name, "") if one.__name__ == "PinView" else "")
    )


def _described(classes: list[type]) -> None:
    """Refuse a field without a sentence, and a sentence without its field."""
    fields_of = {one.__name__: [name for name, _ in _fields(one)] for one in classes}
    silent = [f"{one.__name__}.{name}" for one in classes for name, _ in _fields(one) if not _what(one, name)]
    stale = [
        f"{one}.{name}" for one, known in OF.items() for name in known if name not in fields_of.get(one, ())
    ]
    if silent or stale:
        raise ValueError(
            f"theme_fields.py: fields without a sentence {silent}, sentences without a field {stale}"
        )


# ── what theme.yaml and styles declare ───────────────────────────────────────────────────────────────────


def _options() -> str:
    rows = [
        (theme, _code(name), option.wanted, _code(option.default), option.help)
        for theme in _THEMES
        for name, option in _chain(theme).options.items()
    ]
    return _table(("theme", "option", "takes", "default", "what it does"), iter(rows))


def _wishes() -> str:
    rows = [
        (
            theme,
            _code(name),
            ", ".join(map(str, wish.widths)),
            str(wish.ratio or "as it is"),
            _code(wish.sizes),
        )
        for theme in _THEMES
        for name, wish in _chain(theme).themes[0].declared.pictures.items()
    ]
    return _table(("theme", "wish", "widths", "ratio", "`sizes`"), iter(rows))


def _tokens() -> str:
    rows, before = [], dict[str, tuple[str, str]]()
    for theme in _THEMES:
        found = tokens_of(_chain(theme), {}, Problems()).found
        now = {name: (token.value, found["dark"][name].value) for name, token in found["light"].items()}
        base = before if theme != "foundation" else {}
        rows += [
            (_code(name), theme, *_by_night(*both)) for name, both in now.items() if base.get(name) != both
        ]
        before = before or now
    return _table(("token", "theme", "by day", "by night"), iter(sorted(rows)))


def _by_night(day: str, night: str) -> tuple[str, str]:
    day, night = (" ".join(one.split()) for one in (day, night))
    return _code(day), "the same" if day == night else _code(night)
