"""Text taken apart, brought to its stems, and packed small for a browser that searches it.

`search.js` of the themes takes a visitor's words apart as this room does those of the pins; the stemmers are those
of the Snowball project, written out for it by `stemmer_script`.
"""

from pinsite.search.folding import fold, words_in
from pinsite.search.index import DRAWER, place_of
from pinsite.search.publishing import (
    CARDS,
    FACTS,
    WORDS,
    Codes,
    Files,
    card_files,
    codes_in,
    drawer_text,
    index_file,
    shared_files,
    shelf_of_path,
    word_file,
    word_files,
    word_shelves,
    words_by_shelf,
    words_elsewhere,
    words_on,
    words_size,
)
from pinsite.search.stemming import algorithm_of, stems_of
from pinsite.search.transcription import stemmer_script

__all__ = [
    "CARDS",
    "DRAWER",
    "FACTS",
    "WORDS",
    "Codes",
    "Files",
    "algorithm_of",
    "card_files",
    "codes_in",
    "drawer_text",
    "fold",
    "index_file",
    "place_of",
    "shared_files",
    "shelf_of_path",
    "stemmer_script",
    "stems_of",
    "word_file",
    "word_files",
    "word_shelves",
    "words_by_shelf",
    "words_elsewhere",
    "words_in",
    "words_on",
    "words_size",
]
