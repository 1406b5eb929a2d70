"""Rights statements: Creative Commons, RightsStatements.org, and an artist's own words."""

from __future__ import annotations

import re

from msgspec import Struct

from pinsite.catalogue.values import Misread, read_url

_CC = {
    "by": "Attribution",
    "by-sa": "Attribution-ShareAlike",
    "by-nd": "Attribution-NoDerivatives",
    "by-nc": "Attribution-NonCommercial",
    "by-nc-sa": "Attribution-NonCommercial-ShareAlike",
    "by-nc-nd": "Attribution-NonCommercial-NoDerivatives",
}
_STATEMENTS = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright – EU orphan work",
    "InC-EDU": "In copyright – educational use permitted",
    "InC-NC": "In copyright – non-commercial use permitted",
    "InC-RUU": "In copyright – rights-holder(s) unlocatable or unidentifiable",
    "NoC-CR": "No copyright – contractual restrictions",
    "NoC-NC": "No copyright – non-commercial use only",
    "NoC-OKLR": "No copyright – other known legal restrictions",
    "NoC-US": "No copyright – United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}


#: Statements beside Creative Commons under which a copy may be taken away.
_COPIED = frozenset({"PDM-1.0", "NoC-US", "NoC-NC", "NKC", "InC-EDU", "InC-NC"})
_VERSIONED = re.compile(r"(Creative Commons .+?)( [0-9]\.[0-9].*)")


class Rights(Struct, frozen=True):
    """What may be done with a work: a code or words, a label, and the page that says it in full."""

    code: str
    label: str
    uri: str | None = None

    @property
    def named(self) -> tuple[str, str]:
        """Return the label as it is translated, and the version that follows it in every language."""
        found = _VERSIONED.fullmatch(self.label)
        return (found[1], found[2]) if found else (self.label, "")

    @property
    def allows_copies(self) -> bool:
        """Tell whether everybody may copy the work, if only for some purposes; what is not known forbids it."""
        return self.code.startswith("CC") or self.code in _COPIED


def _known() -> dict[str, Rights]:
    known: dict[str, Rights] = {}
    for part, name in _CC.items():
        for version in ("4.0", "3.0", "2.5", "2.0", "1.0"):
            code = f"CC-{part.upper()}-{version}"
            label = f"Creative Commons {name} {version}"
            known[code.casefold()] = Rights(
                code, label, f"http://creativecommons.org/licenses/{part}/{version}/"
            )
    zero = Rights("CC0-1.0", "CC0 1.0 Universal", "http://creativecommons.org/publicdomain/zero/1.0/")
    mark = Rights("PDM-1.0", "Public Domain Mark 1.0", "http://creativecommons.org/publicdomain/mark/1.0/")
    known |= dict.fromkeys(("cc0", "cc0-1.0"), zero) | dict.fromkeys(
        ("pdm", "pdm-1.0", "public domain"), mark
    )
    for code, label in _STATEMENTS.items():
        rights = Rights(code, label, f"http://rightsstatements.org/vocab/{code}/1.0/")
        known |= dict.fromkeys((code.casefold(), label.casefold()), rights)
    known["all rights reserved"] = Rights("all-rights-reserved", "All rights reserved")
    return known


KNOWN = _known()
#: The labels that themes translate.
RIGHTS_LABELS = tuple(dict.fromkeys(rights.named[0] for rights in KNOWN.values()))
_BY_URI = {rights.uri: rights for rights in KNOWN.values() if rights.uri}


def read_rights(text: str) -> Rights:
    """Read a licence code, a statement's name or its address; other addresses stand for themselves."""
    bare = text.strip()
    found = KNOWN.get(bare.casefold()) or KNOWN.get(re.sub(r"\s+", "-", bare.casefold()))
    if found:
        return found
    if not bare.startswith(("http://", "https://")):
        raise Misread(
            "PIN031",
            f"`{text}` is not a rights statement",
            "a code such as `CC-BY-NC-4.0`, `CC0-1.0`, `PDM` or `InC`, or the address of a statement",
        )
    return _from_address(read_url(bare))


_PORTED = re.compile(r"(http://creativecommons\.org/licenses/([a-z-]+)/([1-3]\.[05])/)([a-z]{2,3})/")


def _from_address(url: str) -> Rights:
    plain = re.sub(r"^https?://(www\.)?", "http://", url.partition("?")[0].partition("#")[0])
    plain = re.sub(r"/(deed|legalcode)(\.[a-z_-]+)?/?$", "/", plain, flags=re.IGNORECASE)
    plain = plain.replace("rightsstatements.org/page/", "rightsstatements.org/vocab/")
    plain = plain if plain.endswith("/") else plain + "/"
    found = _BY_URI.get(plain) or _ported(plain)
    if found is None and "creativecommons.org" in plain:
        raise Misread(
            "PIN031",
            f"`{url}` is not an address of a Creative Commons licence",
            "like `https://creativecommons.org/licenses/by-nc/4.0/`",
        )
    return found or Rights(url, url, url)


def _ported(address: str) -> Rights | None:
    """Return an older licence in the version of one country, such as `by/3.0/de`."""
    match = _PORTED.fullmatch(address)
    whole = _BY_URI.get(match[1]) if match else None
    if match is None or whole is None:
        return None
    country = match[4].upper()
    return Rights(f"{whole.code}-{country}", f"{whole.label} ({country})", address)
