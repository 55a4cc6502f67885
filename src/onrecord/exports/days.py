"""Days as a reader of a report sees them: "14 February 2019", "about 11–20 February 2019"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from onrecord.model import Dating, Evidence

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NEVER = date.max
"""Where what has no day is put in an order by days: last."""


def day_in_words(dating: Dating | None) -> str:
    """The days that a dating can mean, in words; "" without one, its own words where none is known.

    What is only about right is "about"; which words it rests on, `ground_in_words` says.
    """
    if dating is None:
        return ""
    first, last = dating.earliest, dating.latest
    about = "about " if any(mark in dating.edtf for mark in "~%") else ""
    if first and last:
        return about + _between(first, last)
    if first or last:
        day = _day(first or last or NEVER)
        return f"{about}{day} or later" if first else f"{about}{day} or earlier"
    return f"“{dating.words}”, day not known" if dating.words else f"{dating.edtf}, day not known"


def ground_in_words(dating: Dating | None) -> str:
    """How a day was reached, where the words alone do not give it; else ""."""
    if dating is None or not (dating.inferred or dating.anchor):
        return ""
    told = dating.words and dating.words not in dating.how
    return ": ".join(filter(None, (f"“{dating.words}”" if told else "", dating.how)))


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence by the day on which it was said; what has no day comes last."""
    return tuple(sorted(evidence, key=lambda one: (first_day(one.said), one.document, one.spans)))


def first_day(dating: Dating | None) -> date:
    """The first day that a dating can mean, for an order; `NEVER` where it is not known."""
    return (dating.earliest or dating.latest or NEVER) if dating else NEVER


def _between(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _months(first: date, last: date) -> str:
    """Whole months or whole years."""
    if (first.month, last.month) == (1, 12):
        return _year(first) if first.year == last.year else f"{_year(first)}–{_year(last)}"
    end = f"{_MONTHS[last.month - 1]} {_year(last)}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = "" if first.year == last.year else f" {_year(first)}"
    return f"{_MONTHS[first.month - 1]}{year} – {end}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {_year(day)}"


def _year(day: date) -> str:
    return str(day.year)
