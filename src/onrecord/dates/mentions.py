"""Dates as a text writes them, found by regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.languages import language
from onrecord.model import Span

_ISO = r"(?P<iso>\b(?:1[89]|20)\d\d-\d\d-\d\d)(?=$|\D)"
# A year may be glued to a time of day: "201910:54" is 2019, 10:54.
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)(?=\d?\d:\d\d|\D|$)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in words: year and day may be missing, never made up; `span` holds its words."""

    span: Span
    month: int
    day: int | None = None
    year: int | None = None

    @property
    def edtf(self) -> str:
        """The date as EDTF, `XXXX` for a year that is not named."""
        year = f"{self.year:04}" if self.year else "XXXX"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@lru_cache(maxsize=8)
def _pattern(code: str) -> re.Pattern[str]:
    names = sorted(language(code).layout.months, key=len, reverse=True)
    month = "|".join(re.escape(n) for n in names)
    day = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
    return re.compile(
        rf"{_ISO}"
        rf"|\b{day.format('d1')}\s+(?P<m1>{month})\b\.?(?:,?\s+{_YEAR.format('y1')})?"
        rf"|\b(?P<m2>{month})\b\.?\s+{day.format('d2')}(?!\d|[:.,]\d)(?:,?\s+{_YEAR.format('y2')})?"
        rf"|\b(?P<m3>{month})\b\.?,?\s+{_YEAR.format('y3')}",
        re.IGNORECASE,
    )


def find_dates(text: str, code: str = "en") -> list[Mention]:
    """The dates in `text`, in order: a day, a day without a year, or a month with its year.

    A month's name alone is no date ("may", "march"), and neither is a day that no calendar has.
    """
    found = (_read(m, code) for m in _pattern(code).finditer(text))
    return [mention for mention in found if mention]


def _read(match: re.Match[str], code: str) -> Mention | None:
    group = match.groupdict()
    span = Span(match.start(), match.end())
    if group["iso"]:
        year, month, day = (int(part) for part in group["iso"].split("-"))
        return _checked(span, year, month, day)
    name = next(group[k] for k in ("m1", "m2", "m3") if group[k])
    if not name[0].isupper():  # "may 5" is no date, and neither is "march 2016 times"
        return None
    number = language(code).layout.months[name.casefold()]
    found_year = group["y1"] or group["y2"] or group["y3"]
    found_day = group["d1"] or group["d2"]
    return _checked(
        span, int(found_year) if found_year else None, number, int(found_day or 0) or None
    )


def _checked(span: Span, year: int | None, month: int, day: int | None) -> Mention | None:
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return Mention(span, month, day, year)
