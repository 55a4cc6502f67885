"""Stores for those who serve several at once: each is lent to one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import LifoQueue
from threading import Lock

from onrecord.stores._store import Store
from onrecord.stores.opening import Database, open_store


class Stores:
    """Stores over one database, at most `size` of them; the one used last is lent first.

    A store remembers what its checks asked for, so that few warm ones answer sooner than many.
    """

    def __init__(self, database: str | Database, *, size: int = 4, create: bool = True) -> None:
        self._database = database
        self._create = create
        self._free: LifoQueue[Store | None] = LifoQueue()
        self._all: list[Store] = []
        self._lock = Lock()
        for _ in range(size):
            self._free.put(None)

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """A store for the time of one request; waits while all are lent."""
        store = self._free.get()
        try:
            if store is None:
                store = self._open()
            yield store
        finally:
            self._free.put(store)

    def close(self) -> None:
        """Let all of them go; nobody may be using one."""
        with self._lock:
            for store in self._all:
                store.close()
            self._all.clear()

    def _open(self) -> Store:
        store = open_store(self._database, create=self._create)
        with self._lock:
            self._all.append(store)
        return store
