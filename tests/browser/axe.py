"""Run axe-core in a page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Of all rules those that can come out otherwise where only the width, or only the colours, are other.
BY_WIDTH = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "aria-hidden-focus",
            "heading-order", "region", "landmark-unique", "link-name", "button-name", "label")  # fmt: skip
BY_COLOUR = ("color-contrast", "link-in-text-block")
_RUN = """async ({ within, type, values }) => {
  await Promise.all(document.getAnimations().map((one) => one.finished));
  const { violations } = await axe.run(within || document, { runOnly: { type, values }, resultTypes: ['violations'] });
  const told = (id, one) => `${id}: ${one.target.join(' ')}: ${one.failureSummary}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((one) => told(id, one)));
}"""


@cache
def _source() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def without_scripts(html: str) -> str:
    """Return a page as a browser that runs no script shows it; axe itself cannot run in such a browser."""
    return re.sub(r"<script\b[^>]*>.*?</script>|</?noscript>", "", html, flags=re.DOTALL)


def findings(page: Page, rules: tuple[str, ...] = (), within: str = "") -> list[str]:
    """Return what axe finds on a page as it is now: WCAG 2.2 A and AA, and best practices, or these rules only.

    `within` is the selector of the only part that is looked at.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source())
    asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": _RULES}
    found = page.evaluate(_RUN, {**asked, "within": within})
    assert isinstance(found, list)
    return found
