"""The ledger kept: rows added and imported, and how every edition stands. Only this room writes `ledger.csv`."""

from pinsite.bookkeeping.adding import Added, Misdirected, add_row
from pinsite.bookkeeping.entry import Entry
from pinsite.bookkeeping.ledger_file import NoColumn
from pinsite.bookkeeping.sentences import sentence
from pinsite.bookkeeping.statements import Book, Standing, as_data, read_book

__all__ = [
    "Added",
    "Book",
    "Entry",
    "Misdirected",
    "NoColumn",
    "Standing",
    "add_row",
    "as_data",
    "read_book",
    "sentence",
]
