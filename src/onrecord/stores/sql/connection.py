"""What a connection to a database has to do for the modules beside this one.

The SQL that passes through it is plain: what SQLite 3.35 and PostgreSQL 15 understand alike, with
`?` or `:name` for values. Flags are numbers (`searched = 1`), and `instr` says where a text stands
in another.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from onrecord.stores.sql.full_text import FullText

Values = Sequence[object] | Mapping[str, object]


class Row(Protocol):
    """A row: its values by position and by name."""

    def __getitem__(self, key: int | str, /) -> Any: ...  # noqa: ANN401 - what a column holds

    def __iter__(self) -> Iterator[Any]: ...

    def keys(self) -> Iterable[str]:
        """The names of the columns, in order."""
        ...


class Rows(Protocol):
    """What came of a statement; the rows may be gone when the next statement is executed."""

    @property
    def rowcount(self) -> int:
        """How many rows were written."""
        ...

    def fetchone(self) -> Any:  # noqa: ANN401 - a row or None
        """The next row, None where there is none."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """One connection, for one thread at a time."""

    @property
    def full_text(self) -> FullText:
        """Full-text search as this database does it."""
        ...

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, sql: str, values: Values = ..., /) -> Rows:
        """Execute one statement."""
        ...

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> object:
        """Execute one statement for each of several rows of values."""
        ...

    def insert_rows(self, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """Insert many rows; `columns` are names with spaces between them."""
        ...

    def stream(self, sql: str, values: Values = ...) -> Iterator[Row]:
        """The rows of a query one by one, however many; other statements may come between."""
        ...

    def among(self, values: Collection[object]) -> tuple[str, object]:
        """The condition that what stands before it is one of `values`, and its one value."""
        ...

    def state(self) -> Hashable:
        """What is another one whenever anything was written, by this process or another."""
        ...

    def told(self) -> AbstractContextManager[None]:
        """Within it the database's errors are ours, in one line each."""
        ...

    def waiting(self, seconds: float) -> AbstractContextManager[None]:
        """Within it a write waits so long for another writer."""
        ...

    def begin(self, *, writing: bool) -> None:
        """Open a transaction; one that writes waits until no other does."""
        ...

    def commit(self) -> None:
        """Keep what the transaction wrote."""
        ...

    def rollback(self) -> None:
        """Forget what the transaction wrote."""
        ...

    def tables(self) -> dict[str, list[str]]:
        """The columns of each table that holds what is kept, full-text search apart."""
        ...

    def settle(self) -> None:
        """Go on from rows that were copied in with their numbers."""
        ...

    def close(self) -> None:
        """Let the database go."""
        ...
