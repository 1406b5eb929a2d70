"""Texts and labels in the reader's language."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from pinsite.catalogue import (
    TERM_FIELDS,
    USUAL_GRADES,
    VOCABULARY_OF,
    GradeEntry,
    LocalText,
    Rights,
    Said,
    section,
)
from pinsite.catalogue import slugify as slug_of
from pinsite.views.material import Material
from pinsite.views.texts import Texts
from pinsite.views.values import TermLink

#: What the folders of terms are called; translated like any other text of the interface.
FIELD_LABELS = {
    "technique": "Technique",
    "plating": "Plating",
    "effects": "Effects",
    "construction": "Construction",
    "metal": "Base metal",
    "colours": "Colours",
    "tags": "Tags",
    "designer": "Designer",
    "places": "Places",
    "fandom": "Fandom",
    "character": "Character",
    "causes": "Causes",
    "events": "Events",
    "year": "Year",
}


def said(text: LocalText | None, lang: str) -> Said | None:
    """Return a text in a language, with the language it is really in."""
    return text.say(lang) if text else None


def rights_said(material: Material, rights: Rights | None, lang: str) -> Rights | None:
    """Return rights with their label in a language; words that the interface does not know stay as they are."""
    if rights is None:
        return None
    words, version = rights.named
    return replace(rights, label=material.texts(lang).get(words) + version)


def term_label(material: Material, vocabulary: str, code: str, lang: str) -> Said:
    """Return the label of a word: the site's own text, else the interface's."""
    term = material.catalogue.site.vocabularies[vocabulary].get(code)
    if term is None:
        return Said(code, lang)
    return term.own.say(lang) if term.own else material.texts(lang).said(term.label)


def grade_name(grade: GradeEntry, texts: Texts) -> Said:
    """Return the name of a grade; a usual one that the site has not translated is translated as a text of ours."""
    usual = USUAL_GRADES.get(grade.code)
    if usual and not grade.name.has(texts.lang) and str(grade.name) == usual.label:
        return texts.said(usual.label)
    return grade.name.say(texts.lang)


def status_of(material: Material, id: str, variant: str | None = None) -> str:
    """Return the key of the edition that a shown status follows from; empty where it follows from other things."""
    entry = material.catalogue.pins[id].entry
    own = next((one for one in entry.variants if one.id == variant), None)
    written = own.status if own else entry.status
    follows = material.accounts.statuses[id, variant] in ("available", "low-stock", "sold-out")
    if written or not follows or id not in material.counted_pins:
        return ""
    return f"{id}:{variant}" if variant else id


def term_note(material: Material, vocabulary: str, code: str, lang: str) -> Said | None:
    """Return the glossary sentence of a word."""
    term = material.catalogue.site.vocabularies[vocabulary].get(code)
    return material.texts(lang).said(term.note) if term and term.note else None


def term_path(material: Material, folder: str, code: str, lang: str) -> str | None:
    """Return the page of a term, or None where no published pin bears it."""
    known = material.catalogue.terms.get(folder, {})
    return section(material.catalogue, f"{folder}/{code}", lang) if code in known else None


def vocabulary_link(material: Material, vocabulary: str, code: str, lang: str) -> TermLink:
    """Return a word of a vocabulary, with its page if there is one; a fact of its own, for there are few."""
    return cast(TermLink, material.ask("word", vocabulary, code, lang))


def word(material: Material, vocabulary: str, code: str, lang: str) -> TermLink:
    """Look a word of a vocabulary up."""
    folder = next((name for name, of in VOCABULARY_OF.items() if of == vocabulary), None)
    path = term_path(material, folder, code, lang) if folder else None
    label = term_label(material, vocabulary, code, lang)
    return TermLink(code, label, term_note(material, vocabulary, code, lang), path)


def subject_link(material: Material, folder: str, text: LocalText | str | None, lang: str) -> TermLink | None:
    """Return a subject in the author's own words (a tag, a place …), with its page."""
    if text is None:
        return None
    shown = text.say(lang) if isinstance(text, LocalText) else Said(text, material.main)
    code = slug_of(str(text))
    return TermLink(code, shown, None, term_path(material, folder, code, lang))


def term_title(material: Material, folder: str, code: str, lang: str) -> Said:
    """Return the label of a term of a folder."""
    if folder in VOCABULARY_OF:
        return term_label(material, VOCABULARY_OF[folder], code, lang)
    text = material.catalogue.term_text(folder, code)
    return text.say(lang) if isinstance(text, LocalText) else Said(str(text), material.main)


def field_label(material: Material, folder: str, lang: str) -> Said:
    """Return what a folder of terms is called."""
    return material.texts(lang).said(FIELD_LABELS[folder])


assert set(FIELD_LABELS) == set(TERM_FIELDS)
