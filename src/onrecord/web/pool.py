"""Stores for requests: each is lent to one request at a time, and opened when first needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Lock
from typing import Annotated

from anyio import Semaphore
from fastapi import Depends, Request

from onrecord.stores import Database, Store, open_store


class Stores:
    """Stores over one database, `size` of them kept; the one used last is lent first.

    A store remembers what its checks asked for, so that few warm ones answer sooner than many.
    Requests wait for their turn where no thread waits with them: threads that wait for stores would
    leave none to those that have one.
    """

    def __init__(self, database: Database, *, size: int = 4) -> None:
        self._database = database
        self._size = size
        self._free: list[Store] = []
        self._lock = Lock()
        self._turns = Semaphore(size)

    @contextmanager
    def lend(self) -> Iterator[Store]:
        """A store for a short while, at once: one more is opened where all are lent."""
        with self._lock:
            store = self._free.pop() if self._free else None
        store = store or open_store(self._database, create=True)
        try:
            yield store
        finally:
            self._take_back(store)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Store]:
        """A store for the time of one request; waits while `size` requests have one."""
        async with self._turns:
            with self.lend() as store:
                yield store

    def close(self) -> None:
        """Let all of them go; nobody may be using one."""
        with self._lock:
            for store in self._free:
                store.close()
            self._free.clear()

    def _take_back(self, store: Store) -> None:
        with self._lock:
            if len(self._free) < self._size:
                self._free.append(store)
                return
        store.close()


async def held_store(request: Request) -> AsyncIterator[Store]:
    """The store that a request is answered from, free again before the answer is sent."""
    stores: Stores = request.app.state.stores
    async with stores.turn() as store:
        yield store


Held = Annotated[Store, Depends(held_store, scope="function")]
"""A parameter of this type is given the store for the request."""
