"""What a pin, a series and a document say of themselves, field by field.

These models are the one place where a field is declared: reading, the JSON Schema for editors and the field
reference in the docs all come from here. The description of a field is its line in the manual.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pinsite.catalogue.fields import (
    Box,
    Colour,
    Count,
    Day,
    Flag,
    GradeCode,
    Grams,
    Id,
    Language,
    Latitude,
    Link,
    Local,
    Longitude,
    Many,
    Moment,
    Position,
    Price,
    Record,
    RightsField,
    SizeField,
    Text,
    Unit,
    Url,
    When,
    Whole,
    choice,
    named,
    term,
)
from pinsite.catalogue.visitors import ToolsEntry


class Person(Record):
    """A person or a firm, with their part in the work."""

    name: Local = Field(description="how they want to be named")
    role: Local | None = Field(None, description="what they did")
    url: Url | None = Field(None, description="where to find them")
    publish: Flag = Field(True, description="`false` keeps the name off the site")


PersonField = Annotated[Person, named("name")]


class Attachment(Record):
    """What holds the pin."""

    type: Annotated[str, term("attachment")] = Field(description="kind of clutch or fastening")
    posts: Count | None = Field(None, description="number of posts; two stop a pin from spinning")
    color: Local | None = Field(None, description="colour of the clutch")


class Backstamp(Record):
    """What is stamped on the back."""

    text: Local | None = Field(None, description="the words, as they read")
    image: Text | None = Field(None, description="a picture of it")


class Colour_(Record):  # noqa: N801 - `Colour` is the type of a hexadecimal value
    """One enamel colour."""

    name: Local | None = Field(None, description="what you call it")
    pantone: Text | None = Field(None, description="Pantone number, so that a remake has the same colour")
    hex: Colour | None = Field(None, description="how it looks on a screen")
    use: Local | None = Field(None, description="where on the pin")
    effect: Annotated[str, term("effects")] | None = Field(None, description="glitter, glow …")


class Place(Record):
    """A place that the pin is about or from."""

    name: Local = Field(description="its name")
    lat: Latitude | None = Field(None, description="degrees north")
    lon: Longitude | None = Field(None, description="degrees east")


class ShopLink(Record):
    """Where the pin can be bought."""

    label: Local = Field(description="name of the shop")
    url: Url = Field(description="address of the listing")


class Wholesale(Record):
    """Terms for shops."""

    price: Price | None = Field(None, description="price a piece")
    minimum: Whole | None = Field(None, description="least number in an order")
    case_pack: Whole | None = Field(None, description="pieces in a pack")
    lead_weeks: Count | None = Field(None, description="weeks until it ships")


class Picture(Record):
    """A photograph or scan."""

    file: Text = Field(description="path, beside the record or in `images/`")
    role: Annotated[str, term("role")] = Field(
        "front", description="what it shows: front, back, lights-off …"
    )
    alt: Local | None = Field(None, description="what is seen, for those who do not see it")
    caption: Local | None = Field(None, description="a line below it")
    long_description: Local | None = Field(None, description="more than an alt text can hold (Markdown)")
    decorative: Flag = Field(False, description="`true` when it says nothing that the text does not")
    focal: tuple[Unit, Unit] | None = Field(None, description="what stays when cropped: x, y from 0 to 1")
    box: Box | None = Field(None, description="the pin: left, top, width, height from 0 to 1; usually found")
    crop: Annotated[str, choice("pin", "none")] = Field("pin", description="`none`: lists stay at a distance")
    credit: Local | None = Field(None, description="who made the picture")
    rights: RightsField | None = Field(None, description="rights of the picture, if not the site's")


PictureField = Annotated[Picture, named("file")]


class EditionEntry(Record):
    """How many there will be, and, on a site without a ledger, what became of them."""

    type: Annotated[str, choice("limited", "timed", "release", "open")] = Field(
        "limited", description="limited, timed, release or open"
    )
    size: Whole | None = Field(None, description="the promised number of copies")
    state: Annotated[str, choice("planned", "provisional", "final")] = Field(
        "final", description="how sure the size is"
    )
    numbered: Text | None = Field(None, description="`yes`, or how: stamped, engraved, on the card")
    numbered_to: Whole | None = Field(
        None, description="the last number, where only the first copies are numbered"
    )
    proofs: dict[str, Whole] = Field(
        default_factory=dict, description="copies outside the edition, like `{AP: 5}`"
    )
    note: Local | None = Field(None, description="a word of explanation")
    received: Count | None = Field(None, description="copies that arrived")
    sold: Count | None = Field(None, description="copies sold")
    gifted: Count | None = Field(None, description="copies given away")
    traded: Count | None = Field(None, description="copies traded")
    reserved: Count | None = Field(None, description="copies put aside for somebody")
    committed: Count | None = Field(None, description="copies paid for and not yet sent")
    held: Count | None = Field(None, description="copies the artist keeps back")
    consigned: Count | None = Field(None, description="copies in a shop, unsold")
    lost: Count | None = Field(None, description="copies lost")
    damaged: Count | None = Field(None, description="copies damaged")
    as_of: Day | None = Field(None, description="the day these numbers were counted")


TOTALS = (
    "received",
    "sold",
    "gifted",
    "traded",
    "reserved",
    "committed",
    "held",
    "consigned",
    "lost",
    "damaged",
)


class Variant(Record):
    """A colourway of the same mould, with an edition of its own."""

    id: Id = Field(description="permanent id within the pin")
    title: Local = Field(description="its name")
    summary: Local | None = Field(None, description="one sentence")
    technique: Many[Annotated[str, term("technique")]] = Field((), description="if other than the pin's")
    plating: Many[Annotated[str, term("plating")]] = Field((), description="if other than the pin's")
    effects: Many[Annotated[str, term("effects")]] = Field((), description="if other than the pin's")
    colors: Many[Colour_] = Field((), description="its colours")
    size: SizeField | None = Field(None, description="if other than the pin's")
    edition: EditionEntry | None = Field(None, description="its own promise")
    images: Many[PictureField] = Field((), description="its pictures")
    released: When | None = Field(None, description="when it came out")
    status: Annotated[str, term("status")] | None = Field(None, description="usually left out")
    sku: Text | None = Field(None, description="stock-keeping number")
    price: Price | None = Field(None, description="price a piece")
    grade_prices: dict[GradeCode, Price] = Field(
        default_factory=dict, description="prices of other grades, if other than the pin's"
    )
    shop: Many[ShopLink] = Field((), description="where to buy it")


class Run(Record):
    """One factory order."""

    id: Id = Field(description="id within the pin")
    received: When | None = Field(None, description="when it arrived")
    quantity: Whole | None = Field(None, description="pieces in the order")
    copies: Text | None = Field(None, description="the numbers of this run, as `1-60`")
    manufacturer: PersonField | None = Field(None, description="who made it")
    mark: Local | None = Field(None, description="how to tell it from other runs")
    note: Local | None = Field(None, description="a remark")
    image: Text | None = Field(None, description="a picture of its back")


class Stage(Record):
    """One step of production: done, or expected."""

    stage: Annotated[str, term("stage")] = Field(description="artwork, mould, plating …")
    done: When | None = Field(None, description="when it was done")
    eta: When | None = Field(None, description="when it is expected")
    note: Local | None = Field(None, description="a remark")


class Inspiration(Record):
    """The work that a pin goes back to."""

    title: Local = Field(description="its title")
    creator: Local | None = Field(None, description="who made it")
    date: Local | None = Field(None, description="when")
    object_number: Text | None = Field(None, description="its number in the collection")
    institution: Local | None = Field(None, description="where it is kept")
    credit_line: Local | None = Field(None, description="how the owner wants to be named")
    url: Url | None = Field(None, description="its page")
    rights: RightsField | None = Field(None, description="rights of the work")


class MuseumEntry(Record):
    """What a museum records of the pin as an object of its own."""

    object_number: Text | None = Field(None, description="accession number")
    object_name: Local | None = Field(None, description="what kind of thing: badge, brooch …")
    date: Local | None = Field(None, description="date in words, like `c. 1911`")
    earliest: Text | None = Field(None, description="earliest year")
    latest: Text | None = Field(None, description="latest year")
    medium: Local | None = Field(None, description="materials in words")
    credit_line: Local | None = Field(None, description="how it came to the museum")
    acquired: Text | None = Field(None, description="year or day of acquisition")
    location: Local | None = Field(None, description="where it is")
    inscription: Local | None = Field(None, description="what is written on it")
    provenance: Local | None = Field(None, description="who had it before")
    exhibitions: Many[Local] = Field((), description="where it was shown")


class Safety(Record):
    """What product safety law asks for."""

    responsible: Local | None = Field(None, description="responsible person and address")
    batch: Text | None = Field(None, description="batch number")
    warnings: Many[Local] = Field((), description="warnings")


class Published(Record):
    """What every record with a page of its own has."""

    slug: Text | None = Field(None, description="its address, if other than the id")
    aliases: Many[Text] = Field((), description="old addresses, kept alive as redirects")
    draft: Flag = Field(False, description="`true` keeps it off the site")
    publish: Moment | None = Field(None, description="not before this moment")
    expires: Moment | None = Field(None, description="not after this moment")


class PinEntry(Published):
    """A pin: one design."""

    title: Local = Field(description="its name")
    summary: Local | None = Field(None, description="one sentence")
    description: Local | None = Field(None, description="the text of its page (Markdown)")
    designer: Many[PersonField] = Field((), description="who drew it; left out, the site's author")
    manufacturer: PersonField | None = Field(None, description="who made it")
    collaborators: Many[PersonField] = Field((), description="who else had a part")
    series: Id | None = Field(None, description="id of its series")
    position: Position | None = Field(None, description="place in its series")
    released: When | None = Field(None, description="year, month or day")
    status: Annotated[str, term("status")] | None = Field(
        None, description="usually left out: the edition tells"
    )
    technique: Many[Annotated[str, term("technique")]] = Field((), description="how it is made")
    base_metal: Many[Annotated[str, term("base_metal")]] = Field((), description="what it is struck from")
    plating: Many[Annotated[str, term("plating")]] = Field((), description="metal of its surface")
    effects: Many[Annotated[str, term("effects")]] = Field((), description="glitter, glow, translucent …")
    construction: Many[Annotated[str, term("construction")]] = Field(
        (), description="moving or layered parts"
    )
    size: SizeField | None = Field(None, description="width x height [x thickness], in mm, cm or in")
    weight: Grams | None = Field(None, description="in g or oz")
    attachment: Annotated[Attachment, named("type")] | None = Field(None, description="what holds it")
    backstamp: Annotated[Backstamp, named("text")] | None = Field(
        None, description="what is stamped on the back"
    )
    packaging: Local | None = Field(None, description="card, bag or box")
    colors: Many[Colour_] = Field((), description="enamel colours")
    tags: Many[Text] = Field((), description="words to find it by")
    fandom: Local | None = Field(None, description="what it is a fan of")
    character: Local | None = Field(None, description="whom it shows")
    cause: Local | None = Field(None, description="what it stands or collects for")
    place: Annotated[Place, named("name")] | None = Field(None, description="where it is about or from")
    event: Local | None = Field(None, description="the fair, festival or meeting it was made for")
    licence_status: Annotated[str, term("licence_status")] | None = Field(
        None, description="original, licensed, fan or public-domain"
    )
    ai_statement: Local | None = Field(None, description="what part generated imagery had")
    sku: Text | None = Field(None, description="stock-keeping number")
    price: Price | None = Field(None, description="price a piece")
    grade_prices: dict[GradeCode, Price] = Field(
        default_factory=dict, description="prices of other grades, like `{B: 9.00 EUR}`"
    )
    shop: Many[ShopLink] = Field((), description="where to buy it")
    wholesale: Wholesale | None = Field(None, description="terms for shops")
    images: Many[PictureField] = Field((), description="its pictures, the first is its face")
    edition: Annotated[EditionEntry, named("type")] | None = Field(None, description="how many there will be")
    variants: Many[Variant] = Field((), description="colourways of the same mould")
    runs: Many[Run] = Field((), description="factory orders")
    production: Many[Stage] = Field((), description="steps of production, done or expected")
    grading_note: Local | None = Field(None, description="how copies of this pin are graded")
    inspired_by: Annotated[Inspiration, named("title")] | None = Field(None, description="the work behind it")
    museum: MuseumEntry | None = Field(None, description="a museum's own record of it")
    rights: RightsField | None = Field(None, description="rights of the design")
    safety: Safety | None = Field(None, description="product safety")
    related: Many[Id] = Field((), description="ids of pins like this one")


class SeriesEntry(Published):
    """A series of pins."""

    title: Local = Field(description="its name")
    summary: Local | None = Field(None, description="one sentence")
    description: Local | None = Field(None, description="the text of its page (Markdown)")
    order: Position | None = Field(None, description="its place among the series; or how its pins are sorted")
    image: Text | None = Field(None, description="a picture; left out, its first pin's")
    image_alt: Local | None = Field(None, description="what the picture shows")


class DocumentEntry(Published):
    """The front matter of a story or a page."""

    title: Local = Field(description="its title")
    date: When | None = Field(None, description="when it was written")
    updated: When | None = Field(None, description="when it was last changed")
    author: Many[PersonField] = Field((), description="who wrote it; left out, the site's author")
    summary: Local | None = Field(None, description="one sentence")
    image: Text | None = Field(None, description="a picture at its head")
    image_alt: Local | None = Field(None, description="what the picture shows")
    pins: Many[Id] = Field((), description="ids of the pins it is about")
    series: Many[Id] = Field((), description="ids of the series it is about")
    tags: Many[Text] = Field((), description="words to find it by")
    language: Language | None = Field(None, description="language of the text, if not the site's")


class GradeEntry(Record):
    """One grade of the site's own scale."""

    code: Text = Field(description="short code, as the ledger writes it")
    name: Local = Field(description="its name")
    counts: Flag = Field(True, description="whether such a copy belongs to the edition")
    description: Local | None = Field(None, description="what it means")


class MenuEntry(Record):
    """One entry of the menu."""

    label: Local | None = Field(None, description="what it says")
    url: Link = Field(description="where it leads: a section, a page's id, or an address")


class ImagesEntry(Record):
    """How images are made."""

    formats: Many[Annotated[str, choice("avif", "webp", "jpeg")]] = Field(
        ("avif", "jpeg"), description="what visitors are offered, best first; JPEG is always made"
    )
    max_megapixels: Whole = Field(80, description="larger sources are refused")
    store: Text | None = Field(None, description="folder or address where machines share made pictures")


class SiteEntry(Record):
    """The settings of a site, `pinsite.yaml`."""

    title: Local = Field(description="name of the site")
    description: Local | None = Field(None, description="one sentence about it")
    base_url: Url | None = Field(None, description="where it will be published; may have a sub-path")
    language: Language = Field("en", description="main language")
    languages: Many[Language] = Field((), description="all languages, if there are several")
    author: PersonField | None = Field(None, description="whose site it is")
    currency: Text | None = Field(None, description="currency of prices that name none, like `EUR`")
    time_zone: Text = Field("UTC", description="time zone of days without an offset, like `Europe/Berlin`")
    theme: Text = Field("atelier", description="a bundled theme, or a folder in `themes/`")
    theme_options: dict[str, object] = Field(default_factory=dict, description="options of the theme")
    menu: Many[Annotated[MenuEntry, named("url")]] = Field((), description="entries of the menu")
    paginate: Whole = Field(48, description="pins on a page of a list")
    rights: RightsField | None = Field(None, description="default for images")
    grades: Many[GradeEntry] = Field((), description="the site's scale of grades, best first")
    vocabularies: dict[str, dict[str, Local]] = Field(default_factory=dict, description="words of your own")
    images: ImagesEntry = Field(default_factory=ImagesEntry, description="how images are made")
    tools: ToolsEntry = Field(default_factory=ToolsEntry, description="what visitors can do with the pins")
    synonyms: dict[str, Many[Text]] = Field(default_factory=dict, description="words that find other words")
    strict: Flag = Field(False, description="`true` makes every warning an error")
