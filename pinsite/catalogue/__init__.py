"""What a catalogue is: pins, series, stories, pages, their values, lists and addresses."""

from pinsite.catalogue.addresses import SECTIONS, address, home, section
from pinsite.catalogue.catalogue import (
    TERM_FIELDS, VOCABULARY_OF, Catalogue, Document, Pin, Series, Term_, Unpublished, hidden_because, subjects,
    untitled_series,
)  # fmt: skip
from pinsite.catalogue.fields import Reading, Record, kind_of
from pinsite.catalogue.local_text import LocalText, Said, is_language, slugify
from pinsite.catalogue.markup import ATTRIBUTES, ELEMENTS, SCHEMES
from pinsite.catalogue.records import (
    TOTALS, Colour_, DocumentEntry, EditionEntry, GradeEntry, Inspiration, MenuEntry, MuseumEntry, Person, PinEntry,
    Picture, Published, Run, SeriesEntry, ShopLink, SiteEntry, Stage, Variant,
)  # fmt: skip
from pinsite.catalogue.rights import Rights
from pinsite.catalogue.schema import FieldLine, field_lines, inner_model, inner_records, json_schema
from pinsite.catalogue.site import Site
from pinsite.catalogue.values import Misread, Money, PartialDate, Size, is_id, trimmed
from pinsite.catalogue.vocabularies import BUILT_IN, Term

__all__ = [
    "ATTRIBUTES", "BUILT_IN", "ELEMENTS", "SCHEMES", "SECTIONS", "TERM_FIELDS", "TOTALS", "VOCABULARY_OF", "Catalogue", "Colour_", "Document",
    "DocumentEntry", "EditionEntry", "FieldLine", "GradeEntry", "Inspiration", "LocalText", "MenuEntry", "Misread", "Money",
    "MuseumEntry", "PartialDate", "Person", "Picture", "Pin", "PinEntry", "Published", "Reading", "Record", "Rights",
    "Run", "Said", "Series", "SeriesEntry", "ShopLink", "Site", "SiteEntry", "Size", "Stage", "Term", "Term_",
    "Unpublished", "Variant", "address", "field_lines", "hidden_because", "home", "inner_model", "inner_records", "is_id", "is_language", "json_schema", "kind_of", "section",
    "slugify", "subjects", "trimmed", "untitled_series",
]  # fmt: skip
