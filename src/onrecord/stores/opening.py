"""Which store a name means; another kind of database is one more line here."""

from __future__ import annotations

from pathlib import Path

from onrecord.stores._store import Store
from onrecord.stores.postgres import Address, PostgresStore, is_address
from onrecord.stores.sql import SqlStore
from onrecord.stores.sqlite import SqliteStore

Database = Path | Address
"""Where a database is: the path of an SQLite file, or the address of a PostgreSQL database."""


def locate(name: str | Database) -> Database:
    """What a name means: a URL (`postgresql://...`) the address, anything else a path."""
    if isinstance(name, str):
        return Address(name) if is_address(name) else Path(name)
    return name


def open_store(name: str | Database, *, create: bool = True, wait: float = 10.0) -> Store:
    """The store that `name` means, an SQLite file or a PostgreSQL database.

    It is made where there is none, unless `create` is false: an SQLite file, or the tables in a
    PostgreSQL database, which has to be there and empty. A database of an older version is brought
    up to date. Another writer is waited for `wait` seconds. Raises `NotAStoreError`,
    `NewerStoreError`, `StoreBusyError`, `MissingLibraryError`, each in one line.
    """
    return open_sql(name, create=create, wait=wait)


def open_sql(name: str | Database, *, create: bool = True, wait: float = 10.0) -> SqlStore:
    """As `open_store`, a store that is known to be in SQL."""
    database = locate(name)
    if isinstance(database, Address):
        return PostgresStore(database, create=create, wait=wait)
    return SqliteStore(database, create=create, wait=wait)
