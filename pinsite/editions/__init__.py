"""What an edition promises, and what became of its copies.

Events move copies between places; a tally is the fold of the events; each promise is one function that gives
violations. The room is pure: it reads no disk and no clock, and knows no other room.
"""

from .account import Account, fold
from .channels import ChannelTally, channels_of
from .copies import Copies, CopiesError, Ranges, format_ranges, normalise, parse_copies, size_of
from .edition import UNGRADED, Edition, EditionState, EditionType, Grade, Run, Scale, Totals
from .event import (
    CLAIMED,
    DEFAULT_SOURCE,
    DESTINATION,
    GONE,
    PLACES,
    Event,
    EventKind,
    Key,
    Place,
)
from .ledger import Ledger, milestones
from .milestones import Milestone, MilestoneKind
from .promises import KEYS
from .runs import run_numbers, runs_alike
from .snapshot import Snapshot, newest_of, snapshot
from .status import (
    Counted,
    Stage,
    Status,
    derive_status,
    is_low,
    production_status,
    status_contradicted,
    stock_status,
)
from .tally import GradeTally, NumbersAt, ProofTally, Tally, sum_of, tally_of_totals
from .violation import Severity, Violation, count_noun, name_of, name_rows

__all__ = [
    "CLAIMED",
    "DEFAULT_SOURCE",
    "DESTINATION",
    "GONE",
    "KEYS",
    "PLACES",
    "UNGRADED",
    "Account",
    "ChannelTally",
    "Copies",
    "CopiesError",
    "Counted",
    "Edition",
    "EditionState",
    "EditionType",
    "Event",
    "EventKind",
    "Grade",
    "GradeTally",
    "Key",
    "Ledger",
    "Milestone",
    "MilestoneKind",
    "NumbersAt",
    "Place",
    "ProofTally",
    "Ranges",
    "Run",
    "Scale",
    "Severity",
    "Snapshot",
    "Stage",
    "Status",
    "Tally",
    "Totals",
    "Violation",
    "channels_of",
    "count_noun",
    "derive_status",
    "fold",
    "format_ranges",
    "is_low",
    "milestones",
    "name_of",
    "name_rows",
    "newest_of",
    "normalise",
    "parse_copies",
    "production_status",
    "run_numbers",
    "runs_alike",
    "size_of",
    "snapshot",
    "status_contradicted",
    "stock_status",
    "sum_of",
    "tally_of_totals",
]
