"""A PostgreSQL database kept in an SQLite file, and put back from one: moved, and compared."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.stores.postgres import PostgresStore
from onrecord.stores.postgres.address import Address
from onrecord.stores.sql.moving import Progress
from onrecord.stores.sqlite import SqliteStore
from onrecord.stores.sqlite.backups import back_up_file, name_copy, refuse_file, unfinished_copy


def back_up_server(
    address: Address, to: Path, *, force: bool = False, progress: Progress | None = None
) -> int:
    """Copy the database, as it is at this moment, to the SQLite file `to`; its size in bytes.

    As `sqlite.backups.back_up_file`; what arrived has the counts and checksums of what was sent.
    """
    refuse_file(to, force=force)
    with unfinished_copy(to) as part:
        with PostgresStore(address, create=False) as held, SqliteStore(part) as empty:
            held.copy_into(empty, progress)
        return name_copy(part, to, force=force)


def restore_server(origin: Path, address: Address, *, progress: Progress | None = None) -> None:
    """Move the backup `origin` into the database at an address, which has to be empty.

    A copy of it is moved, examined and brought up to date before: `origin` stays as it is.
    """
    with TemporaryDirectory(prefix="onrecord-") as folder:
        copy = Path(folder) / "copy.db"
        back_up_file(origin, copy)
        with SqliteStore(copy, create=False) as held, PostgresStore(address) as empty:
            held.copy_into(empty, progress)
