"""The part of a store that finds passages: see `Passages`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.index import Place
from onrecord.model import PassageKind, Proof
from onrecord.stores._passages import Hit, Recorded
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.indexing import KeptIndex, Progress
from onrecord.stores.sql.listing import list_flags, list_records
from onrecord.stores.sql.looking import Headings, find_passages, find_passages_of
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.session import Session

_REMEMBERED = 1_000
"""Spans of days whose records are kept in memory."""


class SqlPassages(Session):
    """The `Passages` protocol in SQL, over an index in a folder."""

    def __init__(self, connection: Connection, index: KeptIndex) -> None:
        super().__init__(connection)
        self._index = index
        # Every check asks for these; they are read again only when something changed.
        self._headings = Headings(connection)
        self._records: dict[tuple[date | None, date | None], list[Recorded]] = {}
        self._read: object = None

    def places(self, quote: str, *, limit: int = 40, at_first: bool = False) -> list[Place]:
        """Where words like those of `quote` stand in passages, by coverage, most first."""
        return self._index.up_to_date().find(quote, limit=limit, at_first=at_first)

    def prove(self, quote: str, *, within: int) -> Proof:
        """Whether any stretch of the words searched comes within so many word edits of `quote`."""
        return self._index.up_to_date().prove(quote, within=within)

    def counts(self, text: str) -> list[int]:
        """How often each word of `text` stands in all passages, at the most."""
        return self._index.up_to_date().counts(text)

    def similar(self, terms: Iterable[str], *, limit: int = 50) -> list[int]:
        """Passage numbers that share words with `terms`, best first."""
        return self._index.up_to_date().similar(terms, limit=limit)

    def reindex(self, *, anew: bool = False, progress: Progress | None = None) -> None:
        """Bring the passage index up to date, or make it anew."""
        if anew:
            self._index.make_anew(progress)
        self._index.up_to_date(progress)

    def indexed(self) -> tuple[int, int]:
        """How many passages, and how many words of them, can be found."""
        index = self._index.up_to_date()
        return index.passages, index.words

    def passages(self, numbers: Iterable[int]) -> list[Hit]:
        """The passages of these numbers."""
        with self._reading():
            return find_passages(self._connection, self._fresh_headings(), numbers)

    def passages_of(self, document: str, kinds: Iterable[PassageKind] = ()) -> list[Hit]:
        """All passages of a document in order, of these kinds or of every kind."""
        with self._reading():
            number = number_of(self._connection, document)
            return find_passages_of(self._connection, self._fresh_headings(), number, kinds)

    def records(self, earliest: date | None = None, latest: date | None = None) -> list[Recorded]:
        """The transcripts held, as coverage; with bounds those whose first day lies within."""
        with self._connection.told():
            self._fresh_headings()
            key = earliest, latest
            if key not in self._records:
                if len(self._records) >= _REMEMBERED:
                    self._records.clear()
                self._records[key] = list_records(self._connection, *key)
            return list(self._records[key])

    def flags_of(self, speaker: str) -> frozenset[str]:
        """The flags of the passages held of a speaker, by this very name."""
        with self._connection.told():
            return list_flags(self._connection, speaker)

    def _fresh_headings(self) -> Headings:
        if (state := self._connection.state()) != self._read:
            self._headings.clear()
            self._records.clear()
            self._read = state
        return self._headings
