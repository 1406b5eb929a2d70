"""Catalogues of interface texts: written as `.po`, kept compiled between builds.

Reading a `.po` file takes a tenth of a second, longer than a build that makes one page; the compiled form, GNU
gettext's own, a millisecond. What is kept bears the digest of the file it was made from and its own: where either
differs, it is made anew.
"""

from __future__ import annotations

import gettext
from io import BytesIO
from pathlib import Path

from pinsite.files import digest_bytes, write_whole
from pinsite.views.local_writing import locale_of

_DIGEST = 32


def translations(source: Path, lang: str, kept: Path | None = None) -> gettext.GNUTranslations:
    """Return the texts of a `.po` file; with a `kept` file they are read from there, and put there."""
    content = source.read_bytes()
    made_from = digest_bytes(content).encode()
    compiled = _read(kept, made_from) if kept else None
    if compiled is None:
        compiled = _compile(content, lang)
        if kept:
            write_whole(kept, made_from + digest_bytes(compiled).encode() + compiled)
    return gettext.GNUTranslations(BytesIO(compiled))


def _read(kept: Path, made_from: bytes) -> bytes | None:
    try:
        stored = kept.read_bytes()
    except OSError:
        return None
    compiled = stored[2 * _DIGEST :]
    return compiled if stored[: 2 * _DIGEST] == made_from + digest_bytes(compiled).encode() else None


def _compile(content: bytes, lang: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content), locale=str(locale_of(lang))))
    return compiled.getvalue()
