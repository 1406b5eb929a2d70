"""What becomes of rows: matched or listed, new or known, fitting or held back; and what is remembered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from unit.bookkeeping.exports import ETSY_ITEMS, etsy, table
from unit.bookkeeping.importing_rows import importing, remarks, short
from unit.bookkeeping.studio import NOW, Studio, studio

from pinsite.bookkeeping import Entry, Misdirected, NoColumn, Unclear, add_row
from pinsite.source.shops import Weight


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


def items(*rows: dict[str, str]) -> bytes:
    return table(ETSY_ITEMS, *rows)


STRANGER = {"Listing ID": "", "Item Name": "Moth Pin in Moonlight"}


class TestMatching:
    def test_the_sku_goes_before_the_listing(self, place: Studio) -> None:
        importing(place, "etsy", items(etsy(1, SKU=" sm-01 ")))
        assert short(place) == ["2026-11-02 sun-moth sold 1 etsy 400001"]

    def test_the_sku_of_a_variant(self, place: Studio) -> None:
        importing(place, "etsy", items(etsy(1, SKU="MM-01-G"), etsy(2, SKU="TW-01-B")))
        assert [row.split()[1:3] for row in short(place)] == [["moon-moth", "gold"], ["twins", "blue"]]

    def test_the_listing_goes_before_the_title(self, place: Studio) -> None:
        importing(place, "etsy", items(etsy(1)), maps={"Moon Moth Enamel Pin": "sun-moth"})
        assert short(place) == ["2026-11-02 moon-moth sold 1 etsy 400001"]

    def test_a_title_is_never_guessed(self, place: Studio) -> None:
        """Not even when it is the pin's own title: it is listed, with a suggestion."""
        done = importing(place, "etsy", items(etsy(1, **{"Listing ID": "", "Item Name": "Moon Moth"})))
        (found,) = done.unmatched
        assert (found.key, found.guess, place.rows()) == ("Moon Moth", "moon-moth", [])

    def test_a_title_that_was_explained_is_remembered(self, place: Studio) -> None:
        importing(place, "etsy", items(etsy(1, **STRANGER)), maps={"moth pin in moonlight": "moon-moth"})
        importing(place, "etsy", items(etsy(1, **STRANGER), etsy(2, **STRANGER)))
        assert len(place.rows()) == 2

    def test_a_title_with_what_was_chosen_of_it(self, place: Studio) -> None:
        rose, plain = etsy(1, **STRANGER, Variations="Metal:Rose"), etsy(2, **STRANGER)
        maps = {"Moth Pin in Moonlight": "moon-moth", "Moth Pin in Moonlight | Rose": "moon-moth/gold"}
        importing(place, "etsy", items(rose, plain), maps=maps)
        assert [row.split()[1:3] for row in short(place)] == [["moon-moth", "gold"], ["moon-moth", "sold"]]

    def test_a_choice_that_no_variant_has_is_not_counted_as_the_pin(self, place: Studio) -> None:
        done = importing(place, "etsy", items(etsy(1, Variations="Metal:Rose")))
        assert done.unmatched[0].reason == "moon-moth has no variant called `Rose`"

    def test_seconds_in_a_listing_of_their_own(self, place: Studio) -> None:
        importing(
            place, "etsy", items(etsy(1, **STRANGER)), maps={STRANGER["Item Name"]: "moon-moth grade B"}
        )
        assert short(place) == ["2026-11-02 moon-moth sold 1 B etsy 400001"]

    def test_a_pin_whose_variants_alone_are_counted(self, place: Studio) -> None:
        done = importing(place, "etsy", items(etsy(1, SKU="TW-01")))
        assert done.unmatched[0].reason == "twins has editions by variant: red, blue"

    def test_a_sku_on_two_pins(self, place: Studio) -> None:
        (place.root / "pins/other.yaml").write_text("title: Other\nsku: sm-01\nedition: open\n")
        done = importing(place, "etsy", items(etsy(1, SKU="SM-01")))
        assert done.unmatched[0].reason == "the SKU `SM-01` is on other and sun-moth"

    def test_what_is_no_pin_is_said_once(self, place: Studio) -> None:
        assert (
            importing(place, "etsy", items(etsy(1, **STRANGER)), ignored=(STRANGER["Item Name"],)).ignored
            == 1
        )
        done = importing(place, "etsy", items(etsy(1, **STRANGER)))
        assert (done.ignored, done.unmatched) == (1, [])

    def test_a_pin_that_is_not_there_is_not_remembered(self, place: Studio) -> None:
        with pytest.raises(Misdirected, match="did you mean `moon-moth`"):
            importing(place, "etsy", items(etsy(1)), maps={"x": "moon-mth"})
        with pytest.raises(Misdirected, match="unknown grade `Z`"):
            importing(place, "etsy", items(etsy(1)), maps={"x": "moon-moth grade Z"})
        assert not (place.root / "imports.yaml").exists() and not place.ledger.exists()


class TestMemory:
    def test_comments_and_order_stay(self, place: Studio) -> None:
        before = "# mine\ntitles:\n  Old title: sun-moth  # from 2019\nskus: {OLD-1: sun-moth}\n"
        (place.root / "imports.yaml").write_text(before)
        importing(
            place, "etsy", items(etsy(1, SKU="OLD-1")), maps={"New: title": "moon-moth"}, ignored=("Sticker",)
        )
        text = (place.root / "imports.yaml").read_text()
        assert text.startswith("# mine\ntitles:\n  Old title: sun-moth  # from 2019\n")
        assert "'New: title': moon-moth" in text and "- Sticker" in text
        assert short(place) == ["2026-11-02 sun-moth sold 1 etsy 400001"]

    def test_listings_that_read_like_numbers(self, place: Studio) -> None:
        (place.root / "imports.yaml").write_text("listings: {777: sun-moth}\nx_mine: 1\n")
        importing(place, "etsy", items(etsy(1, **{"Listing ID": "777"})))
        assert short(place) == ["2026-11-02 sun-moth sold 1 etsy 400001"]

    @pytest.mark.parametrize(("text", "said"), [
        ("title: {a: b}\n", "did you mean `titles`"),
        ("titles: [a]\n", "`NAME: PIN`"),
        ("titles: {a: b c d}\n", "leads to no pin"),
        ("csv: {fair: {dat: Day}}\n", "did you mean `date`"),
        ("titles: {a: 'b\n", "imports.yaml:2 is no YAML"),
        ("- a\n", "holds no keys"),
    ])  # fmt: skip
    def test_what_cannot_be_understood(self, text: str, said: str, place: Studio) -> None:
        (place.root / "imports.yaml").write_text(text)
        with pytest.raises(Unclear) as raised:
            importing(place, "etsy", items(etsy(1)), maps={"a": "sun-moth"})
        assert said in str(raised.value)
        assert (place.root / "imports.yaml").read_text() == text

    def test_a_dry_run_remembers_and_writes_nothing(self, place: Studio) -> None:
        done = importing(
            place, "etsy", items(etsy(1, **STRANGER)), maps={STRANGER["Item Name"]: "sun-moth"}, dry_run=True
        )
        assert [one.text for one in done.written] == ["2026-11-02,sun-moth,,sold,,1,,,etsy,400001,"]
        assert not place.ledger.exists() and not (place.root / "imports.yaml").exists()


class TestHeldBack:
    def test_sold_at_a_fair_and_again_online(self, place: Studio) -> None:
        """The other sales go in; the one too many is named, and comes again with the next import."""
        add_row(place.root, Entry("2026-11-01", "sun-moth", "sold", quantity="99", channel="fair"), NOW)
        export = items(etsy(1, SKU="SM-01"), etsy(2, SKU="SM-01"), etsy(3))
        for _ in range(2):
            done = importing(place, "etsy", export)
            (held,) = done.held_back
            assert (str(held.row.where), str(held.target)) == ("1.csv:3", "sun-moth")
            assert held.reason.startswith("EDN001: sun-moth is oversold by 1 copy (")
        assert short(place)[1:] == [
            "2026-11-02 sun-moth sold 1 etsy 400001",
            "2026-11-02 moon-moth sold 1 etsy 400003",
        ]
        add_row(place.root, Entry("2026-11-03", "sun-moth", "returned", channel="fair"), NOW)
        assert importing(place, "etsy", export).held_back == []
        assert short(place)[-1] == "2026-11-02 sun-moth sold 1 etsy 400002"

    def test_the_first_row_that_is_wrong_does_not_drag_later_ones_along(self, place: Studio) -> None:
        done = importing(place, "etsy", items(etsy(1, Quantity="24"), etsy(2, Quantity="2"), etsy(3)))
        assert [held.row.quantity for held in done.held_back] == [2]
        assert len(place.rows()) == 2

    def test_a_date_in_the_future(self, place: Studio) -> None:
        done = importing(place, "etsy", items(etsy(1, **{"Sale Date": "12/24/26"})))
        assert [held.reason[:6] for held in done.held_back] == ["LED005"]

    def test_a_ledger_that_cannot_be_read_is_mended_first(self, place: Studio) -> None:
        place.ledger.write_bytes(b"date;pin;event\n")
        done = importing(place, "etsy", items(etsy(1)), maps={"a": "sun-moth"})
        assert [problem.code.id for problem in done.problems] == ["LED001"]
        assert place.ledger.read_bytes() == b"date;pin;event\n"
        assert not (place.root / "imports.yaml").exists(), "nothing was done, so nothing was learned"

    def test_a_ledger_without_the_columns(self, place: Studio) -> None:
        place.ledger.write_bytes(b"date,pin,event,quantity\n")
        with pytest.raises(NoColumn, match="channel"):
            importing(place, "etsy", items(etsy(1)))


class TestOrder:
    def test_rows_are_written_by_day(self, place: Studio) -> None:
        """Shops write the newest first, the ledger is kept forwards."""
        export = items(etsy(3), etsy(2, **{"Sale Date": "10/31/26"}), etsy(1, **{"Sale Date": "11/01/26"}))
        importing(place, "etsy", export)
        assert [row[:10] for row in short(place)] == ["2026-10-31", "2026-11-01", "2026-11-02"]

    def test_rows_before_a_day_are_left_alone(self, place: Studio) -> None:
        export = items(etsy(1), etsy(2, **{"Sale Date": "10/31/26"}))
        assert importing(place, "etsy", export, since=date(2026, 11, 1)).older == 1
        assert len(place.rows()) == 1

    def test_a_changed_quantity_is_told_and_left(self, place: Studio) -> None:
        importing(place, "etsy", items(etsy(1)))
        done = importing(place, "etsy", items(etsy(1, Quantity="3")))
        assert (
            remarks(done, Weight.LOOK)[-1]
            == "1.csv:2: line 2 of the ledger says 1, the export 3: left as it is"
        )

    def test_the_same_number_in_another_shop_is_another_sale(self, place: Studio) -> None:
        place.write_ledger("2026-11-01,sun-moth,,sold,,1,,,fair,400001,")
        importing(place, "etsy", items(etsy(1)))
        assert len(place.rows()) == 2
