"""The ledger keeps its own form; two writers at once lose nothing; a writer that dies leaves no half row."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.bookkeeping.studio import HEADER, NOW, studio

from pinsite.bookkeeping import Entry, add_row
from pinsite.bookkeeping import ledger_file as room
from pinsite.files import Busy, locked

ROW = "2026-11-22,sun-moth,,sold,,2,,,fair,,"
ENTRY = Entry("2026-11-22", "sun-moth", "sold", quantity="2", channel="fair")
COLUMNS = HEADER.split(",")


def added(content: bytes, entry: Entry = ENTRY) -> bytes:
    """Return what a row adds to a file."""
    after = room.LedgerFile(Path("ledger.csv"), content, None).with_rows([entry])
    assert after.startswith(content)
    return after[len(content) :]


class TestForm:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, end: str) -> None:
        assert added(f"{HEADER}{end}{ROW}{end}".encode()) == f"{ROW}{end}".encode()

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_a_file_that_does_not_end_its_last_line_still_does_not(self, end: str) -> None:
        assert added(f"{HEADER}{end}{ROW}".encode()) == f"{end}{ROW}".encode()

    def test_a_header_alone(self) -> None:
        assert added(HEADER.encode()) == f"\n{ROW}".encode()

    def test_a_byte_order_mark_stays_the_only_one(self) -> None:
        assert added(b"\xef\xbb\xbf" + f"{HEADER}\n".encode()) == f"{ROW}\n".encode()

    def test_columns_in_another_order_and_columns_of_ones_own(self) -> None:
        content = b"x_table,event, Pin ,date,quantity,channel,x_b\n"
        assert added(content) == b",sold,sun-moth,2026-11-22,2,fair,\n"

    def test_a_quoted_header_below_blank_lines(self) -> None:
        assert (
            added(b'\n\n"date","pin","event","quantity","channel"\n') == b"2026-11-22,sun-moth,sold,2,fair\n"
        )

    @given(
        st.permutations([*COLUMNS, "x_own"]),
        st.sampled_from(["\n", "\r\n", "\r"]),
        st.booleans(),
        st.booleans(),
        st.lists(st.text("ab,\";'é月 \n", max_size=8), min_size=1, max_size=5),
    )
    def test_what_was_there_stays_and_what_comes_can_be_read(
        self, columns: list[str], end: str, closed: bool, marked: bool, notes: list[str]
    ) -> None:
        import csv
        import io

        content = (b"\xef\xbb\xbf" if marked else b"") + ",".join(columns).encode()
        content += end.encode() if closed else b""
        for note in notes:
            content += added(content, Entry("2026-11-22", "moth", "sold", note=note))
        text = content.decode("utf-8-sig")
        assert text.endswith(end) is closed
        rows = list(csv.DictReader(io.StringIO(text.replace(end, "\n"))))
        assert [row["note"] for row in rows] == [" ".join(note.split()) for note in notes]
        assert {(row["date"], row["pin"], row["event"], row["x_own"]) for row in rows} == {
            ("2026-11-22", "moth", "sold", "")
        }


class TestWriting:
    def test_a_link_stays_a_link_and_permissions_stay(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site", ROW)
        real = tmp_path / "elsewhere.csv"
        place.ledger.replace(real)
        real.chmod(0o640)
        place.ledger.symlink_to(real)
        add_row(place.root, ENTRY, NOW)
        assert place.ledger.is_symlink()
        assert real.read_text().splitlines() == [HEADER, ROW, ROW]
        assert os.name == "nt" or real.stat().st_mode & 0o777 == 0o640

    def test_another_program_that_writes_meanwhile_is_not_overwritten(self, tmp_path: Path) -> None:
        place = studio(tmp_path / "site", ROW)
        with room.open_for_writing(place.root) as file:
            place.ledger.write_bytes(place.ledger.read_bytes() + b"2026-11-22,sun-moth,,lost,,1,,,,,\n")
            with pytest.raises(room.Changed):
                file.write(file.with_rows([ENTRY]))
        assert len(place.rows()) == 2

    def test_a_disk_that_fails_leaves_the_file_as_it_was(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = studio(tmp_path / "site", ROW)

        def full(handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            add_row(place.root, ENTRY, NOW)
        assert place.rows() == [ROW]
        assert [one.name for one in place.root.iterdir() if one.name.endswith(".part")] == []


def test_a_lock_that_is_held_is_waited_for_in_vain(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(Busy), locked(tmp_path / "lock", seconds=0.05):
        pass  # pragma: no cover
    with locked(tmp_path / "lock", seconds=0):
        pass


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from pinsite.bookkeeping import Entry, add_row
root, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    entry = Entry("2026-11-22", "sun-moth", "sold", channel=name, ref=str(number), note="a, b " * 200)
    done = add_row(root, entry, datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert done.line or "oversold" in done.problems[0].message, done.problems
"""


def writer(root: Path, name: str, count: int) -> subprocess.Popen[str]:
    """Start a process that adds rows as soon as it is told to."""
    call = [sys.executable, "-c", _WRITER, str(root), name, str(count)]
    process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "ready\n"
    return process


def start(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()


def test_two_writers_at_once_lose_nothing_and_sell_no_copy_twice(tmp_path: Path) -> None:
    """Two processes sell 60 copies each of an edition of 100: exactly 100 rows, each whole."""
    place = studio(tmp_path / "site")
    both = [writer(place.root, name, 60) for name in ("one", "two")]
    start(*both)
    assert [process.wait(120) for process in both] == [0, 0]
    rows = place.rows()
    assert len(rows) == 100
    assert all(row.endswith('"' + ("a, b " * 200).strip() + '"') for row in rows)
    for name in ("one", "two"):
        refs = [int(row.split(",")[9]) for row in rows if f",{name}," in row]
        assert refs == sorted(refs) and len(refs) > 20, "one of the two was shut out"


@pytest.mark.skipif(os.name == "nt", reason="processes are killed by a signal")
def test_a_writer_that_is_killed_leaves_whole_rows_and_no_lock(tmp_path: Path) -> None:
    place = studio(tmp_path / "site")
    for number in range(3):
        process = writer(place.root, f"n{number}", 100)
        start(process)
        time.sleep(0.15 + 0.07 * number)
        process.send_signal(signal.SIGKILL)
        process.wait(20)
    rows = place.rows()
    assert all(row.count(",") >= 10 and row.endswith('"') for row in rows)
    assert (
        add_row(place.root, Entry("2026-11-22", "moon-moth", "sold", copies="1"), NOW).line == len(rows) + 2
    )
    assert [one.name for one in place.root.iterdir() if one.name.endswith(".part")] == []
