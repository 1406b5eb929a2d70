"""What a pin can be laid beside: a bank card, and the coins that people know by heart, one or two a currency.

Diameters are those that the mints give; a coin that is not round is measured across its corners.
"""

from __future__ import annotations

from decimal import Decimal

from pinsite.catalogue import Size
from pinsite.views.local_writing import write_coin, write_currency
from pinsite.views.material import Material
from pinsite.views.values import Coin, CoinGroup, Pocket

_EURO = "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK"

#: Currency, the regions whose money it is, and its coins: amount, millimetres, colour of rim and of core.
_COINS: tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...]], ...] = (
    ("EUR", _EURO, (("1", "23.25", "gold", "silver"), ("2", "25.75", "silver", "gold"))),
    ("GBP", "GB GG IM JE", (("1", "23.43", "gold", "silver"), ("2", "28.4", "gold", "silver"))),
    ("USD", "US EC PA PR SV", (("0.01", "19.05", "copper", ""), ("0.25", "24.26", "silver", ""))),
    ("JPY", "JP", (("100", "22.6", "silver", ""), ("500", "26.5", "gold", "silver"))),
    ("CAD", "CA", (("0.25", "23.88", "silver", ""), ("2", "28", "silver", "gold"))),
    ("AUD", "AU", (("1", "25", "gold", ""), ("2", "20.5", "gold", ""))),
    ("NZD", "NZ", (("1", "23", "gold", ""), ("2", "26.5", "gold", ""))),
    ("CHF", "CH LI", (("1", "23.2", "silver", ""), ("5", "31.45", "silver", ""))),
    ("SEK", "SE", (("1", "19.5", "copper", ""), ("10", "20.5", "gold", ""))),
    ("NOK", "NO", (("10", "24", "gold", ""),)),
    ("PLN", "PL", (("1", "23", "silver", ""), ("5", "24", "silver", "gold"))),
    ("CZK", "CZ", (("10", "24.5", "copper", ""),)),
    ("KRW", "KR", (("100", "24", "silver", ""), ("500", "26.5", "silver", ""))),
    ("AED", "AE", (("1", "24", "silver", ""),)),
)


#: A card as ISO/IEC 7810 has it: ID-1.
_CARD = Size(Decimal("85.60"), Decimal("53.98"))


def pocket(material: Material, lang: str) -> Pocket:
    """Return card and coins, those of the site's currency first."""
    own = material.catalogue.site.currency
    ordered = sorted(_COINS, key=lambda one: one[0] != own)
    groups = tuple(_group(currency, regions, known, lang) for currency, regions, known in ordered)
    return Pocket(_CARD, groups)


def _group(currency: str, regions: str, known: tuple[tuple[str, str, str, str], ...], lang: str) -> CoinGroup:
    return CoinGroup(
        currency,
        write_currency(currency, lang),
        regions,
        tuple(
            Coin(
                f"{currency}-{amount}", write_coin(Decimal(amount), currency, lang), _across(size), rim, core
            )
            for amount, size, rim, core in known
        ),
    )


def _across(diameter: str) -> Size:
    return Size(longest=Decimal(diameter))
