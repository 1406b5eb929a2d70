"""Every code that a problem can have, with its manual page, one file a family."""

from __future__ import annotations

from pinsite.diagnostics.codes import (
    editions,
    fields,
    ledger,
    pictures,
    reading,
    references,
    settings,
    themes,
)
from pinsite.diagnostics.codes.editions import EDITION_CODES
from pinsite.diagnostics.codes.ledger import LEDGER_CODES
from pinsite.diagnostics.problem import Code

_FAMILIES = (reading, fields, references, pictures, ledger, editions, settings, themes)

#: All codes by id.
CODES: dict[str, Code] = {code.id: code for family in _FAMILIES for code in family.CODES}

__all__ = ["CODES", "EDITION_CODES", "LEDGER_CODES"]
