"""Content is untrusted: whatever an author writes, nothing that runs or reaches out comes back."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinsite.catalogue import ATTRIBUTES, ELEMENTS, SCHEMES
from pinsite.views.markdown_text import Piece, pieces, plain_text


class Inspector(HTMLParser):
    """Reads what a browser would read, and notes everything that a page may not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS or tag == "img":  # pictures come as pieces of their own
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()):
                self.found.append(f"<{tag} {name}>")
            scheme = re.match(
                r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\t\n\r\x00]", "", value or "")
            )
            if name == "href" and scheme and scheme[1].lower() not in SCHEMES:
                self.found.append(value or "")
            if name == "id" and not (value or "").startswith(("s-", "fn:", "fnref")):
                self.found.append(f"id {value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")


def survives(text: str) -> list[str]:
    """Return what comes through and may not."""
    found: list[str] = []
    for piece in pieces(text):
        inspector = Inspector()
        inspector.feed(piece.html)
        inspector.close()
        found += inspector.found + picture_faults(piece)
    return found


def picture_faults(piece: Piece) -> list[str]:
    if piece.kind not in ("picture", "inline"):
        return []
    return [piece.id] if re.match(r"\s*([a-z]+:|//)", piece.id, re.IGNORECASE) else []


HOSTILE = '''\
<script>alert(1)</script>
<SCRIPT SRC=https://elsewhere.example/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script
<<script>alert(1)//<</script>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)" alt="a ><script>alert(1)</script>">
<img src=javascript:alert(1)>
<img src="data:image/svg+xml;base64,PHN2Zy8+">
<img src="//elsewhere.example/x.png">
<IMG """><SCRIPT>alert(1)</SCRIPT>">
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>
<a href="&#x6A&#x61&#x76&#x61script&colon;alert(1)">x</a>
<a href=" &#14; javascript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="feed:javascript:alert(1)">x</a>
<a href="pin:x" title='"></a><script>alert(1)</script>'>x</a>
<a href="pin:x" onclick="alert(1)" style="position:fixed" target=_top ping="https://elsewhere.example">x</a>
[x](javascript:alert(1))
[x](JAVASCRIPT:alert(1))
[x]( javascript:alert(1))
[x](java&#115;cript:alert(1))
[x](javascript&colon;alert(1))
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](vbscript:alert(1))
[x](pin:a"onmouseover="alert(1))
[x](<pin:a> "t\\"><script>alert(1)</script>")
![x](javascript:alert(1))
![x"onerror="alert(1)](x.jpg)
![x](x.jpg "t\\" onerror=\\"alert(1)")
![x](x.jpg'onerror='alert(1))
[x][y]

[y]: javascript:alert(1)
<javascript:alert(1)>
<iframe src="https://elsewhere.example/x"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="x.swf"></object><embed src="x.swf"><applet code=x></applet>
<svg><script>alert(1)</script></svg>
<svg onload=alert(1)>
<svg><style><img src=x onerror=alert(1)></style></svg>
<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>
<math href="javascript:alert(1)">x</math>
<style>@import "https://elsewhere.example/x.css";</style>
<p style="background:url(https://elsewhere.example/x)">x</p>
<link rel=stylesheet href="https://elsewhere.example/x.css">
<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">
<base href="https://elsewhere.example/">
<form action="https://elsewhere.example/"><input name=x autofocus onfocus=alert(1)></form>
<button formaction="https://elsewhere.example/">x</button>
<textarea></textarea><select></select><video src=x autoplay></video><audio src=x></audio>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
<template><script>alert(1)</script></template>
<!-- an unclosed comment <script>alert(1)</script>
<!--><script>alert(1)</script>-->
<!DOCTYPE html><?php echo 1 ?><![CDATA[<script>alert(1)</script>]]>
<details ontoggle=alert(1) open><summary onclick=alert(1)>x</summary></details>
<p id="main" id=search class="hidden">x</p>
<xss style="x:expression(alert(1))">x</xss>
<body onload=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<div data-set='pin:x" onclick="alert(1)'>x</div>
<div data-set="pin:<script>">x</div>
`<script>`<script>alert(1)</script>
```
</code></pre><script>alert(1)</script>
```
term
:   <script>alert(1)</script>

| a | <script>alert(1)</script> |
| - | - |
| [x](javascript:alert(1)) | <img src=x onerror=alert(1)> |

# Head <script>alert(1)</script> {: onclick="alert(1)"}

x[^1]

[^1]: <script>alert(1)</script>

*[abbr]: "><script>alert(1)</script>

abbr
'''


@pytest.mark.parametrize("text", [*[line for line in HOSTILE.split("\n") if line], HOSTILE])
def test_nothing_that_runs_comes_through(text: str) -> None:
    assert survives(text) == []


def test_the_inspector_sees_what_it_is_for() -> None:
    inspector = Inspector()
    inspector.feed('<script>x</script><p onclick=x><a href=" java\nscript:x"><!-- x --><p id=main><svg>')
    assert len(inspector.found) == 6


_WORDS = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "/>",
        '"',
        "'",
        "=",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "    ",
        " ",
        "\\",
        "&",
        "&lt;",
        "&#x3c;",
        "&quot;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "script",
        "img",
        "svg",
        "a",
        "p",
        "style",
        "div",
        "iframe",
        " onerror=",
        " onclick=",
        " href=",
        " src=",
        " title=",
        " data-set=",
        " alt=",
        " id=",
        "javascript:",
        "data:",
        "pin:",
        "alert(1)",
        "x",
        "[",
        "]",
        "(",
        ")",
        "!",
        "|",
        "-",
        "#",
        "*",
        "_",
        "~~",
        "{pin: x}",
        "[^1]",
        "[^1]: ",
        "*[x]: ",
        ":   ",
    ]
)


@given(st.lists(_WORDS, max_size=30).map("".join))
def test_nothing_that_runs_comes_through_whatever_is_written(text: str) -> None:
    assert survives(text) == []


@given(st.text(max_size=80))
def test_any_text_can_be_rendered(text: str) -> None:
    assert survives(text) == []
    assert isinstance(plain_text(text), str)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("words\\n{pin: moth}\\nwords", ["html", "pin", "html"]),
        ("```\\n{pin: moth}\\n```\\n\\n{series: night}", ["html", "series"]),
        ("![A moth](moth.jpg)", ["picture"]),
        ("before ![A moth](moth.jpg) after", ["html", "inline", "html"]),
        ("[her](pin:sun#front)", ["html", "link", "html"]),
        ("![far](https://elsewhere.example/x.png)", ["html"]),
        ('<div data-set="pin:moth"></div>', ["html"]),
        ("`{pin: moth}`", ["html"]),
    ],
)
def test_open_places_are_found(text: str, kinds: list[str]) -> None:
    assert [
        piece.kind
        for piece in pieces(text.replace("\\n", "\n"))
        if piece.html.strip() or piece.kind != "html"
    ] == kinds


def test_words_are_left_without_their_markup() -> None:
    assert plain_text("# Moon\n\n*A* moth & [her](pin:sun) `x`") == "Moon A moth & her x"
