"""The part of a store that keeps rulings and doubts: see `Ruled`."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Reading
from onrecord.model.rulings import Doubt, Ruling, Sort, Spot, Unlaid
from onrecord.stores._ruled import Look
from onrecord.stores.sql.doubting import (
    count_doubts,
    count_looked,
    find_doubt,
    keep_doubts,
    list_doubts,
    list_unlooked,
)
from onrecord.stores.sql.overlaying import original_of
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.ruling import (
    keep_ruling,
    list_adrift,
    list_lying,
    list_ruled_out,
    list_rulings,
    take_back_ruling,
)
from onrecord.stores.sql.session import Session


class SqlRuled(Session):
    """The `Ruled` protocol in SQL."""

    def rule(self, ruling: Ruling) -> None:
        """Keep what a person rules on what was read, and lay it over."""
        with self._writing():
            keep_ruling(self._connection, ruling)

    def take_back_ruling(self, ref: str) -> Ruling:
        """Take back a ruling by its id, or a prefix of it that fits one only."""
        with self._writing():
            return take_back_ruling(self._connection, ref)

    def rulings(self, document: str = "") -> list[Ruling]:
        """The rulings on a document ("" all), oldest first, with what was taken back."""
        with self._reading():
            number = number_of(self._connection, document) if document else None
            return list_rulings(self._connection, number)

    def adrift(self) -> list[Unlaid]:
        """The rulings that stand and find nothing to lie on in a document in use, and why."""
        with self._reading():
            return list_adrift(self._connection)

    def original(self, ref: str) -> Reading:
        """A held document as it was read, without rulings."""
        with self._reading():
            return original_of(self._connection, number_of(self._connection, ref))

    def ruled_out(self, quote: str) -> tuple[Spot, ...]:
        """The words that people ruled to be another utterance than a quotation of these words."""
        with self._connection.told():
            return list_ruled_out(self._connection, quote)

    def lying_on(self, ref: str) -> list[Ruling]:
        """The rulings that lie on a document as it is held, oldest first."""
        with self._reading():
            return list_lying(self._connection, number_of(self._connection, ref))

    def keep_doubts(self, look: Look, ref: str, doubts: Iterable[Doubt], *, mark: str) -> None:
        """Keep what a look at a document found, in the place of what it found before."""
        with self._writing():
            number = number_of(self._connection, ref) if ref else 0
            keep_doubts(self._connection, look, number, doubts=doubts, mark=mark)

    def unlooked(self, look: Look, *, mark: str, limit: int = 100) -> list[str]:
        """Documents in use that were not yet looked at under this mark, those with none first."""
        with self._reading():
            return list_unlooked(self._connection, look, mark, limit)

    def looked(self, look: Look, *, mark: str) -> tuple[int, int]:
        """How many documents were looked at under this mark, and how many there are to look at."""
        with self._reading():
            return count_looked(self._connection, look, mark)

    def doubts(
        self, sort: Sort | None = None, *, beyond: str = "", back: bool = False, limit: int = 20
    ) -> list[Doubt]:
        """Doubts that are open, of one sort or all, the most doubtful first."""
        with self._reading():
            return list_doubts(self._connection, sort, beyond=beyond, back=back, limit=limit)

    def doubt(self, ref: str) -> Doubt:
        """The open doubt of this id, or a prefix of it."""
        with self._reading():
            return find_doubt(self._connection, ref)

    def open_doubts(self) -> dict[Sort, int]:
        """How many doubts are open, by sort."""
        with self._reading():
            return count_doubts(self._connection)
