"""What a person should look at: kept as found, forgotten when what it is about changes."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.model.rulings import Doubt, Sort
from onrecord.stores._ruled import SORTS, Look
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.rulings_rows import from_doubt, to_doubt
from onrecord.stores.sql.writing import insert

# The most doubtful first; of equals as they stand in their documents.
_ORDER = "rank, document, place, id"
_BACKWARDS = "rank DESC, document DESC, place DESC, id DESC"
# Which documents a look is for.
_FOR = {
    Look.READING: "SELECT number FROM documents WHERE state = 'held'",
    Look.MATCHES: "SELECT d.number FROM documents d JOIN structures s ON s.document = d.number"
    " WHERE d.state = 'held' AND s.kind = 'story'",
    Look.NAMES: "SELECT 0 AS number",
}


def keep_doubts(
    connection: Connection, look: Look, number: int, *, doubts: Iterable[Doubt], mark: str
) -> None:
    """Keep what a look found; see `Ruled.keep_doubts`."""
    which, value = connection.among(SORTS[look])
    connection.execute(f"DELETE FROM doubts WHERE document = ? AND sort {which}", (number, value))
    connection.executemany(
        "INSERT INTO doubts (id, document, sort, rank, place, doubt)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        ((one.id, number, one.sort, -one.score, _place(one), from_doubt(one)) for one in doubts),
    )
    connection.execute("DELETE FROM looked WHERE document = ? AND at = ?", (number, look))
    insert(connection, "looked", {"document": number, "at": look, "mark": mark})


def list_unlooked(connection: Connection, look: Look, mark: str, limit: int) -> list[str]:
    """Documents that were not looked at under a mark, those that never were first."""
    rows = connection.execute(
        f"WITH wanted AS ({_FOR[look]})"
        " SELECT coalesce(d.id, '') AS id FROM wanted w"
        " LEFT JOIN looked l ON l.document = w.number AND l.at = ?"
        " LEFT JOIN documents d ON d.number = w.number"
        " WHERE l.mark IS NULL OR l.mark <> ? ORDER BY l.mark IS NOT NULL, w.number LIMIT ?",
        (look, mark, limit),
    )
    return [row["id"] for row in rows]


def count_looked(connection: Connection, look: Look, mark: str) -> tuple[int, int]:
    """How many documents were looked at under a mark, and how many there are."""
    row = connection.execute(
        f"WITH wanted AS ({_FOR[look]})"
        " SELECT count(l.document) AS done, count(*) AS every FROM wanted w"
        " LEFT JOIN looked l ON l.document = w.number AND l.at = ? AND l.mark = ?",
        (look, mark),
    ).fetchone()
    return row["done"], row["every"]


def list_doubts(
    connection: Connection, sort: Sort | None, *, beyond: str, back: bool, limit: int
) -> list[Doubt]:
    """Open doubts in order; see `Ruled.doubts`."""
    where = ["sort = :sort"] if sort else []
    if beyond:
        held = connection.execute("SELECT 1 FROM doubts WHERE id = ?", (beyond,)).fetchone()
        if held is None:
            raise NotFoundError(f"{beyond}: no doubt with this id is open")
        way = "<" if back else ">"
        where.append(f"({_ORDER}) {way} (SELECT {_ORDER} FROM doubts WHERE id = :id)")
    which = f"WHERE {' AND '.join(where)}" if where else ""
    order = _BACKWARDS if back else _ORDER
    rows = connection.execute(
        f"SELECT doubt FROM doubts {which} ORDER BY {order} LIMIT :limit",
        {"sort": sort, "id": beyond, "limit": limit},
    )
    return [to_doubt(row["doubt"]) for row in rows]


def _place(doubt: Doubt) -> int:
    if doubt.cut is not None:
        return doubt.cut.start
    return doubt.spot.spans[0].start if doubt.spot.spans else 0


def find_doubt(connection: Connection, ref: str) -> Doubt:
    """The open doubt that `ref` means."""
    rows = connection.execute(
        "SELECT id, doubt FROM doubts WHERE id >= :ref AND id < :end"
        " AND :ref <> '' ORDER BY id LIMIT 2",
        {"ref": ref, "end": f"{ref}\U0010ffff"},
    ).fetchall()
    if not rows:
        raise NotFoundError(f"{ref or '(empty)'}: no doubt with this id is open")
    if len(rows) > 1 and rows[0]["id"] != ref:
        raise AmbiguousError(f"{ref}: more than one doubt answers to this")
    return to_doubt(rows[0]["doubt"])


def count_doubts(connection: Connection) -> dict[Sort, int]:
    """How many doubts of each sort are open."""
    rows = connection.execute("SELECT sort, count(*) AS n FROM doubts GROUP BY sort")
    return dict.fromkeys(Sort, 0) | {Sort(row["sort"]): row["n"] for row in rows}
