"""Score a coded picture against its original by SSIMULACRA2: 100 is the same, 90 cannot be told, 70 is good."""

from __future__ import annotations

import io

from PIL import Image
from ssimulacra2 import compute_ssimulacra2


def score(original: Image.Image, coded: bytes) -> float:
    """Return the score of coded bytes; both pictures are sRGB of one size."""
    kept = io.BytesIO()
    original.save(kept, "BMP")
    return float(compute_ssimulacra2(kept, io.BytesIO(coded)))
