"""The promises of an edition: one small function each, from plain values to violations.

The functions of a row take the event and what was known before it; the functions of an edition take what its
fold has gathered. Each `key` below is the name of one promise and stands in its manual page.
"""

from __future__ import annotations

from collections.abc import Sequence

from .copies import Ranges, clip, format_ranges, normalise, size_of
from .edition import Edition, EditionType, Totals
from .event import CLAIMED, GONE, Event, EventKind, Key, Place
from .register import Stretch, ranges_of
from .stock import Shortfall
from .tally import Tally
from .violation import Severity, Violation, count_noun, name_of, name_rows, on_row

KEYS = (
    "impossible-move",
    "quantity-mismatch",
    "oversold",
    "over-received",
    "wrong-place",
    "number-out-of-range",
    "number-in-two-places",
    "number-reissued",
    "proof-out-of-series",
    "numbers-missing",
    "numbers-unexpected",
    "ledger-and-totals",
    "edition-size",
    "totals-oversold",
    "totals-over-received",
    "runs-alike",
    "run-numbers",
    "status-contradicted",
)
"""The names of all promises."""

_ISSUING = frozenset(
    {
        Place.AVAILABLE,
        Place.RESERVED,
        Place.COMMITTED,
        Place.CONSIGNED,
        *CLAIMED,
    }
)
"""Places that a lost or damaged number may not reach: from there it is, or can be, somebody's."""


# ── of a row ──────────────────────────────────────────────────────────────────────────────────────────


def impossible_move(event: Event) -> Violation | None:
    """Refuse a row that moves copies to where they are, or out of a factory that it does not receive from."""
    if event.kind is EventKind.RECEIVED:
        if event.source is Place.FACTORY:
            return None
        help = "leave `from` empty, or write `returned` for copies that come back"
        return on_row(event, "impossible-move", "copies are received from the factory only", help, "from")
    if event.source is Place.FACTORY:
        message = f"`{event.kind}` cannot take copies from the factory"
        return on_row(event, "impossible-move", message, "write a row `received` for them first", "from")
    if event.source is event.destination:
        message = f"`{event.kind}` from `{event.source}` moves the copies to where they are"
        return on_row(event, "impossible-move", message, "name in `from` the place that they leave", "from")
    return None


def quantity_mismatch(event: Event) -> Violation | None:
    """Compare a written quantity with the number of copies listed."""
    listed = event.copies.number_count + event.copies.proof_count
    if not event.copies or event.quantity in (None, listed):
        return None
    message = f"quantity is {event.quantity}, but `{event.copies}` lists {count_noun(listed)}"
    return on_row(event, "quantity-mismatch", message, f"write {listed}, or leave it empty", "quantity")


def number_out_of_range(event: Event, edition: Edition) -> Violation | None:
    """Refuse numbers beyond the size of the edition, or beyond its last number."""
    outside = clip(event.copies.numbers, edition.last_number)[1]
    if not outside:
        return None
    verb = "is" if size_of(outside) == 1 else "are"
    beyond = f"the edition of {edition.limit}"
    if edition.numbered_to is not None:
        beyond = f"{edition.numbered_to}, the last number; later copies carry none"
    message = f"{_numbers(outside)} of {name_of(event.key)} {verb} beyond {beyond}"
    help = "spares never become numbers of the edition; correct the number, or list a proof as `AP1`"
    return on_row(event, "number-out-of-range", message, help, "copies")


def proof_out_of_series(event: Event, series: dict[str, int]) -> list[Violation]:
    """Refuse proofs of an unknown series and numbers beyond their series."""
    found = []
    for name, ranges in event.copies.proofs:
        outside = clip(ranges, series.get(name, 0))[1]
        if outside:
            listed = _numbers(outside, name)
            if name in series:
                message = f"{name_of(event.key)} has {series[name]} proofs {name}, but the row names {listed}"
            else:
                message = f"{name_of(event.key)} has no proofs {name}, but the row names {listed}"
            help = f"the pin says how many there are: `edition: {{proofs: {{{name}: {outside[-1][1]}}}}}`"
            found.append(on_row(event, "proof-out-of-series", message, help, "copies"))
    return found


def received_twice(event: Event, earlier: Sequence[Stretch], prefix: str = "") -> Violation | None:
    """Refuse to receive a number that came before."""
    if not earlier:
        return None
    message = f"{_subject(event, earlier, prefix)} received already, on {_rows(earlier)}"
    help = "one number is on one copy only; correct one of the rows"
    return on_row(event, "number-in-two-places", message, help, "copies", *_lines(earlier))


def number_in_two_places(event: Event, elsewhere: Sequence[Stretch], prefix: str = "") -> Violation | None:
    """Refuse to take from the studio a number that has an owner already."""
    owned = [stretch for stretch in elsewhere if _has_other_owner(event, stretch)]
    if not owned:
        return None
    places = " or ".join(dict.fromkeys(str(stretch.place) for stretch in owned))
    message = f"{_subject(event, owned, prefix)} {places} already, on {_rows(owned)}"
    help = "one number is on one copy only; correct one of the rows, or write `returned` before this one"
    return on_row(event, "number-in-two-places", message, help, "copies", *_lines(owned))


def number_reissued(event: Event, spent: Sequence[Stretch], prefix: str = "") -> Violation | None:
    """Refuse to issue a number that was lost or damaged once."""
    if not spent or event.destination not in _ISSUING:
        return None
    places = " or ".join(dict.fromkeys(str(stretch.place) for stretch in spent))
    message = f"{_subject(event, spent, prefix)} {places} on {_rows(spent)} and now issued again"
    help = "a lost or damaged number stays empty; send another one, or correct the row if it was never lost"
    return on_row(event, "number-reissued", message, help, "copies", *_lines(spent))


def number_elsewhere(event: Event, elsewhere: Sequence[Stretch], prefix: str = "") -> list[Violation]:
    """Refuse to take numbers from a place where they are not, when no graver promise says so."""
    strays: dict[Place | None, list[Stretch]] = {}
    for stretch in elsewhere:
        reissued = stretch.place in GONE and event.destination in _ISSUING
        if not reissued and not _has_other_owner(event, stretch):
            strays.setdefault(stretch.place, []).append(stretch)
    return [_stray(event, place, found, prefix) for place, found in strays.items()]


def _has_other_owner(event: Event, stretch: Stretch) -> bool:
    return stretch.place in CLAIMED and event.source not in CLAIMED and event.destination not in GONE


def _stray(event: Event, place: Place | None, found: Sequence[Stretch], prefix: str) -> Violation:
    numbers = f"{_numbers(ranges_of(list(found)), prefix)} of {name_of(event.key)}"
    if place is Place.FACTORY:
        message, help = f"{numbers}: not received yet", "write the receipt before this row"
        return on_row(event, "wrong-place", message, help, "copies")
    if place is None:
        message = f"{numbers}: not among the copies that are {event.source}"
        return on_row(event, "wrong-place", message, "name in `from` the place that they leave", "copies")
    message = f"{numbers}: {place} since {_rows(found)}, not {event.source}"
    return on_row(event, "wrong-place", message, f"write `{place}` in `from`", "from", *_lines(found))


# ── of an edition ─────────────────────────────────────────────────────────────────────────────────────


def short(key: Key, shortfall: Shortfall) -> Violation:
    """Report rows that took more copies from a place than it had."""
    rows = name_rows(shortfall.lines)
    missing = count_noun(shortfall.deepest)
    graded = f" in grade {shortfall.grade}" if shortfall.grade else ""
    if shortfall.place is Place.AVAILABLE:
        message = f"{name_of(key)} is oversold by {missing}{graded}, on {rows}"
        help = (
            "sell `from` reserved or held copies, record what came back before these rows, "
            "or correct a sale that is in the ledger twice"
        )
        return Violation("oversold", *key, message, help, tuple(shortfall.lines), "event")
    message = f"{missing}{graded} more of {name_of(key)} left `{shortfall.place}` than were there, on {rows}"
    help = f"write in `from` the place that they left, or the missing row that made them {shortfall.place}"
    return Violation("wrong-place", *key, message, help, tuple(shortfall.lines), "from")


def over_received(key: Key, edition: Edition, received: int | None, lines: Sequence[int]) -> Violation | None:
    """Refuse to receive more copies of a limited edition than it has."""
    if edition.type is not EditionType.LIMITED or edition.size is None or not lines or received is None:
        return None
    message = (
        f"{received} copies of {name_of(key)} were received in grades that count, "
        f"{received - edition.size} more than the edition of {edition.size}, on {name_rows(lines)}"
    )
    help = "spares are not part of the edition: give them a grade that does not count, or list them as proofs"
    return Violation("over-received", *key, message, help, tuple(lines), "quantity")


def numbers_missing(
    key: Key, what: str, listed: int, unlisted: Sequence[int], copies: int
) -> Violation | None:
    """Warn when some copies of an edition carry a number and others do not."""
    if not listed or not unlisted:
        return None
    message = (
        f"{count_noun(listed)} of {name_of(key)} {what} with a number and "
        f"{copies} without, on {name_rows(unlisted)}"
    )
    help = (
        "write the numbers in `copies`; or, where only the first copies carry one, "
        "say in the edition to which: `numbered_to: 100`"
    )
    return Violation("numbers-missing", *key, message, help, tuple(unlisted), "copies", Severity.WARNING)


def numbers_unexpected(key: Key, edition: Edition, lines: Sequence[int]) -> Violation | None:
    """Warn when rows list numbers of an edition that is said to have none."""
    if edition.numbered or not lines:
        return None
    message = f"{name_of(key)} has no numbers, but {name_rows(lines)} of the ledger list some"
    help = "write `numbered: yes` in the edition of the pin, or remove the numbers"
    return Violation("numbers-unexpected", *key, message, help, tuple(lines), "copies", Severity.WARNING)


def ledger_and_totals(key: Key, lines: Sequence[int]) -> Violation | None:
    """Refuse to count an edition twice, by written totals and by the ledger."""
    if not lines:
        return None
    rows = count_noun(len(lines), "row", "rows")
    message = f"{name_of(key)} has totals written in its record and {rows} in the ledger"
    help = "keep one of the two; the ledger can say more"
    return Violation("ledger-and-totals", *key, message, help, tuple(lines), "pin")


def edition_size(key: Key, edition: Edition) -> list[Violation]:
    """Refuse a size that the type of the edition contradicts."""
    found = []
    name = name_of(key)
    if edition.type is EditionType.LIMITED and edition.size is None and edition.state.value == "final":
        help = "write `size:`, or `state: planned` until it is decided"
        found.append(Violation("edition-size", *key, f"the limited edition of {name} has no size", help))
    if edition.type is EditionType.OPEN and edition.size is not None:
        help = "remove `size:`, or write `type: limited`"
        found.append(Violation("edition-size", *key, f"{name} is an open edition with a size", help))
    if edition.limit is not None and edition.numbered_to is not None and edition.numbered_to > edition.limit:
        message = (
            f"{name_of(key)} is numbered to {edition.numbered_to}, beyond its edition of {edition.limit}"
        )
        found.append(Violation("edition-size", *key, message, "correct `numbered_to`, or the size"))
    if edition.size is not None and edition.size < 1:
        help = "a size is a whole number from 1"
        found.append(Violation("edition-size", *key, f"{name} has an edition of {edition.size}", help))
    return found


def totals_oversold(key: Key, tally: Tally) -> Violation | None:
    """Refuse written totals that give away more copies than there are."""
    if not tally.oversold:
        return None
    message = f"the totals of {name_of(key)} add up to {count_noun(tally.oversold)} more than there are"
    return Violation("totals-oversold", *key, message, "correct a number, or the size")


def totals_over_received(key: Key, edition: Edition, totals: Totals) -> Violation | None:
    """Refuse written totals that receive more copies than a limited edition has."""
    if edition.type is not EditionType.LIMITED or edition.size is None or totals.received is None:
        return None
    if totals.received <= edition.size:
        return None
    message = f"{totals.received} copies of {name_of(key)} were received, but the edition has {edition.size}"
    return Violation("totals-over-received", *key, message, "spares and scrap are not part of the edition")


def _subject(event: Event, stretches: Sequence[Stretch], prefix: str) -> str:
    ranges = ranges_of(list(stretches))
    return f"{_numbers(ranges, prefix)} of {name_of(event.key)} {'was' if size_of(ranges) == 1 else 'were'}"


def _numbers(ranges: Ranges, prefix: str = "") -> str:
    noun = ("proof" if prefix else "copy") if size_of(ranges) == 1 else ("proofs" if prefix else "copies")
    return f"{noun} {format_ranges(normalise(ranges), prefix).replace(';', ', ')}"


def _lines(stretches: Sequence[Stretch]) -> list[int]:
    return list(dict.fromkeys(stretch.line for stretch in stretches if stretch.line))


def _rows(stretches: Sequence[Stretch]) -> str:
    return name_rows(_lines(stretches))
