"""Which store a path means; another kind of database is one more line here."""

from __future__ import annotations

from pathlib import Path

from onrecord.stores._store import Store
from onrecord.stores.sqlite import SqliteStore


def open_store(path: str | Path, *, create: bool = True, wait: float = 10.0) -> Store:
    """The store at `path`, an SQLite file; made where there is none, unless `create` is false.

    A database of an older version is brought up to date. Another writer is waited for `wait`
    seconds. Raises `NotAStoreError`, `NewerStoreError`, `StoreBusyError`, each in one line.
    """
    return SqliteStore(Path(path), create=create, wait=wait)
