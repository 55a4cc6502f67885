"""What answers to a query and passes filters, in order, and how many have which value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.model import Spans
from onrecord.stores._searching import Order, Ranked
from onrecord.stores._statements import Found, Sought, Unit, Wanted
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.full_text import TABLE
from onrecord.stores.sql.listing import FOUND, conditions
from onrecord.stores.sql.loading import to_found

_OWN = {Unit.STATEMENT: ("quotation", "manner", "stance"), Unit.PASSAGE: ("kind",)}
_NAMED = {Unit.STATEMENT: _OWN[Unit.STATEMENT], Unit.PASSAGE: ("passage",)}
_SHARED = ("publisher", "kind", "document", "days")
_CHUNK = 500
_Row = tuple[Any, ...]


def rank(
    connection: Connection,
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


def _highest(connection: Connection, unit: Unit) -> int:
    row = connection.execute(f"SELECT coalesce(max(number), 0) FROM {TABLE[unit]}").fetchone()
    return int(row[0])


def _rows(
    connection: Connection, what: tuple[Sought, Wanted, Unit], last: int, limit: int
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
        found = connection.full_text.answering(sought, unit)
        number, begin = found.number, f"{found.number}, {found.rank}"
        tables = f"{found.tables.sql} CROSS JOIN {table} s"
        where = [found.where.sql, f"{number} <= ?", f"s.number = {number}", *where]
        values = [*found.tables.values, *found.where.values, last, *values]
    else:
        number, begin, tables = "s.number", "s.number, 0", f"{table} s"
        where = ["s.searched = 1", "s.number <= ?", *where]
        where += ["s.worded = 1"] if unit is Unit.PASSAGE else []
        values = [last, *values]
    sql = (
        f"SELECT {begin}, {own}, {shared} FROM {tables} CROSS JOIN headings h"
        f" WHERE {' AND '.join(where)} AND h.document = s.document ORDER BY {number} DESC LIMIT ?"
    )
    return [tuple(row) for row in connection.execute(sql, (*values, limit))]


def _sort(rows: list[_Row], order: Order, *, at: int) -> None:
    """Put rows in order, those without a day last; equals as they were taken in."""
    rows.sort(key=lambda row: (row[1], row[0]))
    if order is not Order.BEST:
        newest = order is Order.NEWEST
        rows.sort(key=lambda row: str(row[at]), reverse=newest)
        rows.sort(key=lambda row: row[at] == "/")


def search_statements(connection: Connection, sought: Sought, limit: int) -> list[Found]:
    """Statements that answer to a query, best first."""
    if not sought.phrases:
        return []
    found = connection.full_text.answering(sought, Unit.STATEMENT)
    sql = (
        f"SELECT s.*, h.id, h.dated, h.publisher, h.title FROM {found.tables.sql}"
        f" CROSS JOIN statements s JOIN held h ON h.number = s.document"
        f" WHERE {found.where.sql} AND s.number = {found.number}"
        f" ORDER BY {found.rank}, s.number LIMIT ?"
    )
    rows = connection.execute(sql, (*found.tables.values, *found.where.values, limit))
    return [to_found(row) for row in rows]


def find_matches(
    connection: Connection, sought: Sought, numbers: Iterable[int], unit: Unit
) -> dict[int, Spans]:
    """Where the words of a query stand in these statements or passages, as spans of documents."""
    return connection.full_text.matches(sought, numbers, unit) if sought.phrases else {}


def find_statements(connection: Connection, numbers: Iterable[int]) -> list[Found]:
    """The statements of these numbers in documents in use, in the order given."""
    asked = list(dict.fromkeys(numbers))
    held = dict[int, Found]()
    for start in range(0, len(asked), _CHUNK):
        chunk = asked[start : start + _CHUNK]
        which, value = connection.among(chunk)
        rows = connection.execute(
            f"{FOUND} ON h.number = s.document WHERE s.number {which}", (value,)
        )
        held.update((row["number"], to_found(row)) for row in rows)
    return [held[number] for number in asked if number in held]
