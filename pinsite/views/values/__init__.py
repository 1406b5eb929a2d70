"""What a template may see: frozen values, each the answer to one question about the catalogue.

Paths are site paths (`pins/moon-moth/`); the filter `url` turns one into an address that works from the page
that is being written. A `Said` is a text with the language it is in; the filter `said` writes it with its own
`lang` where that differs from the page's. Text that holds Markdown is a `Rich`, already parsed.
"""

from pinsite.views.values.editions import Counter, GradeCount, GradeView, PlaceCount, RegisterRow
from pinsite.views.values.lists import Card, DocumentView, Pager, SeriesView, StoryCard, TermView
from pinsite.views.values.pin import (
    ColourView,
    InspirationView,
    MuseumView,
    PinView,
    PlaceView,
    RunView,
    SafetyView,
    StageView,
    VariantView,
    WholesaleView,
)
from pinsite.views.values.site import Alternate, PageView, SiteView
from pinsite.views.values.text_and_pictures import (
    Link,
    PersonView,
    PictureView,
    Rich,
    RichPart,
    SourceSet,
    TermLink,
)

__all__ = [
    "Alternate",
    "Card",
    "ColourView",
    "Counter",
    "DocumentView",
    "GradeCount",
    "GradeView",
    "InspirationView",
    "Link",
    "MuseumView",
    "PageView",
    "Pager",
    "PersonView",
    "PictureView",
    "PinView",
    "PlaceCount",
    "PlaceView",
    "RegisterRow",
    "Rich",
    "RichPart",
    "RunView",
    "SafetyView",
    "SeriesView",
    "SiteView",
    "SourceSet",
    "StageView",
    "StoryCard",
    "TermLink",
    "TermView",
    "VariantView",
    "WholesaleView",
]
