"""A store in SQL, put together of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from onrecord.stores.sql.copies import SqlCopies
from onrecord.stores.sql.corrections import SqlCorrections
from onrecord.stores.sql.documents import SqlDocuments
from onrecord.stores.sql.journal import SqlJournal
from onrecord.stores.sql.moving import Moved, Progress, copy_tables
from onrecord.stores.sql.passages import SqlPassages
from onrecord.stores.sql.rosters import SqlRosters
from onrecord.stores.sql.rulings import SqlRuled
from onrecord.stores.sql.statements import SqlStatements
from onrecord.stores.sql.visits import SqlVisits


class SqlStore(
    SqlDocuments,
    SqlCopies,
    SqlCorrections,
    SqlStatements,
    SqlPassages,
    SqlRosters,
    SqlRuled,
    SqlVisits,
    SqlJournal,
):
    """The `Store` protocol over one connection, for one thread at a time; others have theirs."""

    def stamp(self) -> str:
        """A word that is another one after anything was written, and in every other store."""
        with self._connection.told():
            return str(self._connection.execute("SELECT stamp FROM numbered").fetchone()[0])

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Within it a write waits so long for another writer, and then raises `StoreBusyError`."""
        with self._connection.waiting(seconds):
            yield

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within it several writes are one: all of them are kept, or none."""
        with self._writing():
            yield

    def copy_into(self, other: SqlStore, progress: Progress | None = None) -> tuple[Moved, ...]:
        """Copy all that is held into an empty store, all or nothing; see `stores.move`."""
        with self._reading(), other._writing():
            return copy_tables(self._connection, other._connection, progress)

    def close(self) -> None:
        """Let the database go."""
        self._index.close()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
