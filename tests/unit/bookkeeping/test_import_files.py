"""Whatever a spreadsheet made of an export, it is read; what is no export is refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.bookkeeping.exports import ETSY_ITEMS, PRIVATE, SHOPIFY, etsy, shopify, table
from unit.bookkeeping.importing_rows import importing, remarks, short
from unit.bookkeeping.studio import Studio, studio

from pinsite.source.shops import Unusable, Weight

ROW = "2026-11-02 moon-moth sold 1 etsy 400001"


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


PLAIN = table(ETSY_ITEMS, etsy(1), end="\n")
FORMS = {
    "a byte order mark": b"\xef\xbb\xbf" + PLAIN,
    "carriage returns": table(ETSY_ITEMS, etsy(1), end="\r\n"),
    "semicolons": table(ETSY_ITEMS, etsy(1), separator=";"),
    "tabs": table(ETSY_ITEMS, etsy(1), separator="\t"),
    "UTF-16": b"\xff\xfe" + PLAIN.decode().encode("utf-16-le"),
    "Windows-1252": PLAIN.replace(PRIVATE.encode(), "José Ñ".encode("cp1252")),
    "blank lines": b"\n\n" + PLAIN + b"\n,,,\n",
    "no end of the last line": PLAIN.rstrip(),
    "capitals and blanks in the header": PLAIN.replace(b"Transaction ID", b" TRANSACTION  id "),
    "a short row": PLAIN.replace(b"1200000001", b"1200000001", 1).rstrip().rpartition(b",")[0],
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_a_table(form: str, place: Studio) -> None:
    importing(place, "etsy", FORMS[form])
    assert short(place) == [ROW]


def test_line_ends_in_cells_and_the_line_of_a_row(place: Studio) -> None:
    """A buyer's address has line ends; the rows below it are still named by their own line."""
    rows = etsy(1, **{"Ship Address1": 'Flat 2,\n"Rose" House\r\nHill'}), etsy(2, **{"Sale Date": "never"})
    done = importing(place, "etsy", table(ETSY_ITEMS, *rows))
    assert short(place) == [ROW]
    assert remarks(done, Weight.ERROR)[0].startswith("1.csv:5: ")


@pytest.mark.parametrize(("content", "said"), [
    (b"", "1.csv is empty"),
    (b"\n\n", "1.csv is empty"),
    (b"PK\x03\x04....", "a workbook or an archive"),
    (b"\x00\x01\x02" * 50, "is not text"),
    (b"Jane Placeholder,Rose Street 1\n", "no export of shopify"),
    (table(SHOPIFY[:16], {}), "`Lineitem name`"),
    (table([n for n in SHOPIFY if n != "Created at"], {}), "no column `Created at`"),
])  # fmt: skip
def test_what_is_no_export(content: bytes, said: str, place: Studio) -> None:
    with pytest.raises(Unusable) as raised:
        importing(place, "shopify", content)
    assert said in str(raised.value)
    assert PRIVATE not in str(raised.value)
    assert not place.ledger.exists()


OWN = b"Day;What;Colour;How many;Who\n7.11.2026;Moon Moth;Gold;2;Jane Placeholder\n21.11.2026;Sun Moth;;1;Jane\n"
FIELDS = {"date": "Day", "title": "What", "variant": "Colour", "quantity": "How many"}
MAPS = {"Moon Moth": "moon-moth", "Sun Moth": "sun-moth"}


class TestTable:
    """A table of one's own, with a map of its columns."""

    def test_columns_are_named_once_and_remembered(self, place: Studio) -> None:
        importing(place, "csv", OWN, channel="fair", fields=FIELDS, maps=MAPS)
        assert [row.rpartition(" ")[0] for row in short(place)] == [
            "2026-11-07 moon-moth gold sold 2 fair",
            "2026-11-21 sun-moth sold 1 fair",
        ]
        assert importing(place, "csv", OWN, channel="fair").already == 2
        assert PRIVATE not in (place.root / "imports.yaml").read_text()

    def test_equal_rows_of_a_day_are_counted(self, place: Studio) -> None:
        """Two people bought the same; a longer copy of the table brings the third."""
        row = b"2026-11-07,sun-moth\n"
        importing(place, "csv", b"date,pin\n" + row * 2, channel="fair")
        importing(place, "csv", b"date,pin\n" + row * 3, channel="fair")
        assert len(place.rows()) == 3

    def test_numbers_that_the_artist_wrote_down(self, place: Studio) -> None:
        rows = b"2026-11-07,moon-moth,12;14,A,gifted,x1\n2026-11-08,moon-moth,12,,return,x2\n"
        content = b"date,pin,copies,grade,event,ref\n" + rows
        done = importing(place, "csv", content, channel="fair")
        assert short(place) == ["2026-11-07 moon-moth gifted 12;14 A fair x1"]
        assert [held.reason[:6] for held in done.held_back] == ["EDN007"], "12 was gifted, not sold"

    def test_a_column_that_is_not_there(self, place: Studio) -> None:
        with pytest.raises(Unusable, match="no column `Tag`"):
            importing(place, "csv", OWN, channel="fair", fields={**FIELDS, "date": "Tag"})

    def test_nothing_says_what_was_sold(self, place: Studio) -> None:
        with pytest.raises(Unusable, match="--field title=COLUMN"):
            importing(place, "csv", OWN, channel="fair", fields={"date": "Day"})


def test_unpaid_and_paid_in_one_export(place: Studio) -> None:
    rows = shopify(1, **{"Financial Status": "authorized"}), shopify(2)
    importing(place, "shopify", table(SHOPIFY, *rows))
    assert short(place) == ["2026-11-03 moon-moth sold 1 shopify #2/1"]
