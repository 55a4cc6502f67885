"""Documents chosen by what the list says of them, and counted, without reading them all.

What a document is in force stands in `headings`, which is small: it is looked through whole, and
the lines are made of those documents alone that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.stores._documents import Choice, Listed, Shelf
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.loading import to_listed

_HELD = "FROM headings h JOIN documents d ON d.number = h.document WHERE d.state = 'held'"
LINES = """
    SELECT l.*, (SELECT count(*) FROM sketches a JOIN sketches b ON b.story = a.story
        WHERE a.document = l.number AND b.document <> a.document) AS copies
    FROM listed l
"""
_OLDEST = "h.dated = '', h.dated, h.id"
_NEWEST = "h.dated = '', h.dated DESC, CASE WHEN h.dated = '' THEN h.id END, h.id DESC"


def count_documents(connection: Connection) -> int:
    """How many documents are held."""
    query = "SELECT count(*) FROM documents WHERE state = 'held'"
    return int(connection.execute(query).fetchone()[0])


def choose_documents(
    connection: Connection, choice: Choice, stretch: tuple[int, int], *, newest: bool
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


def lines_of(connection: Connection, numbers: Iterable[int]) -> list[Listed]:
    """The lines of documents, in the order given."""
    asked = list(numbers)
    which, value = connection.among(asked)
    rows = connection.execute(f"{LINES} WHERE l.number {which}", (value,))
    held = {row["number"]: to_listed(row) for row in rows}
    return [held[number] for number in asked if number in held]


def _counts(connection: Connection) -> tuple[Counter[str], Counter[str]]:
    kinds, publishers = Counter[str](), Counter[str]()
    query = f"SELECT h.kind, h.publisher, count(*) AS n {_HELD} GROUP BY h.kind, h.publisher"
    for row in connection.execute(query):
        kinds[row["kind"]] += row["n"]
        publishers[row["publisher"]] += row["n"]
    return kinds, publishers


def _named(connection: Connection, piece: str) -> list[int]:
    """The documents with this piece in their name; databases fold the case of ASCII alone."""
    rows = connection.stream("SELECT number, title, path, url, id FROM held")
    return [
        number
        for number, title, path, url, ref in rows
        if piece in f"{title} {path} {url} {ref}".casefold()
    ]


def _conditions(connection: Connection, choice: Choice) -> tuple[str, list[object]]:
    where, values = ["1 = 1"], list[object]()

    def add(condition: str, *given: str) -> None:
        if given[0]:
            where.append(condition)
            values.extend(given)

    add("h.kind = ?", choice.kind)
    add("h.publisher = ?", choice.publisher)
    add("substr(h.dated, 1, length(?)) >= ?", choice.earliest, choice.earliest)
    add("h.dated <> '' AND substr(h.dated, 1, length(?)) <= ?", choice.latest, choice.latest)
    if choice.named:
        which, value = connection.among(_named(connection, choice.named.casefold()))
        where.append(f"h.document {which}")
        values.append(value)
    return " AND ".join(where), values
