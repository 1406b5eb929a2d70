"""Keep the catalogues of interface texts: `python docs/texts.py` (see docs/translating.md).

Without a word it brings every `themes/foundation/locale/*.po` up to date: new texts come in untranslated, changed ones
with the old translation as a suggestion (`fuzzy`), texts that nobody asks for any more go. With languages
(`python docs/texts.py pt`) it begins their files. A test fails while a text is missing, doubtful or not asked for.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from pinsite.catalogue import BUILT_IN, RIGHTS_LABELS, USUAL_GRADES
from pinsite.views import edition_news, edition_register, number_register, statement
from pinsite.views.counters import PLACE_WORDS
from pinsite.views.search_terms import MORE_FIELDS
from pinsite.views.wording import FIELD_LABELS

CHECKOUT = Path(__file__).resolve().parents[1]
LOCALES = CHECKOUT / "themes" / "foundation" / "locale"
#: How templates ask for texts; those of `n_` and `n_forms` go with a number.
_FUNCTIONS = ("_", "n_", "n_forms")
#: How code asks `Texts` for them.
_METHODS = {"said", "get", "written", "counted", "forms"}
_OF_TEXTS = re.compile(r"(^|\.)texts(\(.*\))?$")
_PLACE = re.compile(r"%\(\w+\)s")

_ONE_OR_NONE, _NOT_ONE = "nplurals=2; plural=(n > 1);", "nplurals=2; plural=(n != 1);"
_TWO_FORMS = {"fr": _ONE_OR_NONE, "pt": _ONE_OR_NONE, "ca": _NOT_ONE, "es": _NOT_ONE, "it": _NOT_ONE}

#: A text, or a text and its plural, with a word about where it stands.
Asked = tuple[str | tuple[str, str], str]


def asked() -> Iterator[Asked]:
    """Walk all texts that the interface asks for."""
    yield from _in_templates()
    yield from _in_code()
    for name, words in _tables().items():
        yield from ((word, name) for word in words if word)


def _in_templates() -> Iterator[Asked]:
    for file in sorted(CHECKOUT.glob("themes/*/templates/*.html")):
        tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
        for _, function, words in extract_from_ast(tree, _FUNCTIONS):
            yield _message(words if isinstance(words, tuple) else (words,), function != "_"), file.name


def _in_code() -> Iterator[Asked]:
    for folder in ("views", "outputs"):
        for file in sorted((CHECKOUT / "pinsite" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield from ((found, file.name) for found in _called(node, node.func))


def _called(node: ast.Call, function: ast.Attribute) -> Iterator[str | tuple[str, str]]:
    if function.attr not in _METHODS or not _OF_TEXTS.search(ast.unparse(function.value)):
        return
    words = tuple(one.value if isinstance(one, ast.Constant) else None for one in node.args[:2])
    if words and isinstance(words[0], str):
        yield _message(words, function.attr in ("counted", "forms"))


def _message(words: tuple[object, ...], counted: bool) -> str | tuple[str, str]:
    one, many = (*words, None)[:2]
    assert isinstance(one, str), words
    if not counted:
        return one
    assert isinstance(many, str), words
    return one, many


def _tables() -> dict[str, Iterator[str | tuple[str, str]] | list[str] | list[tuple[str, str]]]:
    """Return the texts that stand in tables of the code, by what they are about."""
    words = {
        f"a word for: {name.replace('_', ' ')}": [
            text for term in terms.values() for text in (term.label, term.note)
        ]
        for name, terms in BUILT_IN.items()
    }
    return {
        **words,
        "what pins are browsed by": [*FIELD_LABELS.values(), *MORE_FIELDS.values()],
        "where copies are": [word for _, word in PLACE_WORDS],
        "what an edition promises": [
            *statement.TYPES.values(),
            *statement.STATES.values(),
            statement.NUMBERED,
            statement.PROOF,
            *edition_register.FIELDS.values(),
            *edition_register.NUMBERED.values(),
        ],
        "a usual grade": [term.label for term in USUAL_GRADES.values()],
        "the state of a number": list(number_register.STATES.values()),
        "news of an edition": list(edition_news.TITLES.values()),
        "what may be done with a picture": list(RIGHTS_LABELS),
    }


@cache
def template() -> Catalog:
    """Return what every catalogue must hold, sorted, each text with a word about where it stands."""
    found: dict[str, tuple[str | tuple[str, str], list[str]]] = {}
    for message, where in asked():
        one = message if isinstance(message, str) else message[0]
        known, places = found.setdefault(one, (message, []))
        if where not in places:
            places.append(where)
        found[one] = (message if isinstance(known, str) else known, places)
    catalogue = Catalog()
    for one in sorted(found, key=lambda text: (text.casefold(), text)):
        message, places = found[one]
        flags = ["python-format"] if _PLACE.search(one) else []
        catalogue.add(message, auto_comments=[", ".join(places[:3])], flags=flags)
    return catalogue


def plural_rule(lang: str) -> str:
    """Return the rule for a new file; the form that some languages have from a million on is left out."""
    base = lang.split("-")[0]
    return _TWO_FORMS.get(base) or Catalog(base).plural_forms


def updated(lang: str, old: bytes | None) -> bytes:
    """Return the file of a language as it should be, with the translations that it has."""
    begun = f'msgid ""\nmsgstr ""\n"Plural-Forms: {plural_rule(lang)}\\n"\n'.encode()
    catalogue = read_po(BytesIO(old or begun), locale=lang)
    title = f"# {Locale.parse(lang, sep='-').english_name} texts of the interface and of the built-in words."
    plurals = catalogue.plural_forms
    catalogue.update(template())
    catalogue.obsolete.clear()
    body = BytesIO()
    write_po(body, catalogue, width=118, omit_header=True)
    head = "\n".join(
        (
            title,
            'msgid ""',
            'msgstr ""',
            f'"Language: {lang}\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=UTF-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            f'"Plural-Forms: {plurals}\\n"',
            "",
            "",
        )
    )
    return head.encode() + body.getvalue().rstrip(b"\n") + b"\n"


def main(langs: list[str]) -> None:
    """Bring the files up to date, and begin those of further languages."""
    for lang in sorted({*langs, *(file.stem for file in LOCALES.glob("*.po"))}):
        file = LOCALES / f"{lang}.po"
        content = updated(lang, file.read_bytes() if file.exists() else None)
        file.write_bytes(content)
        left = [
            one
            for one in read_po(BytesIO(content), locale=lang)
            if one.id and (one.fuzzy or not _done(one.string))
        ]
        print(f"{file.relative_to(CHECKOUT)}: {len(left)} texts to translate")


def _done(translation: object) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


if __name__ == "__main__":
    main(sys.argv[1:])
