"""Values survive being written and read again; addresses stay within the site."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pinsite.catalogue import Misread, is_id, slugify, trimmed
from pinsite.catalogue.values import read_money, read_partial_date, read_size, read_weight
from pinsite.files import Outside, inside, paths, safe_site_path

SIDES = st.decimals(Decimal("0.01"), Decimal(1000), places=2)


@given(SIDES, SIDES, st.none() | SIDES, st.sampled_from([" x ", "x", " × "]), st.booleans())
def test_sizes_survive(
    width: Decimal, height: Decimal, depth: Decimal | None, cross: str, comma: bool
) -> None:
    text = cross.join(f"{side}" for side in (width, height, depth) if side is not None) + " mm"
    size = read_size(text.replace(".", ",") if comma else text)
    assert (size.width, size.height, size.thickness, size.longest) == (
        width,
        height,
        depth,
        max(width, height),
    )


@given(st.decimals(Decimal("0.01"), Decimal(10_000), places=2))
def test_weights_survive(grams: Decimal) -> None:
    assert read_weight(f"{grams} g") == grams
    assert read_weight(f"{trimmed(grams)}g") == grams


@given(st.decimals(Decimal(0), Decimal(10**9), places=2), st.sampled_from(["EUR", "USD", "JPY"]))
def test_prices_survive(amount: Decimal, currency: str) -> None:
    for text in (f"{amount} {currency}", f"{currency} {amount}", f"{amount}".replace(".", ",") + currency):
        money = read_money(text, None)
        assert (money.amount, money.currency) == (amount, currency)


@given(st.dates())
def test_dates_survive_at_every_precision(day: object) -> None:
    text = str(day)
    for length in (4, 7, 10):
        assert read_partial_date(text[:length]).text == text[:length]
        assert str(read_partial_date(text[:length]).first_day).startswith(text[:length])


@given(
    st.text(max_size=20),
    st.sampled_from([read_size, read_weight, read_partial_date, lambda text: read_money(text, "EUR")]),
)
def test_any_text_is_read_or_misread(text: str, read: object) -> None:
    try:
        read(text)  # type: ignore[operator]
    except Misread as problem:
        assert problem.code
        assert problem.help


@given(st.text(max_size=40))
def test_slugs_are_addresses_and_stay_so(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert safe_site_path(slug) is None
    assert "/" not in slug
    assert not slug.startswith("-")


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True))
def test_ids_are_their_own_slugs(id: str) -> None:
    assert is_id(id)
    assert slugify(id) == id or safe_site_path(id) or len(id) > 150


@given(st.from_regex(paths._PLAIN, fullmatch=True))
def test_a_plain_path_is_safe_when_it_is_looked_at_closely(path: str) -> None:
    assert paths._why_unsafe(path) is None


PATHS = st.lists(
    st.sampled_from(["..", ".", "", "a", "a.", " ", "con", "C:", "\\", "~", "\0", "é", "b.html"]), max_size=6
).map("/".join)


@given(PATHS | st.text(max_size=30))
def test_a_safe_path_never_climbs(path: str) -> None:
    if safe_site_path(path) is None:
        parts = path.split("/")
        assert not {"", ".", ".."} & set(parts)
        assert not set('\\:<>"|?*\0') & set(path)
        assert Path("/site", path).resolve().is_relative_to("/site")


@given(PATHS | st.text(max_size=30))
def test_what_an_author_names_is_inside_or_refused(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            path = inside(Path(folder), "pins", name)
        except Outside:
            return
        assert path.resolve().is_relative_to(Path(folder).resolve())
