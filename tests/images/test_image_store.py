"""An entry is finished or absent, also after a crash in the middle of writing."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEYS = [f"{number:040x}" for number in (0xA, 0xB << 152, 0xC << 152)]


def test_put_read_has(store):
    assert not store.has(KEYS[0])
    assert store.read(KEYS[0]) is None
    path = store.put(KEYS[0], b"picture")
    assert path == store.path(KEYS[0]) == store.root / KEYS[0][:2] / KEYS[0][2:]
    assert store.has(KEYS[0]) and store.read(KEYS[0]) == b"picture"
    assert list(store.keys()) == [KEYS[0]]


def test_only_keys_are_paths(store):
    for odd in ("../../etc", "", "ab", "AB" * 20, "ab/" + "c" * 30):
        with pytest.raises(ValueError, match="no key"):
            store.path(odd)


def test_an_empty_file_is_no_entry(store):
    """After a loss of power some file systems keep the name and lose the bytes."""
    store.put(KEYS[0], b"x")
    store.path(KEYS[0]).write_bytes(b"")
    assert not store.has(KEYS[0]) and store.read(KEYS[0]) is None


def test_killed_between_writing_and_renaming(store):
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from pinsite.images import Store
        Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        Store(Path(sys.argv[1])).put(sys.argv[2], b"half a picture")
        """
    )
    done = subprocess.run([sys.executable, "-c", script, str(store.root), KEYS[0]], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    left = [path for path in store.root.rglob("*") if path.is_file()]
    assert len(left) == 1 and left[0].name.startswith(".part-")
    assert not store.has(KEYS[0]) and not list(store.keys())
    store.put(KEYS[0], b"a whole picture")
    assert list(store.keys()) == [KEYS[0]]
    os.utime(left[0], (0, 0))
    store.collect({KEYS[0]})
    assert not left[0].exists() and store.has(KEYS[0])


def test_failed_writing_leaves_nothing(store, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(KEYS[0], b"picture")
    assert not [path for path in store.root.rglob("*") if path.is_file()]


@pytest.fixture
def aged(store):
    """Put three entries of ten bytes, last written 300, 200 and 100 seconds after the epoch's start."""
    for key, written in zip(KEYS, (300, 200, 100), strict=True):
        os.utime(store.put(key, bytes(10)), (written, written))
    return store


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        ({}, {KEYS[0]}),
        ({"max_age": 150}, {KEYS[0], KEYS[1]}),
        ({"max_bytes": 20}, {KEYS[0], KEYS[1]}),
        ({"max_bytes": 10}, {KEYS[0]}),
        ({"max_bytes": 0}, {KEYS[0]}),
        ({"max_bytes": 1000, "max_age": 1000}, set(KEYS)),
    ],
)
def test_collection_keeps_what_is_used_and_takes_the_oldest_first(aged, limits, left):
    report = aged.collect({KEYS[0]}, now=330, **limits)
    assert set(aged.keys()) == left
    assert (report.kept, report.held) == (len(left), 10 * len(left))
    assert (report.removed, report.freed) == (3 - len(left), 30 - 10 * len(left))


def test_collection_of_a_store_that_is_not_there(store):
    assert store.collect(set()).removed == 0
