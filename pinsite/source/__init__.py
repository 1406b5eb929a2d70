"""From text to values: YAML with positions, Markdown, the ledger, settings, the schema."""

from pinsite.source.accounts import LEDGER
from pinsite.source.load import Call, NoCatalogue, load
from pinsite.source.loaded import Accounts, Loaded, PictureUse, Written
from pinsite.source.settings import SETTINGS
from pinsite.source.site_addresses import alias_path
from pinsite.source.text_file import TextFile

__all__ = [
    "LEDGER", "SETTINGS", "Accounts", "Call", "Loaded", "NoCatalogue", "PictureUse", "TextFile", "Written",
    "alias_path", "load",
]  # fmt: skip
