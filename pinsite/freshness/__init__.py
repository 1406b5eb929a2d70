"""The engine: facts, judge, memory. It has never heard of a pin."""

from pinsite.freshness.facts import GONE, Answered, Digest, Facts, Frame, Key, digest_of, key_of, key_text
from pinsite.freshness.journal import load_journal, save_journal
from pinsite.freshness.judge import Cause, Changes, Number, Reason, Remembered, follow, judge, reach
from pinsite.freshness.memory import Memory, MemoryDamaged
from pinsite.freshness.memory_file import recipes_in, remove_memory
from pinsite.freshness.rows import Done, Numbers, Row, fact_rows, number_of
from pinsite.freshness.stretches import Before, Stretch, Woven, Written, write

__all__ = [
    "GONE",
    "Answered",
    "Before",
    "Cause",
    "Changes",
    "Digest",
    "Done",
    "Facts",
    "Frame",
    "Key",
    "Memory",
    "MemoryDamaged",
    "Number",
    "Numbers",
    "Reason",
    "Remembered",
    "Row",
    "Stretch",
    "Woven",
    "Written",
    "digest_of",
    "fact_rows",
    "follow",
    "judge",
    "key_of",
    "key_text",
    "load_journal",
    "number_of",
    "reach",
    "recipes_in",
    "remove_memory",
    "save_journal",
    "write",
]
