"""The days that a sentence gives, and which of them is said of some of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.dates import resolve_dates
from onrecord.languages import language
from onrecord.model import Dating, Span

_LONG = re.compile(r"\d{2}XX|\d{3}X")


@lru_cache(maxsize=64)
def days_of(text: str, said: Dating | None, code: str = "en") -> tuple[Dating, ...]:
    """The expressions of time in `text`, resolved against the day on which it was said.

    Spans count in `text`.
    """
    return resolve_dates(text, anchor=said, code=code)


def happening(days: Sequence[Dating], code: str = "en") -> tuple[Dating, ...]:
    """Those of the days on which something can have been done: no decade, century, anniversary.

    Such words belong to a name ("alliance in the 21st century") or to what is marked.
    """
    naming = language(code).process.times.naming
    return tuple(
        day
        for day in days
        if not _LONG.match(day.edtf) and not naming.intersection(day.words.casefold().split())
    )


def day_within(days: Sequence[Dating], *spans: Span) -> Dating | None:
    """The finest of the days whose words stand in one of `spans`; the first of several."""
    inside = [
        day
        for day in days
        if day.spans and any(len(span) and span.holds(day.spans[0]) for span in spans)
    ]
    return min(inside, key=breadth, default=None)


def breadth(dating: Dating | None) -> int:
    """How many days a date can mean; what is open counts as very many."""
    if dating is None:
        return 1_000_000
    if dating.earliest is None or dating.latest is None:
        return 100_000
    return (dating.latest - dating.earliest).days
