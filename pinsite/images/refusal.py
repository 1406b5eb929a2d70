"""Say why a picture is not taken, as a value that the caller can turn into a diagnostic."""

from enum import StrEnum


class Refusal(StrEnum):
    """Kinds of refusal; each is one problem with one remedy."""

    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    VECTOR = "vector"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    ANIMATED = "animated"
    PAGES = "pages"
    CHANGED = "changed"
    LOST = "lost"
    EXTRA = "extra"
    HDR = "hdr"


class ImageRefused(Exception):  # noqa: N818  a refusal is no fault of the program
    """A picture that cannot be used: the kind of problem, and a sentence that says what to do."""

    def __init__(self, kind: Refusal, message: str) -> None:
        super().__init__(kind, message)
        self.kind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message
