"""A row is written when every promise holds with it, and refused when not."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.bookkeeping.studio import HEADER, NOW, Studio, studio

from pinsite.bookkeeping import Added, Entry, Misdirected, NoColumn, add_row


def add(place: Studio, pin: str = "moon-moth", event: str = "sold", **more: str) -> Added:
    return add_row(place.root, Entry("2026-11-22", pin, event, **more), NOW)


def codes(added: Added) -> list[str]:
    return [problem.code.id for problem in added.problems]


class TestWritten:
    def test_a_ledger_that_is_not_there_yet_gets_its_header(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        done = add(place, copies="12", channel="fair")
        assert place.ledger.read_bytes().decode() == f"{HEADER}\n2026-11-22,moon-moth,,sold,,,12,,fair,,\n"
        assert (done.line, list(done.standings)) == (2, ["Moon Moth: 1 of 25 claimed, 24 available."])

    def test_an_empty_file_gets_its_header(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        place.ledger.write_bytes(b"\xef\xbb\xbf")
        add(place, copies="12")
        assert place.ledger.read_bytes().startswith(b"\xef\xbb\xbf" + HEADER.encode() + b"\n2026")

    def test_every_place_that_holds_copies_is_told(self, tmp_path: Path) -> None:
        place = studio(
            tmp_path / "site", "2026-11-01,sun-moth,,held,,5,,,,,", "2026-11-01,sun-moth,,lost,,1,,,,,"
        )
        done = add(place, "sun-moth", quantity="40")
        assert list(done.standings) == ["Sun Moth: 40 of 100 claimed, 54 available, 5 held, 1 lost."]

    def test_proofs_are_told_beside_the_edition(self, tmp_path: Path) -> None:
        done = add(studio(tmp_path / "site"), event="gifted", copies="AP1;AP2")
        assert list(done.standings) == ["Moon Moth: 0 of 25 claimed, 25 available, 2 of 3 proofs AP claimed."]

    def test_a_variant_with_an_edition_of_its_own(self, tmp_path: Path) -> None:
        done = add(studio(tmp_path / "site"), variant="gold", quantity="2")
        assert list(done.standings) == ["Moon Moth (Gold): 2 of 5 claimed, 3 available."]

    def test_what_a_spreadsheet_would_split_is_quoted(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        add(place, copies="1", note='for "Bo",\n late')
        assert place.rows() == ['2026-11-22,moon-moth,,sold,,,1,,,,"for ""Bo"", late"']

    def test_a_warning_does_not_hinder(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site", "2026-11-01,moon-moth,,sold,,,1,,,,")
        done = add(place, quantity="1")
        assert (done.line, codes(done)) == (3, ["EDN010"])

    def test_older_mistakes_of_other_pins_do_not_hinder(self, tmp_path: Path) -> None:
        place = studio(
            tmp_path / "site", "2026-11-01,sun-moth,,sold,,900,,,,,", "2026-11-01,nobody,,sold,,,,,,,"
        )
        assert add(place, copies="1").line == 4

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        done = add_row(place.root, Entry("2026-11-22", "moon-moth", "sold"), NOW, dry_run=True)
        assert done.line == 2 and not place.ledger.exists()


class TestRefused:
    @pytest.mark.parametrize(
        ("rows", "entry", "code", "said"),
        [
            (["2026-11-01,moon-moth,,sold,,24,,,,,"], {"quantity": "3"}, "EDN001", "is oversold by 2 copies"),
            (["2026-11-01,moon-moth,,sold,,,12,,fair,,"], {"copies": "12"}, "EDN004", "was sold already, on line 2"),
            (["2026-11-01,moon-moth,,lost,,,12,,,,"], {"copies": "12"}, "EDN005", "was lost on line 2"),
            ([], {"copies": "26-28"}, "EDN003", "copies 26-28 of moon-moth are beyond the edition of 25"),
            ([], {"copies": "AP4"}, "EDN006", "moon-moth has 3 proofs AP, but the row names proof AP4"),
            ([], {"copies": "1;2", "quantity": "3"}, "EDN008", "quantity is 3"),
            ([], {"event": "received", "quantity": "26"}, "EDN002", "1 more than the edition of 25"),
            ([], {"event": "returned"}, "EDN007", "left `sold` than were there"),
            ([], {"origin": "sold"}, "EDN009", "moves the copies to where they are"),
            ([], {"event": "sald"}, "LED008", "unknown event `sald`"),
            ([], {"grade": "Z"}, "LED012", "unknown grade `Z`"),
            ([], {"quantity": "-1"}, "LED010", "`-1` is not a quantity"),
            (["2026-11-01,sun-moth,,sold,,,,,etsy,7,"], {"channel": "Etsy", "ref": "7"}, "LED013", "stands on line 2"),
        ],
    )  # fmt: skip
    def test_what_would_break_a_promise(
        self, rows: list[str], entry: dict[str, str], code: str, said: str, tmp_path: Path
    ) -> None:
        place = studio(tmp_path / "site", *rows)
        done = add(place, **entry)
        assert (done.line, codes(done)) == (0, [code])
        assert said in done.problems[0].message
        assert done.problems[0].place.line == done.asked == len(rows) + 2
        assert place.rows() == rows

    def test_a_date_in_the_future(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        done = add_row(place.root, Entry("2027-01-01", "sun-moth", "sold"), NOW)
        assert (done.line, codes(done), place.ledger.exists()) == (0, ["LED005"], False)

    def test_an_unreadable_row_of_the_same_pin_is_mended_first(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site", "2026-11-01,moon-moth,,sald,,,,,,,")
        done = add(place)
        assert (done.line, done.asked, codes(done)) == (0, 0, ["LED008"])

    def test_a_quote_that_does_not_end_is_mended_first(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site", '2026-11-01,sun-moth,,sold,,,,,,,"never closed')
        assert codes(add(place)) == ["LED003"]

    def test_totals_in_the_record_and_a_ledger(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        (place.root / "pins/sun-moth.yaml").write_bytes(
            b"title: Sun\nedition: {type: limited, size: 9, sold: 3}\n"
        )
        assert codes(add(place, "sun-moth")) == ["EDN012"]

    def test_a_record_with_mistakes(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        (place.root / "pins/sun-moth.yaml").write_bytes(b"title: Sun\nsise: 3 mm\n")
        done = add(place, "sun-moth")
        assert (done.line, codes(done)) == (0, ["PIN012"])

    def test_not_utf_8(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        place.ledger.write_bytes(HEADER.encode() + b"\n2026-11-01,sun-moth,,sold,,,,,caf\xe9,,\n")
        before = place.ledger.read_bytes()
        assert codes(add(place)) == ["YML001"]
        assert place.ledger.read_bytes() == before

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            ({"pin": "moon-mot"}, "did you mean `moon-moth`?"),
            ({"variant": "goldd"}, "did you mean `gold`?"),
            ({"pin": "sun-moth", "variant": "x"}, "it has no variants"),
            ({"pin": "twins"}, "say which one with `--variant`: red, blue"),
        ],
    )
    def test_a_row_that_cannot_be_meant(self, entry: dict[str, str], said: str, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        with pytest.raises(Misdirected, match=r".*") as raised:
            add(place, **entry)
        assert said in str(raised.value)
        assert not place.ledger.exists()

    def test_a_header_without_the_column(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site")
        place.ledger.write_bytes(b"date,pin,event\n")
        assert add(place, "sun-moth").line == 2
        with pytest.raises(NoColumn, match="copies"):
            add(place, copies="1")
        assert place.ledger.read_bytes() == b"date,pin,event\n2026-11-22,sun-moth,sold\n"
