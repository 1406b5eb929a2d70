"""Everything that touches the disk: atomic writes, digests, stamps, paths."""

from pinsite.files.atomic import holds, remove_file, remove_partials, write_if_other, write_whole
from pinsite.files.digest import digest_bytes, digest_file, digest_text
from pinsite.files.paths import Outside, folders_of, inside, safe_site_path
from pinsite.files.stamps import Stamp, stamp_of, stamps_below

__all__ = [
    "Outside",
    "Stamp",
    "digest_bytes",
    "digest_file",
    "digest_text",
    "folders_of",
    "holds",
    "inside",
    "remove_file",
    "remove_partials",
    "safe_site_path",
    "stamp_of",
    "stamps_below",
    "write_if_other",
    "write_whole",
]
