"""Plain SQL with `?` and `:name` as psycopg takes it."""

from __future__ import annotations

import re
from functools import lru_cache

# A literal, a cast and what stands for a value; of a literal only the per cent sign matters.
_PIECES = re.compile(r"'(?:[^']|'')*'|::|\?|:([a-z][a-z0-9_]*)|%")


@lru_cache(maxsize=2048)
def translated(sql: str) -> bytes:
    """The same statement with `%s` and `%(name)s` for values."""
    return _PIECES.sub(_piece, sql).encode()


def _piece(found: re.Match[str]) -> str:
    piece = found[0]
    if piece == "?":
        return "%s"
    if found[1]:
        return f"%({found[1]})s"
    return piece.replace("%", "%%")
