"""Affine "glocal" alignment: the quotation whole, the record's ends free (after Gotoh 1982)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Pair = tuple[int | None, int | None]
Likeness = Callable[[str, str], float]
_OPEN = 1.2
_PAST_QUOTE = 0.6
_PAST_RECORD = 0.25
_UNLIKE = -1.0
_MOST = 2_000_000
"""Pairs of words that are compared; more than a thousand words on end that the record has no two
of are not said there."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How words are compared, before which an ellipsis stands, which are the editor's."""

    likeness: Likeness
    cuts: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()

    def within(self, start: int, end: int) -> Terms:
        """The terms of a stretch of the quotation by itself."""
        inside = frozenset(place - start for place in self.editors if start <= place < end)
        return Terms(self.likeness, editors=inside)


def glocal(
    quote: Sequence[str],
    record: Sequence[str],
    area: tuple[int, int, int, int],
    terms: Terms,
    *,
    free: tuple[bool, bool],
) -> list[Pair]:
    """The best pairs of quote[a:b] and record[c:d]; the record's ends cost nothing where `free`."""
    a, b, c, d = area
    rows, columns = b - a, d - c
    if rows == 0:
        return [] if any(free) else [(None, place) for place in range(c, d)]
    if columns == 0:
        return [(place, None) for place in range(a, b)]
    if rows * columns > _MOST:
        gone = () if any(free) else range(c, d)
        return [*((place, None) for place in range(a, b)), *((None, place) for place in gone)]
    if rows == columns == 1 and not any(free) and not terms.cuts:
        return [(a, c)]
    trace = _scored(quote, record, area, terms, free=free)
    return _walked(trace, area, free)


def _scored(
    quote: Sequence[str],
    record: Sequence[str],
    area: tuple[int, int, int, int],
    terms: Terms,
    *,
    free: tuple[bool, bool],
) -> tuple[list[list[int]], list[float]]:
    """Gotoh's three matrices: which state each cell's best came from, and the last row's scores.

    States: 0 a pair, 1 a word of the quotation alone, 2 a word of the record alone.
    """
    a, b, c, d = area
    columns = d - c
    low = -1e9
    pair = [0.0] + [low] * columns
    alone = [low] * (columns + 1)
    step = 0.0 if free[0] or a in terms.cuts else _PAST_RECORD
    first = _OPEN if step else 0.0
    past = [low] + [-first - step * n for n in range(1, columns + 1)]
    came: list[list[int]] = [[0] * (columns + 1)]
    for i in range(a, b):
        freely = i + 1 in terms.cuts or (i + 1 == b and free[1])
        rows = (pair, alone, past)
        costs = (0.0, 0.0) if freely else (_OPEN, _PAST_RECORD)
        scores = _scores(quote[i], record[c:d], terms.likeness, editors=i in terms.editors)
        (pair, alone, past), codes = _row(rows, scores, costs)
        came.append(codes)
    return came, [pair[-1], alone[-1], past[-1]]


def _scores(word: str, record: Sequence[str], likeness: Likeness, *, editors: bool) -> list[float]:
    """What it is worth to lay `word` on each word of the record."""
    most = 1.8 if editors else 2.0
    return [most * same if (same := likeness(word, form)) > 0 else _UNLIKE for form in record]


_Rows = tuple[list[float], list[float], list[float]]


def _row(rows: _Rows, scores: list[float], costs: tuple[float, float]) -> tuple[_Rows, list[int]]:
    """The next row of the three matrices and, in one number a cell, where each came from."""
    pair, alone, past = rows
    opened, step = costs
    low = -1e9
    here_pair, here_past = low, low
    p, q, r = pair[0], alone[0], past[0]
    here_alone = max(p - _OPEN, q, r - _OPEN) - _PAST_QUOTE
    new_pair, new_alone, new_past, codes = [low], [here_alone], [low], [0]
    for n, score in enumerate(scores, 1):
        here_pair -= opened
        here_alone -= opened
        if here_pair >= here_alone and here_pair >= here_past:
            code, here_past = 0, here_pair - step
        elif here_alone >= here_past:
            code, here_past = 9, here_alone - step
        else:
            code, here_past = 18, here_past - step
        if p >= q and p >= r:
            here_pair = p + score
        elif q >= r:
            here_pair, code = q + score, code + 1
        else:
            here_pair, code = r + score, code + 2
        p, q, r = pair[n], alone[n], past[n]
        if p - _OPEN >= q and p >= r:
            here_alone = p - _OPEN - _PAST_QUOTE
        elif q >= r - _OPEN:
            here_alone, code = q - _PAST_QUOTE, code + 3
        else:
            here_alone, code = r - _OPEN - _PAST_QUOTE, code + 6
        new_pair.append(here_pair)
        new_alone.append(here_alone)
        new_past.append(here_past)
        codes.append(code)
    return (new_pair, new_alone, new_past), codes


def _walked(
    trace: tuple[list[list[int]], list[float]],
    area: tuple[int, int, int, int],
    free: tuple[bool, bool],
) -> list[Pair]:
    a, b, c, d = area
    came, ends = trace
    row, column = b - a, d - c
    state = max(range(3), key=ends.__getitem__)
    found: list[Pair] = []
    while row > 0 or column > 0:
        if row == 0:
            found.append((None, c + column - 1))
            column -= 1
            continue
        if column == 0:
            found.append((a + row - 1, None))
            row -= 1
            continue
        codes = came[row][column]
        if state == 0:
            found.append((a + row - 1, c + column - 1))
            state, row, column = codes % 3, row - 1, column - 1
        elif state == 1:
            found.append((a + row - 1, None))
            state, row = codes // 3 % 3, row - 1
        else:
            found.append((None, c + column - 1))
            state, column = codes // 9, column - 1
    found.reverse()
    return without_ends(found, free)


def without_ends(pairs: list[Pair], free: tuple[bool, bool]) -> list[Pair]:
    """The pairs without the record's words that lie outside the quotation."""
    start, end = 0, len(pairs)
    while free[0] and start < end and pairs[start][0] is None:
        start += 1
    while free[1] and end > start and pairs[end - 1][0] is None:
        end -= 1
    return pairs[start:end]
