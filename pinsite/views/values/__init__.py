"""What a template may see: frozen values, each the answer to one question about the catalogue.

Paths are site paths (`pins/moon-moth/`); the filter `url` turns one into an address that works from the page
that is being written. A `Said` is a text with the language it is in; the filter `said` writes it with its own
`lang` where that differs from the page's. Text that holds Markdown is a `Rich`, already parsed.
"""

from pinsite.views.values.editions import (
    Choice,
    ChoiceField,
    Counter,
    Freshness,
    GradeCount,
    GradeView,
    Meaning,
    NumberBlock,
    NumberRegister,
    NumberState,
    PlaceCount,
    ProofRow,
    RegisterRow,
)
from pinsite.views.values.lists import Card, DocumentView, PageLink, Pager, SeriesView, StoryCard, TermView
from pinsite.views.values.pin import (
    ColourView,
    InspirationView,
    MuseumView,
    PinView,
    PlaceView,
    PreorderView,
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
    "Choice",
    "ChoiceField",
    "ColourView",
    "Counter",
    "DocumentView",
    "Freshness",
    "GradeCount",
    "GradeView",
    "InspirationView",
    "Link",
    "Meaning",
    "MuseumView",
    "NumberBlock",
    "NumberRegister",
    "NumberState",
    "PageLink",
    "PageView",
    "Pager",
    "PersonView",
    "PictureView",
    "PinView",
    "PlaceCount",
    "PlaceView",
    "PreorderView",
    "ProofRow",
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
