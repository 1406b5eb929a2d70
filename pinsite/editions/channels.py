"""Where copies went, by the channel that the rows name: the fair, the shop, a friend's counter."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from .event import CLAIMED, Event, EventKind


class ChannelTally(Struct, frozen=True):
    """The copies that left by one channel, and those that came back by it. `""` is no channel.

    Proofs are not counted: they are outside the edition.
    """

    channel: str
    sold: int = 0
    gifted: int = 0
    traded: int = 0
    returned: int = 0

    @property
    def claimed(self) -> int:
        """Count the copies that left for good."""
        return self.sold + self.gifted + self.traded - self.returned


def channels_of(events: Iterable[Event]) -> tuple[ChannelTally, ...]:
    """Count by channel, in the order of their names; a channel that only received or held is left out."""
    counts: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    for event in events:
        if event.destination in CLAIMED or event.kind is EventKind.RETURNED:
            name = event.channel.casefold()
            names.setdefault(name, event.channel)
            of_channel = counts.setdefault(name, {})
            of_channel[event.kind.value] = of_channel.get(event.kind.value, 0) + event.count
    return tuple(ChannelTally(names[name], **counts[name]) for name in sorted(counts))
