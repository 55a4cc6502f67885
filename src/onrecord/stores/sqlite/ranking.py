"""What answers to a query and passes filters, in order, and how many have which value."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.stores._store import Found, Order, Ranked, Sought, Unit, Wanted
from onrecord.stores.sqlite.listing import FOUND, conditions
from onrecord.stores.sqlite.loading import to_found
from onrecord.stores.sqlite.matching import RANK, TABLE, to_query

_OWN = {Unit.STATEMENT: ("quotation", "manner", "stance"), Unit.PASSAGE: ("kind",)}
_NAMED = {Unit.STATEMENT: _OWN[Unit.STATEMENT], Unit.PASSAGE: ("passage",)}
_SHARED = ("publisher", "kind", "document", "days")
_CHUNK = 500
_Row = tuple[Any, ...]


def rank(
    connection: sqlite3.Connection,
    sought: Sought,
    wanted: Wanted,
    how: tuple[Unit, Order, int, int],
) -> Ranked:
    """All that answers, up to so many, each row looked at once; see `Store.ranked`."""
    unit, order, until, most = how
    last = until or _highest(connection, unit)
    rows = _rows(connection, (sought, wanted, unit), last, most + 1)
    more = len(rows) > most
    del rows[most:]
    names = ("number", "rank", "speaker", *_NAMED[unit], *_SHARED)
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    counts = {
        name: Counter(column)
        for name, column in zip(names, columns, strict=True)
        if name not in names[:2]
    }
    _sort(rows, order, at=len(names) - 1)
    return Ranked(
        numbers=tuple(row[0] for row in rows),
        kinds=tuple(row[3] for row in rows),
        more=more,
        last=last,
        counts=counts,
    )


def _highest(connection: sqlite3.Connection, unit: Unit) -> int:
    row = connection.execute(f"SELECT coalesce(max(number), 0) FROM {TABLE[unit]}").fetchone()
    return int(row[0])


def _rows(
    connection: sqlite3.Connection, what: tuple[Sought, Wanted, Unit], last: int, limit: int
) -> list[_Row]:
    """Number, rank, speaker, the unit's own columns, those of its document; last taken in first.

    The order of the join is given: full text, or the filters, name the rows, and of each row
    one statement or passage and one document are looked up.
    """
    sought, wanted, unit = what
    table = TABLE[unit]
    where, values = conditions(connection, wanted)
    own = ", ".join(f"s.{column}" for column in ("speaker", *_OWN[unit]))
    shared = "h.publisher, h.kind, h.id, coalesce(h.earliest, '') || '/' || coalesce(h.latest, '')"
    if sought.phrases:
        begin = f"{RANK[unit]}, {own}, {shared} FROM {table}_fts f"
        begin = f"SELECT f.rowid, {begin} CROSS JOIN {table} s ON s.number = f.rowid"
        where = [f"{table}_fts MATCH ?", "f.rowid <= ?", *where]
        values, key = [to_query(sought, unit), last, *values], "f.rowid"
    else:
        begin = f"SELECT s.number, 0, {own}, {shared} FROM {table} s"
        where = ["s.searched", "s.number <= ?", *where]
        where += ["s.worded"] if unit is Unit.PASSAGE else []
        values, key = [last, *values], "s.number"
    sql = (
        f"{begin} CROSS JOIN headings h ON h.document = s.document"
        f" WHERE {' AND '.join(where)} ORDER BY {key} DESC LIMIT ?"
    )
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, (*values, limit)).fetchall()


def _sort(rows: list[_Row], order: Order, *, at: int) -> None:
    """Put rows in order, those without a day last; equals as they were taken in."""
    rows.sort(key=lambda row: (row[1], row[0]))
    if order is not Order.BEST:
        newest = order is Order.NEWEST
        rows.sort(key=lambda row: str(row[at]), reverse=newest)
        rows.sort(key=lambda row: row[at] == "/")


def find_statements(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Found]:
    """The statements of these numbers in documents in use, in the order given."""
    asked = list(dict.fromkeys(numbers))
    held = dict[int, Found]()
    for start in range(0, len(asked), _CHUNK):
        chunk = asked[start : start + _CHUNK]
        rows = connection.execute(
            f"{FOUND} ON h.number = s.document WHERE s.number IN ({', '.join('?' * len(chunk))})",
            chunk,
        )
        held.update((row["number"], to_found(row)) for row in rows)
    return [held[number] for number in asked if number in held]
