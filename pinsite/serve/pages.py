"""Pages that only a preview has, and what it adds to the pages of the site."""

from __future__ import annotations

from html import escape

from pinsite.serve.bulletin import State

#: Everything of the preview's own is below this path, which no site can have.
OWN = "-pinsite/"
FOLLOW_PAGES, FOLLOW_PROBLEMS = "pages", "problems"

_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'"


def script(follow: str, mark: str) -> str:
    """Return the element that reloads a page once what it follows has another mark."""
    return f'<script defer src="/{OWN}reload.js" data-follow="{follow}" data-mark="{escape(mark)}"></script>'


def with_script(page: bytes, mark: str) -> bytes:
    """Return a page of the site with the script before the end of its body."""
    element = script(FOLLOW_PAGES, mark).encode()
    end = page.lower().rfind(b"</body>")
    return page[:end] + element + page[end:] if end >= 0 else page + element


def problems_page(state: State) -> bytes:
    """Return the page that shows all problems in full."""
    text = f"<pre>{escape(state.text)}</pre>" if state.text else ""
    if state.summary:
        said = escape(state.summary)
    else:
        said = "The pages are up to date. These are warnings:" if text else "No problems."
    back = '<p><a href="/">To the site</a></p>' if state.pages else ""
    return _page(
        state.summary or "Problems",
        f"<h1>Problems</h1><p>{said}</p>{text}{back}",
        script(FOLLOW_PROBLEMS, state.problems),
    )


def waiting_page() -> bytes:
    """Return the page that stands in while a large site is built for the first time."""
    said = "<h1>Building the site</h1><p>This page changes by itself as soon as it is there.</p>"
    return _page("Building the site", said, script(FOLLOW_PAGES, ""))


def plain_page(title: str, said: str) -> bytes:
    """Return a page with one sentence."""
    return _page(title, f"<h1>{escape(title)}</h1><p>{escape(said)}</p>", "")


def _page(title: str, content: str, tail: str) -> bytes:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="/{OWN}preview.css">\n</head>\n'
        f'<body class="pinsite-own"><main>{content}</main>{tail}</body>\n</html>\n'
    ).encode()
