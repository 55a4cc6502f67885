"""What was taken in of files, in the tables."""

from __future__ import annotations

from onrecord.stores._journal import TakenFailure, TakenFile
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.writing import now

_FILE = """
INSERT INTO taken_files (path, size, changed, entries, place, done, at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET
    size = excluded.size, changed = excluded.changed, entries = excluded.entries,
    place = excluded.place, done = excluded.done, at = excluded.at
"""
_FAILURE = "INSERT INTO taken_failures (path, entry, place, reason, at) VALUES (?, ?, ?, ?, ?)"


def load_taken(connection: Connection, path: str) -> TakenFile | None:
    """How far a file was taken in; see `Journal.taken`."""
    row = connection.execute(
        "SELECT path, size, changed, entries, place, done FROM taken_files WHERE path = ?", (path,)
    ).fetchone()
    if row is None:
        return None
    return TakenFile(row[0], row[1], row[2], row[3], row[4], done=row[5] == 1)


def keep_taken(connection: Connection, file: TakenFile) -> None:
    """Keep how far a file was taken in."""
    values = (file.path, file.size, file.changed, file.entries, file.place, int(file.done), now())
    connection.execute(_FILE, values)


def list_failed(connection: Connection, path: str) -> frozenset[int]:
    """The entries of a file of which something gave no document."""
    rows = connection.execute("SELECT entry FROM taken_failures WHERE path = ?", (path,))
    return frozenset(row[0] for row in rows)


def keep_failed(connection: Connection, failure: TakenFailure) -> None:
    """Keep that something of an entry gave no document."""
    values = (failure.path, failure.entry, failure.place, failure.reason, now())
    connection.execute(_FAILURE, values)


def forget_failed(connection: Connection, path: str, entry: int | None) -> None:
    """Forget what failed of an entry, or of a whole file."""
    if entry is None:
        connection.execute("DELETE FROM taken_failures WHERE path = ?", (path,))
    else:
        connection.execute("DELETE FROM taken_failures WHERE path = ? AND entry = ?", (path, entry))
