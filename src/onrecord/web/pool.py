"""Stores for requests: each is lent to one request at a time, and opened when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import LifoQueue
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from onrecord.stores import Store, open_store


class Stores:
    """Stores over one database, at most `size` of them; the one used last is lent first.

    A store remembers what its checks asked for, so that few warm ones answer sooner than many.
    """

    def __init__(self, database: Path, *, size: int = 4) -> None:
        self._database = database
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
        store = open_store(self._database, create=True)
        with self._lock:
            self._all.append(store)
        return store


def held_store(request: Request) -> Iterator[Store]:
    """The store that a request is answered from."""
    stores: Stores = request.app.state.stores
    with stores.lend() as store:
        yield store


Held = Annotated[Store, Depends(held_store)]
"""A parameter of this type is given the store for the request."""
