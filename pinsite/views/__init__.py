"""What a template may see; every read is noted."""

from pinsite.views.answers import Answers, describe
from pinsite.views.feeds import FeedItem
from pinsite.views.lists import page_count
from pinsite.views.material import IMAGES, Material
from pinsite.views.page import FILTERS, Views
from pinsite.views.records import COLUMNS
from pinsite.views.search_index import search_path
from pinsite.views.values import Link, Pager, PageView, PictureView

__all__ = [
    "COLUMNS",
    "FILTERS",
    "IMAGES",
    "Answers",
    "FeedItem",
    "Link",
    "Material",
    "PageView",
    "Pager",
    "PictureView",
    "Views",
    "describe",
    "page_count",
    "search_path",
]
