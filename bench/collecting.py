"""Measure a press of a mark in a collection of many marks: `python bench/collecting.py SITE/public --marks 10000`.

The collection page of a built site is given so many pins, in shelves as a site of that many has them, and all are
marked. Then marks are pressed with the mouse, and each press is measured by Chromium's event timing: from the event to
the frame that shows it, in steps of 8 ms. The processor is slowed down four times, as DevTools does for a phone of the
middle class.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright
from searching import told

from pinsite.views import shelf_of, shelves_for

_SERIES = 100
_LOG = """
window.pressed = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ name, duration }) => {
  if (name === 'click') pressed.push(duration);
})).observe({ type: 'event', durationThreshold: 16 });
"""
_KEPT = re.compile(r"/collection/(\d+)\.json")


def shelves(count: int, shelf_count: int) -> list[dict[str, dict[str, object]]]:
    """Return shelves of so many pins, a hundred in each series."""
    files: list[dict[str, dict[str, object]]] = [{"pins": {}, "series": {}} for _ in range(shelf_count)]
    for n in range(count):
        entry = {
            "title": f"Pin {n}",
            "path": f"pins/pin-{n}/",
            "series": f"series-{n // _SERIES}",
            "size": [30, 20],
        }
        files[shelf_of(f"pin-{n}", shelf_count)]["pins"][f"pin-{n}"] = entry
    for n in range(-(-count // _SERIES)):
        members = [f"pin-{at}" for at in range(n * _SERIES, min(count, (n + 1) * _SERIES))]
        entry = {"title": f"Series {n}", "path": f"series/series-{n}/", "pins": members}
        files[shelf_of(f"series-{n}", shelf_count)]["series"][f"series-{n}"] = entry
    return files


def measure(browser: Browser, site: Path, address: str, count: int, presses: int, slower: int) -> list[float]:
    """Mark all pins, press marks one after the other, and return the milliseconds of each."""
    shelf_count = shelves_for(count)
    files = shelves(count, shelf_count)
    html = (site / "collection/index.html").read_text("utf-8")
    body = re.sub(r'data-shelves="\d+"', f'data-shelves="{shelf_count}"', html)

    def shelf(route: Route) -> None:
        found = _KEPT.search(route.request.url)
        assert found is not None
        route.fulfill(json=files[int(found[1])])

    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.route(f"{address}collection/", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.route(_KEPT, shelf)
    page.add_init_script(_LOG)
    entries = {
        f"pin-{n}": {"marks": "hw"[n % 2], "title": f"Pin {n}", "part": "", "series": ""}
        for n in range(count)
    }
    kept = json.dumps({"version": 1, "entries": entries})
    page.goto(f"{address}404.html")
    page.evaluate("(text) => localStorage.setItem('pinsite collection /', text)", kept)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(f"{address}collection/")
    page.locator("#collection[data-ready]").wait_for(timeout=120_000)
    page.wait_for_timeout(1000)
    marks = page.locator("#owned .mark[data-mark=h]")
    for n in range(presses):
        marks.nth(n % marks.count()).click()
        page.wait_for_timeout(700)
    pressed: list[float] = page.evaluate("window.pressed")
    context.close()
    return pressed


def main() -> None:
    """Measure, and print."""
    for folder in ("tests", "tests/browser"):
        sys.path.insert(0, str(Path(__file__).parents[1] / folder))
    from served import served
    from support.chromium import launch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--marks", type=int, default=10_000)
    parser.add_argument("--presses", type=int, default=30)
    parser.add_argument("--slower", type=int, default=4)
    given = parser.parse_args()
    with sync_playwright() as playwright, served(given.site) as address:
        browser = launch(playwright)
        assert browser is not None, "no Chromium"
        took = measure(browser, given.site, address, given.marks, given.presses, given.slower)
        browser.close()
    print(f"a press until it is painted, ms: {told(took)}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
