"""Whether an order was paid, undone, or partly given back: the words and amounts that shops use for it.

A refund is an amount of an order, not a line of it. Given back as a whole, all its lines are undone; given back in
part, nobody but the artist knows which copy came back, if any did.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum


class OrderState(Enum):
    """How an order stands."""

    PAID = "paid"
    WAITING = "waiting"
    UNDONE = "undone"
    PARTLY = "partly"


_WAITING = (
    "pending",
    "authorized",
    "authorised",
    "unpaid",
    "partially_paid",
    "partially paid",
    "in progress",
)
_NEVER = ("void", "expired", "declined", "failed")


def order_state(
    status: str, cancelled: str = "", refunded: Decimal | None = None, total: Decimal | None = None
) -> OrderState:
    """Judge an order by its status, the day of its cancellation, and the amount that was given back."""
    word = status.strip().casefold()
    if cancelled.strip() or "cancel" in word or any(never in word for never in _NEVER):
        return OrderState.UNDONE
    if refunded and total and refunded >= total:
        return OrderState.UNDONE
    if "refund" in word:
        return OrderState.PARTLY if "part" in word else OrderState.UNDONE
    if refunded:
        return OrderState.PARTLY
    return OrderState.WAITING if word in _WAITING else OrderState.PAID
