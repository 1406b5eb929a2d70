"""Show the site while it is being worked on: watch, rebuild, reload, pictures on request.

Nothing here prints: what happens is told to an `Audience`.
"""

from pinsite.serve.audience import Address, Audience, Built
from pinsite.serve.preview import Preview, Wanted

__all__ = ["Address", "Audience", "Built", "Preview", "Wanted"]
