"""Measure the search page in Chromium: what is loaded before the first result, and what a keystroke costs.

`python bench/searching.py SITE/public` measures a built site; with `--pins 10000` its search data are replaced, in a
copy, by those of so many generated pins: titles and texts of 20,000 words as frequent as words are, a thousand series,
and so on. The processor is slowed down four times, as DevTools does for a phone of the middle class. A keystroke is
measured by the clock, from the key's event to the frame that shows its results, and by the processor time of the page's
main thread meanwhile, of which other work of the machine is no part. The next key comes a tenth of a second after that.
What a visitor waits for is told apart: until the letter itself is painted (Chromium's event timing, in steps of 8 ms),
the longest task of the main thread meanwhile (those from 50 ms on are told), and until the results are painted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from pinsite.search import (
    CARDS,
    DRAWER,
    FACTS,
    WORDS,
    card_files,
    codes_in,
    drawer_text,
    fold,
    index_file,
    shared_files,
    stems_of,
    word_files,
    words_in,
)

_FIELDS = {"technique": 12, "plating": 14, "effects": 10, "colours": 13, "size": 5, "series": 1000,
           "tags": 400, "places": 300, "year": 20, "status": 5, "edition": 4, "construction": 9, "metal": 5,
           "designer": 40}  # fmt: skip
_SEVERAL = {"tags": 3, "colours": 3, "effects": 2}
_SYLLABLES = [
    first + then for first in "bcdfghjklmnprstvwz" for then in ("a", "e", "i", "o", "u", "ar", "en", "is")
]
_VOCABULARY, _WORDS = 20_000, 90
_SCRIPTS = re.compile(r'<script src="[^"]*assets/search-(?:columns|en-index|stem)-[^"]*" defer></script>\n')
SEARCHES = ("moth lantern", "owl", "moths in", "lanterns", "bar", "lantern owl", "glow moth")
AIM = 100  # milliseconds
_LOG = """
let began = 0;
addEventListener('keydown', (event) => { began = event.timeStamp; }, true);
document.addEventListener('pins', () => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    if (began) dispatchEvent(new CustomEvent('painted', { detail: performance.now() - began }));
    began = 0;
  };
  port2.postMessage(0);
}));
const told = window.told = { echo: 0, longest: 0 };
const watch = (type, name, more) => new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
  told[name] = Math.max(told[name], duration);
})).observe({ type, ...more });
watch('event', 'echo', { durationThreshold: 16 });
watch('longtask', 'longest');
"""


@dataclass(frozen=True)
class Measured:
    """Bytes before the first result; of each keystroke the milliseconds: processor, results, letter, longest task."""

    loaded: int
    files: int
    strokes: tuple[float, ...]
    clock: tuple[float, ...]
    echo: tuple[float, ...]
    longest: tuple[float, ...]


def records(count: int, length: int = _WORDS, seed: int = 7) -> Iterator[str]:
    """Walk generated records as the search has them, with texts of so many words."""
    chance = random.Random(seed)
    words = ["moth", "moths", "owl", "lantern"]
    words += ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_VOCABULARY)]
    weights = list(accumulate(1 / (place + 5) for place in range(len(words))))
    stem = stems_of("en")

    def said(k: int) -> list[str]:
        return chance.choices(words, cum_weights=weights, k=k)

    def packed(texts: list[str]) -> list[str]:
        found = [(fold(one), stem(one)) for text in texts for one in words_in(text)]
        return list(dict.fromkeys(form if form == root else f"{form}/{root}" for form, root in found))

    for number in range(count):
        title = " ".join(said(chance.randint(2, 4))).title()
        codes = {name: _some(chance, name, size) for name, size in _FIELDS.items()}
        codes["year"], codes["series"] = [str(2006 + number * 20 // count)], [f"series-{number // 10 % 1000}"]
        picture = [
            f"assets/images/pin-{number}-{chance.randbytes(6).hex()}-320w.jpg",
            320,
            320,
            " ".join(said(8)),
        ]
        card = [
            f"pin-{number}",
            f"pins/pin-{number}/",
            title,
            "",
            picture,
            codes["status"][0],
            "",
            "Edition of 100",
            "€14.00",
        ]
        shades = [f"#{chance.randbytes(3).hex()}" for _ in range(4)]
        facts = {
            "codes": codes,
            "side": chance.randint(180, 640) / 10,
            "price": [chance.randint(8, 30) * 100, "EUR"],
            "shades": shades,
        }
        yield json.dumps([card, facts, packed([title]), packed(said(length))])


def _some(chance: random.Random, name: str, size: int) -> list[str]:
    several = chance.randint(1, _SEVERAL.get(name, 1))
    return list(
        dict.fromkeys(f"{name}-{min(size - 1, int(chance.expovariate(4 / size)))}" for _ in range(several))
    )


def write_search(site: Path, folder: Path, count: int, length: int = _WORDS) -> None:
    """Write a site of a search page alone: that of a built site, with generated pins."""
    every = list(records(count, length))
    drawers = [drawer_text(every[at : at + DRAWER]).split("\n") for at in range(0, count, DRAWER)]
    facts = [drawer[FACTS] for drawer in drawers]
    codes = codes_in(facts, _FIELDS)
    labels = {
        name: [name.title(), [code.replace("-", " ").title() for code in found]]
        for name, found in codes.items()
    }
    shared = shared_files(facts, codes, ["english"])
    shades = next(path for path in shared if "-shades-" in path)
    more = {
        "shades": shades,
        "labels": labels,
        "shorthand": {},
        "synonyms": {},
        "swatches": {},
        "stems": ["english"],
    }
    cards = card_files("en", [drawer[CARDS] for drawer in drawers])
    words = word_files("en", [drawer[WORDS] for drawer in drawers])
    files = {**cards, **words, **index_file("en", cards, words, more)}
    _lay_pictures(folder, (drawer[CARDS] for drawer in drawers))
    shutil.copytree(
        site / "assets",
        folder / "assets",
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("images", "search-*-*"),
    )
    for path, content in {**shared, **files}.items():
        (folder / path).write_text(content, "utf-8")
    first = [path for path in shared if path != shades] + [list(files)[-1]]
    tags = "".join(f'<script src="../{path}" defer></script>\n' for path in first)
    page = (site / "search/index.html").read_text("utf-8")
    begun = _SCRIPTS.search(page)
    assert begun is not None
    page = page[: begun.start()] + tags + _SCRIPTS.sub("", page[begun.start() :])
    (folder / "search").mkdir()
    (folder / "search/index.html").write_text(page, "utf-8")
    shutil.copy(next((site / "assets").glob("search-page-*.js")), folder / "assets")


def _lay_pictures(folder: Path, cards: Iterable[str]) -> None:
    """Lay one picture under the addresses of all."""
    first, *others = [folder / card[4][0] for part in cards for card in json.loads(part)]
    first.parent.mkdir(parents=True)
    Image.linear_gradient("L").resize((320, 320)).save(first, "JPEG")
    for path in others:
        path.hardlink_to(first)


def measure(
    browser: Browser, folder: Path, address: str, searches: Sequence[str], slower: int = 4
) -> Measured:
    """Open the search on a phone, type one search after the other, and look at the clock."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(_LOG)
    page.goto(f"{address}search/?q={searches[0][:3]}")
    page.locator("#found li").first.wait_for()
    paths = [url.removeprefix(address).partition("?")[0] for url in asked if "/images/" not in url]
    files = [folder / (path + "index.html" if path.endswith("/") else path) for path in paths]
    loaded = sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())
    strokes: list[tuple[float, ...]] = []
    for typed in searches:
        page.locator("#q").fill("")
        strokes += _typed(page, devtools, typed)
    context.close()
    return Measured(loaded, len(files), *zip(*strokes, strict=True))


def _typed(page: Page, devtools: CDPSession, text: str) -> Iterator[tuple[float, ...]]:
    """Type letter by letter, and give the milliseconds of each, when its results are there."""
    page.wait_for_timeout(1000)
    for letter in text:
        page.evaluate(
            "Object.assign(told, { echo: 0, longest: 0 });"
            "window.painted = new Promise((done) => addEventListener('painted', done, { once: true })); 0"
        )
        began = _busy(devtools)
        page.keyboard.press("Space" if letter == " " else letter)
        clock = page.evaluate("window.painted.then((event) => event.detail)")
        cost = 1000 * (_busy(devtools) - began)
        page.wait_for_timeout(100)
        yield cost, clock, *page.evaluate("[told.echo, told.longest]")


def _busy(devtools: CDPSession) -> float:
    """Return the seconds of processor time that the main thread has spent."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def told(strokes: Sequence[float]) -> str:
    """Say median, 95th percentile and every one of some milliseconds, and how many are above the aim."""
    median, late = statistics.median(strokes), statistics.quantiles(strokes, n=20)[-1]
    slow = sum(one > AIM for one in strokes)
    every = " ".join(f"{one:.0f}" for one in strokes)
    return f"median {median:.0f}, 95th percentile {late:.0f}, {slow} of {len(strokes)} above {AIM} ({every})"


def main() -> None:
    """Measure, and print."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
    from served import served
    from support.chromium import launch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pins", type=int)
    parser.add_argument(
        "--words", nargs="+", default=SEARCHES, help="what is typed, one search after the other"
    )
    parser.add_argument("--slower", type=int, default=4)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = given.site
        if given.pins:
            folder = Path(name)
            write_search(given.site, folder, given.pins)
        browser = launch(playwright)
        assert browser is not None, "no Chromium"
        with served(folder) as address:
            found = measure(browser, folder, address, given.words, given.slower)
        print(f"loaded before the first result: {found.loaded:,} bytes compressed, {found.files} files")
        print(f"processor, ms a keystroke: {told(found.strokes)}")
        print(f"until the letter is painted: {told(found.echo)}")
        print(f"longest task meanwhile: {told(found.longest)}")
        print(f"until the results are painted: {told(found.clock)}")
        print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        browser.close()


if __name__ == "__main__":
    main()
