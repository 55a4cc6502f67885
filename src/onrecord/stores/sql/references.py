"""Which document a reference means."""

from __future__ import annotations

from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.writing import address

# From the surest to the loosest; the first that any held document answers to decides.
_WAYS = (
    "address <> '' AND address = :address",
    "path = :ref",
    "name = :ref",
    "substr(id, 1, length(:ref)) = :ref AND id >= :ref AND id < :end",
)
_SHOWN = 5


def number_of(connection: Connection, ref: str) -> int:
    """The number of the document that `ref` means; see `Store` for what it may be."""
    exact = connection.execute("SELECT number FROM documents WHERE id = ?", (ref,)).fetchone()
    if exact:
        return int(exact["number"])
    for way in _WAYS if ref else ():
        rows = connection.execute(
            f"SELECT number, id FROM documents WHERE state = 'held' AND {way}",
            {"ref": ref, "end": f"{ref}\U0010ffff", "address": address(ref)},
        ).fetchall()
        if len(rows) == 1:
            return int(rows[0]["number"])
        if rows:
            raise AmbiguousError(f"{ref}: {_several([row['id'] for row in rows])}")
    raise NotFoundError(_not_found(connection, ref))


def _several(ids: list[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return f"{len(ids)} documents answer to this: {', '.join(ids[:_SHOWN])}{more}"


def _not_found(connection: Connection, ref: str) -> str:
    gone = connection.execute("SELECT removed FROM removed WHERE id = ?", (ref,)).fetchone()
    if gone:
        return f"{ref}: this document was removed on {gone['removed'][:10]}"
    return f"{ref or '(empty)'}: no document with this id, URL, path or file name is held"
