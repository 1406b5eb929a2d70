"""Numbers, prices, dates, sizes and counts as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pinsite.catalogue import Money, PartialDate, Size
from pinsite.diagnostics import Place, Problems
from pinsite.themes import Chain, open_chain
from pinsite.views.texts import Texts

LOCALES = Path(__file__).resolve().parents[3] / "themes" / "foundation" / "locale"
DAY = date(2026, 11, 3)


def chain() -> Chain:
    """Return the chain of the theme of artists."""
    found = open_chain(Path("nowhere"), "atelier", Problems(), Place(""))
    assert found
    return found


def texts(lang: str) -> Texts:
    """Return the interface in a language, as a site has it."""
    return Texts(lang, chain().catalogues(lang))


@pytest.mark.parametrize(
    ("lang", "day", "month", "year"),
    [
        ("en", "November 3, 2026", "November 2026", "2026"),
        ("en-GB", "3 November 2026", "November 2026", "2026"),
        ("de", "3. November 2026", "November 2026", "2026"),
        ("fr-CA", "3 novembre 2026", "novembre 2026", "2026"),
        ("es", "3 de noviembre de 2026", "noviembre de 2026", "2026"),
        ("ja", "2026年11月3日", "2026年11月", "2026年"),
        ("ar", "3 نوفمبر 2026", "نوفمبر 2026", "2026"),
        ("ar-EG", "٣ نوفمبر ٢٠٢٦", "نوفمبر ٢٠٢٦", "٢٠٢٦"),
    ],
)
def test_dates(lang: str, day: str, month: str, year: str) -> None:
    """A date is as precise as it is known, in words and digits of the region."""
    said = texts(lang)
    assert said.day(DAY) == day
    assert said.day(PartialDate("2026-11")) == month
    assert said.day(PartialDate("2026")) == year


@pytest.mark.parametrize(
    ("lang", "number", "price", "size", "weight"),
    [
        ("en", "1,200.5", "€14.00", "38 × 31.5\u202fmm", "9\u202fg"),
        ("de", "1.200,5", "14,00\u00a0€", "38 × 31,5\u202fmm", "9\u202fg"),
        ("fr", "1\u202f200,5", "14,00\u00a0€", "38 × 31,5\u202fmm", "9\u202fg"),
        ("ja", "1,200.5", "€14.00", "38 × 31.5\u202fmm", "9\u202fg"),
        ("ar", "1,200.5", "\u200f14.00\u00a0€", "38 × 31.5\u202fمم", "9\u202fغرام"),
        ("ar-EG", "١٬٢٠٠٫٥", "\u200f١٤٫٠٠\u00a0€", "٣٨ × ٣١٫٥\u202fمم", "٩\u202fغرام"),
    ],
)
def test_values(lang: str, number: str, price: str, size: str, weight: str) -> None:
    """Numbers, prices, sizes and weights have the digits, separators and units of their language."""
    said = texts(lang)
    assert said.number(Decimal("1200.5")) == number
    assert said.money(Money(Decimal("14.00"), "EUR")) == price
    assert said.size(Size(width=Decimal(38), height=Decimal("31.5"))) == size
    assert said.weight(Decimal(9)) == weight


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", {0: "0 copies", 1: "1 copy", 2: "2 copies"}),
        ("fr", {0: "0 exemplaire", 1: "1 exemplaire", 2: "2 exemplaires"}),
        ("ja", {0: "0点", 1: "1点", 12: "12点"}),
        (
            "ar",
            {
                0: "لا نسخ",
                1: "نسخة واحدة",
                2: "نسختان",
                3: "3 نسخ",
                10: "10 نسخ",
                11: "11 نسخة",
                100: "100 نسخة",
                103: "103 نسخ",
            },
        ),
        ("ar-EG", {3: "٣ نسخ", 2: "نسختان"}),
    ],
)
def test_plurals(lang: str, expected: dict[int, str]) -> None:
    """A count has the form that its language wants, from none to hundreds."""
    said = texts(lang)
    assert {n: str(said.counted("%(n)s copy", "%(n)s copies", n)) for n in expected} == expected


def test_forms_for_scripts() -> None:
    """A script gets the texts by the names that `Intl.PluralRules` uses; what it misses is as `other`."""
    copies = ("%(n)s copy", "%(n)s copies")
    assert texts("en").forms(*copies) == {"one": "%(n)s copy", "other": "%(n)s copies"}
    assert texts("ja").forms(*copies) == {"other": "%(n)s点"}
    assert texts("ar").forms(*copies) == {
        "zero": "لا نسخ",
        "one": "نسخة واحدة",
        "two": "نسختان",
        "few": "%(n)s نسخ",
        "other": "%(n)s نسخة",
    }
    assert texts("fr").forms(*copies) == {"one": "%(n)s exemplaire", "other": "%(n)s exemplaires"}
    assert texts("en").forms("%(n)s claimed", "%(n)s claimed") == {"other": "%(n)s claimed"}


def test_regions_fall_back_to_their_language() -> None:
    """`fr-CA` reads the French texts, then its own where a site has some; what nobody translated is English."""
    assert texts("fr-CA").get("Search") == "Recherche"
    assert [path.stem for path in chain().catalogues("zh-Hant-TW")] == []
    assert texts("it").said("Search").lang == "en"
    assert texts("en-GB").said("Search").lang == "en-GB"


def test_a_translation_spelled_like_its_original_is_a_translation() -> None:
    """`Gold` on a German page is German, and not marked as English."""
    assert texts("de").said("Gold").lang == "de"
    assert texts("de").said("Nobody asked for this").lang == "en"


def test_directions_and_digits() -> None:
    """Arabic runs from right to left; digits are those of the region."""
    assert (texts("ar").direction, texts("ar").digits) == ("rtl", "latn")
    assert (texts("ar-EG").direction, texts("ar-EG").digits) == ("rtl", "arab")
    assert (texts("ja").direction, texts("ja").digits) == ("ltr", "latn")
