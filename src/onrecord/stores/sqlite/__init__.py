"""A store in one SQLite file: write-ahead log, foreign keys, full-text search by FTS5.

opening           opening.py (the file, its version), migrations/
connection.py     what the modules of `stores.sql` ask of a database
full_text.py      queries of FTS5
gone.py           what the index beside the file has to leave out
"""

from __future__ import annotations

from pathlib import Path

from onrecord.stores.sql import SqlStore
from onrecord.stores.sql.indexing import KeptIndex
from onrecord.stores.sqlite.gone import Waiting
from onrecord.stores.sqlite.opening import connect

__all__ = ["SqliteStore", "beside"]


class SqliteStore(SqlStore):
    """The `Store` protocol over one SQLite file, for one thread at a time; others have theirs."""

    def __init__(self, path: Path, *, create: bool = True, wait: float = 10.0) -> None:
        connection = connect(path, create=create, wait=wait)
        super().__init__(connection, KeptIndex(connection, beside(path), Waiting(connection)))


def beside(path: Path) -> Path:
    """The folder of the index of the database at `path`."""
    return path.with_name(f"{path.name}.index")
