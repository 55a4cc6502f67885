"""How a tenure or a dated name lies to a day, as far as its dates tell."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.model import ONGOING, Called, Fit, Tenure

_Bounds = tuple[date | None, date | None]


def day_of(day: date | str) -> date:
    """A day, given as such or as an ISO date; `InputError` where it is none."""
    if isinstance(day, date):
        return day
    earliest, latest = bounds(day)
    if earliest is None or earliest != latest:
        raise InputError(f"{day!r} is no day; a day is written 2019-01-28")
    return earliest


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> _Bounds:
    """The first and the last day that a date can mean; None where it is open or unknown."""
    if edtf in {"", ONGOING}:
        return None, None
    found = read_edtf(edtf)
    return found.earliest, found.latest


def fit(tenure: Tenure, day: date) -> Fit | None:
    """How a tenure lies to a day; None where it does not hold then.

    A source that has a tenure as going on says nothing of the days after `as_of`.
    """
    since, until = bounds(tenure.start), bounds(tenure.end)
    if (since[0] and day < since[0]) or (until[1] and day > until[1]):
        return None
    if since == (day, day) or until == (day, day):
        return Fit.EDGE
    begun = since[1] is not None and since[1] <= day
    return Fit.COVERS if begun and _lasts(tenure, until, day) else Fit.PERHAPS


def _lasts(tenure: Tenure, until: _Bounds, day: date) -> bool:
    """Whether a tenure had surely not ended on a day."""
    if tenure.end != ONGOING:
        return until[0] is not None and day <= until[0]
    spoken = bounds(tenure.as_of)[0]
    return spoken is None or day <= spoken


def borne(name: Called, day: date) -> bool:
    """Whether a dated name was borne on a day; false where its dates do not tell."""
    if not name.since and not name.until:
        return False
    since, until = bounds(name.since), bounds(name.until)
    begun = since[0] is not None and since[0] <= day
    return begun and (name.until == ONGOING or (until[1] is not None and day <= until[1]))


def overlap(one: Tenure, other: Tenure) -> tuple[date, date] | None:
    """The days on which two tenures surely both hold, None where there are none.

    A day on which the one ends and the other begins is none.
    """
    start, end = _inner(one)
    start2, end2 = _inner(other)
    first, last = max(start, start2), min(end, end2)
    return (first, last) if first < last else None


def _inner(tenure: Tenure) -> tuple[date, date]:
    """The first and the last day of the stretch that a tenure surely covers."""
    start = bounds(tenure.start)[1] or date.max
    if tenure.end == ONGOING:
        return start, bounds(tenure.as_of)[0] or date.max
    return start, bounds(tenure.end)[0] or date.min
