"""Everything that touches the disk: atomic writes, digests, stamps, paths."""

from pinsite.files.atomic import holds, remove_file, write_if_other, write_whole
from pinsite.files.digest import digest_bytes, digest_file, digest_text
from pinsite.files.paths import Outside, inside, safe_site_path
from pinsite.files.stamps import Stamp, stamp_of, stamps_below

__all__ = [
    "Outside", "Stamp", "digest_bytes", "digest_file", "digest_text", "holds", "inside", "remove_file",
    "safe_site_path", "stamp_of", "stamps_below", "write_if_other", "write_whole",
]  # fmt: skip
