"""Documents chosen by what the list says of them, and counted, without reading them all.

What a document is in force stands in `headings`, which is small: it is looked through whole, and
the lines are made of those documents alone that are shown.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from onrecord.stores._store import Choice, Listed, Shelf
from onrecord.stores.sqlite.loading import to_listed
from onrecord.stores.sqlite.rows import to_json

_HELD = "FROM headings h JOIN documents d ON d.number = h.document WHERE d.state = 'held'"
_NAMED = (
    "SELECT number FROM held"
    " WHERE instr(folded(title || ' ' || path || ' ' || url || ' ' || id), ?)"
)
_OLDEST = "h.dated = '', h.dated, h.id"
_NEWEST = "h.dated = '', h.dated DESC, CASE WHEN h.dated = '' THEN h.id END, h.id DESC"


def count_documents(connection: sqlite3.Connection) -> int:
    """How many documents are held."""
    query = "SELECT count(*) FROM documents WHERE state = 'held'"
    return int(connection.execute(query).fetchone()[0])


def choose_documents(
    connection: sqlite3.Connection, choice: Choice, stretch: tuple[int, int], *, newest: bool
) -> Shelf:
    """The documents chosen, from a place on and so many at most; see `Store.shelf`."""
    where, values = _conditions(connection, choice)
    kinds, publishers = _counts(connection)
    held = kinds.total()
    chosen = held
    if values:
        counted = connection.execute(f"SELECT count(*) {_HELD} AND {where}", values)
        chosen = counted.fetchone()[0]
    first, limit = stretch
    keys = connection.execute(
        f"SELECT h.document {_HELD} AND {where} ORDER BY {_NEWEST if newest else _OLDEST}"
        " LIMIT ? OFFSET ?",
        (*values, limit, first),
    )
    lines = lines_of(connection, [row["document"] for row in keys])
    return Shelf(tuple(lines), chosen, held, kinds, publishers)


def lines_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Listed]:
    """The lines of documents, in the order given."""
    rows = connection.execute(
        "SELECT l.* FROM json_each(?) n JOIN listed l ON l.number = n.value ORDER BY n.key",
        (to_json(list(numbers)),),
    )
    return [to_listed(row) for row in rows]


def _counts(connection: sqlite3.Connection) -> tuple[Counter[str], Counter[str]]:
    kinds, publishers = Counter[str](), Counter[str]()
    query = f"SELECT h.kind, h.publisher, count(*) AS n {_HELD} GROUP BY h.kind, h.publisher"
    for row in connection.execute(query):
        kinds[row["kind"]] += row["n"]
        publishers[row["publisher"]] += row["n"]
    return kinds, publishers


def _conditions(connection: sqlite3.Connection, choice: Choice) -> tuple[str, list[str]]:
    where, values = ["1"], list[str]()

    def add(condition: str, *given: str) -> None:
        if given[0]:
            where.append(condition)
            values.extend(given)

    add("h.kind = ?", choice.kind)
    add("h.publisher = ?", choice.publisher)
    add("substr(h.dated, 1, length(?)) >= ?", choice.earliest, choice.earliest)
    add("h.dated <> '' AND substr(h.dated, 1, length(?)) <= ?", choice.latest, choice.latest)
    if choice.named:
        # SQLite itself folds the case of ASCII alone.
        connection.create_function("folded", 1, str.casefold, deterministic=True)
        rows = connection.execute(_NAMED, (choice.named.casefold(),))
        numbers = to_json([row["number"] for row in rows])
        add("h.document IN (SELECT value FROM json_each(?))", numbers)
    return " AND ".join(where), values
