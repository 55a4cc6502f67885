"""The day that words give to what they tell of."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from onrecord.dates import Mention, find_dates
from onrecord.model import Dating, Status


def day_in(text: str, said: Dating | None, *, status: Status) -> Dating | None:
    """The first date in `text`; a year that is not named comes from the day it was said on.

    What is to come is on the first such day from then, anything else on the last one before.
    """
    for found in find_dates(text):
        dating = _dating(text, found, said, coming=status is Status.ANNOUNCED)
        if dating:
            return dating
    return None


def _dating(text: str, found: Mention, said: Dating | None, *, coming: bool) -> Dating | None:
    words = found.span.of(text)
    if found.year:
        return _bounded(found, found.year, words)
    anchor = said.latest if said else None
    if anchor is None:
        return Dating(found.edtf, None, None, words)
    years = (anchor.year, anchor.year + 1) if coming else (anchor.year, anchor.year - 1)
    for year in years:
        dating = _bounded(found, year, words, anchor=said.edtf if said else "")
        if dating and _on_its_side(dating, anchor, coming=coming):
            return dating
    return None


def _on_its_side(dating: Dating, anchor: date, *, coming: bool) -> bool:
    if dating.earliest is None or dating.latest is None:
        return False
    return dating.latest >= anchor if coming else dating.earliest <= anchor


def _bounded(found: Mention, year: int, words: str, *, anchor: str = "") -> Dating | None:
    try:
        first = date(year, found.month, found.day or 1)
    except ValueError:
        return None
    last = first if found.day else date(year, found.month, monthrange(year, found.month)[1])
    edtf = f"{year:04}-{found.month:02}" + (f"-{found.day:02}" if found.day else "")
    return Dating(edtf, first, last, words, anchor=anchor, inferred=bool(anchor))
