"""Every catalogue of interface texts is complete, fresh, and keeps what its texts must hold."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from pinsite.views.texts import Texts

CHECKOUT = Path(__file__).resolve().parents[3]
LOCALES = CHECKOUT / "themes" / "foundation" / "locale"
#: The languages that pinsite promises; further ones are held to the same.
PROMISED = {"ar", "de", "es", "fr", "ja"}
LANGUAGES = sorted(file.stem for file in LOCALES.glob("*.po"))
PLACE = re.compile(r"%\(\w+\)s")
#: Forms for 0, 1 or 2 may say the number in words, or by the form itself.
IN_WORDS = {"zero", "one", "two"}


def _texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("keeping_texts", CHECKOUT / "docs" / "texts.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


KEEPING = _texts()


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """Return all texts that templates, scripts and code ask for."""
    catalogue: Catalog = KEEPING.template()
    return catalogue


def _read(lang: str) -> Catalog:
    with (LOCALES / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string,)


def _all(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else (message.id,)


def _complaints(message: Message, categories: list[str]) -> Iterator[str]:
    """Say what is wrong with a translation; `categories` are those of its plural forms, in order."""
    forms = _forms(message)
    if message.fuzzy:
        yield "is doubtful (fuzzy)"
    if not all(forms):
        yield "is not translated"
        return
    if message.pluralizable and len(forms) != len(categories):
        yield f"has {len(forms)} plural forms, not {len(categories)}"
    must = set(PLACE.findall(_all(message)[-1]))
    for form, category in zip(forms, categories if message.pluralizable else ["other"], strict=False):
        found = set(PLACE.findall(form))
        if found - must or (must - found) - ({"%(n)s"} if category in IN_WORDS else set()):
            yield f"has {sorted(found)} where {sorted(must)} must be"
        if "%" in PLACE.sub("", form):
            yield "has a `%` that begins no place"
    for source, form in zip(_all(message), forms, strict=False):
        if source[-1] == " " and form[-1] not in (" ", "、"):
            yield "lost the space at its end"


def _categories(lang: str, catalogue: Catalog) -> list[str]:
    """Return the plural categories of a file's forms, by asking which numbers its own rule puts into each."""
    texts, count = Texts(lang, [LOCALES / f"{lang}.po"]), catalogue.num_plurals
    known: dict[int, str] = {}
    for n in range(200):
        known.setdefault(texts._chain.plural(n), Locale.parse(lang).plural_form(n))  # type: ignore[attr-defined]
    return [known[at] for at in range(count)]


def test_the_promised_languages_are_there() -> None:
    """English needs no catalogue; the others have one."""
    assert set(LANGUAGES) >= PROMISED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_complete_and_holds_nothing_else(lang: str, wanted: Catalog) -> None:
    """Run `python docs/texts.py` when a text is new or gone, and translate what it lists."""
    asked = {_all(message) for message in wanted if message.id}
    held = {_all(message) for message in _read(lang) if message.id}
    assert (sorted(asked - held), sorted(held - asked)) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translations_are_whole(lang: str) -> None:
    """No translation is missing or doubtful, has too few plural forms, or lost or invented a place."""
    catalogue = _read(lang)
    categories = _categories(lang, catalogue)
    found = {
        message.id: wrong
        for message in catalogue
        if message.id and (wrong := list(_complaints(message, categories)))
    }
    assert found == {}


def test_faults_are_found() -> None:
    """The test above sees each fault it speaks of."""
    two = ["one", "other"]
    assert list(_complaints(Message("by %(who)s", "von %(wem)s"), two)) != []
    assert list(_complaints(Message("by %(who)s", "von 100 %"), two)) != []
    assert list(_complaints(Message("by %(who)s", ""), two)) == ["is not translated"]
    assert list(_complaints(Message("a", "b", flags=["fuzzy"]), two)) == ["is doubtful (fuzzy)"]
    copies = ("%(n)s copy", "%(n)s copies")
    assert list(_complaints(Message(copies, ("ein Stück", "%(n)s Stück")), two)) == []
    assert list(_complaints(Message(copies, ("%(n)s Stück", "Stück")), two)) != []
    assert list(_complaints(Message(copies, ("%(n)s Stück",)), two)) != []
    assert list(_complaints(Message(", ", "،"), two)) == ["lost the space at its end"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_files_are_as_the_command_writes_them(lang: str) -> None:
    """Order and notes come from the command alone, so that two people's new texts do not collide."""
    written = (LOCALES / f"{lang}.po").read_bytes()
    again = KEEPING.updated(lang, written)
    strip = re.compile(rb"^#\..*\n", re.MULTILINE)
    assert strip.sub(b"", again) == strip.sub(b"", written)


def test_texts_of_every_kind_are_collected(wanted: Catalog) -> None:
    """Texts come from templates, code, tables and the vocabularies, with a word about where they stand."""
    notes = {_all(message)[0]: " ".join(message.auto_comments) for message in wanted}
    assert "_counter.html" in notes["As of %(date)s"]
    assert "a word for: technique" in notes["Hard enamel"]
    assert "statement.py" in notes["Made in %(n)s run."]
    assert "what may be done with a picture" in notes["Creative Commons Attribution"]
    assert "editions.html" in notes["%(n)s edition fits."]
