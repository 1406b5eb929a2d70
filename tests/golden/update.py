"""Write the golden site anew: `python tests/golden/update.py`. Read what changed before you keep it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.example import build_example
from support.golden import DIGESTS, WHOLE, digests_of, golden_files, page_file


def main() -> None:
    """Build the example site, and keep its digests and some of its pages."""
    with tempfile.TemporaryDirectory() as folder:
        files = golden_files(build_example(Path(folder)))
    DIGESTS.write_text(digests_of(files), "utf-8")
    for path in WHOLE:
        page_file(path).parent.mkdir(exist_ok=True)
        page_file(path).write_bytes(files[path])
    print(f"{len(files)} digests, {len(WHOLE)} whole files")


if __name__ == "__main__":
    main()
