"""Everything that touches the disk: atomic writes, digests, stamps, paths."""

from pinsite.files.atomic import (
    holds,
    remove_file,
    remove_forsaken,
    remove_partials,
    rewrite,
    write_if_other,
    write_whole,
)
from pinsite.files.digest import digest_bytes, digest_file, digest_text
from pinsite.files.locking import Busy, locked
from pinsite.files.paths import Outside, folders_of, inside, safe_site_path
from pinsite.files.stamps import Stamp, stamp_of, stamps_below

__all__ = [
    "Busy",
    "Outside",
    "Stamp",
    "digest_bytes",
    "digest_file",
    "digest_text",
    "folders_of",
    "holds",
    "inside",
    "locked",
    "remove_file",
    "remove_forsaken",
    "remove_partials",
    "rewrite",
    "safe_site_path",
    "stamp_of",
    "stamps_below",
    "write_if_other",
    "write_whole",
]
