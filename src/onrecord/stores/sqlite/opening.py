"""Opening an SQLite file: recognising it, bringing it up to date, telling what went wrong."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from onrecord.errors import NewerStoreError, NotAStoreError, StoreBusyError
from onrecord.stores.sqlite.connection import SqliteConnection, told

APPLICATION = 0x4F6E5265  # "OnRe", in the header of every Onrecord database
# In kibibytes, as SQLite writes them.
_CACHE = -65_536
# Bytes of the file that are read where they lie, without a copy: look-ups fall all over it.
_MAPPED = 1 << 32
# What SQLite says where a file, or the folder in which its log would be, cannot be written.
_UNWRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})


def connect(path: Path, *, create: bool, wait: float) -> SqliteConnection:
    """A connection to the Onrecord database at `path`, up to date; see `open_store` for errors."""
    look_at(path, create=create)
    with told(path):
        connection = open_as_it_is(path, wait=wait)
        try:
            # What is acknowledged outlives a power cut: the log is seen on the disk first.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = {_CACHE}")
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
            _bring_up_to_date(connection, path)
            _write_ahead(connection, wait)
        except BaseException:
            connection.close()
            raise
    return connection


def open_as_it_is(path: Path, *, wait: float = 10.0) -> SqliteConnection:
    """A connection that brings nothing up to date; for reading alone where nothing can be written.

    A database whose folder cannot be written is read as it stands. Its log cannot be read there:
    `StoreBusyError` where that has what is not in the file yet.
    """
    try:
        return _connected(path, f"{path.absolute().as_uri()}?mode=rwc", wait)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _UNWRITABLE or not path.exists():
            raise
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise StoreBusyError(
            f"{path}: {log.name} has what is not in it yet, and cannot be read where nothing can be"
            " written; copy both to where it can"
        )
    return _connected(path, f"{path.absolute().as_uri()}?mode=ro&immutable=1", wait)


def _connected(path: Path, where: str, wait: float) -> SqliteConnection:
    # One thread at a time uses a store, though not always the one that opened it.
    connection = sqlite3.connect(
        where,
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
        factory=SqliteConnection,
    )
    connection.path = path
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def look_at(path: Path, *, create: bool) -> None:
    """Tell what is plainly no database before SQLite touches the file."""
    if path.is_dir():
        raise NotAStoreError(f"{path}: a folder, not an Onrecord database")
    try:
        if not path.exists():
            if not create:
                raise NotAStoreError(f"{path}: there is no Onrecord database here yet")
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        size = path.stat().st_size
    except OSError as error:
        raise StoreBusyError(f"{path}: {error.strerror or error}") from error
    # It is not opened here: to close it again would drop the locks that SQLite holds on it for
    # other stores of this process, and another process could take the log away under them.
    if not size and not create:
        raise NotAStoreError(f"{path}: not an Onrecord database")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    steps = migrations()
    if version_of(connection, path) == len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for its turn.
        for step in steps[version_of(connection, path) :]:
            for statement in _split(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a database; it must be Onrecord's, and not of a newer one."""
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (application or version or tables):
        raise NotAStoreError(f"{path}: a database of another application, not of Onrecord")
    if version > (known := len(migrations())):
        raise NewerStoreError(
            f"{path}: written by a newer Onrecord (version {version} of the database, this one "
            f"knows {known}); update Onrecord"
        )
    return version


def known_version() -> int:
    """The version that a database of this Onrecord has."""
    return len(migrations())


def migrations() -> list[str]:
    """The numbered SQL files, in order; the n-th brings a database to version n."""
    folder = files("onrecord.stores.sqlite") / "migrations"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def _split(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit in the middle of a migration."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Readers and one writer side by side; SQLite does not wait here by itself, so we do."""
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code in _UNWRITABLE:
                return
            if code != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
