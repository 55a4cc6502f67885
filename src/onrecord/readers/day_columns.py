"""The days of a column: what 9/26/16 means where the whole column leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class DayColumn:
    """How the days of one column are written; `month_first` is None where nothing settles it."""

    month_first: bool | None

    @classmethod
    def of(cls, words: Iterable[str]) -> DayColumn:
        """The order that the column's own cells prove: a number above 12 can be no month.

        Two different orders in one column settle nothing.
        """
        pairs = {(int(m[1]), int(m[2])) for m in map(SLASHED.match, set(words)) if m}
        second = any(b > 12 >= a for a, b in pairs)
        first = any(a > 12 >= b for a, b in pairs)
        return cls(None if first == second else second)

    def day(self, word: str) -> str:
        """The ISO day of one cell, or the cell as it stands where it is not certain.

        A year of two digits is of 1969 to 2068, as in POSIX.
        """
        if found := ISO.match(word):
            return _iso(int(found[1]), int(found[2]), int(found[3])) or word
        found = SLASHED.match(word)
        if not found:
            return word
        a, b, year = int(found[1]), int(found[2]), int(found[3])
        if len(found[3]) == 2:
            year += 1900 if year > 68 else 2000
        if a == b:
            return _iso(year, a, b) or word
        if self.month_first is None:
            return word
        return (_iso(year, a, b) if self.month_first else _iso(year, b, a)) or word


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
