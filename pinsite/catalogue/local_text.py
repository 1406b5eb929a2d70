"""Texts in one or several languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pinsite.catalogue.values import Misread

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?")


def is_language(text: str) -> bool:
    """Tell whether a text is a language tag such as `en`, `pt-BR`, `zh-Hant`."""
    return bool(_LANGUAGE.fullmatch(text))


def read_language(text: str) -> str:
    """Read a language tag."""
    if not is_language(text.strip()):
        raise Misread("PIN030", f"`{text}` is not a language", "a tag such as `en`, `ja` or `pt-BR`")
    return text.strip()


@dataclass(frozen=True, slots=True)
class Said:
    """A text as one reader gets it, with the language it is really in."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in one or more languages; `main` is the language that stands in for a missing one."""

    main: str
    texts: tuple[tuple[str, str], ...]

    def say(self, lang: str) -> Said:
        """Return the text in `lang`, or in the main language, or in the first there is."""
        known = dict(self.texts)
        for wanted in (lang, self.main):
            if wanted in known:
                return Said(known[wanted], wanted)
        return Said(self.texts[0][1], self.texts[0][0])

    def has(self, lang: str) -> bool:
        """Tell whether there is a text of its own in `lang`."""
        return any(known == lang for known, _ in self.texts)

    def __str__(self) -> str:
        return self.say(self.main).text


def slugify(text: str) -> str:
    """Return the address form of a name: `Café au lait` → `cafe-au-lait`; letters of any script stay."""
    spread = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("æ", "ae").replace("ø", "o"))
    plain = unicodedata.normalize("NFC", "".join(c for c in spread if not unicodedata.combining(c))).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "x"
