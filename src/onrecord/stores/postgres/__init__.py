"""A store in a PostgreSQL database, for several people on several machines.

address.py        where it is, never shown with its password
opening.py        recognised, made, brought up to date; migrations/
connection.py     what the modules of `stores.sql` ask of a database, over psycopg
                  (translating.py: `?` and `:name`; escaping.py: U+0000; rows.py; telling.py:
                  errors in our words)
full_text.py      tsvector and its indexes (words.py: what a word is; finding.py: where phrases
                  stand)
gone.py           what the index on this machine has to leave out
examining.py      whether all is whole; repairing.py what can be done; backups.py (as SQLite files)
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from onrecord.stores.postgres.address import Address, is_address
from onrecord.stores.postgres.connection import PostgresConnection
from onrecord.stores.postgres.gone import Logged
from onrecord.stores.postgres.opening import connect, identity
from onrecord.stores.sql import SqlStore
from onrecord.stores.sql.indexing import KeptIndex

__all__ = ["Address", "PostgresStore", "is_address"]


class PostgresStore(SqlStore):
    """The `Store` protocol over one PostgreSQL database, for one thread at a time.

    The index of its passages is in a folder of this machine, named by the database.
    """

    def __init__(self, address: Address, *, create: bool = True, wait: float = 10.0) -> None:
        connection = connect(address, create=create, wait=wait)
        folder = folder_of(connection)
        with suppress(OSError):  # who needs the folder is told
            folder.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(connection, KeptIndex(connection, folder, Logged(connection, folder)))


def folder_of(connection: PostgresConnection) -> Path:
    """The folder of the index of a database, on this machine."""
    return indexes() / f"{identity(connection)}.index"


def indexes() -> Path:
    """Where the indexes of databases on servers are: $ONRECORD_INDEXES, else the user's cache."""
    if named := os.environ.get("ONRECORD_INDEXES"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("onrecord", appauthor=False) / "indexes"
