"""What can be repaired of a PostgreSQL database, and of its index on this machine."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from onrecord.stores._health import Health, Remedy, Reread
from onrecord.stores._store import Store
from onrecord.stores.health import REMEDIES, Watch, tried
from onrecord.stores.postgres import PostgresStore, folder_of
from onrecord.stores.postgres.address import Address
from onrecord.stores.postgres.connection import PostgresConnection
from onrecord.stores.postgres.examining import SEARCHED, examine_server, leftovers
from onrecord.stores.postgres.opening import connect
from onrecord.stores.sql.indexing import delete_index, making

_ROUNDS = 3
"""What one remedy brings to light another mends."""


def repair_server(address: Address, reread: Reread, *, watch: Watch | None = None) -> Health:
    """Do what can be done for a database on a server, and say how it is afterwards."""
    done: list[Remedy] = []
    health = examine_server(address, watch=watch)
    for _ in range(_ROUNDS):
        due = [one for one in health.remedies if one not in done]
        if not due:
            break
        for remedy in due:
            _apply(remedy, _Served(address), health, reread)
        done += due
        health = examine_server(address, watch=watch)
    checks = tuple(tried(check, done) for check in health.checks)
    return replace(health, checks=checks, repaired=tuple(done))


class _Served:
    """The `Patient` protocol for a database on a server."""

    def __init__(self, address: Address) -> None:
        self._address = address

    @contextmanager
    def open(self) -> Iterator[PostgresConnection]:
        """A connection."""
        with closing(connect(self._address, create=False, wait=10.0)) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[PostgresConnection]:
        """One transaction that writes."""
        with self.open() as connection, connection.told():
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
        return PostgresStore(self._address, create=False)


def _apply(remedy: Remedy, served: _Served, health: Health, reread: Reread) -> None:
    if remedy is Remedy.LEFTOVERS:
        _remove_leftovers(served)
    elif remedy is Remedy.FULL_TEXT:
        _make_full_text(served)
    else:
        REMEDIES[remedy](served, health, reread)


def _remove_leftovers(served: _Served) -> None:
    with served.open() as connection:
        folder = folder_of(connection)
    with making(folder):
        for left in leftovers(folder):
            if left.is_dir():
                delete_index(left)


def _make_full_text(served: _Served) -> None:
    with served.writing() as connection:
        for table in SEARCHED:
            connection.execute(f"DELETE FROM {table}")
        connection.settle()
