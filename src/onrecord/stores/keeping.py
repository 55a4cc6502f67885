"""A store kept safe: copied to a file, put back, examined and repaired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.stores._health import Health, Reread
from onrecord.stores.opening import Database, locate
from onrecord.stores.postgres import Address

Progress = Callable[[int, int], None]
"""Called with how much was done, and how much there is to do."""
Watch = Callable[[str, int, int], None]
"""Called with the name of a check, how many things were looked at, and how many there are."""


def back_up(
    database: str | Database, to: Path, *, force: bool = False, progress: Progress | None = None
) -> int:
    """Copy a database, as it is at this moment, to the file `to`; gives its size in bytes.

    `to` is an SQLite file, whichever kind the database is. Others may write meanwhile. The copy is
    examined and seen on the disk before it has its name; a file that is there is replaced only with
    `force`. `InputError` where it is not, `StoreError` where the database is damaged or the file
    cannot be written.
    """
    place = locate(database)
    if isinstance(place, Address):
        from onrecord.stores.postgres.backups import back_up_server

        return back_up_server(place, to, force=force, progress=progress)
    from onrecord.stores.sqlite.backups import back_up_file

    return back_up_file(place, to, force=force, progress=progress)


def restore(
    origin: Path, database: str | Database, *, progress: Progress | None = None
) -> Path | None:
    """Put a backup in the place of a database; gives where that one is kept, None where none was.

    A database on a server has to be empty. The backup is examined first. The passage index is put
    away, and made anew by whoever looks something up next. `StoreError` where the backup is damaged
    or no Onrecord database, or where another process has the database open.
    """
    place = locate(database)
    if isinstance(place, Address):
        from onrecord.stores.postgres.backups import restore_server

        restore_server(origin, place, progress=progress)
        return None
    from onrecord.stores.sqlite.backups import restore_file

    return restore_file(origin, place, progress=progress)


def examine(database: str | Database, *, watch: Watch | None = None) -> Health:
    """Whether a database is whole, check by check; nothing is changed.

    `StoreError` where it is no Onrecord database, or a newer Onrecord wrote it.
    """
    place = locate(database)
    if isinstance(place, Address):
        from onrecord.stores.postgres.examining import examine_server

        return examine_server(place, watch=watch)
    from onrecord.stores.sqlite.examining import examine_file

    return examine_file(place, watch=watch)


def repair(database: str | Database, reread: Reread, *, watch: Watch | None = None) -> Health:
    """Repair what can be repaired of a database, and give how it is afterwards.

    `reread` reads a document again from its bytes or its text. What is still wrong is `broken`.
    """
    place = locate(database)
    if isinstance(place, Address):
        from onrecord.stores.postgres.repairing import repair_server

        return repair_server(place, reread, watch=watch)
    from onrecord.stores.sqlite.repairing import repair_file

    return repair_file(place, reread, watch=watch)
