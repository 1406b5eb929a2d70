"""Links, pictures, rendered text and words: what every page is made of."""

from __future__ import annotations

from msgspec import Struct

from pinsite.catalogue import Rights, Said, Size


class Link(Struct, frozen=True):
    """A place to go: what it says and its site path (or a whole address, when `external`)."""

    label: Said
    path: str
    external: bool = False
    current: bool = False


class TermLink(Struct, frozen=True):
    """A word of a vocabulary or a subject, with the page that lists its pins (None: no page)."""

    code: str
    label: Said
    note: Said | None
    path: str | None


class PersonView(Struct, frozen=True):
    """A person with a page of their pins, where there is one."""

    name: Said
    role: Said | None
    url: str | None
    path: str | None


class SourceSet(Struct, frozen=True):
    """All widths of a picture in one format."""

    media_type: str
    srcset: tuple[tuple[str, int], ...]


class PictureView(Struct, frozen=True):
    """A picture in the widths of one wish; `src` is the JPEG that every browser can show."""

    src: str
    width: int
    height: int
    sources: tuple[SourceSet, ...]
    sizes: str
    alt: Said | None
    role: str
    role_label: Said
    caption: Said | None = None
    long_description: Rich | None = None
    credit: Said | None = None
    rights: Rights | None = None
    largest: str = ""
    decorative: bool = False
    placeholder: Placeholder | None = None

    @property
    def smallest(self) -> tuple[str, int, int]:
        """Return the path, width and height of its narrowest file in the format that every browser can show."""
        src, width = self.sources[-1].srcset[0]
        return src, width, round(width * self.height / self.width)


class Placeholder(Struct, frozen=True):
    """What is seen until a picture is there: its ground, and the outline of the pin in its foremost colour.

    `path` is SVG path data in a box of `width` and `height`; it is empty where no pin was found.
    """

    width: int
    height: int
    ground: str
    colour: str | None
    path: str


class PinOutline(Struct, frozen=True):
    """Where the pin is in its picture for one wish.

    `width` and `height` are those of the picture, the units of everything here; `box` is left, top, width and
    height of the metal; `path` is SVG path data of its outline, holes filled, and empty where the author has
    given the box by hand. `colours` are those of its enamel as they were found.
    """

    width: int
    height: int
    box: tuple[int, int, int, int]
    path: str
    colours: tuple[str, ...]


class Cutout(Struct, frozen=True):
    """The front of a pin as an object: cut out of its picture, and measured.

    `at` says where the metal is, in units of the picture. `size` is the written one, `metal` its width and height in
    millimetres, and `whole`
    what the whole picture measures where the metal has that size; both are None where no size is known. They follow
    the written sides one by one; where `agrees` is false the picture shows the pin in other proportions than its
    record, and only the longest side is right. `src` is one file for where there can be no choice of several, at
    least 480 wide where the picture is; where the picture is `transparent`, it keeps that. Clip it with `at.path`
    all the same: the JPEG of a transparent picture has a ground.
    """

    picture: PictureView
    src: str
    at: PinOutline
    size: Size | None
    metal: tuple[float, float] | None
    whole: tuple[float, float] | None
    agrees: bool
    transparent: bool


class Coin(Struct, frozen=True):
    """A coin to lay beside a pin: what it is worth, its size (the longest side is all), the metals of its rim and core.

    Metals are `gold`, `silver` or `copper` by their colour; a coin of one metal has no `core`.
    """

    id: str
    label: str
    size: Size
    rim: str
    core: str


class CoinGroup(Struct, frozen=True):
    """The coins of a currency, and the regions that pay with them, by their codes."""

    currency: str
    name: str
    regions: str
    coins: tuple[Coin, ...]


class Pocket(Struct, frozen=True):
    """What lies in most pockets, to compare a pin with: a bank card, and coins."""

    card: Size
    coins: tuple[CoinGroup, ...]


class SocialCard(Struct, frozen=True):
    """The picture that stands for a page where a link to it is shared."""

    src: str
    width: int
    height: int
    alt: Said


class RichPart(Struct, frozen=True):
    """One stretch of a rendered text. `kind`: html, picture, inline, pin, series or edition.

    A picture is a block of its own; an inline picture stands within a line of text.
    """

    kind: str
    html: str = ""
    picture: PictureView | None = None
    id: str = ""


class Rich(Struct, frozen=True):
    """Markdown, rendered and made safe: parts to be written in order."""

    parts: tuple[RichPart, ...]
    lang: str
