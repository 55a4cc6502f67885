"""The day something was published, from what a machine wrote."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?=$|[T\s])")
COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")


def published_day(word: object) -> str:
    """The EDTF day (or month, or year) of an ISO 8601, RFC 2822 or YAML date, as its place had it.

    "" for anything else: words are read by the structure, which says how it reads them.
    """
    if isinstance(word, datetime):
        return word.date().isoformat()
    if isinstance(word, date):
        return word.isoformat()
    if not isinstance(word, str):
        return ""
    return _iso(word) or _mail(word)


def _iso(word: str) -> str:
    found = ISO.match(word) or COMPACT.match(word)
    if not found:
        return ""
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join(piece for piece in (year, month, day) if piece)


def _mail(word: str) -> str:
    if len(word) > 60 or ":" not in word:
        return ""
    try:
        return parsedate_to_datetime(word).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
