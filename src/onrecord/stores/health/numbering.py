"""Numbers and positions: none beyond those that were given, none missing."""

from __future__ import annotations

from onrecord.stores._health import Check, Remedy, holds, wrong
from onrecord.stores.sql.connection import Connection

NAME = "numbers"
_ORDERED = ("parts", "turns", "exchanges", "statements", "passages")


def check_numbers(connection: Connection) -> Check:
    """Whether passages are numbered within `numbered`, and all that is derived stands in order."""
    rows = connection.execute("SELECT last_passage FROM numbered").fetchall()
    last = rows[0]["last_passage"] if len(rows) == 1 else -1
    largest = largest_number(connection)
    if largest > last:
        told = f"passage {largest:,} is held, and numbers are given up to {last:,} only"
        return wrong(NAME, told, [str(largest)], remedy=Remedy.NUMBERS)
    gaps = [one for table in _ORDERED for one in _out_of_order(connection, table)]
    if gaps:
        documents = list(dict.fromkeys(gaps))
        told = f"rows of {len(documents):,} documents are missing or out of order"
        return wrong(NAME, told, documents, remedy=Remedy.DERIVED, documents=documents)
    return holds(NAME, f"passages are numbered up to {last:,}, and none is out of order")


def largest_number(connection: Connection) -> int:
    """The largest number that a passage has or had, 0 for none."""
    found: list[int] = []
    for column, table in (("number", "passages"), ("passage", "gone")):
        row = connection.execute(f"SELECT coalesce(max({column}), 0) AS n FROM {table}").fetchone()
        found.append(int(row["n"]))
    return max(found)


def _out_of_order(connection: Connection, table: str) -> list[str]:
    """The documents whose rows in a table are not numbered 0, 1, 2 and on."""
    rows = connection.execute(
        f"SELECT d.id AS id FROM documents d JOIN (SELECT document, count(*) AS n,"
        f" min(position) AS low, max(position) AS high FROM {table} GROUP BY document) t"
        " ON t.document = d.number WHERE t.low <> 0 OR t.high <> t.n - 1"
    )
    return [row["id"] for row in rows]
