"""The ledger kept: rows added and imported, and how every edition stands. Only this room writes `ledger.csv`."""

from pinsite.bookkeeping.adding import Added, Misdirected, add_row
from pinsite.bookkeeping.entry import Entry
from pinsite.bookkeeping.import_memory import IMPORTS, Lesson, Unclear
from pinsite.bookkeeping.importing import HeldBack, Imported, Order, Written, import_sales
from pinsite.bookkeeping.ledger_file import NoColumn
from pinsite.bookkeeping.sentences import sentence
from pinsite.bookkeeping.statements import Book, Standing, as_data, read_book

__all__ = [
    "IMPORTS",
    "Added",
    "Book",
    "Entry",
    "HeldBack",
    "Imported",
    "Lesson",
    "Misdirected",
    "NoColumn",
    "Order",
    "Standing",
    "Unclear",
    "Written",
    "add_row",
    "as_data",
    "import_sales",
    "read_book",
    "sentence",
]
