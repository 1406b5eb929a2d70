"""What a serious catalogue would miss: warnings, which a site can make errors."""

from __future__ import annotations

from pinsite.catalogue import Picture, PinEntry, Site
from pinsite.diagnostics import Problems
from pinsite.diagnostics.codes import CODES
from pinsite.source.loaded import Written


def check_completeness(record: Written, entry: PinEntry, site: Site, problems: Problems) -> None:
    """Warn of what is left out of a pin."""
    head = record.place()
    if not entry.images:
        problems.add(
            CODES["PIN101"], head, "this pin has no picture", "add `images:` with a front and a back"
        )
    elif not any(picture.role == "back" for picture in entry.images):
        problems.add(
            CODES["PIN107"],
            record.place("images"),
            "there is no picture of the back",
            "add one with `role: back`",
        )
    if entry.size is None or entry.size.width is None or entry.size.height is None:
        problems.add(
            CODES["PIN103"],
            record.place("size"),
            "width and height are not told",
            "write `size: 38 x 31.5 mm`",
        )
    if entry.attachment is None:
        problems.add(
            CODES["PIN104"],
            head,
            "nothing says what holds the pin",
            "write `attachment: {type: rubber-clutch, posts: 2}`",
        )
    if not entry.designer and site.author is None:
        problems.add(
            CODES["PIN105"], head, "nobody is named as its maker", "add `designer`, or `author` for the site"
        )
    if entry.edition is None and not any(variant.edition for variant in entry.variants):
        problems.add(
            CODES["PIN106"],
            head,
            "nothing says how many there are",
            "write `edition: {type: limited, size: 100}` or `edition: open`",
        )
    _check_alts(record, entry, problems)


def _check_alts(record: Written, entry: PinEntry, problems: Problems) -> None:
    for number, picture in enumerate(entry.images):
        _check_alt(record, ("images", number), picture, entry, problems)
    for number, variant in enumerate(entry.variants):
        for inner, picture in enumerate(variant.images):
            _check_alt(record, ("variants", number, "images", inner), picture, entry, problems)


def _check_alt(
    record: Written, location: tuple[str | int, ...], picture: Picture, entry: PinEntry, problems: Problems
) -> None:
    if picture.decorative:
        return
    if picture.alt is None:
        problems.add(
            CODES["PIN102"],
            record.place(*location),
            f"`{picture.file}` has no alt text",
            "say in one sentence what is seen: `alt: …`",
        )
    elif str(picture.alt).casefold() in (str(entry.title).casefold(), picture.file.casefold()):
        problems.add(
            CODES["PIN109"],
            record.place(*location, "alt"),
            "this alt text says nothing",
            "say what is seen: shape, colours, lettering",
        )
