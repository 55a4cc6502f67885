"""The passage index beside a database, kept in step with it.

The database is the truth. Passages are numbered once and for all, so that the index need only be
told those with larger numbers than it covers, and those that are gone; whatever is interrupted is
done by whoever looks something up next.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.index import PassageIndex, clear_index, open_index, strangers

Progress = Callable[[int, int], None]
"""Called with how many passages were taken in, and how many there are to take."""


def beside(path: Path) -> Path:
    """The folder of the index of the database at `path`."""
    return path.with_name(f"{path.name}.index")


def bring_up_to_date(
    connection: sqlite3.Connection, index: PassageIndex, progress: Progress | None = None
) -> None:
    """Tell the index what was added and removed since it was last told."""
    last = connection.execute("SELECT last_passage FROM numbered").fetchone()[0]
    if index.covered > last:
        raise StoreError(
            "the passage index is newer than its database, which was put back from a copy: "
            "`onrecord reindex` makes it anew"
        )
    gone = [row[0] for row in connection.execute("SELECT passage FROM gone ORDER BY passage")]
    if gone:
        index.forget(gone)
        connection.executemany("DELETE FROM gone WHERE passage = ?", ((n,) for n in gone))
    if index.covered < last:
        _take(connection, index, index.covered, progress)


def make_anew(
    connection: sqlite3.Connection, folder: Path, progress: Progress | None = None
) -> None:
    """Make the index of all passages and put it in the place of the one that is there, if any.

    Until it is whole the one before answers.
    """
    fresh, old = (folder.with_name(f"{folder.name}{end}") for end in (".new", ".old"))
    for left in (fresh, old):
        _delete(left)
    _take(connection, open_index(fresh), 0, progress)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    _delete(old)


def _delete(folder: Path) -> None:
    """Delete an index and its folder; a folder that holds anything else stays, with that in it."""
    clear_index(folder)
    if folder.is_dir() and not strangers(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _take(
    connection: sqlite3.Connection, index: PassageIndex, covered: int, progress: Progress | None
) -> None:
    """Give the index the passages that are searched, above those that it covers, if any."""
    above = "FROM passages WHERE searched AND number > ?"
    number = f"SELECT count(*) {above}" if progress else f"SELECT EXISTS (SELECT 1 {above})"
    total = connection.execute(number, (covered,)).fetchone()[0]

    def tell(done: int) -> None:
        if progress:
            progress(done, total)

    if total:
        rows = connection.execute(f"SELECT number, text {above} ORDER BY number", (covered,))
        index.take(((row[0], row[1]) for row in rows), progress=tell)
