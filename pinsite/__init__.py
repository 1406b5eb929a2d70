"""pinsite: a static-site generator for artist pin catalogues."""

__version__ = "0.1.0"
