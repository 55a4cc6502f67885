"""The part of a store that remembers what was taken in: see `Journal`."""

from __future__ import annotations

from onrecord.stores._journal import TakenFailure, TakenFile
from onrecord.stores.sql.journaling import (
    forget_failed,
    keep_failed,
    keep_taken,
    list_failed,
    load_taken,
)
from onrecord.stores.sql.session import Session


class SqlJournal(Session):
    """The `Journal` protocol in SQL."""

    def taken(self, path: str) -> TakenFile | None:
        """How far the file at this absolute path was taken in, None where it never was."""
        with self._connection.told():
            return load_taken(self._connection, path)

    def keep_taken(self, file: TakenFile) -> None:
        """Keep how far a file was taken in, in the place of what was kept before."""
        with self._writing():
            keep_taken(self._connection, file)

    def failed_entries(self, path: str) -> frozenset[int]:
        """The entries of a file of which something gave no document."""
        with self._connection.told():
            return list_failed(self._connection, path)

    def keep_failed(self, failure: TakenFailure) -> None:
        """Keep that something of an entry gave no document."""
        with self._writing():
            keep_failed(self._connection, failure)

    def forget_failed(self, path: str, entry: int | None = None) -> None:
        """Forget what failed of an entry of a file, or of the whole file."""
        with self._writing():
            forget_failed(self._connection, path, entry)
