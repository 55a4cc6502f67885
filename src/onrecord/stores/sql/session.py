"""What every part of a store stands on: a connection, and transactions that read or write."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import ReadError
from onrecord.stores.sql.connection import Connection


class Session:
    """A connection to a database, for one thread at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the database for several queries."""
        connection = self._connection
        with connection.told():
            if connection.in_transaction:
                yield
                return
            connection.begin(writing=False)
            try:
                yield
            finally:
                connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All or nothing; inside another one it is a part of that."""
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        with connection.told():
            connection.begin(writing=True)
            try:
                yield
                stamp = (secrets.token_hex(8),)
                connection.execute("UPDATE numbered SET stamp = ?", stamp)
                connection.commit()
            except UnicodeEncodeError as error:
                connection.rollback()
                raise ReadError("the text holds half of a surrogate pair") from error
            except BaseException:
                connection.rollback()
                raise
