"""How much somebody said in each year or month: a drawing, and the same as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.exports.charts import Column, draw_columns
from onrecord.portraits import UNKNOWN, Period, Portrait

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FEW = 36
"""Months that are drawn as such unless years are asked for."""
_MOST = 240
"""Periods between the first and the last that are drawn with those in which nothing was said."""


@dataclass(frozen=True, slots=True)
class OverTime:
    """A drawing, the rows that say the same with the address of each, and how time is cut."""

    drawing: str
    rows: tuple[tuple[str, Period, str], ...]
    by: str
    unknown: int


def over_time(portrait: Portrait, by: str, link: Callable[[str], str]) -> OverTime | None:
    """Words by `by` ("year" or "month", "" for what suits); None where there are none.

    `link` gives the address for a period. `InputError` for any other `by`.
    """
    if by not in ("", "year", "month"):
        raise InputError(f"time is cut by year or by month, not by {by!r}")
    if not portrait.tallies:
        return None
    months = [one.when for one in portrait.months if one.when]
    cut = by or ("month" if 0 < len(list(_between(months))) <= _FEW else "year")
    periods = portrait.months if cut == "month" else portrait.years
    dated = {one.when: one for one in periods if one.when}
    columns = [_column(when, dated.get(when)) for when in _between(list(dated))]
    drawing = draw_columns(
        columns,
        ("turns in records", "statements in any document"),
        title=f"Words held, by {cut}",
        described=f"{len(columns)} {cut}s. The table below says the same.",
    )
    rows = tuple(
        (_label(one.when) or "Day not known", one, link(one.when or UNKNOWN)) for one in periods
    )
    unknown = sum(one.turns + one.statements for one in periods if not one.when)
    return OverTime(drawing, rows, cut, unknown)


def _column(when: str, period: Period | None) -> Column:
    turns, statements = (period.turns, period.statements) if period else (0, 0)
    return Column(_label(when), turns, statements)


def _label(when: str) -> str:
    return f"{_MONTHS[int(when[5:]) - 1]} {when[:4]}" if len(when) > 4 else when


def _between(periods: Sequence[str]) -> Iterator[str]:
    """All periods from the first to the last; only those given where there are very many."""
    if not periods:
        return
    monthly = len(periods[0]) > 4
    first, last = _number(periods[0]), _number(periods[-1])
    if last - first >= _MOST:
        yield from periods
        return
    for number in range(first, last + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}" if monthly else f"{number:04}"


def _number(when: str) -> int:
    return int(when[:4]) * 12 + int(when[5:]) - 1 if len(when) > 4 else int(when)
