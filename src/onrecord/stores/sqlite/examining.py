"""An SQLite file examined: whether it is whole, and all that stands in it and beside it agrees."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path

from onrecord.errors import StoreBusyError
from onrecord.index import alone, strangers
from onrecord.stores._health import Check, Health, Remedy, State, holds, wrong
from onrecord.stores.health import Watch, check_index, content_checks
from onrecord.stores.sql.indexing import making_lock, unfinished
from onrecord.stores.sqlite import beside
from onrecord.stores.sqlite.connection import SqliteConnection, told
from onrecord.stores.sqlite.gone import Waiting
from onrecord.stores.sqlite.opening import known_version, look_at, open_as_it_is, version_of

FULL_TEXT = ("passages_fts", "statements_fts")

FILE, REFERENCES, _VERSION = "file", "references", "version"
_WORDS, _LEFT = "full text", "leftovers"
# What SQLite says of an index of its own that does not have what its table has.
_OF_AN_INDEX = re.compile(
    r"row \d+ missing from index .*|wrong # of entries in index .*|non-unique entry in index .*"
)
_SHOWN = 20


def examine_file(path: Path, *, watch: Watch | None = None) -> Health:
    """Every check of the database at `path`, each on its own; nothing is changed.

    `StoreError` where it is no Onrecord database, or of a newer one. Of one that is of an older
    version only the file is examined: it is brought up to date first.
    """
    look_at(path, create=False)
    with told(path), closing(open_as_it_is(path)) as connection:
        version = version_of(connection, path)
        checks = [_checked_version(version)]
        names: dict[str, Callable[[], Check]] = {
            FILE: partial(check_file, connection),
            REFERENCES: partial(check_references, connection),
        }
        if version == known_version():
            names |= content_checks(connection, watch)
            names |= _indexes(connection, path, watch)
        names[_LEFT] = partial(_checked_leftovers, path)
        checks += [_guarded(name, check) for name, check in names.items()]
    return Health(str(path), tuple(checks))


def _indexes(
    connection: SqliteConnection, path: Path, watch: Watch | None
) -> dict[str, Callable[[], Check]]:
    """The checks of what words are found by, by name."""
    watched = partial(watch, "passage index") if watch else None
    return {
        _WORDS: partial(_checked_words, connection),
        "passage index": partial(
            check_index, connection, beside(path), Waiting(connection), watched
        ),
    }


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    """A check, or that it could not be made."""
    try:
        return check()
    except sqlite3.OperationalError as error:
        return Check(name, State.UNKNOWN, f"could not be examined: {error}")
    except (sqlite3.Error, UnicodeError) as error:
        return wrong(name, "the database is damaged; restore a backup", [str(error)])


def _checked_version(version: int) -> Check:
    known = known_version()
    if version < known:
        told = f"the database is of version {version}, this Onrecord is of {known}"
        return wrong(_VERSION, told, [str(version)], remedy=Remedy.MIGRATE)
    return holds(_VERSION, f"the database is of version {version}, as this Onrecord is")


def check_file(connection: SqliteConnection) -> Check:
    """SQLite's own check of every page, row and index."""
    rows = connection.execute(f"PRAGMA integrity_check({_SHOWN})")
    # What newer ones say of full-text tables is another check's.
    said = [row[0] for row in rows if "inverted index" not in row[0]]
    bad = [line for line in said if line != "ok"]
    if not bad:
        return holds(FILE, "every page, row and index of the file is whole")
    if all(_OF_AN_INDEX.fullmatch(line) for line in bad):
        return wrong(FILE, "indexes do not have what their tables have", bad, remedy=Remedy.LOOKUPS)
    return wrong(FILE, "the file is damaged; restore a backup", bad)


def check_references(connection: SqliteConnection) -> Check:
    """Whether every row that refers to another has it."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    bad = [f"{row[0]}: row {row[1]} refers to nothing in {row[2]}" for row in rows]
    if bad:
        return wrong(REFERENCES, "rows refer to what is not there; restore a backup", bad)
    return holds(REFERENCES, "every row refers to what is there")


def _checked_words(connection: SqliteConnection) -> Check:
    """FTS5 compares its index with the very words; it holds the write lock while it does."""
    bad = [f"{table}: {error}" for table in FULL_TEXT for error in _disagreement(connection, table)]
    if bad:
        return wrong(
            _WORDS, "full-text search does not have the words held", bad, remedy=Remedy.FULL_TEXT
        )
    return holds(_WORDS, f"full-text search has the words of {' and '.join(FULL_TEXT)}")


def _disagreement(connection: SqliteConnection, table: str) -> Iterator[str]:
    try:
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        yield str(error)


def leftovers(path: Path) -> list[Path]:
    """What a killed process left beside a database, each a file or a folder."""
    found = [*unfinished(beside(path)), making_lock(beside(path)), partial_file(path)]
    return [one for one in found if one.exists()]


def partial_file(path: Path) -> Path:
    """Where a copy of a database stands until it is whole."""
    return path.with_name(f"{path.name}.partial")


def _is_made_now(path: Path) -> bool:
    """Whether another process is at what would be taken for leftovers."""
    try:
        with alone_beside(path):
            return False
    except StoreBusyError:
        return True


@contextmanager
def alone_beside(path: Path) -> Iterator[None]:
    """Within it nobody makes the index anew or copies to this place; `StoreBusyError` else."""
    with ExitStack() as stack:
        for lock in (making_lock(beside(path)), partial_file(path)):
            if lock.exists():
                busy = f"{path}: another process is at work beside it"
                stack.enter_context(alone(lock, wait=0, busy=busy))
        yield


def _checked_leftovers(path: Path) -> Check:
    left = leftovers(path)
    foreign = [one for one in left if one.is_dir() and strangers(one)]
    if foreign:
        told = "beside the database is a folder that is not Onrecord's; move it away"
        return wrong(_LEFT, told, [str(one) for one in foreign])
    if left and _is_made_now(path):
        return holds(_LEFT, "another process is making the passage index anew, or copying")
    if left:
        told = "a process that was killed left something"
        return wrong(_LEFT, told, [str(one) for one in left], remedy=Remedy.LEFTOVERS)
    return holds(_LEFT, "no killed process left anything")
