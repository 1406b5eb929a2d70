"""The register of a numbered edition: what became of each number, and of each proof.

Up to `INLINE` numbers stand on the page of the pin, where everybody looks for theirs; more have a page of their own.
A page of 5,000 numbers is some 50 kB on the wire, 200 numbers add 2 kB to the page of their pin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pinsite.catalogue import address
from pinsite.editions import Counted, NumbersAt, Place, ProofTally, Ranges
from pinsite.views.material import Material
from pinsite.views.texts import Texts
from pinsite.views.values import NumberBlock, NumberRegister, NumberState, ProofRow

#: The most numbers that stand on the page of their pin.
INLINE = 200
#: The most stretches of numbers that the legend lists.
SCATTERED = 40
#: Numbers under one heading of a large register.
BLOCK = 100

#: What a visitor is told of a number, by the place of the copy. Who has it is nobody's business.
_STATE_OF = {
    Place.SOLD: "claimed",
    Place.GIFTED: "claimed",
    Place.TRADED: "claimed",
    Place.RESERVED: "promised",
    Place.COMMITTED: "promised",
    Place.HELD: "held",
    Place.CONSIGNED: "consigned",
    Place.AVAILABLE: "available",
    Place.LOST: "gone",
    Place.DAMAGED: "gone",
}
#: States in the order of the legend, each with its words.
STATES = {
    "available": "available",
    "claimed": "has a home",
    "promised": "promised to somebody",
    "held": "kept by the artist",
    "consigned": "in a shop",
    "gone": "lost or damaged, never used again",
    "to-come": "not made yet",
}


def has_register(counted: Counted | None) -> bool:
    """Tell whether it is known what became of single numbers."""
    if counted is None or counted.edition.last_number is None:
        return False
    return bool(counted.edition.numbered and counted.tally.numbers)


def is_inline(counted: Counted) -> bool:
    """Tell whether a register is small enough for the page of its pin."""
    return (counted.edition.last_number or 0) <= INLINE


def numbers_page(material: Material, id: str, lang: str) -> str | None:
    """Return the site path of the page of a pin's large registers, or None where there are none."""
    path = address(material.catalogue, "pin", id, lang)
    large = any(not is_inline(one) for _, one in _registers(material, id))
    return f"{path}register/" if path and large else None


def large_registers(material: Material, id: str) -> tuple[str, ...]:
    """Return the variants of a pin (empty: the pin itself) whose registers have a page of their own."""
    return tuple(variant or "" for variant, one in _registers(material, id) if not is_inline(one))


def _registers(material: Material, id: str) -> Iterator[tuple[str | None, Counted]]:
    pin = material.catalogue.pins[id]
    for variant in (None, *(one.id for one in pin.entry.variants)):
        counted = material.accounts.counted.get((id, variant))
        if counted and has_register(counted):
            yield variant, counted


def number_register(material: Material, id: str, variant: str | None, lang: str) -> NumberRegister | None:
    """Return the register of a pin (variant None) or of one of its variants; None where numbers are not known."""
    counted = material.accounts.counted.get((id, variant)) if id in material.catalogue.pins else None
    if counted is None or not has_register(counted):
        return None
    texts, size = material.texts(lang), counted.edition.last_number or 0
    codes = _codes(counted.tally.numbers, size, "to-come")
    proofs = tuple(_proofs(one) for one in counted.tally.proofs if one.size)
    return NumberRegister(
        key=f"{id}-{variant}" if variant else id,
        prefix=f"{variant}-" if variant else "",
        size=size,
        states=_states(codes, proofs, texts),
        blocks=tuple(_blocks(codes)),
        proofs=proofs,
        unlisted=counted.tally.without_number,
        page=None if is_inline(counted) else numbers_page(material, id, lang),
        as_of=counted.tally.as_of,
    )


def _codes(numbers: Iterable[NumbersAt], size: int, unknown: str) -> list[str]:
    codes = [unknown] * size
    for at in numbers:
        for first, last in at.ranges:
            codes[first - 1 : last] = [_STATE_OF[at.place]] * (min(last, size) - first + 1)
    return codes


def _proofs(tally: ProofTally) -> ProofRow:
    # Artists keep their proofs, often unwritten: one that no row took away is with its artist.
    codes = _codes(tally.numbers, tally.size, "held")
    return ProofRow(tally.series, tuple("held" if code == "available" else code for code in codes))


def _states(codes: Sequence[str], proofs: Iterable[ProofRow], texts: Texts) -> tuple[NumberState, ...]:
    shown = {*codes, *(code for row in proofs for code in row.codes)}
    return tuple(
        NumberState(code, texts.said(words), codes.count(code), _listed(_ranges_of(codes, code), texts))
        for code, words in STATES.items()
        if code in shown
    )


def _blocks(codes: Sequence[str]) -> Iterator[NumberBlock]:
    size = len(codes) if len(codes) <= INLINE else BLOCK
    for start in range(0, len(codes), size):
        part = tuple(codes[start : start + size])
        yield NumberBlock(start + 1, start + len(part), part)


def _ranges_of(codes: Sequence[str], code: str) -> Ranges:
    ranges: list[tuple[int, int]] = []
    for number, found in enumerate(codes, 1):
        if found == code:
            first = ranges.pop()[0] if ranges and ranges[-1][1] == number - 1 else number
            ranges.append((first, number))
    return tuple(ranges)


def _listed(ranges: Ranges, texts: Texts) -> str:
    """Write the numbers of a state, unless they are so scattered that the grid tells them better."""
    return ranges_said(ranges, texts) if len(ranges) <= SCATTERED else ""


def ranges_said(ranges: Ranges, texts: Texts) -> str:
    """Write numbers as people read them: `3, 7, 12–15`."""
    return texts.get(", ").join(
        texts.number(first) if first == last else f"{texts.number(first)}–{texts.number(last)}"
        for first, last in ranges
    )
