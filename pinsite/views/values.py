"""What a template may see: frozen values, each the answer to one question about the catalogue.

Paths are site paths (`pins/moon-moth/`); the filter `url` turns one into an address that works from the page
that is being written. A `Said` is a text with the language it is in; the filter `said` writes it with its own
`lang` where that differs from the page's. Text that holds Markdown is a `Rich`, already parsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pinsite.catalogue import PartialDate, Rights, Said, Size

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go: what it says and its site path (or a whole address, when `external`)."""

    label: Said
    path: str
    external: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class SourceSet:
    """All widths of a picture in one format."""

    media_type: str
    srcset: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PictureView:
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


@dataclass(frozen=True, slots=True)
class RichPart:
    """One stretch of a rendered text. `kind`: html, picture, inline, pin, series or edition.

    A picture is a block of its own; an inline picture stands within a line of text.
    """

    kind: str
    html: str = ""
    picture: PictureView | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """Markdown, rendered and made safe: parts to be written in order."""

    parts: tuple[RichPart, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """A word of a vocabulary or a subject, with the page that lists its pins (None: no page)."""

    code: str
    label: Said
    note: Said | None
    path: str | None


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How the copies of one grade stand."""

    code: str
    name: Said
    description: Said | None
    counts: bool
    received: int
    claimed: int
    available: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many copies are in one place: sold, gifted, held … `label` is translated."""

    place: str
    label: Said
    quantity: int


@dataclass(frozen=True, slots=True)
class Counter:
    """The edition of a pin or variant as it stands on the day `as_of`.

    `size`, `available` and `made` are None where they are not known (open and untold editions). `claimed` is
    sold + gifted + traded. `places` has every place that holds a copy, in a fixed order. `statement` says in one
    plain sentence what was promised.
    """

    type: str
    type_label: Said
    state: str
    state_label: Said
    size: int | None
    numbered: bool
    numbered_how: str | None
    proofs: tuple[tuple[str, int], ...]
    made: int | None
    claimed: int
    available: int | None
    places: tuple[PlaceCount, ...]
    grades: tuple[GradeCount, ...]
    as_of: date | None
    sold_out: bool
    has_counts: bool
    statement: Said
    note: Said | None


@dataclass(frozen=True, slots=True)
class Card:
    """A pin in a list: enough for a card, nothing more."""

    id: str
    path: str
    title: Said
    summary: Said | None
    picture: PictureView | None
    status: str
    status_label: Said
    series_title: Said | None
    year: str | None
    edition_line: Said | None
    price: str | None


@dataclass(frozen=True, slots=True)
class ColourView:
    """One enamel colour."""

    name: Said | None
    pantone: str | None
    hex: str | None
    use: Said | None
    effect: Said | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with a page of their pins, where there is one."""

    name: Said
    role: Said | None
    url: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class VariantView:
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
    released: PartialDate | None
    price: str | None
    sku: str | None
    shop: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RunView:
    """One factory order and how to tell it from others."""

    id: str
    received: PartialDate | None
    quantity: int | None
    manufacturer: PersonView | None
    mark: Said | None
    note: Said | None
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class StageView:
    """One step of production; neither `done` nor `eta` means not begun."""

    stage: str
    label: Said
    done: PartialDate | None
    eta: PartialDate | None
    note: Said | None


@dataclass(frozen=True, slots=True)
class InspirationView:
    """The work that a pin goes back to."""

    title: Said
    creator: Said | None
    date: Said | None
    object_number: str | None
    institution: Said | None
    credit_line: Said | None
    url: str | None
    rights: Rights | None


@dataclass(frozen=True, slots=True)
class MuseumView:
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


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, with its coordinates where they are told."""

    term: TermLink
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class WholesaleView:
    """Terms for shops; `price` is written out for the reader's language."""

    price: str | None
    minimum: int | None
    case_pack: int | None
    lead_weeks: int | None


@dataclass(frozen=True, slots=True)
class SafetyView:
    """What product safety law asks for."""

    responsible: Said | None
    batch: str | None
    warnings: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PinView:
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


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series: `count` pins; `cards` are asked for apart."""

    id: str
    path: str
    title: Said
    summary: Said | None
    description: Rich | None
    picture: PictureView | None
    count: int
    first_year: str | None
    last_year: str | None
    own: Json


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in a list."""

    id: str
    path: str
    title: Said
    summary: Said | None
    picture: PictureView | None
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A story or a page."""

    id: str
    kind: str
    path: str
    title: Said
    summary: Said | None
    body: Rich
    picture: PictureView | None
    authors: tuple[PersonView, ...]
    date: PartialDate | None
    updated: PartialDate | None
    tags: tuple[TermLink, ...]
    series: tuple[Link, ...]
    own: Json


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One edition of the register: a pin's, or a variant's."""

    id: str
    path: str
    title: Said
    variant_title: Said | None
    counter: Counter
    status: str
    status_label: Said
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A page of a term: every pin that bears it."""

    field: str
    field_label: Said
    code: str
    label: Said
    note: Said | None
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among its pages."""

    number: int
    total: int
    first: int
    last: int
    count: int
    previous: str | None
    next: str | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeView:
    """One grade of the site's scale."""

    code: str
    name: Said
    counts: bool
    description: Said | None


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site as a reader of one language meets it."""

    title: Said
    description: Said | None
    author: PersonView | None
    home: str
    languages: tuple[str, ...]
    language: str
    main_language: str
    menu: tuple[Link, ...]
    base_url: str | None
    rights: Rights | None
    grades: tuple[GradeView, ...]
    has_stories: bool
    has_series: bool
    has_editions: bool
    version: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    lang: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The page that is being written."""

    kind: str
    path: str
    lang: str
    direction: str
    title: str
    description: str | None
    canonical: str | None
    alternates: tuple[Alternate, ...]
    trail: tuple[Link, ...]
    picture: PictureView | None
    noindex: bool
    linked_data: str
    refresh: str | None = None
