"""What can be repaired of an SQLite file, each remedy on its own."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from onrecord.stores._health import Health, Remedy, Reread, State
from onrecord.stores._store import Store
from onrecord.stores.health import REMEDIES, Watch, tried
from onrecord.stores.sql.indexing import delete_index
from onrecord.stores.sqlite import SqliteStore
from onrecord.stores.sqlite.connection import SqliteConnection, told
from onrecord.stores.sqlite.examining import (
    FILE,
    FULL_TEXT,
    REFERENCES,
    alone_beside,
    examine_file,
    leftovers,
)
from onrecord.stores.sqlite.opening import open_as_it_is

_ROUNDS = 3
"""What one remedy brings to light, such as an older version brought up to date, another mends."""


def repair_file(path: Path, reread: Reread, *, watch: Watch | None = None) -> Health:
    """Do what can be done for the database at `path`, and say how it is afterwards.

    Of a file that is itself damaged nothing is touched.
    """
    done: list[Remedy] = []
    health = examine_file(path, watch=watch)
    for _ in range(_ROUNDS):
        due = [one for one in health.remedies if one not in done]
        if not due or _is_hopeless(health):
            break
        for remedy in due:
            with told(path):
                _apply(remedy, path, health, reread)
        done += due
        health = examine_file(path, watch=watch)
    checks = tuple(tried(check, done) for check in health.checks)
    return replace(health, checks=checks, repaired=tuple(done))


def _is_hopeless(health: Health) -> bool:
    return any(
        check.state is State.BROKEN for check in health.checks if check.name in {FILE, REFERENCES}
    )


def _apply(remedy: Remedy, path: Path, health: Health, reread: Reread) -> None:
    if remedy in _OWN:
        _OWN[remedy](path)
    else:
        REMEDIES[remedy](_File(path), health, reread)


class _File:
    """The `Patient` protocol for a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def writing(self) -> Iterator[SqliteConnection]:
        """One transaction that writes."""
        with closing(open_as_it_is(self._path)) as connection:
            connection.begin(writing=True)
            try:
                yield connection
                connection.execute("UPDATE numbered SET stamp = ?", (secrets.token_hex(8),))
                connection.commit()
            finally:
                if connection.in_transaction:
                    connection.rollback()

    def store(self) -> Store:
        """The store; whoever asks closes it."""
        return SqliteStore(self._path, create=False)


def _remove_leftovers(path: Path) -> None:
    with alone_beside(path):
        for left in leftovers(path):
            if left.is_dir():
                delete_index(left)
            else:
                left.unlink(missing_ok=True)


def _migrate(path: Path) -> None:
    SqliteStore(path, create=False).close()


def _make_lookups(path: Path) -> None:
    with closing(open_as_it_is(path)) as connection:
        connection.execute("REINDEX")


def _make_full_text(path: Path) -> None:
    with _File(path).writing() as connection:
        for table in FULL_TEXT:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")


_OWN: dict[Remedy, Callable[[Path], None]] = {
    Remedy.LEFTOVERS: _remove_leftovers,
    Remedy.MIGRATE: _migrate,
    Remedy.LOOKUPS: _make_lookups,
    Remedy.FULL_TEXT: _make_full_text,
}
