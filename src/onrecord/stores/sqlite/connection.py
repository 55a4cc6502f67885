"""A connection to an SQLite file, as the modules of `stores.sql` ask for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from onrecord.errors import NotAStoreError, StoreBusyError, StoreError
from onrecord.stores.sql.connection import Values
from onrecord.stores.sql.rows import to_json
from onrecord.stores.sqlite.full_text import Fts5


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, one line each."""
    try:
        yield
    except sqlite3.Error as error:
        raise _ours(error, path) from error


_MEANINGS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusyError, "another process is writing to it; try again"),
    sqlite3.SQLITE_LOCKED: (StoreBusyError, "another process is writing to it; try again"),
    sqlite3.SQLITE_READONLY: (StoreBusyError, "it cannot be written"),
    sqlite3.SQLITE_PERM: (StoreBusyError, "it cannot be written"),
    sqlite3.SQLITE_CANTOPEN: (StoreBusyError, "it, or its folder, cannot be opened for writing"),
    sqlite3.SQLITE_FULL: (StoreBusyError, "no space is left to write it"),
    sqlite3.SQLITE_IOERR: (StoreBusyError, "the disk did not read or write it, or is full"),
    sqlite3.SQLITE_NOTADB: (NotAStoreError, "not an Onrecord database"),
    sqlite3.SQLITE_CORRUPT: (StoreError, "the database is damaged"),
}


def _ours(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind, meaning = _MEANINGS.get(code, (StoreError, str(error)))
    return kind(f"{path}: {meaning}")


class SqliteConnection(sqlite3.Connection):
    """A connection that knows which file it is of; what it is made with says how it behaves."""

    path: Path

    @cached_property
    def full_text(self) -> Fts5:
        """Full-text search by FTS5."""
        return Fts5(self)

    def insert_rows(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows; `columns` are names with spaces between them."""
        names = columns.split()
        marks = ", ".join("?" * len(names))
        self.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)

    def stream(self, sql: str, values: Values = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query one by one, however many; other statements may come between."""
        return self.execute(sql, values)

    def among(self, values: Collection[object]) -> tuple[str, object]:
        """The condition that what stands before it is one of `values`, and its one value."""
        return "IN (SELECT value FROM json_each(?))", to_json(list(values))

    def state(self) -> Hashable:
        """What is another one whenever anything was written, by this process or another."""
        return int(self.execute("PRAGMA data_version").fetchone()[0]), self.total_changes

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn SQLite's errors into ours, one line each."""
        with told(self.path):
            yield

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Within it a write waits so long for another writer."""
        with self.told():
            before = self.execute("PRAGMA busy_timeout").fetchone()[0]
            self.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            self.execute(f"PRAGMA busy_timeout = {before}")

    def tables(self) -> dict[str, list[str]]:
        """The columns of each table that holds what is kept, full-text search apart."""
        names = self.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [row["name"] for row in self.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
            if "_fts" not in name and not name.startswith("sqlite_")
        }

    def settle(self) -> None:
        """Nothing to do: SQLite numbers from the largest number there is, and has triggers."""

    def begin(self, *, writing: bool) -> None:
        """Open a transaction; one that writes waits until no other does."""
        self.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
