"""Whether two dates can be one, and which of them says more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord import dates
from onrecord.model import Dating

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")


def agree(a: Dating | None, b: Dating | None, *, slack: int = 0) -> bool:
    """Whether two dates can be the same, give or take `slack` days; an unknown one can be any.

    A day without its year agrees with whatever has that day in it. This is stricter than
    `dates.agree`: a year that was inferred counts, so that meetings of two years stay apart.
    """
    if a is None or b is None:
        return True
    for one, other in ((a, b), (b, a)):
        day = _YEARLESS.match(one.edtf)
        if day:
            return _has_day(other, int(day[1]), int(day[2]))
    return not (_after(a, b, slack) or _after(b, a, slack))


def apart(a: Dating | None, b: Dating | None) -> int:
    """How many days lie at the least between two dates; 0 where they can be the same."""
    gaps = [
        (late.earliest - early.latest).days
        for late, early in ((a, b), (b, a))
        if late and early and late.earliest and early.latest
    ]
    return max([0, *gaps])


def finer(found: Iterable[Dating | None]) -> Dating | None:
    """The date that leaves the fewest days open; the first of several that leave as many.

    A day without a year takes its year from one that it agrees with, where that leaves one day.
    """
    dated = sorted((one for one in found if one), key=width)
    if not dated:
        return None
    best = dated[0]
    for one in dated[1:]:
        if agree(best, one):
            best = dates.finer(best, one)
    return best


def width(one: Dating | None) -> int:
    """How many days a date leaves open; very many where an end of it is."""
    if one is None or one.earliest is None or one.latest is None:
        return 10**6 if one is None or one.earliest or one.latest else 10**5
    return (one.latest - one.earliest).days + 1


def _after(late: Dating, early: Dating, slack: int) -> bool:
    if late.earliest is None or early.latest is None:
        return False
    return late.earliest > early.latest + timedelta(slack)


def _has_day(other: Dating, month: int, day: int) -> bool:
    yearless = _YEARLESS.match(other.edtf)
    if yearless:
        return (int(yearless[1]), int(yearless[2])) == (month, day)
    if other.earliest is None or other.latest is None:
        return True
    for year in range(other.earliest.year, other.latest.year + 1):
        try:
            if other.earliest <= date(year, month, day) <= other.latest:
                return True
        except ValueError:  # the 29th of February of another year
            continue
    return False
