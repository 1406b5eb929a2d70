"""Pictures: probe a header, plan variants, encode what the store lacks.

`probe` learns facts from a header, `plan` names every variant and its size before any pixel is touched,
`encode_all` makes what is missing into a `Store`, and `encode_one` makes a single picture for a preview
server. Problems of content are raised as `ImageRefused`; what it means to a page is the caller's affair.
"""

from pinsite.images.cards import plan_card
from pinsite.images.cluster import ClusterFailed, crew_at, scheduler_of
from pinsite.images.colour import UNREADABLE
from pinsite.images.depot import Depot, DepotFailed, is_folder, names_secret
from pinsite.images.encoders import MEDIA_TYPES, missing_encoders
from pinsite.images.lettering import SIZE as CARD_SIZE
from pinsite.images.lettering import Colours as CardColours
from pinsite.images.lettering import Lettering
from pinsite.images.memory import probe_all, probe_cached
from pinsite.images.planning import Picture, Variant, plan
from pinsite.images.preview import encode_one
from pinsite.images.probing import Limits, Source, probe
from pinsite.images.recipe import HEX_COLOUR, Format, Recipe, Wish
from pinsite.images.refusal import ImageRefused, Refusal
from pinsite.images.running import Progress
from pinsite.images.shapes import path_data
from pinsite.images.sight import Sight
from pinsite.images.sights import Sights
from pinsite.images.store import Collected, Store
from pinsite.images.work import Crew, Job, Outcome, encode_all

__all__ = [
    "CARD_SIZE",
    "HEX_COLOUR",
    "MEDIA_TYPES",
    "UNREADABLE",
    "CardColours",
    "ClusterFailed",
    "Collected",
    "Crew",
    "Depot",
    "DepotFailed",
    "Format",
    "ImageRefused",
    "Job",
    "Lettering",
    "Limits",
    "Outcome",
    "Picture",
    "Progress",
    "Recipe",
    "Refusal",
    "Sight",
    "Sights",
    "Source",
    "Store",
    "Variant",
    "Wish",
    "crew_at",
    "encode_all",
    "encode_one",
    "is_folder",
    "missing_encoders",
    "names_secret",
    "path_data",
    "plan",
    "plan_card",
    "probe",
    "probe_all",
    "probe_cached",
    "scheduler_of",
]
