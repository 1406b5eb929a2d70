"""Which pin a shop's row means: by SKU, then by listing, then by a title that the artist has explained.

A match is exact or it is none. What a title resembles is a suggestion for people, never an entry in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from pinsite.catalogue import PinEntry, ShopLink, Variant
from pinsite.diagnostics import nearest
from pinsite.source.shops.shop_row import ShopRow

_TARGET = re.compile(r"([^\s/]+)(?:/(\S+))?(?:\s+grade\s+(\S+))?", re.IGNORECASE)
BETWEEN = " | "


class Target(Struct, frozen=True):
    """What a row means: a pin, perhaps a variant of it, perhaps a grade. Written `moon-moth/gold grade B`."""

    pin: str
    variant: str | None = None
    grade: str | None = None

    def __str__(self) -> str:
        variant = f"/{self.variant}" if self.variant else ""
        return f"{self.pin}{variant}" + (f" grade {self.grade}" if self.grade else "")


class Unmatched(Struct, frozen=True):
    """A row that no rule leads to a pin, with the reason; `key` is what `--map` can explain."""

    row: ShopRow
    key: str
    reason: str
    guess: str = ""


class Explained(Struct, frozen=True):
    """What the artist said of SKUs, listings and titles, and which titles are no pins at all."""

    skus: Mapping[str, Target] = field(default_factory=dict)
    listings: Mapping[str, Target] = field(default_factory=dict)
    titles: Mapping[str, Target] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()


def read_target(text: str) -> Target | None:
    """Read `moon-moth`, `moon-moth/gold`, `moon-moth grade B`; None where it is none of these."""
    match = _TARGET.fullmatch(text.strip())
    return Target(match[1], match[2], match[3]) if match else None


def key_of_title(title: str, variation: str = "") -> str:
    """Return the title, and what was chosen of it, as `imports.yaml` names them."""
    return f"{title}{BETWEEN}{variation}" if variation else title


def folded(text: str) -> str:
    """Return a text without capitals and needless blanks, for comparing."""
    return " ".join(text.split()).casefold()


class Matcher:
    """Leads rows to pins."""

    def __init__(self, pins: Mapping[str, PinEntry], explained: Explained) -> None:
        self._pins = pins
        self._explained = explained
        self._skus: dict[str, set[Target]] = {}
        self._listings: dict[str, set[Target]] = {}
        for target, part in _parts(pins):
            if part.sku:
                self._skus.setdefault(folded(part.sku), set()).add(target)
            for link in part.shop:
                for listing in _listings_in(link):
                    self._listings.setdefault(listing, set()).add(target)
        self._skus |= {folded(sku): {target} for sku, target in explained.skus.items()}
        self._listings |= {listing: {target} for listing, target in explained.listings.items()}
        self._titles = {folded(title): target for title, target in explained.titles.items()}
        self._ignored = {folded(title) for title in explained.ignored}

    def match(self, row: ShopRow) -> Target | Unmatched | None:
        """Return what a row means; None for what the artist said is no pin."""
        if row.pin:
            return self._checked(row, Target(row.pin, row.names[0][1] or None))
        if self._is_ignored(row):
            return None
        for known, key, what in (
            (self._skus, folded(row.sku), f"the SKU `{row.sku}`"),
            (self._listings, row.listing, f"the listing `{row.listing}`"),
        ):
            found = known.get(key, set()) if key else set()
            if len(found) > 1:
                names = " and ".join(sorted(map(str, found)))
                return self._unmatched(row, f"{what} is on {names}")
            if found:
                return self._varied(row, next(iter(found)), by_sku=known is self._skus)
        return self._by_title(row)

    def _is_ignored(self, row: ShopRow) -> bool:
        keys = [key for title, variation in row.names for key in (title, key_of_title(title, variation))]
        return any(folded(key) in self._ignored for key in keys)

    def _by_title(self, row: ShopRow) -> Target | Unmatched:
        for title, variation in row.names:
            target = self._titles.get(folded(key_of_title(title, variation)))
            if target is not None:
                return self._checked(row, target)
        for title, _ in row.names:
            target = self._titles.get(folded(title))
            if target is not None:
                return self._varied(row, target, by_sku=False)
        return self._unmatched(row, "no SKU, listing or title leads to a pin")

    def _varied(self, row: ShopRow, target: Target, *, by_sku: bool) -> Target | Unmatched:
        """Find the variant that was chosen, where the match leads to the pin as a whole."""
        pin = self._pins.get(target.pin)
        if pin is None or target.variant or not pin.variants:
            return self._checked(row, target)
        chosen = [variation for _, variation in row.names if variation]
        for variation in chosen:
            named = self._titles.get(folded(key_of_title(row.names[0][0], variation)))
            found = named or _variant_called(pin, variation, target)
            if found:
                return self._checked(row, found)
        if chosen and not by_sku:
            return self._unmatched(row, f"{target.pin} has no variant called `{chosen[0]}`")
        return self._checked(row, target)

    def _checked(self, row: ShopRow, target: Target) -> Target | Unmatched:
        """Let a match through if there is an edition that it can count in."""
        pin = self._pins.get(target.pin)
        if pin is None:
            return self._unmatched(row, f"there is no pin `{target.pin}`, or its record has mistakes")
        ids = [variant.id for variant in pin.variants]
        if target.variant and target.variant not in ids:
            return self._unmatched(row, f"{target.pin} has no variant `{target.variant}`")
        counted = [variant.id for variant in pin.variants if variant.edition]
        if not target.variant and pin.edition is None and counted:
            return self._unmatched(row, f"{target.pin} has editions by variant: {', '.join(counted)}")
        return target

    def _unmatched(self, row: ShopRow, reason: str) -> Unmatched:
        title, variation = row.names[-1] if len(row.names) > 1 and row.names[-1][1] else row.names[0]
        titles = {str(pin.title).casefold(): id for id, pin in self._pins.items()}
        meant = nearest(title.casefold(), [*titles, *self._pins]) if title else None
        return Unmatched(row, key_of_title(title, variation), reason, titles.get(meant or "", meant or ""))


def _parts(pins: Mapping[str, PinEntry]) -> Iterator[tuple[Target, PinEntry | Variant]]:
    for id, pin in pins.items():
        yield Target(id), pin
        for variant in pin.variants:
            yield Target(id, variant.id), variant


def _listings_in(link: ShopLink) -> Iterator[str]:
    """Yield the numbers in a shop's address: `…/listing/1200000001/moon-moth-pin` holds one."""
    path = link.url.partition("://")[2].partition("/")[2].partition("?")[0]
    yield from (part for part in path.split("/") if part.isdigit() and len(part) > 5)


def _variant_called(pin: PinEntry, variation: str, target: Target) -> Target | None:
    """Find the variant whose id or title, in any language, is what was chosen, or one of the things chosen."""
    said = {folded(variation), *(folded(part) for part in variation.split(","))}
    found = [
        variant.id
        for variant in pin.variants
        if said & {folded(variant.id), *(folded(text) for _, text in variant.title.texts)}
    ]
    return Target(target.pin, found[0], target.grade) if len(found) == 1 else None
