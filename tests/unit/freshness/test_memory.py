"""What is remembered comes back as it was; what cannot be read is nothing."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pinsite.freshness import Remembered, load_journal, load_memory, save_journal, save_memory

_WORD = st.text(st.characters(exclude_characters="\t"), max_size=6)
_KEYS = st.lists(_WORD, min_size=1, max_size=3).map(tuple)
_TARGETS = st.builds(
    Remembered, _WORD, st.lists(st.tuples(_KEYS, _WORD), max_size=4).map(tuple), _WORD,
    st.tuples(st.integers(0, 10**9), st.integers(0, 2**62)),
)  # fmt: skip


@given(targets=st.dictionaries(_WORD, _TARGETS, max_size=5))
def test_memory_comes_back(targets: dict[str, Remembered], tmp_path: Path) -> None:
    """Any path, recipe, fact and stamp; also text that is no valid Unicode."""
    path = tmp_path / "memory.json"
    save_memory(path, targets)
    assert load_memory(path) == targets


@given(
    content=st.binary(max_size=40)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(("form", "facts", "targets")), inner)
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_nonsense_is_an_empty_memory(content: bytes, tmp_path: Path) -> None:
    """Never an error: a full build at worst."""
    path = tmp_path / "memory.json"
    path.write_bytes(content)
    assert load_memory(path) == {}


def test_memory_cut_off_anywhere_is_an_empty_memory(tmp_path: Path) -> None:
    """A file that lost its end is not half believed."""
    path = tmp_path / "memory.json"
    save_memory(path, {"a.html": Remembered("r", ((("k", "v"), "d"),), "b", (1, 2))})
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert load_memory(path) == {}


def test_a_fact_is_stored_once(tmp_path: Path) -> None:
    """A catalogue has many reads and far fewer facts."""
    path = tmp_path / "memory.json"
    fact = ((("card", "moth", "en"), "digest"),)
    save_memory(path, {f"{number}.html": Remembered("r", fact, "b", (1, 2)) for number in range(50)})
    assert path.read_text("utf-8").count("card") == 1


def test_a_journal_comes_back_and_nonsense_is_an_empty_one(tmp_path: Path) -> None:
    """Paths that are ours."""
    path = tmp_path / "journal.json"
    assert load_journal(path) == set()
    save_journal(path, {"a/b.html", "ü.html"})
    assert load_journal(path) == {"a/b.html", "ü.html"}
    for content in ("", "7", "{", "null"):
        path.write_text(content)
        assert load_journal(path) == set()
