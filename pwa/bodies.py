"""Answer bodies kept in memory, with their compressed forms made beforehand."""

import gzip
from dataclasses import dataclass

from werkzeug.datastructures import Accept


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of one answer; `None` where a compressed form would not be smaller."""

    plain: bytes
    media_type: str
    brotli: bytes | None = None
    gzipped: bytes | None = None

    def encoded(self, accepted: Accept) -> tuple[bytes, str | None]:
        """Return the smallest form the browser takes, and its content encoding."""
        if self.brotli is not None and accepted["br"] > 0:
            return self.brotli, "br"
        if self.gzipped is not None and accepted["gzip"] > 0:
            return self.gzipped, "gzip"
        return self.plain, None


def compressed(plain: bytes, media_type: str) -> Body:
    """Make a body out of bytes that are known only at start-up."""
    # A fixed time keeps the same page the same bytes after each start.
    smaller = gzip.compress(plain, compresslevel=9, mtime=0)
    return Body(plain, media_type, gzipped=smaller if len(smaller) < len(plain) else None)
