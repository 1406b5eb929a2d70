"""Rendered texts are kept between builds; what is kept never makes a difference but in time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pinsite.views import markdown_memory
from pinsite.views.markdown_memory import Rendered
from pinsite.views.markdown_text import pieces, plain_text

FULL = "# Moth\n\n- a list\n\n{pin: moth}\n\n<script>x</script> [so](pin:owl)"
OTHER = "`code`"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a memory that holds one text."""
    memory = Rendered(tmp_path / "markdown.json")
    memory.html(FULL, 2)
    memory.save(whole=True)
    return tmp_path / "markdown.json"


@pytest.fixture
def rendering(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which texts go to the full renderer."""
    seen: list[str] = []
    render = markdown_memory._render
    monkeypatch.setattr(
        markdown_memory, "_render", lambda text, top: (seen.append(text), render(text, top))[1]
    )
    return seen


def test_a_kept_text_is_not_rendered_again(file: Path, rendering: list[str]) -> None:
    """The pieces and the words of a kept text equal those of one rendered now."""
    memory = Rendered(file)
    assert pieces(FULL, 2, memory) == pieces(FULL, 2, memory)
    assert rendering == []
    assert pieces(FULL, 2, memory) == pieces(FULL)
    assert rendering == [FULL]
    assert plain_text(FULL, memory) == plain_text(FULL)


def test_a_text_is_rendered_once_for_page_and_search(rendering: list[str]) -> None:
    """Whoever asks for the same text at the same level gets what is there."""
    memory = Rendered()
    pieces(FULL, 3, memory)
    plain_text(FULL, memory)
    assert rendering == [FULL]


def test_other_levels_and_texts_are_other(file: Path, rendering: list[str]) -> None:
    """The level of headings is part of the question."""
    memory = Rendered(file)
    assert "<h3" in memory.html(FULL, 3) and "<h2" in memory.html(FULL, 2)
    memory.html(OTHER, 2)
    assert rendering == [FULL, OTHER]


def test_simple_texts_open_no_file(file: Path, rendering: list[str]) -> None:
    """A text without Markdown is neither looked up nor kept."""
    memory = Rendered(file)
    memory.html("A *moth*.", 2)
    memory.save(whole=True)
    assert "_kept" not in memory.__dict__ and memory.made == {} and rendering == []


def test_a_whole_build_lets_go_of_what_nobody_asked_for(file: Path) -> None:
    """A build that made only some pages keeps what it did not ask for."""
    part = Rendered(file)
    part.html(OTHER, 2)
    part.save(whole=False)
    assert len(json.loads(file.read_bytes())["texts"]) == 2
    whole = Rendered(file)
    whole.html(OTHER, 2)
    whole.save(whole=True)
    assert list(json.loads(file.read_bytes())["texts"].values()) == ["<p><code>code</code></p>"]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b"\xff", b"null", b"{}", b'{"recipe": 1, "texts": []}', b"[" * 100_000]
)
def test_what_is_damaged_is_as_if_it_were_not_there(file: Path, rendering: list[str], content: bytes) -> None:
    """It costs work, never truth."""
    file.write_bytes(content)
    memory = Rendered(file)
    assert pieces(FULL, 2, memory) == pieces(FULL)
    memory.save(whole=False)
    assert len(json.loads(file.read_bytes())["texts"]) == 1
    assert rendering == [FULL, FULL]


def test_other_libraries_begin_anew(
    file: Path, rendering: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version may give other HTML."""
    monkeypatch.setattr(markdown_memory, "_recipe", lambda: "another")
    memory = Rendered(file)
    memory.html(FULL, 2)
    assert rendering == [FULL]


def test_another_process_hands_over_what_it_rendered(rendering: list[str]) -> None:
    """Pages may be made in several processes; one of them keeps."""
    child, parent = Rendered(), Rendered()
    html = child.html(FULL, 2)
    parent.learn(child.made)
    assert parent.html(FULL, 2) == html
    assert rendering == [FULL]


def test_more_than_enough_is_not_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that is edited for years without a full build does not grow its memory for ever."""
    monkeypatch.setattr(markdown_memory, "_MOST", 1)
    memory = Rendered(file)
    memory.html(OTHER, 2)
    memory.save(whole=False)
    assert len(json.loads(file.read_bytes())["texts"]) == 1
