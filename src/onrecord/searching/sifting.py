"""Hits page by page, with facets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.errors import InputError
from onrecord.model import Outcome, Quotation
from onrecord.searching.excerpts import Answer, answers
from onrecord.searching.facets import Facet, Value, facets
from onrecord.searching.filters import Filters, to_wanted
from onrecord.searching.findings import outcomes_of
from onrecord.searching.queries import read_query
from onrecord.stores import Order, Ranked, Sought, Store, Unit, Wanted

MOST = 10_000
"""Hits that are counted and put in order."""
JUDGED = 100
"""Hits in quotation marks whose quotations are checked."""
_CURSOR = re.compile(r"(\d{1,18})-(\d{1,18})-(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings of the first `over` hits that have words in quotation marks, by number.

    `more` says that there are other such hits, which were not checked.
    """

    outcomes: dict[int, Outcome]
    over: int
    more: bool


@dataclass(frozen=True, slots=True)
class Sifted:
    """One page of hits and what all of them are.

    `total` counts all hits, on every page; with `more` there are others, which were taken in before
    these and are neither counted nor shown. `place` is how many hits come before this page.
    `any_word` says that nothing has all words of the query, and these have any of them. `cursor`
    leads to the next page, "" on the last; `judged` is there where findings were asked for.
    `documents` says how many of all hits stand in which document.
    """

    answers: tuple[Answer, ...]
    total: int
    more: bool
    place: int
    any_word: bool
    facets: tuple[Facet, ...]
    cursor: str
    judged: Judged | None = None
    documents: Mapping[str, int] = field(default_factory=dict)


def sift(
    query: str,
    store: Store,
    filters: Filters | None = None,
    *,
    limit: int = 20,
    cursor: str = "",
    order: Order = Order.BEST,
    findings: bool = False,
    said: bool = False,
) -> Sifted:
    """Statements or sentences that answer to `query` and pass the filters, and their facets.

    A query is read as by `search`: all words, "phrases", words after a minus not at all; where
    nothing has all words, what has any of them. Without a word there must be a filter; the hits
    are then those that pass it. Sentences are found by the turn or sentence of a report that they
    stand in, and words must stand within some thirty words of each other. At most 10,000 hits are
    counted and ranked, those last taken in.

    `cursor` is what the page before gave (`Sifted.cursor`); with it the query, filters and order
    must be those of that page. What is added meanwhile is on none of the pages that follow.
    `findings` checks the quotations of the first 100 hits that have words in marks and adds the
    facet "finding"; a filter by finding does so too, and lets pass those of them that have it.
    With `said`, only what was said is searched, and not who said it.

    Raises `InputError` for a query without a word and without a filter, for filters that cannot go
    together, and for a cursor that is none.
    """
    filters = Filters() if filters is None else filters
    sought = replace(read_query(query), said=said)
    if not sought.phrases and (not filters.filtering or query.strip()):
        told = f"nothing to search for in {query!r}" if query.strip() else "nothing to search for"
        raise InputError(told)
    until, after, place = _read_cursor(cursor)
    wanted = to_wanted(filters, store)
    ranked, sought = _ranked(sought, wanted, store, (filters.unit, order, until))
    judged = None
    if (findings or filters.finding) and filters.unit is Unit.STATEMENT:
        judged = _judge(ranked, store)
    numbers: Sequence[int] = ranked.numbers
    if judged and filters.finding:
        numbers = [n for n in numbers if judged.outcomes.get(n) is filters.finding]
    start = _start(numbers, after, place)
    page = numbers[start : start + limit]
    found = _facets(ranked, judged, filters)
    rest = start + limit < len(numbers)
    return Sifted(
        answers=tuple(answers(page, sought, filters.unit, store)),
        total=len(numbers),
        more=ranked.more,
        place=start,
        any_word=not sought.every,
        facets=found,
        cursor=f"{ranked.last}-{page[-1]}-{start + limit}" if page and rest else "",
        judged=judged,
        documents=ranked.counts["document"],
    )


def _read_cursor(cursor: str) -> tuple[int, int, int]:
    """The highest number there was, the last one shown, and how many were shown with it."""
    if not cursor:
        return 0, 0, 0
    read = _CURSOR.fullmatch(cursor)
    if not read:
        raise InputError(f"not a cursor: {cursor[:60]!r}; begin the search again")
    until, after, place = map(int, read.groups())
    return until, after, place


def _start(numbers: Sequence[int], after: int, place: int) -> int:
    """Where a page begins: behind the hit that was shown last; where it is gone, in its place."""
    if not after:
        return 0
    try:
        return numbers.index(after) + 1
    except ValueError:
        return min(max(place - 1, 0), len(numbers))


def _ranked(
    sought: Sought, wanted: Wanted, store: Store, how: tuple[Unit, Order, int]
) -> tuple[Ranked, Sought]:
    """What has all words; where nothing has, what has any, and the query for that."""
    unit, order, until = how
    ranked = store.ranked(sought, wanted, unit=unit, order=order, until=until, most=MOST)
    if ranked.numbers or len(sought.phrases) < 2:
        return ranked, sought
    weaker = replace(sought, every=False)
    other = store.ranked(weaker, wanted, unit=unit, order=order, until=until, most=MOST)
    return (other, weaker) if other.numbers else (ranked, sought)


def _judge(ranked: Ranked, store: Store) -> Judged:
    marked = [
        number
        for number, kind in zip(ranked.numbers, ranked.kinds, strict=True)
        if kind != Quotation.INDIRECT
    ]
    looked = marked[:JUDGED]
    return Judged(outcomes_of(looked, store), len(looked), len(marked) > len(looked))


def _facets(ranked: Ranked, judged: Judged | None, filters: Filters) -> tuple[Facet, ...]:
    year = filters.earliest.year if filters.earliest else 0
    same = filters.latest is not None and filters.latest.year == year
    found = facets(ranked, months_of=year if same else 0)
    if judged is None:
        return found
    counted = Counter(judged.outcomes.values())
    values = tuple(Value(str(one), counted[one]) for one in Outcome if counted[one])
    return (*found, Facet("finding", values, over=judged.over))
