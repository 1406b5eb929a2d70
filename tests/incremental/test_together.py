"""All answers to a question are compared at once; whatever makes one of them another makes them another together."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.builds import Studio
from support.catalogues import append_ledger, edit, ledger_row, write_picture, write_pin, write_text

from pinsite.build import Build
from pinsite.build.make import versions
from pinsite.build.order import MEMORY
from pinsite.freshness import Key, Memory
from pinsite.views import Answers

_MOTH = "pins/moon-moth.yaml"
_EDITS: dict[str, Callable[[Path], object]] = {
    "a description": lambda root: edit(root / _MOTH, "Opens at night.", "Opens late."),
    "a title": lambda root: edit(root / _MOTH, "Moon Moth", "Luna Moth"),
    "a slug": lambda root: edit(root / _MOTH, "title:", "slug: luna\ntitle:"),
    "colours": lambda root: edit(root / _MOTH, "title:", 'colors: [{name: Dusk, hex: "#335599"}]\ntitle:'),
    "a new pin": lambda root: write_pin(root, "comet", tags=["moth"], series="tide-pool"),
    "a pin that goes": lambda root: (root / "pins/hermit-crab.yaml").unlink(),
    "a draft": lambda root: edit(root / _MOTH, "title:", "draft: true\ntitle:"),
    "a row of the ledger": lambda root: append_ledger(root, ledger_row("2026-01-10", "moon-moth", "sold")),
    "a story": lambda root: write_text(
        root / "stories/new.md", "---\ntitle: New\ndate: 2025-02-03\npins: [night-fox]\n---\n\nNew.\n"
    ),
    "a page that goes": lambda root: (root / "pages/faq.md").unlink(),
    "a picture": lambda root: (
        write_picture(root / "images/fox.png", "#aa5500", (200, 160)),
        write_pin(root, "night-fox", images=[{"file": "fox.png", "alt": "A fox."}]),
    ),
}


def _answers(studio: Studio) -> Answers:
    build = Build(studio.order)
    assert build.run().ok
    assert build.material is not None
    return Answers(build.material)


@pytest.mark.parametrize("name", _EDITS)
def test_one_answer_that_differs_differs_together(studio: Studio, name: str) -> None:
    """For every question and every key that was asked, before and after an edit."""
    with closing(Memory(studio.order.state / MEMORY, versions())) as memory:
        keys = [key for _, key, _ in memory.sources()]
    before = _answers(studio)
    _EDITS[name](studio.root)
    after = _answers(studio)
    with closing(Memory(studio.order.state / MEMORY, versions())) as memory:
        keys += [key for _, key, _ in memory.sources()]

    def differs(key: Key) -> bool:
        return before.digest_of_plain(key) != after.digest_of_plain(key)

    together = {
        question
        for question in before.wholes
        if before.digest_of_whole(question) != after.digest_of_whole(question)
    }
    alone = {key[0] for key in keys if key[0] in before.wholes and differs(key)}
    assert alone <= together
    assert alone, "the edit is none"


@pytest.mark.parametrize("name", _EDITS)
def test_after_an_edit_the_memory_has_every_source_as_it_is(studio: Studio, name: str) -> None:
    """Also what nobody needs any more: else all answers together would say more than is known of each."""
    _EDITS[name](studio.root)
    answers = _answers(studio)
    with closing(Memory(studio.order.state / MEMORY, versions())) as memory:
        assert memory.wholes() == {question: answers.digest_of_whole(question) for question in answers.wholes}
        known = {key: digest for _, key, digest in memory.sources() if key[0] in answers.wholes}
    assert known == {key: answers.digest_of_plain(key) for key in known}
