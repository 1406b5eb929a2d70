"""What colours are called, and how far apart they look.

A colour is written as six digits with `#`. Distances are those of OKLab, where equal steps look equally large.
"""

from pinsite.colours.families import FAMILIES, families_of
from pinsite.colours.oklab import Lab, chroma, distance, hex_of, lab_of, mixed

__all__ = ["FAMILIES", "Lab", "chroma", "distance", "families_of", "hex_of", "lab_of", "mixed"]
