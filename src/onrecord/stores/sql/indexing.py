"""The passage index of a database, kept in step with it.

The database is the truth. Passages are numbered once and for all, so that the index need only be
told those with larger numbers than it covers, and those that are gone; whatever is interrupted is
done by whoever looks something up next.
"""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import numpy as np

from onrecord.errors import DamagedIndexError, OnrecordWarning, StoreBusyError, StoreError
from onrecord.index import (
    PassageIndex,
    alone,
    clear_index,
    has_index,
    living_numbers,
    locked,
    open_index,
    strangers,
)
from onrecord.stores.sql.connection import Connection

Progress = Callable[[int, int], None]
"""Called with how many passages were taken in, and how many there are to take."""
_AT_ONCE = 5_000
"""Passages that are read at a time."""
_WAIT = 10.0  # seconds, for another who is at the index
_NEWEST = 8
"""Passages by which an index is known to be of its database."""


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
        self._elsewhere: TemporaryDirectory[str] | None = None

    def up_to_date(self, progress: Progress | None = None) -> PassageIndex:
        """The index; what a transaction has written and not committed is not in it yet."""
        if self._index is None:
            self._index, self._state = self._opened(), None
        with self._connection.told():
            if not self._connection.in_transaction:
                # What is written while the index is told of what was before is for the next time.
                state = self._connection.state()
                if state != self._state:
                    self._index = self._told(self._index, progress)
                    self._state = state
        return self._index

    def _opened(self) -> PassageIndex:
        """The index in its folder; an empty one elsewhere, where none is and none can be made."""
        try:
            return open_index(self._folder)
        except (DamagedIndexError, StoreBusyError):
            raise
        except StoreError:
            if _is_writable(self._folder.parent):
                raise
            return self._opened_elsewhere()

    def _told(self, index: PassageIndex, progress: Progress | None) -> PassageIndex:
        """The index when it was told; where it cannot be written, another one elsewhere."""
        if self._elsewhere:
            _take(self._connection, index, index.covered, progress)
            return index
        try:
            self._tell(index, progress)
        except OSError as error:
            if _is_writable(self._folder):
                why = error.strerror or error
                raise StoreBusyError(f"{self._folder}: cannot be written: {why}") from error
            index = self._opened_elsewhere()
            _take(self._connection, index, 0, progress)
        return index

    def _opened_elsewhere(self) -> PassageIndex:
        """An index for as long as this store is open."""
        told = "no passage index can be written there; one is made for as long as this runs"
        warnings.warn(f"{self._folder}: {told}", OnrecordWarning, stacklevel=2)
        self._elsewhere = TemporaryDirectory(prefix="onrecord-")
        return open_index(Path(self._elsewhere.name) / "index")

    def make_anew(self, progress: Progress | None = None) -> None:
        """Make the index of all passages and put it in the place of the one that is there, if any.

        Until it is whole the one before answers.
        """
        self._index = None
        with making(self._folder), self._connection.told():
            fresh, old = unfinished(self._folder)
            for left in (fresh, old):
                delete_index(left)
            index = open_index(fresh)
            _take(self._connection, index, 0, progress)
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder, wait=_WAIT):
                _leave_out_gone(self._connection, index)
                _put_in_place(self._folder)
            delete_index(old)

    def close(self) -> None:
        """Let the index go."""
        self._index = None
        if self._elsewhere:
            self._elsewhere.cleanup()

    def _tell(self, index: PassageIndex, progress: Progress | None) -> None:
        """Tell the index what was added and removed since it was last told."""
        row = self._connection.execute("SELECT last_passage FROM numbered").fetchone()
        last = int(row[0])
        if index.covered > last or not _is_of(self._connection, index):
            raise StoreError(
                "the passage index is not of its database, which was put back from a copy: "
                "`onrecord reindex` makes it anew"
            )
        if gone := self._gone.untold(index):
            index.forget(gone)
            self._gone.told()
        if index.covered < last:
            _take(self._connection, index, index.covered, progress)


def _is_writable(folder: Path) -> bool:
    """Whether who runs this may write there; never where the file system is for reading alone."""
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def making(folder: Path, *, wait: float = 0.0) -> AbstractContextManager[None]:
    """Be the only one who makes the index in `folder` anew; `StoreBusyError` where another is."""
    busy = f"{folder}: another process is making the passage index anew"
    return alone(making_lock(folder), wait=wait, busy=busy, leave=False)


def making_lock(folder: Path) -> Path:
    """The file that says, while it is locked, that an index is made anew."""
    return folder.with_name(f"{folder.name}.making")


def unfinished(folder: Path) -> tuple[Path, Path]:
    """Where an index stands until it is whole, and where the one before, until it is deleted."""
    return folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")


def _leave_out_gone(connection: Connection, index: PassageIndex) -> None:
    """Forget what was taken out of the database while the index was made.

    Whoever took it out has told the index before, and nobody else.
    """
    rows = connection.execute("SELECT number FROM passages WHERE searched = 1 ORDER BY number")
    searched = np.fromiter((row[0] for row in rows), np.int64)
    gone = np.setdiff1d(living_numbers(index.held()), searched)
    if len(gone):
        index.forget(gone.tolist())


def _put_in_place(folder: Path) -> None:
    """Put an index that is whole in its place."""
    fresh, old = unfinished(folder)
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        # Somebody looked for one in this very moment and makes it; all passages come into it.
        if not has_index(folder):
            raise
        delete_index(fresh)


def _is_of(connection: Connection, index: PassageIndex) -> bool:
    """Whether the newest passages of an index have their own words in the database.

    Those that are gone say nothing.
    """
    newest = living_numbers(index.held())[-_NEWEST:].tolist()
    if not newest:
        return True
    which, values = connection.among(newest)
    rows = connection.execute(f"SELECT number, text FROM passages WHERE number {which}", (values,))
    return index.agrees({row[0]: row[1] for row in rows.fetchall()})


def delete_index(folder: Path) -> None:
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
