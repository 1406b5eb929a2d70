"""The stemmers that a browser gets stem as the library does that they were written out from."""

from __future__ import annotations

import random
from importlib import import_module

from playwright.sync_api import Browser

from pinsite.search import stemmer_script
from pinsite.search.stemming import _ALGORITHMS

_WORDS_EACH = 300


def _stemmer(name: str) -> object:
    return getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.title()}Stemmer")()


def _words(name: str, stemmer: object) -> list[str]:
    """Make words that meet the rules: letters of the language, and the beginnings and endings that its tables name."""
    tables = {key: value for key, value in vars(type(stemmer)).items() if key.startswith(("a_", "g_"))}
    letters = sorted({one for key, value in tables.items() if key.startswith("g_") for one in value})
    parts = sorted({one.s for key, value in tables.items() if key.startswith("a_") for one in value} - {""})
    letters += sorted({letter for part in parts for letter in part})
    chance = random.Random(name)

    def some(least: int, most: int) -> str:
        return "".join(chance.choices(letters, k=chance.randint(least, most)))

    made = [some(1, 6) + chance.choice(parts) + chance.choice(["", *parts]) for _ in range(_WORDS_EACH)]
    return [*parts, *made, *(chance.choice(parts) + some(2, 5) for _ in range(_WORDS_EACH // 4))]


def test_every_stemmer_in_a_browser(browser: Browser) -> None:
    """Each of them, on words made of the endings and beginnings that its rules know."""
    page = browser.new_page()
    differing = []
    for name in sorted(set(_ALGORITHMS.values())):
        stemmer = _stemmer(name)
        words = _words(name, stemmer)
        meant = [stemmer.stemWord(word) for word in words]  # type: ignore[attr-defined]
        got = page.evaluate(
            f"(words) => {{ const stem = {stemmer_script(name)}; return words.map(stem); }}", words
        )
        assert sum(word != stem for word, stem in zip(words, meant, strict=True)) > 100, name
        differing += [
            (name, *three) for three in zip(words, meant, got, strict=True) if three[1] != three[2]
        ][:3]
    page.close()
    assert differing == []
