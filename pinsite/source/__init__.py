"""From text to values: YAML with positions, Markdown, the ledger, settings, the schema."""

from pinsite.source.accounts import LEDGER
from pinsite.source.load import Call, NoCatalogue, load
from pinsite.source.loaded import Accounts, Loaded, PictureUse, Written
from pinsite.source.settings import SETTINGS
from pinsite.source.site_addresses import alias_path
from pinsite.source.text_file import TextFile
from pinsite.source.translations import Missing, missing_translations

__all__ = [
    "LEDGER",
    "SETTINGS",
    "Accounts",
    "Call",
    "Loaded",
    "Missing",
    "NoCatalogue",
    "PictureUse",
    "TextFile",
    "Written",
    "alias_path",
    "load",
    "missing_translations",
]
