"""A preview from its start to its end: who runs in which thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pinsite.serve.audience import Address, Audience

if TYPE_CHECKING:
    from pinsite.serve.listening import Server
    from pinsite.serve.rebuilding import Rebuilder
