"""The engine: facts, recorder, judge, memory. It has never heard of a pin."""

from pinsite.freshness.facts import GONE, Facts, Key, digest_of, key_of, key_text
from pinsite.freshness.judge import Cause, Reason, Remembered, judge
from pinsite.freshness.memory import load_journal, load_memory, save_journal, save_memory

__all__ = [
    "GONE",
    "Cause",
    "Facts",
    "Key",
    "Reason",
    "Remembered",
    "digest_of",
    "judge",
    "key_of",
    "key_text",
    "load_journal",
    "load_memory",
    "save_journal",
    "save_memory",
]
