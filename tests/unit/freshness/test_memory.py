"""What is remembered comes back as it was; what cannot be read is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pinsite.freshness import (
    Answered,
    Changes,
    Done,
    Key,
    Memory,
    Numbers,
    Remembered,
    fact_rows,
    load_journal,
    save_journal,
)
from pinsite.freshness.rows import number_of

_WORD = st.text(st.characters(exclude_characters="\t\n"), min_size=1, max_size=6)
_KEYS = st.lists(_WORD, min_size=1, max_size=3).map(tuple)
_TARGETS = st.builds(
    Done,
    st.builds(
        Remembered, _WORD, _WORD.filter(str.isalnum), st.tuples(st.integers(0, 10**9), st.integers(0, 2**62))
    ),
    st.lists(_KEYS, unique=True, max_size=4).map(Numbers().packed),
    st.frozensets(_WORD, max_size=2),
)
SOURCE, OTHER, FACT, TEXT = ("=pin", "a"), ("=pin", "b"), ("card", "a"), ("row", "a")
FACTS = {
    SOURCE: Answered("1", (), frozenset()),
    OTHER: Answered("2", (), frozenset()),
    FACT: Answered("3", (SOURCE,), frozenset({"a.jpg"})),
    TEXT: Answered("4", (SOURCE, FACT), frozenset({"a.jpg"}), "the row"),
}
NUMBERS = Numbers()
PAGE = Done(Remembered("recipe", "digest", (1, 2)), NUMBERS.packed((OTHER, FACT)), frozenset({"a.jpg"}))


def kept(
    path: Path,
    facts: dict[Key, Answered],
    made: dict[str, Done],
    gone: tuple[str, ...] = (),
    wholes: dict[str, str] | None = None,
) -> Memory:
    """Keep something, and open the memory again."""
    memory = Memory(path, "recipe")
    memory.keep(fact_rows(facts.items(), NUMBERS), made, gone, {"a.jpg": FACT}, wholes or {})
    memory.close()
    return Memory(path, "recipe")


@given(targets=st.dictionaries(_WORD, _TARGETS, max_size=5))
def test_targets_come_back(targets: dict[str, Done], tmp_path_factory: object) -> None:
    """Any path, recipe, stamp, mark and fact; also text that is no valid Unicode."""
    path = tmp_path_factory.mktemp("memory") / "memory.sqlite"  # type: ignore[attr-defined]
    memory = kept(path, {}, targets)
    assert memory.targets == {name: done.remembered for name, done in targets.items()}
    assert memory.marks_of_targets() == {
        name: tuple(sorted(done.marks)) for name, done in targets.items() if done.marks
    }
    memory.close()


def test_who_needs_what_comes_back(tmp_path: Path) -> None:
    """Sources with their digests, the users of each fact, and the order in which a target read."""
    memory = kept(tmp_path / "memory.sqlite", FACTS, {"a.html": PAGE})
    sources = {key: (number, digest) for number, key, digest in memory.sources()}
    assert {key: digest for key, (_, digest) in sources.items()} == {SOURCE: "1", OTHER: "2"}
    users = [memory.fact(number) for number in memory.users(sources[SOURCE][0])]
    assert sorted(users) == [(FACT, "3"), (TEXT, "4")]
    assert [memory.fact(number) for number in memory.reads("a.html")] == [(OTHER, "2"), (FACT, "3")]
    assert memory.owners() == {"a.jpg": FACT}
    assert [memory.fact(number) for number in memory.users(sources[OTHER][0])] == [None]


def test_only_what_has_not_changed_is_believed(tmp_path: Path) -> None:
    """And nothing at all before it is known what has."""
    memory = kept(tmp_path / "memory.sqlite", FACTS, {"a.html": PAGE})
    assert memory.digest(FACT) is None
    number = next(number for number, key, _ in memory.sources() if key == OTHER)
    page = list(memory.users(number))
    memory.believe(Changes({number: OTHER}, {number, *page}))
    assert (memory.digest(FACT), memory.digest(OTHER), memory.digest(("new",))) == ("3", None, None)
    assert memory.kept(TEXT) == replace(FACTS[TEXT], needs=())
    assert memory.kept(FACT) is None
    assert memory.differs("a.html") == OTHER


@pytest.mark.parametrize("most", [200, 0])
def test_texts_are_the_same_one_by_one_and_all_at_once(
    tmp_path: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for many texts is given all; a doubtful one is given to nobody."""
    monkeypatch.setattr("pinsite.freshness.memory._MANY", most)
    monkeypatch.setattr("pinsite.freshness.memory._VERY_MANY", most)
    other = ("row", "b")
    memory = kept(tmp_path / "memory.sqlite", FACTS | {other: replace(FACTS[TEXT], text="another")}, {})
    memory.suspect({number_of(other)})
    for _ in range(2):
        assert memory.kept(TEXT) == replace(FACTS[TEXT], needs=())
        assert (memory.kept(other), memory.kept(FACT), memory.kept(("new",))) == (None, None, None)
    assert [memory.knows(key) for key in (TEXT, FACT, other, ("new",))] == [True, True, False, False]


def test_a_second_build_adds_and_drops(tmp_path: Path) -> None:
    """A fact that is a source no more, a user that comes to one that was there, a target that goes."""
    path = tmp_path / "memory.sqlite"
    kept(path, FACTS, {"a.html": PAGE, "b.html": PAGE}).close()
    change = {OTHER: Answered("9", (SOURCE,), frozenset())}
    memory = kept(path, change, {"c.html": PAGE}, ("b.html",))
    assert memory.targets.keys() == {"a.html", "c.html"}
    assert [key for _, key, _ in memory.sources()] == [SOURCE]
    number = next(number for number, _, _ in memory.sources())
    assert {memory.fact(user) for user in memory.users(number)} == {(FACT, "3"), (TEXT, "4"), (OTHER, "9")}
    memory.close()
    memory = kept(path, {OTHER: Answered("9", (), frozenset())}, {"c.html": replace(PAGE, reads=b"")})
    memory = kept(path, change, {"c.html": PAGE})
    assert sorted(key for _, key, _ in memory.sources()) == [SOURCE]
    users = [user for user in memory.users(number) if memory.fact(user)]
    assert len(users) == len(set(users)) == 3, "who comes back is not a user twice"


def test_what_is_known_of_all_answers_together_is_that_of_the_last_build(tmp_path: Path) -> None:
    """And the sources of other questions can be had alone."""
    path = tmp_path / "memory.sqlite"
    more: dict[Key, Answered] = {("=slug", "pin", "a"): FACTS[SOURCE]}
    memory = kept(path, FACTS | more, {}, wholes={"=pin": "1", "=slug": "2"})
    assert memory.wholes() == {"=pin": "1", "=slug": "2"}
    asked = {but: {key for _, key, _ in memory.sources(but)} for but in ((), ("=pin",), ("=pin", "=slug"))}
    assert asked == {(): {SOURCE, OTHER, *more}, ("=pin",): set(more), ("=pin", "=slug"): set()}
    memory.close()
    assert kept(path, {}, {}, wholes={"=slug": "3"}).wholes() == {"=slug": "3"}


def test_memory_of_another_recipe_is_empty(tmp_path: Path) -> None:
    """Other versions of pinsite or its libraries shape other bytes."""
    path = tmp_path / "memory.sqlite"
    kept(path, FACTS, {"a.html": PAGE}).close()
    memory = Memory(path, "another")
    assert (memory.is_empty, memory.targets) == (True, {})


@given(content=st.binary(max_size=200) | st.binary(max_size=60).map(b"SQLite format 3\0".__add__))
def test_nonsense_is_an_empty_memory(content: bytes, tmp_path_factory: object) -> None:
    """Never an error: a full build at worst; and what is kept then is found again."""
    path = tmp_path_factory.mktemp("memory") / "memory.sqlite"  # type: ignore[attr-defined]
    path.write_bytes(content)
    assert Memory(path, "recipe").is_empty
    assert kept(path, FACTS, {"a.html": PAGE}).targets == {"a.html": PAGE.remembered}


def test_memory_cut_off_anywhere_is_an_empty_memory(tmp_path: Path) -> None:
    """A file that lost its end is not half believed."""
    path = tmp_path / "memory.sqlite"
    kept(path, FACTS, {"a.html": PAGE}).close()
    whole = path.read_bytes()
    for length in range(0, len(whole), 1024):
        path.write_bytes(whole[:length])
        assert Memory(path, "recipe").is_empty


def test_a_journal_comes_back_and_nonsense_is_an_empty_one(tmp_path: Path) -> None:
    """Paths that are ours."""
    path = tmp_path / "journal.json"
    assert load_journal(path) == set()
    save_journal(path, {"a/b.html", "ü.html"})
    assert load_journal(path) == {"a/b.html", "ü.html"}
    for content in ("", "7", "{", "null"):
        path.write_text(content)
        assert load_journal(path) == set()
