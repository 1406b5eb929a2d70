"""What is rendered without the full renderer comes out as the full renderer would give it, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pinsite.views.markdown_renderer import render
from pinsite.views.simple_markdown import simple_html

# Bits that mean something to Markdown, to one of its extensions or to HTML, and those that only look as if they did.
NASTY = [
    "*", "**", "***", "_", "__", "~", "~~", "`", "``", "```", "[", "]", "(", ")", "[]", "()", "![", "](", "]:",
    "[^1]", "[^1]:", "*[", "[TOC]", "\\", "\\*", "&", "&amp;", "&copy;", "&#38;", "<", ">", "<b>", "</b>",
    "<!--", "-->", "#", "##", "#x", "=", "==", "===", "-", "--", "---", "+", ":", "|", "|-", ":-:", "1.", "12.",
    "1)", "a.", "٣.", ">>", "{", "}", "{}", "{pin:", "moth}", "{pin:moth}", "{edition", "{pins:", "{series:",
    "night}", "$", "%", "^", "@", "\"", "'", "…", "–", "—", "«", "»", "ß", "é", "ガ", "が", "\u0301", "🦋",
    "\U0001f469\u200d\U0001f3a8", "\xad", "\u200b", "\u200d", "\u2060", "\u202e", "\ufe0f", "\ufeff", "\ue000",
    "\U000f0000", "\xa0", "\u2028", "\u2029", "\u3000", "\u2003", "\x85", "\x0b", "\x0c", "\x1c", "\x02",
    "\x03", "\x00", "\x7f", "\t", "\r", "a", "b", "moth", "Moth's", "2", "2025", "2025.", "1.5", "http:",
    "https://example.org", "www.example.org", "a@example.org", "<https://example.org>", "pin:moth",
    "klzzwxh:0001", "wzxhzdk:0", "STX", "amp", "s-", "fn:", "fnref", "{pin: moth}", "{edition : moth}",
    "{pins: moth}", "{series: night}",
]  # fmt: skip
WORDS = [
    "moth", "a", "Ü", "夜", "2", "2025.", "«so»", "it's", "\"so\"", "(so)", "50%", "a/b", "R&B", "R & B", "1.5",
    "-", "–", "=", "+",
]  # fmt: skip
FORMS = [
    "*so*", "**so**", "*so it is*", "**so it is**", "*so.*", "*(so)*", "*so\nit is*", "*so* **so**", "*a**b*",
    "**a*b**", "[moth](pin:moth)", "[a moth](pin:moth#how)", "[so](story:a-b)", "[so](page:x)",
    "[so](pin:Moth)", "[so](pin:)", "[so](https://example.org)", "[so](https://example.org/a-b/?q=1#z)",
    "[so](http://a-b.example.org/c.html)", "[so](https://a..b)", "[so](https://1.2.3.4)",
    "[so](https://1.2.3.4.5)", "[so](https://xn--a.org)", "[so](javascript:x)",
    "[so](https://example.org 'title')", "[*so*](pin:moth)", "*[so](pin:moth)*", "![so](moth.jpg)",
    "[so][moth]", "[so]", "[](pin:moth)", "[ so ](pin:moth)", "[so] (pin:moth)", "[so](pin:moth)(so)",
    "[[so](pin:moth)](pin:moth)",
]  # fmt: skip
GAPS = [
    " ", " ", " ", "", "  ", "\n", "\n\n", "\n\n\n", " \n", "  \n", "\n ", "\n    ", ", ", ". ", "(", ")", "\t",
    "\n \n",
]  # fmt: skip
EASY_WORDS = [
    "moth",
    "a",
    "Ü",
    "夜",
    "2",
    "«so»",
    "it's",
    '"so"',
    "(so)",
    "50%",
    "a/b",
    "R & B",
    "1.5",
    "–",
    "a-b",
]
EASY_FORMS = [*FORMS[:5], *FORMS[10:12], *FORMS[16:19], "\n\n{pin: moth}\n\n"]
EASY_GAPS = [" ", " ", " ", ", ", ". ", ",\n", "\n\n", "\n\n\n"]


def texts(*kinds: list[str], gaps: list[str] = GAPS) -> st.SearchStrategy[str]:
    """Return texts of such bits with such gaps between them."""
    bits = st.one_of(*(st.sampled_from(kind) for kind in kinds))
    pairs = st.lists(st.tuples(bits, st.sampled_from(gaps)), max_size=12)
    return pairs.map(lambda found: "".join(bit + gap for bit, gap in found))


def agree(text: str) -> bool:
    """Hold what is rendered directly to what the full renderer gives; tell whether the text was simple."""
    simple = simple_html(text)
    if simple is not None:
        assert simple == render(text, 2)
    return simple is not None


@given(texts(NASTY, WORDS, FORMS))
def test_nasty_texts_come_out_alike(text: str) -> None:
    agree(text)


@given(texts(EASY_WORDS, EASY_WORDS, EASY_FORMS, gaps=EASY_GAPS))
def test_simple_texts_come_out_alike(text: str) -> None:
    """Most of these are simple; a test of what is mostly refused would say little."""
    assume(agree(text.rstrip(" ")))


@given(st.text())
def test_any_text_comes_out_alike(text: str) -> None:
    agree(text)


@given(st.text(st.sampled_from("*[](): \n.a_&-1!{}pin"), max_size=30))
def test_any_marks_come_out_alike(text: str) -> None:
    agree(text)


@given(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(["{}", "a{}b", "{} a", "a {}", "*{}*", "*a{}*", "*{}a*", "*a*{}"]),
)
@example("\ufeff", "{}")
def test_any_character_comes_out_alike(one: str, around: str) -> None:
    agree(around.replace("{}", one))


@pytest.mark.parametrize("text", [
    "", "\n\n", "A moth.", "A moth.\n\n\nAnother,\nof two lines.\n", "Salt & pepper > 2", "*All of it.*",
    "A **bold** moth",
    "It goes with [another](pin:owl), and [more](https://example.org/x).", "{pin: owl}",
    "See:\n{edition: owl}\nand so on.",
    "„Nacht“ – ガ 🦋",
])  # fmt: skip
def test_simple_texts_are_simple(text: str) -> None:
    """What most records hold needs no full renderer."""
    assert agree(text)


@pytest.mark.parametrize("text", [
    "# A", "- a", "1. a", "> a", "a\n===", "    a", "a  \nb", "`a`", "a_b_", "<b>a</b>", "&copy;",
    "a | b\n- | -", "a\n: b", "![a](b.jpg)",
    "[a]: b", "[a][b]", "[^1]", "*[a]: b", "~~a~~", "***a***", "* a", "a\\*", "a\u00a0b", "[a](javascript:b)",
    "```\na\n```",
])  # fmt: skip
def test_what_markdown_acts_on_goes_to_the_full_renderer(text: str) -> None:
    """Anything that is not on the closed list is refused, even where both ways would agree."""
    assert simple_html(text) is None
