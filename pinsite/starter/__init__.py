"""What `init` and `new` write: a small catalogue, and records ready to be filled in."""

from __future__ import annotations

from pinsite.starter.files import new_record, record_path, write_starter

__all__ = ["new_record", "record_path", "write_starter"]
