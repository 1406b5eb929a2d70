"""From text to values: YAML with positions, Markdown, the ledger, settings, the schema."""

from pinsite.source.accounts import LEDGER, accounts_of, edition_of, open_ledger, read_rows, report_violations
from pinsite.source.cache import Cache
from pinsite.source.filed import Filed
from pinsite.source.ledger_csv import LedgerReading
from pinsite.source.ledger_table import COLUMNS
from pinsite.source.load import Call, NoCatalogue, load
from pinsite.source.loaded import Accounts, Loaded, PictureUse, Written
from pinsite.source.matter import Matter, read_matter
from pinsite.source.pins import PinShelf, read_pins
from pinsite.source.replacing import reread
from pinsite.source.settings import SETTINGS, read_settings
from pinsite.source.site_addresses import alias_path
from pinsite.source.text_file import TextFile, decode_text, read_text_file
from pinsite.source.translations import Missing, missing_translations

__all__ = [
    "COLUMNS",
    "LEDGER",
    "SETTINGS",
    "Accounts",
    "Cache",
    "Call",
    "Filed",
    "LedgerReading",
    "Loaded",
    "Matter",
    "Missing",
    "NoCatalogue",
    "PictureUse",
    "PinShelf",
    "TextFile",
    "Written",
    "accounts_of",
    "alias_path",
    "decode_text",
    "edition_of",
    "load",
    "missing_translations",
    "open_ledger",
    "read_matter",
    "read_pins",
    "read_rows",
    "read_settings",
    "read_text_file",
    "report_violations",
    "reread",
]
