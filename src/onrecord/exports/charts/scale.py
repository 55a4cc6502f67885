"""Days as places on an axis; long times in which nothing is are cut out, and the cut is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from onrecord.exports.charts.labels import width

Days = tuple[date, date]

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months from one tick to the next."""
_LEAST = 70.0
"""The least width of a stretch of the axis."""
_GAP = 36.0
"""The width of what is cut out."""
_LONG = timedelta(days=550)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the axis without a cut, first and last day with their places."""

    first: date
    last: date
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of time."""

    stretches: tuple[Stretch, ...]

    def at(self, day: date) -> float:
        """The place of a day; in a cut and beyond the ends, that of the nearest stretch."""
        for stretch in self.stretches:
            if day <= stretch.last:
                days = (stretch.last - stretch.first).days or 1
                share = max(0, (day - stretch.first).days) / days
                return stretch.start + share * (stretch.end - stretch.start)
        return self.stretches[-1].end

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Places with their labels ("2018", "Mar 2018"), far enough apart to be read."""
        for stretch in self.stretches:
            yield from _ticks(stretch, self)

    def cuts(self) -> Iterator[float]:
        """The places in the middle of what is cut out."""
        for before, after in zip(self.stretches, self.stretches[1:], strict=False):
            yield (before.end + after.start) / 2


def scale_of(spans: Iterable[Days], start: float, end: float) -> Scale:
    """The axis from `start` to `end` on which all of `spans` (first and last days) can be drawn.

    Times longer than a year and a half, and than an eighth of all that is drawn, in which nothing
    is, are cut out. `ValueError` where there is nothing to draw.
    """
    given = sorted(spans)
    busy = _busy(given)
    drawn = sum((last - first for first, last in busy), timedelta())
    longest = max(_LONG, drawn / 8)
    joined = _without_short_gaps(busy, longest)
    while len(joined) * (_LEAST + _GAP) > end - start + _GAP:
        longest *= 2
        joined = _without_short_gaps(busy, longest)
    whole = [(_month(first), _month_after(last)) for first, last in joined]
    room = end - start - _GAP * (len(whole) - 1)
    shares = _shares([_weight(one, given) for one in whole], room)
    stretches, at = [], start
    for (first, last), share in zip(whole, shares, strict=True):
        stretches.append(Stretch(first, last, at, at + share))
        at += share + _GAP
    return Scale(tuple(stretches))


def _busy(spans: list[Days]) -> list[Days]:
    if not spans:
        raise ValueError("nothing to draw")
    merged = [spans[0]]
    for first, last in spans[1:]:
        if first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _without_short_gaps(busy: list[Days], longest: timedelta) -> list[Days]:
    joined = [busy[0]]
    for first, last in busy[1:]:
        if first - joined[-1][1] <= longest:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _weight(stretch: Days, spans: list[Days]) -> float:
    """How much room a stretch deserves: for what is in it, and for how long it is."""
    inside = sum(1 for first, _ in spans if stretch[0] <= first <= stretch[1])
    return inside * sqrt((stretch[1] - stretch[0]).days)


def _shares(weights: list[float], room: float) -> list[float]:
    """The room of each stretch by its weight, none below the least."""
    rest = room - _LEAST * len(weights)
    whole = sum(weights) or 1
    return [_LEAST + rest * weight / whole for weight in weights]


def _ticks(stretch: Stretch, scale: Scale) -> Iterator[tuple[float, str]]:
    months = (stretch.last.year - stretch.first.year) * 12 + stretch.last.month
    months -= stretch.first.month
    room = width("Mar 2018") + 14
    per_month = (stretch.end - stretch.start) / max(1, months)
    step = next((one for one in _STEPS if one * per_month >= room), _STEPS[-1])
    end = stretch.end + (0 if stretch is scale.stretches[-1] else _GAP - 10)
    fitting = [day for day in _days(stretch, step) if scale.at(day) + room - 14 <= end]
    for day in fitting or [stretch.first]:
        whole_years = step >= 12 and fitting
        yield (
            scale.at(day),
            str(day.year) if whole_years else f"{_MONTHS[day.month - 1]} {day.year}",
        )


def _days(stretch: Stretch, step: int) -> Iterator[date]:
    """First days of months, `step` months apart, on round numbers."""
    for month in range(_number(stretch.first), _number(stretch.last) + 1):
        year, of_year = divmod(month, 12)
        round_one = year % (step // 12) == 0 and of_year == 0 if step >= 12 else month % step == 0
        day = date(year, of_year + 1, 1) if 1 <= year <= 9999 else None
        if round_one and day and stretch.first <= day < stretch.last:
            yield day


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(day: date) -> date:
    return day.replace(day=1)


def _month_after(day: date) -> date:
    if (day.year, day.month) == (9999, 12):
        return day
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
