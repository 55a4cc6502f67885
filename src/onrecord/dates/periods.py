"""Stretches of the calendar, and what can be done with them: moved, joined, cut into parts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

WINTER = 24
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, in EDTF; both are None where no year is known.

    `grain` is day, week, month, season, year, decade or century; interval for all else.
    """

    edtf: str
    start: date | None
    end: date | None
    grain: str

    @property
    def opening(self) -> str:
        """The first piece in EDTF, for an interval that begins with it."""
        return self._piece(0, self.start)

    @property
    def closing(self) -> str:
        """The last piece in EDTF, for an interval that ends with it."""
        return self._piece(-1, self.end)

    def _piece(self, which: int, day: date | None) -> str:
        if self.grain in ("decade", "century") and day and "/" not in self.edtf:
            return f"{day.year:04}"
        return self.edtf.split("/")[which]

    def marked(self, mark: str) -> Period:
        """The same, every piece marked as approximate (`~`) or uncertain (`?`)."""
        pieces = (piece if piece in ("", "..") else piece + mark for piece in self.edtf.split("/"))
        return replace(self, edtf="/".join(pieces))


def one_day(day: date) -> Period:
    """A day."""
    return Period(day.isoformat(), day, day, "day")


def days(first: date, last: date, grain: str = "interval") -> Period:
    """From one day to another."""
    if first == last:
        return one_day(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def week_of(day: date) -> Period:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(day.weekday())
    return days(monday, monday + timedelta(6), "week")


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the week of a day."""
    monday = day - timedelta(day.weekday())
    return days(monday + timedelta(5), monday + timedelta(6))


def month_of(year: int, month: int) -> Period:
    """A month; months beyond 12 or below 1 lie in the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = monthrange(year, month)[1]
    return Period(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), "month")


def season_of(year: int, season: int) -> Period:
    """A season of the north by whole months; winter (24) begins in December of its year."""
    first = month_of(year, 3 * (season - 20))
    last = month_of(year, 3 * (season - 20) + 2)
    return Period(f"{year:04}-{season}", first.start, last.end, "season")


def year_of(year: int) -> Period:
    """A year."""
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def decade_of(year: int) -> Period:
    """The decade of a year: 199X."""
    first = year - year % 10
    return Period(f"{year // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century_of(year: int) -> Period:
    """The hundred years of a year: 19XX."""
    first = year - year % 100
    return Period(f"{year // 100:02}XX", date(first, 1, 1), date(first + 99, 12, 31), "century")


def months_of(year: int, first: int, last: int) -> Period:
    """Some months of a year in a row."""
    return joined(month_of(year, first), month_of(year, last))


def yearless(month: int, day: int | None = None) -> Period:
    """A month, or a day of it, of an unknown year; `ValueError` where no calendar has the day."""
    date(2000, month, day or 1)
    edtf = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    return Period(edtf, None, None, "day" if day else "month")


def joined(first: Period, last: Period) -> Period:
    """From the start of one to the end of another; `ValueError` where that runs backwards."""
    if first.start and last.end and first.start > last.end:
        raise ValueError("an interval that ends before it starts")
    if first == last:
        return first
    edtf = f"{first.opening}/{last.closing}"
    return Period(edtf, first.start, last.end, "interval")


def since(first: Period) -> Period:
    """From the start of a period on, with no end."""
    return Period(f"{first.opening}/..", first.start, None, "interval")


def until(last: Period) -> Period:
    """Up to the end of a period, with no start."""
    return Period(f"../{last.closing}", None, last.end, "interval")


def beside(period: Period, by: int) -> Period | None:
    """The period of the same grain just before (-1) or after (1); None for intervals."""
    edge = period.start if by < 0 else period.end
    return around(edge + timedelta(by), period.grain) if edge else None


def around(day: date, grain: str) -> Period | None:
    """The period of a grain that holds a day."""
    if grain == "day":
        return one_day(day)
    if grain == "week":
        return week_of(day)
    if grain == "month":
        return month_of(day.year, day.month)
    made = {"year": year_of, "decade": decade_of, "century": century_of}.get(grain)
    return made(day.year) if made else None


def shifted(day: date, by: int, unit: str) -> date:
    """A day so many units on; the last day of a month stands for one that it has not."""
    if unit in _DAYS_IN:
        return day + timedelta(by * _DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + by * _MONTHS_IN[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def away(start: date, end: date, by: int, *, unit: str) -> Period:
    """What lies so many units from a time that itself lasts from `start` to `end`.

    Days and weeks are counted to the day, months to the month, years and decades to the year.
    """
    first, last = shifted(start, by, unit), shifted(end, by, unit)
    grain = "day" if unit in _DAYS_IN else "month" if unit == "month" else "year"
    one, other = around(first, grain), around(last, grain)
    assert one
    assert other
    return joined(one, other)
