"""The part of a store that gives statements, by what they are and by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Spans
from onrecord.stores._searching import Order, Ranked
from onrecord.stores._statements import Found, Met, Sought, StatementKey, Tally, Unit, Voice, Wanted
from onrecord.stores.sql.listing import list_speakers, list_statements
from onrecord.stores.sql.paging import page_statements
from onrecord.stores.sql.ranking import find_matches, find_statements, rank, search_statements
from onrecord.stores.sql.session import Session
from onrecord.stores.sql.tallying import list_met, list_tally, list_voices


class SqlStatements(Session):
    """The `Statements` and `Searched` protocols in SQL."""

    def speakers(self, unit: Unit = Unit.STATEMENT) -> list[str]:
        """The names that statements, or passages, are given to, each once, in order."""
        with self._connection.told():
            return list_speakers(self._connection, unit)

    def voices(self) -> list[Voice]:
        """The names that statements or turns are given to, those with most of both first."""
        with self._reading():
            return list_voices(self._connection)

    def tally(self, speakers: Iterable[str], *, about: Sought | None = None) -> list[Tally]:
        """What each document has of somebody under these names, by date, then id."""
        with self._reading():
            return list_tally(self._connection, speakers, about)

    def met(self, speakers: Iterable[str], *, limit: int = 50) -> list[Met]:
        """Who else speaks in the exchanges of somebody under these names, most exchanges first."""
        with self._reading():
            return list_met(self._connection, frozenset(speakers))[:limit]

    def statements(self, wanted: Wanted) -> Iterator[Found]:
        """The statements that pass the filters, in order of document and place."""
        with self._connection.told():
            yield from list_statements(self._connection, wanted)

    def statements_after(
        self, wanted: Wanted, after: StatementKey | None, *, limit: int
    ) -> list[Found]:
        """The first statements behind a key that pass the filters, in the order of `statements`."""
        with self._reading():
            return page_statements(self._connection, wanted, after, limit)

    def found(self, numbers: Iterable[int]) -> list[Found]:
        """The statements of these numbers, in the order given; those not held are left out."""
        with self._reading():
            return find_statements(self._connection, numbers)

    def search(self, sought: Sought, *, limit: int = 20) -> list[Found]:
        """Statements whose words answer to a full-text query, best first."""
        with self._connection.told():
            return search_statements(self._connection, sought, limit)

    def ranked(
        self,
        sought: Sought,
        wanted: Wanted,
        *,
        unit: Unit = Unit.STATEMENT,
        order: Order = Order.BEST,
        until: int = 0,
        most: int = 10_000,
    ) -> Ranked:
        """All statements or passages that answer to a query and pass the filters, in order."""
        with self._reading():
            return rank(self._connection, sought, wanted, (unit, order, until, most))

    def matched(
        self, sought: Sought, numbers: Iterable[int], *, unit: Unit = Unit.STATEMENT
    ) -> dict[int, Spans]:
        """Where the words of a query stand in what these statements or passages say."""
        with self._reading():
            return find_matches(self._connection, sought, numbers, unit)
