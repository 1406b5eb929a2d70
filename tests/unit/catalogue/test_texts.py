"""Texts in languages, the addresses made of them, and rights."""

from __future__ import annotations

import pytest

from pinsite.catalogue import LocalText, Misread, is_language, slugify
from pinsite.catalogue.rights import read_rights


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Moon Moth", "moon-moth"),
        ("Café au lait!", "cafe-au-lait"),
        ("  --a__b  ", "a-b"),
        ("Straße Łódź Ærø", "strasse-lodz-aero"),
        ("İstanbul", "istanbul"),
        ("ﬁn ½ ™", "fin-1-2-tm"),
        ("Ｗｉｄｅ", "wide"),
        ("月の蛾", "月の蛾"),
        ("ガラス", "ガラス"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("йод и ёлка", "йод-и-ёлка"),
        ("Ελληνικά", "ελληνικά"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("สวัสดี", "สวัสดี"),
        ("한국어 핀", "한국어-핀"),
        ("עברית", "עברית"),
        ("العَرَبِيّة", "العَرَبِيّة"),
        ("x\u0302y", "xy"),
        ("", "x"),
        ("!!!", "x"),
        ("🦋", "x"),
        ("aux", "aux-x"),
        ("Con", "con-x"),
    ],
)
def test_slugs_of_many_scripts(text: str, slug: str) -> None:
    assert slugify(text) == slug
    assert slugify(slug) == slug


def test_a_long_name_has_a_short_address() -> None:
    for text in ("long " * 100, "月" * 500):
        slug = slugify(text)
        assert len(slug.encode()) <= 150
        assert not slug.endswith("-")


MOTH = LocalText("en", (("en", "Moon Moth"), ("ja", "月の蛾")))


def test_a_text_is_said_in_the_language_asked_for() -> None:
    assert (MOTH.say("ja").text, MOTH.say("ja").lang) == ("月の蛾", "ja")


def test_what_has_no_translation_falls_back_marked_with_its_language() -> None:
    assert (MOTH.say("de").text, MOTH.say("de").lang) == ("Moon Moth", "en")


def test_without_the_main_language_the_first_one_stands_in() -> None:
    only = LocalText("en", (("ja", "月の蛾"),))
    assert (only.say("de").text, only.say("de").lang) == ("月の蛾", "ja")
    assert str(only) == "月の蛾"
    assert not only.has("en")


def test_language_tags() -> None:
    assert all(map(is_language, ("en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "gsw")))
    assert not any(map(is_language, ("", "english", "EN", "pt_BR", "e", "en-")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CC-BY-NC-4.0", "CC-BY-NC-4.0"),
        ("cc by-nc 4.0", "CC-BY-NC-4.0"),
        ("CC0", "CC0-1.0"),
        ("PDM", "PDM-1.0"),
        ("InC", "InC"),
        ("In copyright", "InC"),
        ("All rights reserved", "all-rights-reserved"),
        ("https://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0"),
        ("https://creativecommons.org/licenses/by-nc/4.0/deed.de", "CC-BY-NC-4.0"),
        ("http://www.creativecommons.org/licenses/by-sa/4.0/legalcode", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/1.0/", "CC-BY-1.0"),
        ("https://creativecommons.org/licenses/by/3.0/de/", "CC-BY-3.0-DE"),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", "CC0-1.0"),
        ("http://rightsstatements.org/vocab/InC/1.0/", "InC"),
        ("https://rightsstatements.org/page/NoC-US/1.0/?language=en", "NoC-US"),
        ("https://example.org/terms", "https://example.org/terms"),
    ],
)
def test_rights(text: str, code: str) -> None:
    assert read_rights(text).code == code


def test_a_licence_has_one_address_however_it_was_written() -> None:
    assert (
        read_rights("https://creativecommons.org/licenses/by/4.0/deed.ja").uri == read_rights("CC-BY-4.0").uri
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mine",
        "CC-BY-9.0",
        "https://creativecommons.org/licenses/by-nc/9.0/",
        "https://creativecommons.org/",
        "https://a b",
    ],
)
def test_what_is_no_rights_statement(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_rights(text)
    assert found.value.help
