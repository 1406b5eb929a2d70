"""A pin, its variants, and all that its page shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from pinsite.catalogue import PartialDate, Rights, Said, Size
from pinsite.views.values.editions import Counter
from pinsite.views.values.text_and_pictures import Link, PersonView, PictureView, Rich, TermLink

Json = Mapping[str, object]


class ColourView(Struct, frozen=True):
    """One enamel colour."""

    name: Said | None
    pantone: str | None
    hex: str | None
    use: Said | None
    effect: Said | None


class VariantView(Struct, frozen=True):
    """A colourway: only what differs from its pin is filled."""

    id: str
    title: Said
    summary: Said | None
    technique: tuple[TermLink, ...]
    plating: tuple[TermLink, ...]
    effects: tuple[TermLink, ...]
    colours: tuple[ColourView, ...]
    size: Size | None
    pictures: tuple[PictureView, ...]
    counter: Counter | None
    status: str
    status_label: Said
    status_of: str
    released: PartialDate | None
    price: str | None
    sku: str | None
    shop: tuple[Link, ...]


class RunView(Struct, frozen=True):
    """One factory order and how to tell it from others; `numbers` are those of its copies, as text."""

    id: str
    received: PartialDate | None
    quantity: int | None
    manufacturer: PersonView | None
    mark: Said | None
    note: Said | None
    picture: PictureView | None
    numbers: str


class StageView(Struct, frozen=True):
    """One step of production: `state` is `done`, `now` (the first that is not done) or `next`.

    A `late` one was expected before the newest day that is known of the pin, and is not done.
    """

    stage: str
    label: Said
    done: PartialDate | None
    eta: PartialDate | None
    note: Said | None
    state: str
    late: bool


class InspirationView(Struct, frozen=True):
    """The work that a pin goes back to."""

    title: Said
    creator: Said | None
    date: Said | None
    object_number: str | None
    institution: Said | None
    credit_line: Said | None
    url: str | None
    rights: Rights | None


class MuseumView(Struct, frozen=True):
    """A museum's own record."""

    object_number: str | None
    object_name: Said | None
    date: Said | None
    earliest: str | None
    latest: str | None
    medium: Said | None
    credit_line: Said | None
    acquired: str | None
    location: Said | None
    inscription: Said | None
    provenance: Said | None
    exhibitions: tuple[Said, ...]


class PlaceView(Struct, frozen=True):
    """A place, with its coordinates where they are told."""

    term: TermLink
    lat: float | None
    lon: float | None


class WholesaleView(Struct, frozen=True):
    """Terms for shops; `price` is written out for the reader's language."""

    price: str | None
    minimum: int | None
    case_pack: int | None
    lead_weeks: int | None


class SafetyView(Struct, frozen=True):
    """What product safety law asks for."""

    responsible: Said | None
    batch: str | None
    warnings: tuple[Said, ...]


class PinView(Struct, frozen=True):
    """Everything a pin's page shows of the pin itself. Its counter is asked for apart: `counter_of(id)`."""

    id: str
    path: str
    title: Said
    summary: Said | None
    description: Rich | None
    pictures: tuple[PictureView, ...]
    designers: tuple[PersonView, ...]
    manufacturer: PersonView | None
    collaborators: tuple[PersonView, ...]
    series: Link | None
    position: int | None
    released: PartialDate | None
    technique: tuple[TermLink, ...]
    base_metal: tuple[TermLink, ...]
    plating: tuple[TermLink, ...]
    effects: tuple[TermLink, ...]
    construction: tuple[TermLink, ...]
    size: Size | None
    weight: Decimal | None
    attachment: TermLink | None
    attachment_posts: int | None
    attachment_color: Said | None
    backstamp: Said | None
    backstamp_picture: PictureView | None
    packaging: Said | None
    colours: tuple[ColourView, ...]
    tags: tuple[TermLink, ...]
    fandom: TermLink | None
    character: TermLink | None
    cause: TermLink | None
    place: PlaceView | None
    event: TermLink | None
    licence_status: TermLink | None
    ai_statement: Said | None
    sku: str | None
    price: str | None
    shop: tuple[Link, ...]
    wholesale: WholesaleView | None
    runs: tuple[RunView, ...]
    production: tuple[StageView, ...]
    grading_note: Said | None
    inspired_by: InspirationView | None
    museum: MuseumView | None
    rights: Rights | None
    safety: SafetyView | None
    own: Json


class PreorderView(Struct, frozen=True):
    """A pin that is being made: what is done, what comes `now`, when it is expected, and how that is known.

    `ready` is the day that the last stage is expected; `as_of` the newest day that the record or the ledger names;
    `on_board` says whether it stands on the preorder board.
    """

    id: str
    path: str
    title: Said
    picture: PictureView | None
    status: str
    status_label: Said
    counter: Counter | None
    stages: tuple[StageView, ...]
    done: int
    now: StageView | None
    ready: PartialDate | None
    as_of: date | None
    on_board: bool
