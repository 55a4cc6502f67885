"""The part of a store that groups copies: see `Copies`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from onrecord.stores.sql.grouping import (
    copies_of,
    count_unseen,
    enter_copy,
    first_copies,
    list_groups,
    unseen,
)
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.session import Session

_TOGETHER = 200
"""Documents looked at in one transaction."""


class SqlCopies(Session):
    """The `Copies` protocol in SQL."""

    def copies_of(self, ref: str) -> tuple[str, ...]:
        """The ids of a document's group, the first one first; itself alone where it has none."""
        with self._reading():
            number = number_of(self._connection, ref)
            row = self._connection.execute(
                "SELECT id FROM documents WHERE number = ?", (number,)
            ).fetchone()
            return tuple(copies_of(self._connection, number)) or (str(row["id"]),)

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The groups of two documents and more, each with its first one first."""
        with self._connection.told():
            yield from list_groups(self._connection)

    def first_copies(self, documents: Iterable[str]) -> dict[str, str]:
        """The first one of the group of each of these ids, for those that have copies."""
        with self._reading():
            return first_copies(self._connection, documents)

    def group_copies(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Look for copies among documents not looked at yet, and say how many these were."""
        with self._reading():
            total = count_unseen(self._connection)
        done = 0
        while done < total:
            with self._writing():
                some = unseen(self._connection, _TOGETHER)
                for number in some:
                    enter_copy(self._connection, number)
            if not some:
                break
            done += len(some)
            if progress:
                progress(done, total)
        return done
