"""Where templates come from: the chain of themes, overrides, options, picture wishes."""

from pinsite.themes.chain import Chain, TemplateSource, bundled_themes, open_chain, theme_names
from pinsite.themes.environment import make_environment
from pinsite.themes.theme import Option, PictureWish, Theme, ThemeProblem, read_theme

__all__ = [
    "Chain",
    "Option",
    "PictureWish",
    "TemplateSource",
    "Theme",
    "ThemeProblem",
    "bundled_themes",
    "make_environment",
    "open_chain",
    "read_theme",
    "theme_names",
]
