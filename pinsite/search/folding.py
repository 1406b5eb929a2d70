"""Words: how a text is taken apart, and what of a letter does not matter to somebody who searches.

`search.js` does the same with what a visitor types; a test holds the two to each other in a browser.

Scripts that put no spaces between words (Japanese, Chinese, Thai …) are taken apart into all pairs of neighbouring
characters, as Lucene's analyser for them does: no dictionary knows the names that artists give, and a pair is found
wherever it stands. The last character of such a run stands alone, too, so that each one is the beginning of something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

#: Characters of scripts without spaces, as ranges of a character class: Thai to Myanmar, Khmer, kana, Han, Hangul.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007"
    "\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
#: Marks that are part of a word and that no letter has swallowed: accents, points and vowel signs.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0981-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e"
)

_WORD = re.compile(rf"[{UNSPACED}]+|(?:[^\W_{UNSPACED}]|[{_MARKS}])+")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
#: What does not change a word: accents, the points of Hebrew and Arabic, and the stretch of Arabic lines.
_SILENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
#: Letters that no accent explains, kana of one sound, and Arabic letters that are often written for each other.
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ς": "σ",
    "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي",
    **{chr(code): chr(code - 96) for code in range(0x30A1, 0x30F7)},
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)
_ARTICLE = "ال"


def words_in(text: str) -> Iterator[str]:
    """Walk the words of a text, in small letters and otherwise as they are written; pairs of unspaced scripts."""
    # The dot between the parts of a foreign name is written or not: ムーン・モス, ムーンモス.
    for word in _WORD.findall(normalize("NFKC", text).lower().replace("・", "")):
        if _UNSPACED.match(word):
            yield from (word[at : at + 2] for at in range(len(word)))
        else:
            yield word


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return what is left of a word without accents; Arabic without its article, which is half of all words."""
    if word.isascii():
        return word
    plain = normalize("NFC", _SILENT.sub("", normalize("NFD", word))).translate(_TABLE)
    return plain[2:] if plain.startswith(_ARTICLE) and len(plain) > 4 else plain


def is_unspaced(word: str) -> bool:
    """Tell whether a word is of a script without spaces."""
    return bool(_UNSPACED.match(word))
