"""Where templates come from: the chain of themes, overrides, options, picture wishes."""

from pinsite.themes.anatomy import REST, Anatomy
from pinsite.themes.blocks import BlockText, Later
from pinsite.themes.chain import Chain, TemplateSource, bundled_themes, open_chain, plain_name, theme_names
from pinsite.themes.child import CannotCopy, copy_template, write_child
from pinsite.themes.contrast import check_contrast, contrast, tokens_of
from pinsite.themes.environment import make_environment, render
from pinsite.themes.limits import TooMuch
from pinsite.themes.options import read_options
from pinsite.themes.overrides import Override, check_overrides, overrides_of, tidy
from pinsite.themes.reading import DECLARATION, NOTES
from pinsite.themes.skeleton import skeleton_of
from pinsite.themes.theme import RESERVED, Option, PictureWish, Theme
from pinsite.themes.unknown import names_near, wrong_name
from pinsite.themes.upstream import accept, all_notes, check_upstream, has_changed, noted, remember_upstream

__all__ = [
    "DECLARATION",
    "NOTES",
    "RESERVED",
    "REST",
    "Anatomy",
    "BlockText",
    "CannotCopy",
    "Chain",
    "Later",
    "Option",
    "Override",
    "PictureWish",
    "TemplateSource",
    "Theme",
    "TooMuch",
    "accept",
    "all_notes",
    "bundled_themes",
    "check_contrast",
    "check_overrides",
    "check_upstream",
    "contrast",
    "copy_template",
    "has_changed",
    "make_environment",
    "names_near",
    "noted",
    "open_chain",
    "overrides_of",
    "plain_name",
    "read_options",
    "remember_upstream",
    "render",
    "skeleton_of",
    "theme_names",
    "tidy",
    "tokens_of",
    "write_child",
    "wrong_name",
]
