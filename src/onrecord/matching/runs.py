"""Runs of words that a quotation and a record both have, and the best chain of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.matching.glocal import Terms

_PLACES = 60
"""Places in the passage that one pair of words may anchor; commoner pairs anchor nothing."""
_HITS = 20_000
"""How often in all the only pair of words may be laid on the passage."""
_MOST = 500
"""Runs of which a chain is made, the longest ones."""
_JUMP = 6.0
"""The most that a gap in the passage costs: a far run of four words is still worth having."""


@dataclass(frozen=True, slots=True)
class Run:
    """`size` words that both sides have, from `quote` and from `record`."""

    quote: int
    record: int
    size: int


def runs_of(quote: Sequence[str], record: Sequence[str], terms: Terms) -> list[Run]:
    """Maximal runs of two or more words; of single words where there are no others."""
    size = 2 if len(quote) > 1 else 1
    found = _of_size(quote, record, size, terms)
    if size == 2 and not any(run.size > 2 for run in found):
        found += [run for run in _of_size(quote, record, 1, terms) if run.size == 1]
    if len(found) > _MOST:
        found = sorted(found, key=lambda run: -run.size)[:_MOST]
    return found


def _of_size(quote: Sequence[str], record: Sequence[str], size: int, terms: Terms) -> list[Run]:
    cut = pairwise if size == 2 else zip
    keys: Iterable[tuple[str, ...]] = cut(quote)
    held: Iterable[tuple[str, ...]] = cut(record)
    barred = _barred(size, terms)
    wanted: dict[tuple[str, ...], list[int]] = {}
    for at, key in enumerate(keys):
        if at not in barred:
            wanted.setdefault(key, []).append(at)
    places: dict[tuple[str, ...], list[int]] = {}
    for at, key in enumerate(held):
        if key in wanted:
            places.setdefault(key, []).append(at)
    if len(wanted) == 1:  # nothing else can tell where: the first places will do
        places = {key: there[: _HITS // len(wanted[key])] for key, there in places.items()}
    hits = {
        (i, j): None
        for key, there in places.items()
        if len(there) <= _PLACES or len(wanted) == 1
        for i in wanted[key]
        for j in there
    }
    return [_grown(i, j, hits, size) for i, j in hits if (i - 1, j - 1) not in hits]


def _barred(size: int, terms: Terms) -> set[int]:
    """Where no run of this size begins: words that an ellipsis parts, the editor's words."""
    barred = {place - n for place in terms.editors for n in range(size)}
    return barred | {cut - 1 for cut in terms.cuts} if size == 2 else barred


def _grown(i: int, j: int, hits: Container[tuple[int, int]], size: int) -> Run:
    length = 1
    while (i + length, j + length) in hits:
        length += 1
    return Run(i, j, length + size - 1)


def chained(runs: list[Run], cuts: frozenset[int]) -> list[Run]:
    """The runs, cut where they overlap, that together say most of the quotation in order."""
    if len(runs) == 1:
        return runs
    runs = sorted(runs, key=lambda run: (run.record, run.quote))
    reach = _far_from(runs)
    best: list[float] = []
    back: list[int] = []
    strong: list[int] = []
    near = 0
    for at, run in enumerate(runs):
        while not cuts and runs[near].record < run.record - reach:
            if best[near] > _JUMP:
                strong.append(near)
            near += 1
        value, origin = 2.0 * run.size, -1
        for before in (*strong, *range(near, at)):
            gained = best[before] + _joined(runs[before], run, cuts)
            if gained > value:
                value, origin = gained, before
        best.append(value)
        back.append(origin)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = back[at]
    return _disjoint(chain[::-1])


def _far_from(runs: list[Run]) -> int:
    """How far behind a run another must begin for the gap to cost as much as any does.

    From there on a run that says no more than the gap costs is not worth having.
    """
    size = max((run.size for run in runs), default=0)
    return size + max((run.quote + run.size for run in runs), default=0) + int(_JUMP / 0.1)


def _joined(before: Run, run: Run, cuts: frozenset[int]) -> float:
    """What `run` adds after `before`; less than nothing where they don't fit."""
    over = max(0, before.quote + before.size - run.quote, before.record + before.size - run.record)
    if over >= run.size or run.quote <= before.quote or run.record <= before.record:
        return -1e9
    quote_gap = run.quote + over - before.quote - before.size
    record_gap = run.record + over - before.record - before.size
    cost = 0.5 * quote_gap
    extra = record_gap - quote_gap
    if extra > 0:
        marked = cuts and any(before.quote + before.size <= cut <= run.quote for cut in cuts)
        cost += min(0.01 * extra if marked else 1.0 + 0.1 * extra, _JUMP)
    elif extra < 0:
        cost += 1.15
    return 2.0 * (run.size - over) - cost


def _disjoint(chain: list[Run]) -> list[Run]:
    found: list[Run] = []
    for run in chain:
        if found:
            last = found[-1]
            over = max(0, last.quote + last.size - run.quote, last.record + last.size - run.record)
            run = Run(run.quote + over, run.record + over, run.size - over)  # noqa: PLW2901
        found.append(run)
    return found
