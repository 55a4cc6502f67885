"""A database copied while others write to it, and put back.

A backup is one SQLite file of one moment, whole in itself. It is copied beside its place, examined,
seen on the disk and then named: whatever is killed half-way leaves no file of that name.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from onrecord.errors import InputError, StoreBusyError, StoreError
from onrecord.index import alone, clear_index
from onrecord.stores._health import State
from onrecord.stores.sqlite import beside
from onrecord.stores.sqlite.connection import told
from onrecord.stores.sqlite.examining import (
    check_file,
    check_references,
    partial_file,
)
from onrecord.stores.sqlite.opening import look_at, open_as_it_is, version_of

Progress = Callable[[int, int], None]
"""Called with how many pages were copied, and how many there are."""

_PAGES = 1_000  # copied at a time
_BESIDE = ("-wal", "-shm", "-journal")


def back_up_file(
    path: Path, to: Path, *, force: bool = False, progress: Progress | None = None
) -> int:
    """Copy the database at `path`, as it is at this moment, to the file `to`; its size in bytes.

    Others may write meanwhile; what they add is not in it. `InputError` where `to` exists and
    `force` is false, `StoreError` where the copy does not pass SQLite's checks: then `to` is left
    as it was.
    """
    look_at(path, create=False)
    if to.exists() and to.samefile(path):
        raise InputError(f"{to}: this is the database itself")
    refuse_file(to, force=force)
    with told(path), unfinished_copy(to) as part:
        with closing(open_as_it_is(path)) as connection:
            version_of(connection, path)
            _copy(connection, part, progress)
        return name_copy(part, to, force=force)


def restore_file(source: Path, path: Path, *, progress: Progress | None = None) -> Path | None:
    """Put the backup `source` in the place of the database at `path`; where that one is kept now.

    The backup is examined first, and so is the copy of it. The database that is there is kept under
    a dated name, its passage index deleted, since it is made anew. `StoreBusyError` where another
    process has it open.
    """
    look_at(source, create=False)
    if path.exists() and path.samefile(source):
        raise InputError(f"{source}: this is the database itself")
    path.parent.mkdir(parents=True, exist_ok=True)
    with told(source), unfinished_copy(path) as part:
        with closing(open_as_it_is(source)) as connection:
            version_of(connection, source)
            _copy(connection, part, progress)
        _make_one_file(part)
        _examine(part, source)
        with told(path), _nobody_else(path):
            clear_index(beside(path))
            aside = _set_aside(path)
            part.replace(path)
    sync_folder(path)
    return aside


def name_copy(part: Path, to: Path, *, force: bool) -> int:
    """Give a copy that is whole its name, once it is examined and on the disk; its size."""
    with told(part):
        _make_one_file(part)
        _examine(part, to)
    refuse_file(to, force=force)
    part.replace(to)
    sync_folder(to)
    return to.stat().st_size


def refuse_file(to: Path, *, force: bool) -> None:
    """`InputError` where no backup can have this name."""
    if to.is_dir():
        raise InputError(f"{to}: a folder; name a file")
    if to.exists() and not force:
        raise InputError(f"{to}: is there already; --force puts the backup in its place")


@contextmanager
def unfinished_copy(to: Path) -> Iterator[Path]:
    """A file beside `to` that nobody else writes, empty; gone in the end if it is still there."""
    part = partial_file(to)
    busy = f"{to}: another process is copying to it"
    try:
        with alone(part, wait=0, busy=busy):
            for end in ("", *_BESIDE):
                _truncated(part.with_name(part.name + end))
            try:
                yield part
            finally:
                for end in ("", *_BESIDE):
                    part.with_name(part.name + end).unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{to}: {error.strerror or error}") from error


def _truncated(path: Path) -> None:
    """Empty what a killed process left."""
    if path.exists():
        os.truncate(path, 0)


def _copy(connection: sqlite3.Connection, part: Path, progress: Progress | None) -> None:
    """The pages as they are now; what is written meanwhile does not make the copy begin anew."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

        def step(_: int, remaining: int, total: int) -> None:
            if progress:
                progress(total - remaining, total)

        connection.backup(copy, pages=_PAGES, progress=step)
        connection.rollback()


def _make_one_file(part: Path) -> None:
    """See a copy on the disk, one file without a log: so it can be read where none can be made."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
    with part.open("rb") as file:
        os.fsync(file.fileno())


def _examine(part: Path, path: Path) -> None:
    with closing(open_as_it_is(part)) as connection:
        for check in (check_file(connection), check_references(connection)):
            if check.state is not State.HOLDS:
                first = check.found[0] if check.found else check.told
                raise StoreError(f"{path}: {check.told} ({first}); `onrecord doctor` says more")


@contextmanager
def _nobody_else(path: Path) -> Iterator[None]:
    """Have a database for oneself, all of it in one file; a damaged one is taken as it is.

    `StoreBusyError` where another process has it open.
    """
    if not path.exists():
        yield
        return
    with closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise StoreBusyError(
                    f"{path}: another process has it open; stop that first"
                ) from error
        except sqlite3.DatabaseError:
            pass  # it is damaged, which may be why a backup is put back
        yield


def _set_aside(path: Path) -> Path | None:
    """Give the database a second name, so that none of its moments is without one."""
    if not path.exists():
        return None
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S")
    aside = path.with_name(f"{path.name}.before-{at}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.before-{at}-{number}")
    os.link(path, aside)
    for end in _BESIDE:
        companion = path.with_name(path.name + end)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + end))
    return aside


def sync_folder(path: Path) -> None:
    """See the name of a file on the disk."""
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
