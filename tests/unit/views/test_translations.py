"""Interface texts are read from `.po` files once, and kept compiled."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from pinsite.views import translations as module
from pinsite.views.texts import Texts

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Sold"
msgstr "{}"

msgid "%(n)s pin"
msgid_plural "%(n)s pins"
msgstr[0] "%(n)s Pin"
msgstr[1] "%(n)s Pins (%(where)s)"

msgid "by %(who)s"
msgstr "von <b>%(who)s</b>"

msgid "part %(part)d"
msgstr "Teil %(part)03d, 100 %%"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    """Return a file of interface texts."""
    file = tmp_path / "de.po"
    file.write_text(PO.format("Verkauft"), "utf-8")
    return file


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note how often a file is compiled."""
    seen: list[str] = []
    compile = module._compile
    monkeypatch.setattr(
        module, "_compile", lambda content, lang: (seen.append(lang), compile(content, lang))[1]
    )
    return seen


def test_a_file_is_compiled_once(po: Path, tmp_path: Path, compiled: list[str]) -> None:
    """The next process finds it compiled, and reads the same texts."""
    texts = [Texts("de", [po], tmp_path / "kept") for _ in range(2)]
    assert [one.get("Sold") for one in texts] == ["Verkauft", "Verkauft"]
    assert compiled == ["de"]


def test_a_changed_file_is_compiled_again(po: Path, tmp_path: Path, compiled: list[str]) -> None:
    """What is kept belongs to the bytes that it was made from."""
    Texts("de", [po], tmp_path / "kept").get("Sold")
    po.write_text(PO.format("Weg"), "utf-8")
    assert Texts("de", [po], tmp_path / "kept").get("Sold") == "Weg"
    assert compiled == ["de", "de"]


@pytest.mark.parametrize(
    "damage",
    [lambda old: b"", lambda old: old[:-1], lambda old: old[:70] + b"x" + old[71:], lambda old: old[64:]],
)
def test_what_is_damaged_is_compiled_again(
    po: Path, tmp_path: Path, compiled: list[str], damage: object
) -> None:
    """A damaged file costs work, never a text."""
    Texts("de", [po], tmp_path / "kept").get("Sold")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert Texts("de", [po], tmp_path / "kept").get("Sold") == "Verkauft"
    assert compiled == ["de", "de"]


def test_values_are_escaped_and_markup_is_not(po: Path) -> None:
    """A text is markup; what is put into it is text, unless it is markup itself."""
    texts = Texts("de", [po])
    assert texts.written("by %(who)s", who="A & <B>") == "von <b>A &amp; &lt;B&gt;</b>"
    assert texts.written("by %(who)s", who=Markup("<i>A</i>")) == "von <b><i>A</i></b>"
    assert isinstance(texts.written("Sold"), Markup) and isinstance(
        texts.written("by %(who)s", who=1), Markup
    )
    assert texts.counted("%(n)s pin", "%(n)s pins", 1200, where="<x>") == "1.200 Pins (&lt;x&gt;)"
    assert texts.counted("%(n)s pin", "%(n)s pins", 1) == "1 Pin"


def test_other_forms_are_left_to_the_library(po: Path) -> None:
    """A translation may pad a number or hold a percent sign."""
    assert Texts("de", [po]).written("part %(part)d", part=7) == "Teil 007, 100 %"


def test_equal_numbers_of_other_kinds_are_written_alike() -> None:
    """Numbers are known by value: what is equal is written the same."""
    texts = Texts("de", [])
    assert texts.number(Decimal("1.50")) == texts.number(Decimal("1.5")) == "1,5"
    assert texts.number(Decimal(1)) == texts.number(1) == "1"
    assert Texts("en", []).number(Decimal("1.5")) == "1.5"
