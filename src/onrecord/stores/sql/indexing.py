"""The passage index of a database, kept in step with it.

The database is the truth. Passages are numbered once and for all, so that the index need only be
told those with larger numbers than it covers, and those that are gone; whatever is interrupted is
done by whoever looks something up next.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from onrecord.errors import StoreError
from onrecord.index import PassageIndex, clear_index, open_index, strangers
from onrecord.stores.sql.connection import Connection

Progress = Callable[[int, int], None]
"""Called with how many passages were taken in, and how many there are to take."""
_AT_ONCE = 5_000
"""Passages that are read at a time."""


class Gone(Protocol):
    """Which passages the index in a folder has to leave out, and was not yet told of."""

    def untold(self, index: PassageIndex) -> list[int]:
        """The numbers of passages that are gone; asked before any others are taken."""
        ...

    def told(self) -> None:
        """The index has left out what was asked for last."""
        ...


class KeptIndex:
    """The index in a folder, opened when something is looked up and brought up to date."""

    def __init__(self, connection: Connection, folder: Path, gone: Gone) -> None:
        self._connection = connection
        self._folder = folder
        self._gone = gone
        self._index: PassageIndex | None = None
        self._state: object = None

    def up_to_date(self, progress: Progress | None = None) -> PassageIndex:
        """The index; what a transaction has written and not committed is not in it yet."""
        if self._index is None:
            self._index, self._state = open_index(self._folder), None
        with self._connection.told():
            if not self._connection.in_transaction:
                # What is written while the index is told of what was before is for the next time.
                state = self._connection.state()
                if state != self._state:
                    self._tell(self._index, progress)
                    self._state = state
        return self._index

    def make_anew(self, progress: Progress | None = None) -> None:
        """Make the index of all passages and put it in the place of the one that is there, if any.

        Until it is whole the one before answers.
        """
        self._index = None
        folder = self._folder
        fresh, old = (folder.with_name(f"{folder.name}{end}") for end in (".new", ".old"))
        for left in (fresh, old):
            _delete(left)
        with self._connection.told():
            _take(self._connection, open_index(fresh), 0, progress)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        _delete(old)

    def close(self) -> None:
        """Let the index go."""
        self._index = None

    def _tell(self, index: PassageIndex, progress: Progress | None) -> None:
        """Tell the index what was added and removed since it was last told."""
        row = self._connection.execute("SELECT last_passage FROM numbered").fetchone()
        last = int(row[0])
        if index.covered > last:
            raise StoreError(
                "the passage index is newer than its database, which was put back from a copy: "
                "`onrecord reindex` makes it anew"
            )
        if gone := self._gone.untold(index):
            index.forget(gone)
            self._gone.told()
        if index.covered < last:
            _take(self._connection, index, index.covered, progress)


def _delete(folder: Path) -> None:
    """Delete an index and its folder; a folder that holds anything else stays, with that in it."""
    clear_index(folder)
    if folder.is_dir() and not strangers(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _take(
    connection: Connection, index: PassageIndex, covered: int, progress: Progress | None
) -> None:
    """Give the index the passages that are searched, above those that it covers, if any."""
    above = "FROM passages WHERE searched = 1 AND number > ?"
    number = f"SELECT count(*) {above}" if progress else f"SELECT EXISTS (SELECT 1 {above})"
    total = int(connection.execute(number, (covered,)).fetchone()[0])

    def tell(done: int) -> None:
        if progress:
            progress(done, total)

    if total:
        index.take(_passages(connection, covered), progress=tell)


def _passages(connection: Connection, covered: int) -> Iterator[tuple[int, str]]:
    """The passages above a number, in order, so many at a time that memory holds them."""
    sql = "SELECT number, text FROM passages WHERE searched = 1 AND number > ?"
    rows: list[tuple[int, str]] = [(covered, "")]
    while rows:
        found = connection.execute(f"{sql} ORDER BY number LIMIT ?", (rows[-1][0], _AT_ONCE))
        rows = [(number, text) for number, text in found.fetchall()]
        yield from rows
