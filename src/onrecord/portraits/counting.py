"""Tallies of documents to counts by time, publisher and who passes words on; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.dates import read_edtf
from onrecord.portraits._portrait import Counted, Narrowing, Period, SaidKind
from onrecord.stores import Tally

UNKNOWN = "unknown"
"""The time of what has no known day, as one asks for it."""
_RECORD = "transcript"


def periods(tallies: Iterable[Tally], *, length: int) -> tuple[Period, ...]:
    """How much was said year by year (`length` 4) or month by month (7), the unknown last.

    A document counts for a period only where all days that it can be of lie within it.
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in tallies:
        held = counts[period_of(one, length)]
        held[0] += one.turns
        held[1] += one.statements
    ordered = sorted(counts.items(), key=lambda pair: (not pair[0], pair[0]))
    return tuple(Period(when, *many) for when, many in ordered)


def period_of(tally: Tally, length: int) -> str:
    """The year or the month that a document is of, "" where it may be of several."""
    first, last = days_of(tally)
    if first is None or last is None:
        return ""
    start, end = first.isoformat()[:length], last.isoformat()[:length]
    return start if start == end else ""


def days_of(tally: Tally) -> tuple[date | None, date | None]:
    """The first and the last day that a document can be of, None where that is not known."""
    if tally.earliest or tally.latest:
        return tally.earliest or tally.latest, tally.latest or tally.earliest
    dating = read_edtf(tally.dated) if tally.dated else None
    return (dating.earliest, dating.latest) if dating else (None, None)


def by_publisher(tallies: Iterable[Tally]) -> tuple[Counted, ...]:
    """Publishers by how many statements and turns their documents have, most first."""
    return _counted(tallies, lambda one: (one.publisher,), lambda one: one.statements + one.turns)


def by_quoting(tallies: Iterable[Tally]) -> tuple[Counted, ...]:
    """Publishers by how many statements they report: documents that are no transcripts."""
    reports = (one for one in tallies if one.kind != _RECORD and one.statements)
    return _counted(reports, lambda one: (one.publisher,), lambda one: one.statements)


def by_passing_on(tallies: Iterable[Tally]) -> tuple[Counted, ...]:
    """Those who pass words on, by how many statements, most first."""
    return _counted(tallies, lambda one: tuple(dict.fromkeys(one.via)), lambda one: one.statements)


def _counted(
    tallies: Iterable[Tally],
    names: Callable[[Tally], Iterable[str]],
    many: Callable[[Tally], int],
) -> tuple[Counted, ...]:
    counts: dict[str, int] = defaultdict(int)
    documents: dict[str, set[str]] = defaultdict(set)
    for one in tallies:
        for name in names(one):
            counts[name] += many(one)
            documents[name].add(one.document)
    found = (Counted(name, count, len(documents[name])) for name, count in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.statements, not one.name, one.name)))


def narrowed(tallies: Iterable[Tally], by: Narrowing) -> list[Tally]:
    """The tallies of what is wanted; what is not wanted of a document counts nothing in them.

    `by.about` is not looked at: ask the store for tallies that answer to it.
    """
    return [kept for one in tallies if _passes(one, by) and (kept := _of_kind(one, by))]


def _passes(one: Tally, by: Narrowing) -> bool:
    if by.publisher is not None and one.publisher != by.publisher:
        return False
    if by.way and by.way not in one.via:
        return False
    if not by.when:
        return True
    return period_of(one, 4 if by.when == UNKNOWN else len(by.when)) == (
        "" if by.when == UNKNOWN else by.when
    )


def _of_kind(one: Tally, by: Narrowing) -> Tally | None:
    turns = 0 if by.kind is SaidKind.STATEMENT or by.about or by.way else one.turns
    statements = 0 if by.kind is SaidKind.TURN else one.statements
    kept = replace(one, turns=turns, statements=statements)
    return kept if turns or statements else None


def newest_first(tallies: Sequence[Tally]) -> list[Tally]:
    """Tallies by date, the newest first, those without a date last."""
    dated = [one for one in tallies if one.dated]
    return [*reversed(dated), *(one for one in tallies if not one.dated)]
