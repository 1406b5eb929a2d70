"""Every problem that reading a catalogue can tell, as the pages beside this file write it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spec.cases import HERE, Case, all_cases, read

from pinsite.diagnostics.codes import CODES

CASES = all_cases()
#: A shared store, a cluster and a missing extra are no catalogues: surfaces/test_command_cache.py,
#: images/test_image_cluster.py, images/test_image_heic.py. A link that leads out is none in a checkout:
#: unit/themes/test_chain.py.
ELSEWHERE = {"IMG006", "IMG007", "IMG008", "THM011"}
SITES = Path(__file__).parent.parent / "invalid_sites"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_catalogue_gives_exactly_these_problems(case: Case, tmp_path: Path) -> None:
    problems, found = read(case, tmp_path)
    assert found == case.expected
    assert all(problem.help for problem in problems)


def test_every_code_occurs_in_a_page_or_in_a_broken_catalogue() -> None:
    pages = [page.read_text("utf-8") for page in (*HERE.glob("*.md"), *SITES.glob("*/expected.txt"))]
    shown = set(re.findall(r"^\S.*: (?:error|warning) ([A-Z]{3}\d{3}): ", "\n".join(pages), re.MULTILINE))
    assert set(CODES) - shown == ELSEWHERE


def test_every_code_has_a_manual_page() -> None:
    assert all(code.manual for code in CODES.values())
