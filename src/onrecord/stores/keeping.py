"""A store kept safe: copied to a file, put back, examined and repaired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.stores._health import Health, Reread

Progress = Callable[[int, int], None]
"""Called with how much was done, and how much there is to do."""
Watch = Callable[[str, int, int], None]
"""Called with the name of a check, how many things were looked at, and how many there are."""


def back_up(
    database: str | Path, to: Path, *, force: bool = False, progress: Progress | None = None
) -> int:
    """Copy a database, as it is at this moment, to the file `to`; gives its size in bytes.

    Others may write meanwhile. The copy is examined and seen on the disk before it has its name;
    a file that is there is replaced only with `force`. `InputError` where it is not, `StoreError`
    where the database is damaged or the file cannot be written.
    """
    from onrecord.stores.sqlite.backups import back_up_file

    return back_up_file(Path(database), to, force=force, progress=progress)


def restore(source: Path, database: str | Path, *, progress: Progress | None = None) -> Path | None:
    """Put a backup in the place of a database; gives where that one is kept, None where none was.

    The backup is examined first. The passage index is put away, and made anew by whoever looks
    something up next. `StoreError` where the backup is damaged or no Onrecord database, or where
    another process has the database open.
    """
    from onrecord.stores.sqlite.backups import restore_file

    return restore_file(source, Path(database), progress=progress)


def examine(database: str | Path, *, watch: Watch | None = None) -> Health:
    """Whether a database is whole, check by check; nothing is changed.

    `StoreError` where it is no Onrecord database, or a newer Onrecord wrote it.
    """
    from onrecord.stores.sqlite.examining import examine_file

    return examine_file(Path(database), watch=watch)


def repair(database: str | Path, reread: Reread, *, watch: Watch | None = None) -> Health:
    """Repair what can be repaired of a database, and give how it is afterwards.

    `reread` reads a document again from its bytes or its text. What is still wrong is `broken`.
    """
    from onrecord.stores.sqlite.repairing import repair_file

    return repair_file(Path(database), reread, watch=watch)
