"""Small values that a record is made of, and the reading of each from text as it was typed.

YAML reaches these readers as text (`38.50` stays `38.50`), so that each field decides what it is. A reader
that cannot make sense of a text raises `Misread` with the code of the problem, a sentence and help.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

#: Catalogues say the same small things again and again; what a text means never changes.
_remembered = lru_cache(maxsize=4096)


class Misread(ValueError):  # noqa: N818 - it reads as the sentence it makes
    """A text that is not what its field needs."""

    def __init__(self, code: str, message: str, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help


_MM = {
    "mm": Decimal(1),
    "cm": Decimal(10),
    "in": Decimal("25.4"),
    '"': Decimal("25.4"),
    "inch": Decimal("25.4"),
}
_GRAM = {"g": Decimal(1), "kg": Decimal(1000), "oz": Decimal("28.349523125"), "mg": Decimal("0.001")}
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_SIZE = re.compile(
    rf"({_NUMBER})(?:\s*[x×]\s*({_NUMBER}))?(?:\s*[x×]\s*({_NUMBER}))?\s*(mm|cm|inch|in|\")\.?", re.IGNORECASE
)
_SIZE_HELP = "write it like `38 x 31.5 mm` (width x height), with mm, cm or in"


class Size(Struct, frozen=True):
    """Outer size of a pin in millimetres; only `longest` is known where the maker gave one number."""

    width: Decimal | None = None
    height: Decimal | None = None
    thickness: Decimal | None = None
    longest: Decimal | None = None


@_remembered
def read_size(text: str) -> Size:
    """Read `38 x 31.5 x 1.8 mm`; a single number is the longest side only."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise Misread("PIN020", f"`{text}` is not a size", _SIZE_HELP)
    unit = _MM[found[4].lower()]
    sides = [_millimetres(part, unit) for part in found.groups()[:3] if part]
    if len(sides) == 1:
        return Size(longest=sides[0])
    return Size(sides[0], sides[1], sides[2] if len(sides) > 2 else None, max(sides[:2]))


@_remembered
def read_length(text: str) -> Decimal:
    """Read one side, such as `31.5 mm`, in millimetres."""
    found = _SIZE.fullmatch(text.strip())
    if found is None or found[2]:
        raise Misread("PIN020", f"`{text}` is not a length", "write it like `31.5 mm`")
    return _millimetres(found[1], _MM[found[4].lower()])


def _millimetres(text: str, unit: Decimal) -> Decimal:
    value = Decimal(text.replace(",", ".")) * unit
    if not Decimal("0.005") < value <= 1000:
        raise Misread("PIN020", f"a side of {value} mm cannot be a pin's", _SIZE_HELP)
    return trimmed(value.quantize(Decimal("0.01")))


def trimmed(value: Decimal) -> Decimal:
    """Return the number without trailing zeros (`31.50` → `31.5`, `38.00` → `38`)."""
    normal = value.normalize()
    return normal.quantize(Decimal(1)) if normal == normal.to_integral() else normal


_WEIGHT = re.compile(rf"({_NUMBER})\s*(g|kg|oz|mg)", re.IGNORECASE)
_WEIGHT_HELP = "write it like `9 g`, with g, kg or oz"


@_remembered
def read_weight(text: str) -> Decimal:
    """Read `9 g` or `0.3 oz` in grams."""
    found = _WEIGHT.fullmatch(text.strip())
    if found is None:
        raise Misread("PIN021", f"`{text}` is not a weight", _WEIGHT_HELP)
    grams = Decimal(found[1].replace(",", ".")) * _GRAM[found[2].lower()]
    if not Decimal("0.005") < grams <= 10_000:
        raise Misread("PIN021", f"`{text}` cannot be the weight of a pin", _WEIGHT_HELP)
    return trimmed(grams.quantize(Decimal("0.01")))


class Money(Struct, frozen=True):
    """An amount and its ISO 4217 currency."""

    amount: Decimal
    currency: str


_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}
_SIGN = "[A-Z]{3}|[€£$¥]"
_MONEY = re.compile(rf"(?:({_SIGN})\s*)?([0-9]+(?:[.,][0-9]{{1,3}})?)(?:\s*({_SIGN}))?")
_THREE_PLACES = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}


@_remembered
def read_money(text: str, currency: str | None) -> Money:
    """Read `14.00 EUR`, `EUR 14`, `€14`; a bare number takes the site's currency."""
    bare = text.strip()
    found = _MONEY.fullmatch(bare)
    if found is None or (found[1] and found[3]):
        raise Misread("PIN022", f"`{text}` is not a price", "write it like `14.00 EUR`")
    sign = found[1] or found[3] or currency
    if sign is None:
        raise Misread(
            "PIN022", f"`{text}` names no currency", "write `14.00 EUR`, or set `currency` for the site"
        )
    code = _SIGNS.get(sign, sign)
    amount = Decimal(found[2].replace(",", "."))
    # `1,200 EUR` is not one euro twenty: three places are thousands, but for the currencies that have three.
    if re.search(r"[.,][0-9]{3}$", found[2]) and code not in _THREE_PLACES:
        digits = re.sub("[.,]", "", found[2])
        raise Misread(
            "PIN022",
            f"`{text}` can be read in two ways",
            f"write `{digits}.00 {code}`, without a mark for thousands",
        )
    return Money(amount, code)


class PartialDate(Struct, frozen=True):
    """A year, a month or a day: `2025`, `2025-10`, `2025-10-01`."""

    text: str

    @property
    def first_day(self) -> date:
        """Return the first day that it can mean."""
        parts = [int(part) for part in self.text.split("-")]
        return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)

    @property
    def precision(self) -> str:
        """Return `year`, `month` or `day`."""
        return ("year", "month", "day")[self.text.count("-")]


@_remembered
def read_partial_date(text: str) -> PartialDate:
    """Read a year, a month or a day."""
    bare = text.strip()
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", bare):
        raise Misread("PIN023", f"`{text}` is not a date", "write `2025`, `2025-10` or `2025-10-01`")
    try:
        PartialDate(bare).first_day  # noqa: B018 - asking proves that the day exists
    except ValueError:
        raise Misread(
            "PIN023", f"there is no day `{text}`", "write `2025`, `2025-10` or `2025-10-01`"
        ) from None
    return PartialDate(bare)


_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@_remembered
def read_day(text: str) -> date:
    """Read one whole day."""
    try:
        return date.fromisoformat(text.strip()) if _DAY.fullmatch(text.strip()) else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> date:
    raise Misread("PIN023", f"`{text}` is not a day", "write it like `2025-10-01`")


@_remembered
def read_moment(text: str, zone: str) -> datetime:
    """Read a moment with its offset; a day alone begins at midnight of the site's time zone."""
    bare = text.strip().replace(" ", "T", 1)
    try:
        moment = datetime.fromisoformat(bare) if _MOMENT.match(bare) else None
    except ValueError:
        moment = None
    # Far years overflow when they are turned into another zone.
    if moment is None or not 1900 <= moment.year <= 2999:
        raise Misread("PIN024", f"`{text}` is not a moment", "write it like `2025-10-01T18:00+02:00`")
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)")


@_remembered
def read_hex_colour(text: str) -> str:
    """Read `#7a2426` or `#abc`, returned as six lower-case digits with `#`."""
    found = re.fullmatch(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", text.strip())
    if found is None:
        raise Misread("PIN025", f"`{text}` is not a colour", 'write it like `"#7a2426"`, in quotes')
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


#: An address that needs no closer look.
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9.-]+(/[A-Za-z0-9/._~-]*)?")


def read_url(text: str) -> str:
    """Read a web address (http or https)."""
    bare = text.strip()
    if _PLAIN_URL.fullmatch(bare):
        return bare
    try:
        parts = urlsplit(bare)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s\"<>`]", bare):
        raise Misread("PIN026", f"`{text}` is not a web address", "it begins with `https://`")
    return bare


def read_link(text: str) -> str:
    """Read a web address, an e-mail address (`mailto:`), or a path within the site."""
    bare = text.strip()
    if re.fullmatch(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+", bare) or re.fullmatch(r"/?(?!/)[\w./#?=&%~-]+", bare):
        return bare
    return read_url(bare)


@_remembered
def read_whole(text: str, least: int = 0, most: int = 10_000_000) -> int:
    """Read a whole number between `least` and `most`."""
    bare = text.strip().replace("_", "")
    if not re.fullmatch("-?[0-9]{1,12}", bare) or not least <= int(bare) <= most:
        bounds = f" from {least} on" if least >= 0 else ""
        raise Misread("PIN027", f"`{text}` is not a whole number{bounds}", "write digits only, like `100`")
    return int(bare)


@_remembered
def read_fraction(text: str, least: Decimal, most: Decimal) -> float:
    """Read a number between two bounds."""
    bare = text.strip()
    value = Decimal(bare) if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,20})?", bare) else None
    if value is None or not least <= value <= most:
        raise Misread(
            "PIN027", f"`{text}` is not a number from {least} to {most}", "write it with a point, like `0.4`"
        )
    return float(value)


_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


@_remembered
def read_flag(text: str) -> bool:
    """Read `true` or `false` (also yes, no, on, off)."""
    answer = _YES.get(text.strip().lower())
    if answer is None:
        raise Misread("PIN028", f"`{text}` is neither yes nor no", "write `true` or `false`")
    return answer


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Tell whether a text is an id: lower-case words joined by `-`."""
    return bool(_ID.fullmatch(text))


@_remembered
def read_id(text: str) -> str:
    """Read the id of a record."""
    if not is_id(text.strip()):
        raise Misread("PIN032", f"`{text}` is not an id", "lower-case words joined by `-`, like `moon-moth`")
    return text.strip()
