"""EDTF strings to datings (Extended Date/Time Format, ISO 8601-2:2019)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from onrecord.errors import InputError
from onrecord.model import Dating

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_NO_YEAR = re.compile(r"XXXX(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[~?%]?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")
_LONGEST = 200
_OPEN = frozenset({"", ".."})

Bounds = tuple[date | None, date | None]


def read_edtf(text: str) -> Dating:
    """The dating that an EDTF string (levels 0 to 2) means; a time of day is left out.

    `earliest` and `latest` are the strict bounds, inclusive days; None where the string leaves the
    year or an end open. A mark of approximation (`~`) does not widen them. Seasons are the
    north's, of whole months: 2016-24 is December 2016 to February 2017. Raises `InputError`
    where `text` is not EDTF, names a day that no calendar has, or is longer than 200 characters.
    """
    if len(text) > _LONGEST:
        raise InputError(f"not a date in EDTF: longer than {_LONGEST} characters")
    given = text.strip()
    timed = _TIME.fullmatch(given)
    edtf = timed.group(1) if timed else given
    earliest, latest = _bounds(edtf, given)
    return Dating(edtf, earliest, latest)


def _bounds(edtf: str, given: str) -> Bounds:
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        if start in _OPEN and end in _OPEN:
            raise InputError(f"not a date in EDTF: {given!r}")
        first = None if start in _OPEN else _bounds(start, given)[0]
        last = None if end in _OPEN else _bounds(end, given)[1]
        if first and last and first > last:
            raise InputError(f"this interval ends before it starts: {given!r}")
        return first, last
    if _NO_YEAR.fullmatch(edtf):
        return _yearless(edtf, given)
    if plain := _PLAIN.fullmatch(edtf):
        return _plain(plain, given)
    return _parsed(edtf, given)


def _plain(match: re.Match[str], given: str) -> Bounds:
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if month == 24 and not day and year < 9999:  # winter begins in December of its year
        return date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    if month > 12:  # seasons and quarters
        return _parsed(match.group().rstrip("~?%"), given)  # edtf reads no "2018-22?"
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        raise InputError(f"no calendar has this day: {given!r}") from None
    return first, last


def _yearless(edtf: str, given: str) -> Bounds:
    parts = edtf.rstrip("~?%").split("-")[1:]
    month, day = ([int(p) if p.isdigit() else 1 for p in parts] + [1, 1])[:2]
    try:
        date(2000, month, day)  # a leap year: 29 February may be meant
    except ValueError:
        raise InputError(f"no calendar has this day: {given!r}") from None
    return None, None


def _parsed(edtf: str, given: str) -> Bounds:
    from edtf import parse_edtf

    try:
        parsed = parse_edtf(edtf)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return date(*lower[:3]), date(*upper[:3])
    except Exception:  # the parser raises its own errors and those of pyparsing
        raise InputError(
            f"not a date in EDTF: {given!r} (such as 2019-10-09, 2019-10, 2019-10/2019-12)"
        ) from None
