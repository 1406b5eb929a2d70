"""Every text of the interface has a German translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from pinsite.catalogue import BUILT_IN
from pinsite.views import edition_news, edition_register, number_register, statement
from pinsite.views.counters import _PLACES
from pinsite.views.search_index import _MORE
from pinsite.views.wording import FIELD_LABELS

CHECKOUT = Path(__file__).resolve().parents[3]
IN_TEMPLATES = re.compile(r"""\b(n?)_\(\s*(["'])(.*?)\2(?:\s*,\s*(["'])(.*?)\4)?""", re.DOTALL)
IN_CODE = re.compile(r"""\.(?:said|get|written|counted)\(\s*"([^"]+)"(?:,\s*"([^"]+)")?""")
#: Arguments of other functions named `get`.
NOT_TEXTS = {"alt", "featured", "home", "src", "title"}


def wanted() -> Iterator[str]:
    """Walk the texts that templates and views ask for."""
    for template in CHECKOUT.glob("themes/*/templates/*.html"):
        for found in IN_TEMPLATES.finditer(template.read_text("utf-8")):
            yield found[3]
    for folder in ("views", "outputs"):
        for file in (CHECKOUT / "pinsite" / folder).rglob("*.py"):
            for found in IN_CODE.finditer(file.read_text("utf-8")):
                yield found[1]
    for terms in BUILT_IN.values():
        for term in terms.values():
            yield from (text for text in (term.label, term.note) if text)
    yield from FIELD_LABELS.values()
    yield from _MORE.values()
    yield from (word for _, word in _PLACES)
    yield from (*statement.TYPES.values(), *statement.STATES.values(), statement.NUMBERED, statement.PROOF)
    yield from (*edition_register.FIELDS.values(), *edition_register.NUMBERED.values())
    yield from (*number_register.STATES.values(), *edition_news.TITLES.values())
    yield "%(n)s copy of %(size)s is available."
    yield "Only the first copy has a number; the others carry none."


def test_every_text_is_there_in_german() -> None:
    """A text that a template or view asks for stands in the catalogue, and is translated."""
    with (CHECKOUT / "themes" / "foundation" / "locale" / "de.po").open("rb") as file:
        catalogue = read_po(file, locale="de")
    known = {}
    for message in catalogue:
        for id in message.id if isinstance(message.id, tuple) else (message.id,):
            known[id] = message
    asked = {text.replace('\\"', '"') for text in wanted()} - NOT_TEXTS
    missing = sorted(text for text in asked if text not in known or not known[text].string)
    assert missing == []
