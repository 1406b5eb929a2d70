"""What is typed, read as the value that its field needs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from pinsite.catalogue import Misread, Money, Size, is_id
from pinsite.catalogue.values import (
    read_day,
    read_flag,
    read_fraction,
    read_hex_colour,
    read_length,
    read_link,
    read_moment,
    read_money,
    read_partial_date,
    read_size,
    read_url,
    read_weight,
    read_whole,
    trimmed,
)

D = Decimal


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("38 x 31.5 x 1.8 mm", Size(D("38"), D("31.5"), D("1.8"), D("38"))),
        ("38 x 31.5 mm", Size(D("38"), D("31.5"), None, D("38"))),
        ("31,5x38mm", Size(D("31.5"), D("38"), None, D("38"))),
        ("3.8 × 3.15 cm", Size(D("38"), D("31.5"), None, D("38"))),
        ("1.5 x 1.24 in", Size(D("38.1"), D("31.5"), None, D("38.1"))),
        ('1.5"', Size(longest=D("38.1"))),
        ("1.5 inch", Size(longest=D("38.1"))),
        (" 38 MM ", Size(longest=D("38"))),
        ("1000 x 0.01 mm", Size(D("1000"), D("0.01"), None, D("1000"))),
    ],
)
def test_sizes(text: str, size: Size) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize(
    "text",
    [
        "",
        "38",
        "mm",
        "38 by 31 mm",
        "38 x mm",
        "38 x 31 x 2 x 1 mm",
        "-38 mm",
        "0 mm",
        "0.001 mm",
        "2 x 1001 mm",
        "1e3 mm",
        "38 m",
        "٣٨ mm",
        "38 mm\n40 mm",
    ],
)
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_size(text)
    assert found.value.code == "PIN020"
    assert found.value.help


def test_a_length_is_one_side() -> None:
    assert read_length("3,15 cm") == D("31.5")
    with pytest.raises(Misread):
        read_length("3 x 4 cm")


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("9 g", "9"),
        ("9.50g", "9.5"),
        ("0.3 oz", "8.5"),
        ("1,5 KG", "1500"),
        ("900 mg", "0.9"),
    ],
)
def test_weights(text: str, grams: str) -> None:
    assert read_weight(text) == D(grams)


@pytest.mark.parametrize("text", ["9", "9 grams", "0 g", "-1 g", "1000 kg", "nine g"])
def test_what_is_no_weight(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_weight(text)
    assert found.value.code == "PIN021"


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("14.00 EUR", "14.00", "EUR"),
        ("EUR 14", "14", "EUR"),
        ("€14,50", "14.50", "EUR"),
        ("14 £", "14", "GBP"),
        ("$3", "3", "USD"),
        ("1500 ¥", "1500", "JPY"),
        ("14.00", "14.00", "SEK"),
        ("0 EUR", "0", "EUR"),
        ("1.250 KWD", "1.250", "KWD"),
    ],
)
def test_prices(text: str, amount: str, currency: str) -> None:
    assert read_money(text, "SEK") == Money(D(amount), currency)


@pytest.mark.parametrize(
    "text", ["", "free", "14 euros", "-3 EUR", "EUR 14 EUR", "1,200 EUR", "1.200", "1 200 EUR", "14.0000 EUR"]
)
def test_what_is_no_price(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_money(text, "EUR")
    assert found.value.code == "PIN022"


def test_a_price_without_any_currency_is_not_guessed() -> None:
    with pytest.raises(Misread, match="names no currency"):
        read_money("14.00", None)


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("2025", date(2025, 1, 1), "year"),
        ("2025-10", date(2025, 10, 1), "month"),
        ("2024-02-29", date(2024, 2, 29), "day"),
    ],
)
def test_dates_keep_how_exact_they_are(text: str, first: date, precision: str) -> None:
    read = read_partial_date(f" {text} ")
    assert (read.text, read.first_day, read.precision) == (text, first, precision)


@pytest.mark.parametrize(
    "text",
    [
        "25",
        "2025-1",
        "2025-13",
        "2025-02-29",
        "2025/10/01",
        "2025-10-01T10:00",
        "0000",
        "c. 1911",
        "２０２５",
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_partial_date(text)
    assert found.value.code == "PIN023"


def test_a_day_is_a_whole_one() -> None:
    assert read_day("2025-10-01") == date(2025, 10, 1)
    for text in ("2025-10", "20251001", "2025-02-30", "2025-W10-1"):
        with pytest.raises(Misread):
            read_day(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-10-01T18:00+02:00", datetime(2025, 10, 1, 16, tzinfo=UTC)),
        ("2025-10-01 18:00+02:00", datetime(2025, 10, 1, 16, tzinfo=UTC)),
        ("2025-10-01T18:00:30Z", datetime(2025, 10, 1, 18, 0, 30, tzinfo=UTC)),
        ("2025-10-01", datetime(2025, 9, 30, 22, tzinfo=UTC)),
        ("2025-12-01T18:00", datetime(2025, 12, 1, 17, tzinfo=UTC)),
    ],
)
def test_moments_without_an_offset_are_in_the_zone_of_the_site(text: str, moment: datetime) -> None:
    read = read_moment(text, "Europe/Berlin")
    assert read == moment
    assert read.utcoffset() is not None
    assert read.utcoffset() != timedelta.max


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2025",
        "2025-10",
        "18:00",
        "2025-10-01T25:00",
        "0001-01-01",
        "9999-12-31T23:59",
        "20251001",
        "2025-W40-3",
    ],
)
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(Misread) as found:
        read_moment(text, "UTC")
    assert found.value.code == "PIN024"


def test_colours_are_six_digits_in_the_end() -> None:
    assert read_hex_colour(" #7A2426 ") == "#7a2426"
    assert read_hex_colour("#aBc") == "#aabbcc"
    for text in ("7a2426", "#7a242", "#gggggg", "red"):
        with pytest.raises(Misread):
            read_hex_colour(text)


def test_web_addresses() -> None:
    assert read_url(" https://example.org/a?b#c ") == "https://example.org/a?b#c"
    for text in (
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        'https://a"b',
        "https://[",
    ):
        with pytest.raises(Misread):
            read_url(text)


def test_links_may_stay_within_the_site() -> None:
    for text in ("/about/", "pins/", "mailto:ada@example.org", "https://example.org", "#top"):
        assert read_link(text) == text
    for text in ("//elsewhere.example", "javascript:alert(1)", "data:text/html,x", "mailto:nobody", "/a b"):
        with pytest.raises(Misread):
            read_link(text)


def test_numbers() -> None:
    assert read_whole("12_000") == 12000
    assert read_whole("007") == 7
    assert read_whole("-5", least=-10) == -5
    for text in ("", "1.5", "one", "-1", "1e3", "9" * 13, "٣"):
        with pytest.raises(Misread):
            read_whole(text)
    assert read_fraction("0.40", D(0), D(1)) == 0.4
    for text in ("1.1", "nan", "inf", "1e-1", "0,5", "1_0", "-0.1"):
        with pytest.raises(Misread):
            read_fraction(text, D(0), D(1))


def test_flags() -> None:
    assert [read_flag(text) for text in ("true", "Yes", "ON", "no", "false", "off")] == [True] * 3 + [
        False
    ] * 3
    for text in ("", "y", "1", "maybe"):
        with pytest.raises(Misread):
            read_flag(text)


def test_ids_are_lower_case_words() -> None:
    assert all(map(is_id, ("moon-moth", "a", "7", "night-2-go")))
    assert not any(map(is_id, ("", "Moon", "moon_moth", "-moon", "moon--moth", "moon-", "mőn", "a b")))


def test_trailing_zeros_are_left_out_and_others_stay() -> None:
    assert [str(trimmed(D(text))) for text in ("31.50", "38.00", "100", "0.0", "1E+2")] == [
        "31.5",
        "38",
        "100",
        "0",
        "100",
    ]
