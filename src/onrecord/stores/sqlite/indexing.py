"""The passage index beside a database, kept in step with it.

The database is the truth. Passages are numbered once and for all, so that the index need only be
told those with larger numbers than it covers, and those that are gone; whatever is interrupted is
done by whoever looks something up next.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.index import PassageIndex, open_index

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
        index.take(_passages(connection, index.covered, progress))


def make_anew(
    connection: sqlite3.Connection, folder: Path, progress: Progress | None = None
) -> None:
    """Make the index of all passages and put it in the place of the one that is there, if any.

    Until it is whole the one before answers.
    """
    fresh, old = (folder.with_name(f"{folder.name}{end}") for end in (".new", ".old"))
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    open_index(fresh).take(_passages(connection, 0, progress))
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _passages(
    connection: sqlite3.Connection, covered: int, progress: Progress | None
) -> Iterator[tuple[int, str]]:
    """Number and text of the passages that are searched, above those that are covered."""
    total = 0
    if progress:
        total = connection.execute(
            "SELECT count(*) FROM passages WHERE searched AND number > ?", (covered,)
        ).fetchone()[0]
    rows = connection.execute(
        "SELECT number, text FROM passages WHERE searched AND number > ? ORDER BY number",
        (covered,),
    )
    for done, (number, text) in enumerate(rows, start=1):
        yield number, text
        if progress and done % 1000 == 0:
            progress(done, total)
