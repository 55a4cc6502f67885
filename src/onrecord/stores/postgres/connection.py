"""A connection to a PostgreSQL database, as the modules of `stores.sql` ask for it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Any

from onrecord.stores.postgres.address import Address
from onrecord.stores.postgres.escaping import escaped
from onrecord.stores.postgres.full_text import Tsvector
from onrecord.stores.postgres.rows import PostgresRow, make_rows
from onrecord.stores.postgres.telling import told, unreached
from onrecord.stores.postgres.translating import translated
from onrecord.stores.sql.connection import Values

if TYPE_CHECKING:
    import psycopg

_AT_ONCE = 2_000
"""Rows that a stream fetches at a time."""


class PostgresConnection:
    """A connection; where the server let it go between two transactions, there is a new one."""

    def __init__(self, address: Address, *, wait: float) -> None:
        self._address = address
        self._wait = wait
        self._held: psycopg.Connection[PostgresRow] | None = None
        self._writing = False
        self._names = count(1)
        self._states = count(1)

    @cached_property
    def full_text(self) -> Tsvector:
        """Full-text search by tsvector."""
        return Tsvector(self)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        from psycopg.pq import TransactionStatus

        if self._held is None or self._held.closed:
            return False
        return self._held.info.transaction_status is not TransactionStatus.IDLE

    def execute(self, sql: str, values: Values = (), /) -> psycopg.Cursor[PostgresRow]:
        """Execute one statement, or several without values."""
        given = _given(values)
        return self._live().execute(translated(sql) if given else sql.encode(), given or None)

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> None:
        """Execute one statement for each of several rows of values."""
        self._live().cursor().executemany(translated(sql), map(_given, rows))

    def insert_rows(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows by COPY; `columns` are names with spaces between them."""
        lines = iter(rows)
        first = next(lines, None)
        if first is None:
            return
        sql = f"COPY {table} ({', '.join(columns.split())}) FROM STDIN"
        with self._live().cursor().copy(sql.encode()) as copy:
            copy.write_row([escaped(value) for value in first])
            for row in lines:
                copy.write_row([escaped(value) for value in row])

    def stream(self, sql: str, values: Values = ()) -> Iterator[PostgresRow]:
        """The rows of a query one by one, however many; other statements may come between."""
        name = f"rows_{next(self._names)}"
        hold = not self.in_transaction
        with self._live().cursor(name, withhold=hold) as cursor:
            cursor.itersize = _AT_ONCE
            given = _given(values)
            cursor.execute(translated(sql) if given else sql.encode(), given or None)
            yield from cursor

    def among(self, values: Collection[object]) -> tuple[str, object]:
        """The condition that what stands before it is one of `values`, and its one value."""
        return "= ANY (?)", list(values)

    def state(self) -> Hashable:
        """What is another one whenever anything was written, by this process or another."""
        stamp = self.execute("SELECT stamp FROM numbered").fetchone()
        return (stamp and stamp[0]), next(self._states) if self._writing else 0

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn PostgreSQL's errors into ours, one line each."""
        with told(self._address):
            yield

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Within it a write waits so long for another writer."""
        before, self._wait = self._wait, seconds
        with self.told():
            self._set_wait(self._live())
        try:
            yield
        finally:
            self._wait = before
            with self.told():
                self._set_wait(self._live())

    def tables(self) -> dict[str, list[str]]:
        """The columns of each table that holds what is kept, full-text search apart."""
        rows = self.execute(
            "SELECT c.table_name, c.column_name FROM information_schema.columns c"
            " JOIN information_schema.tables t USING (table_schema, table_name)"
            " WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE'"
            " ORDER BY c.table_name, c.ordinal_position"
        )
        found: dict[str, list[str]] = {}
        for table, column in rows.fetchall():
            if table != "onrecord_database" and not table.endswith("_fts"):
                found.setdefault(table, []).append(column)
        return found

    def settle(self) -> None:
        """Go on from rows that were copied in with their numbers, and take in their words."""
        rows = self.execute(
            "SELECT table_name FROM information_schema.columns WHERE is_identity = 'YES'"
            " AND table_schema = current_schema() AND table_name <> 'gone'"
        )
        for (table,) in rows.fetchall():
            self.execute(
                f"SELECT setval(pg_get_serial_sequence(?, 'number'), max(number)) FROM {table}"
                " HAVING max(number) IS NOT NULL",
                (table,),
            )
        self.full_text.fill()

    def begin(self, *, writing: bool) -> None:
        """Open a transaction; one that writes waits until no other does.

        The row of `numbered` is what writers wait for, so that what one of them numbers is seen
        in the order of its numbers.
        """
        if not writing:
            self.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        self.execute("BEGIN")
        try:
            self.execute("SELECT last_passage FROM numbered FOR UPDATE")
        except BaseException:
            self.rollback()
            raise
        self._writing = True

    def commit(self) -> None:
        """Keep what the transaction wrote."""
        self.execute("COMMIT")
        self._writing = False

    def rollback(self) -> None:
        """Forget what the transaction wrote."""
        self._writing = False
        if self.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        """Let the database go."""
        if self._held is not None:
            self._held.close()

    def _live(self) -> psycopg.Connection[PostgresRow]:
        if self._held is None or (self._held.closed and not self._writing):
            self._held = self._connected()
            self._set_wait(self._held)
        return self._held

    def _connected(self) -> psycopg.Connection[PostgresRow]:
        import psycopg
        from psycopg.types.string import StrDumper

        try:
            held = psycopg.connect(
                self._address.url, autocommit=True, row_factory=make_rows, client_encoding="UTF8"
            )
        except psycopg.Error as error:
            raise unreached(error, self._address) from None
        held.adapters.register_dumper(str, StrDumper)
        return held

    def _set_wait(self, held: psycopg.Connection[PostgresRow]) -> None:
        # 0 would be without end.
        held.execute(b"SET lock_timeout = %d" % max(1, round(self._wait * 1000)))


def _given(values: Values) -> dict[str, Any] | list[Any]:
    if isinstance(values, Mapping):
        return {name: escaped(value) for name, value in values.items()}
    return [escaped(value) for value in values]
