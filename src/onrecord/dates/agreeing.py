"""Whether two datings can be of the same time, and which of two says it more finely."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.dates.edtf import read_edtf
from onrecord.dates.resolving import resolve_dates
from onrecord.errors import InputError
from onrecord.model import Dating

_NO_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[~?%]?")
_PIECE = re.compile(r"\d{4}(-\d\d)?(-\d\d)?[~?%]")
_SLACK = {0: 366, 1: 46, 2: 8}  # days by which an approximate year, month, day may be off
_LEAP, _YEARS = 2000, 8
_EVER = 10**9


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether two datings agree, None where nothing can be told, and why in one sentence."""

    agrees: bool | None
    why: str


def agree(first: Dating, second: Dating, *, code: str = "en") -> Agreement:
    """Whether two datings can be of one time: they do where their days overlap.

    A dating without a year agrees where some year fits, and so does one whose year was inferred:
    then only its month and day are held against the other. Approximate and uncertain ones (`~`,
    `?`) that miss each other narrowly are left open, and so is what has no bounds. Agreeing is not
    being the same: "in 2018" and "on 9 November 2018" agree. Nothing is raised.
    """
    if _unbounded(first) or _unbounded(second):
        which = first if _unbounded(first) else second
        return Agreement(None, f"{_named(which)} leaves open which days are meant.")
    if _overlap(first, second):
        return Agreement(True, _how_they_meet(first, second))
    for one, other in ((first, second), (second, first)):
        said = _as_said(one, code)
        if said is not one and _overlap(said, other):
            return Agreement(True, f"The year of {_named(one)} was inferred; {other.edtf} fits it.")
    if _within_slack(first, second):
        return Agreement(None, f"{_pair(first, second)} are apart, but by no more than “about”.")
    return Agreement(False, f"{_pair(first, second)} have no day in common.")


def finer(first: Dating, second: Dating) -> Dating:
    """Of two datings that agree the one that names fewer days; the first where they are alike.

    A day without a year takes the year of the other where that leaves one day alone. Of two as
    fine, one that is neither approximate nor inferred is taken.
    """
    for one, other in ((first, second), (second, first)):
        if (filled := _with_year_of(one, other)) is not None:
            return filled
    return min((first, second), key=_coarseness)


def _unbounded(dating: Dating) -> bool:
    return dating.earliest is None and dating.latest is None and not _yearless(dating)


def _yearless(dating: Dating) -> bool:
    return all(_NO_YEAR.fullmatch(piece) for piece in dating.edtf.split("/"))


def _overlap(first: Dating, second: Dating) -> bool:
    if _yearless(first) and _yearless(second):
        return any(
            _meet(one, (second_start, second_end))
            for one in _placed(first, range(_LEAP - 1, _LEAP + 2))
            for second_start, second_end in _placed(second, range(_LEAP, _LEAP + 1))
        )
    if _yearless(second):
        first, second = second, first
    if not _yearless(first):
        return any(_meet(one, other) for one in _either(first) for other in _either(second))
    return any(
        _meet(one, (start, end))
        for start, end in _either(second)
        for one in _placed(first, _years(start, end))
    )


Days = tuple[date, date]


def _either(dating: Dating) -> list[Days]:
    """The days that it means, or each day that it may mean: [2016-09-10,2016-10-09]."""
    if not dating.edtf.startswith("["):
        return [_days(dating)]
    return [_days(read_edtf(piece)) for piece in dating.edtf.strip("[]").split(",")]


def _days(dating: Dating) -> Days:
    return dating.earliest or date.min, dating.latest or date.max


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _years(start: date, end: date) -> range:
    """The years in which a day without a year may lie within these; eight hold every day."""
    if end.year - start.year > _YEARS:
        middle = start.year if start.year > 1 else end.year - _YEARS
        return range(max(middle, 1), min(middle + _YEARS, 9998) + 1)
    return range(max(start.year - 1, 1), min(end.year, 9998) + 1)


def _placed(dating: Dating, years: range) -> Iterator[Days]:
    """The days that a dating without a year means in each of these years."""
    pieces = [_NO_YEAR.fullmatch(piece) for piece in dating.edtf.split("/")]
    (month, day), (last_month, last_day) = (
        (int(piece.group(1)), int(piece.group(2) or 0)) if piece else (1, 1)
        for piece in (pieces[0], pieces[-1])
    )
    for year in years:
        later = year + 1 if (last_month, last_day) < (month, day) else year
        try:
            end = last_day or monthrange(later, last_month)[1]
            yield date(year, month, day or 1), date(later, last_month, end)
        except ValueError:  # 29 February
            continue


def _as_said(dating: Dating, code: str) -> Dating:
    """The dating without the year that was inferred for it; itself where its words give one."""
    if not dating.inferred or not dating.words:
        return dating
    found = resolve_dates(dating.words, code=code)
    return found[0] if len(found) == 1 and _yearless(found[0]) else dating


def _within_slack(first: Dating, second: Dating) -> bool:
    if _yearless(first) or _yearless(second):
        return False
    slack = timedelta(max(_slack(first), _slack(second)))
    start, end = _days(first)
    start = start - slack if start - date.min > slack else date.min
    end = end + slack if date.max - end > slack else date.max
    return bool(slack) and _meet((start, end), _days(second))


def _slack(dating: Dating) -> int:
    """By how many days a dating may be off that is marked as approximate or uncertain."""
    found = (_PIECE.fullmatch(piece) for piece in dating.edtf.split("/"))
    return max((_SLACK[sum(map(bool, piece.groups()))] for piece in found if piece), default=0)


def _with_year_of(one: Dating, other: Dating) -> Dating | None:
    if not _yearless(one) or _yearless(other) or None in (other.earliest, other.latest):
        return None
    start, end = _days(other)
    held = [days for days in _placed(one, _years(start, end)) if _meet(days, (start, end))]
    if len(held) != 1 or end - start < held[0][1] - held[0][0]:
        return None
    edtf = one.edtf.replace("XXXX", f"{held[0][0].year:04}", 1)
    edtf = edtf.replace("XXXX", f"{held[0][1].year:04}", 1)
    try:
        read = read_edtf(edtf)
    except InputError:
        return None
    how = f"{one.how} The year is that of {other.edtf}.".strip()
    return replace(
        one,
        edtf=edtf,
        earliest=read.earliest,
        latest=read.latest,
        anchor=other.edtf,
        how=how,
        inferred=True,
    )


def _coarseness(dating: Dating) -> tuple[int, bool, bool]:
    """How many days it leaves, whether they are approximate, and whether they were inferred."""
    if dating.earliest is None or dating.latest is None:
        length = _EVER
    else:
        length = (dating.latest - dating.earliest).days
    return length, any(mark in dating.edtf for mark in "~?%"), dating.inferred


def _named(dating: Dating) -> str:
    return f"“{dating.words}” ({dating.edtf})" if dating.words else dating.edtf


def _pair(first: Dating, second: Dating) -> str:
    return f"{_named(first)} and {_named(second)}"


def _how_they_meet(first: Dating, second: Dating) -> str:
    if _yearless(first) or _yearless(second):
        return f"{_pair(first, second)} agree in month and day; a year is not named on both sides."
    if _days(first) == _days(second):
        return f"{_pair(first, second)} are the same days."
    for one, other in ((first, second), (second, first)):
        start, end = _days(other)
        if start <= _days(one)[0] and _days(one)[1] <= end:
            return f"{_named(one)} lies within {_named(other)}."
    return f"{_pair(first, second)} overlap."
