"""Texts in one or several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from pinsite.catalogue.values import Misread
from pinsite.files import safe_site_path

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?")


def is_language(text: str) -> bool:
    """Tell whether a text is a language tag such as `en`, `pt-BR`, `zh-Hant`."""
    return bool(_LANGUAGE.fullmatch(text))


def read_language(text: str) -> str:
    """Read a language tag."""
    if not is_language(text.strip()):
        raise Misread("PIN030", f"`{text}` is not a language", "a tag such as `en`, `ja` or `pt-BR`")
    return text.strip()


class Said(Struct, frozen=True):
    """A text as one reader gets it, with the language it is really in."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class LocalText(Struct, frozen=True):
    """A text in one or more languages; `main` is the language that stands in for a missing one."""

    main: str
    texts: tuple[tuple[str, str], ...]

    def say(self, lang: str) -> Said:
        """Return the text in `lang`, or in the main language, or in the first there is."""
        for wanted in (lang, self.main):
            for known, text in self.texts:
                if known == wanted:
                    return Said(text, wanted)
        return Said(self.texts[0][1], self.texts[0][0])

    def has(self, lang: str) -> bool:
        """Tell whether there is a text of its own in `lang`."""
        return any(known == lang for known, _ in self.texts)

    def __str__(self) -> str:
        return self.say(self.main).text


#: Latin letters that no accent explains.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
_MOST_BYTES = 150
#: A name that is its own address form.
_PLAIN = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


@lru_cache(maxsize=16_384)
def slugify(text: str) -> str:
    """Return the address form of a name: `Café au lait` → `cafe-au-lait`.

    Latin letters lose their accents; letters of other scripts stay whole, marks included (ガ is not カ).
    What comes out can be the name of a folder on every system.
    """
    words = text if _PLAIN.fullmatch(text) else _words(text)
    while len(words.encode()) > _MOST_BYTES:
        words = words[:-1].strip("-")
    return words if words and safe_site_path(words) is None else f"{words}-x".strip("-")


def _words(text: str) -> str:
    folded = _folded(_folded(text).translate(_LETTERS))
    return re.sub("-{2,}", "-", "".join(_letters(folded))).strip("-")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _letters(text: str) -> Iterator[str]:
    """Walk what an address keeps of each character."""
    before = "-"
    for one in text:
        part = _letter(one, before)
        yield part
        before = part or before


def _letter(one: str, before: str) -> str:
    base = unicodedata.normalize("NFD", one)[0]
    if base.isascii():
        return base if base.isalnum() else "-"
    kind = unicodedata.category(one)[0]
    if kind == "M":
        return "" if before.isascii() else one
    return one if kind in "LN" else "-"
