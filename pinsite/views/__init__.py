"""What a template may see; every read is noted."""

from pinsite.views.answers import PRIVATE, WORTH_KEEPING, Answers, describe
from pinsite.views.collecting import shelf_count, shelf_of, shelves_for
from pinsite.views.edition_register import FIELDS as REGISTER_FIELDS
from pinsite.views.edition_register import register_pages
from pinsite.views.feeds import FeedItem
from pinsite.views.here import writing
from pinsite.views.json_text import compact, indented, listed
from pinsite.views.lists import page_count
from pinsite.views.material import IMAGES, Material
from pinsite.views.number_register import numbers_page
from pinsite.views.page import Room, Views
from pinsite.views.records import head_text
from pinsite.views.search_index import search_paths
from pinsite.views.summary import summary_of
from pinsite.views.template_functions import FILTERS, FUNCTIONS
from pinsite.views.values import Card, Link, PageLink, Pager, PageView, SocialCard

__all__ = [
    "FILTERS",
    "FUNCTIONS",
    "IMAGES",
    "PRIVATE",
    "REGISTER_FIELDS",
    "WORTH_KEEPING",
    "Answers",
    "Card",
    "FeedItem",
    "Link",
    "Material",
    "PageLink",
    "PageView",
    "Pager",
    "Room",
    "SocialCard",
    "Views",
    "compact",
    "describe",
    "head_text",
    "indented",
    "listed",
    "numbers_page",
    "page_count",
    "register_pages",
    "search_paths",
    "shelf_count",
    "shelf_of",
    "shelves_for",
    "summary_of",
    "writing",
]
