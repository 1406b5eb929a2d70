"""Stems: `moths` and `moth` are one word, in every language for which the Snowball project has rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from pinsite.search.folding import fold, is_unspaced

Stems = Callable[[str], str]

#: The stemmer of each language, by the first part of its tag.
_ALGORITHMS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch",
    "en": "english", "eo": "esperanto", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "fa": "persian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def algorithm_of(lang: str) -> str | None:
    """Return the name of the stemmer of a language; None where a word is its own stem."""
    return _ALGORITHMS.get(lang.partition("-")[0])


@lru_cache(maxsize=32)
def stems_of(lang: str) -> Stems:
    """Return what brings a word of a language, as it is written, to its folded stem."""
    name = algorithm_of(lang)
    if name is None:
        return fold
    # The class itself and not `snowballstemmer.stemmer`, which takes another library of another version if it is there.
    made = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.title()}Stemmer")()

    @lru_cache(maxsize=1 << 16)
    def stem(word: str) -> str:
        return fold(word) if is_unspaced(word) else fold(made.stemWord(word))

    return stem
