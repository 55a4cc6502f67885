"""What a store does with rulings and doubts, whichever database is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from onrecord.model import Reading
from onrecord.model.rulings import Doubt, Ruling, Sort, Spot, Unlaid


class Look(StrEnum):
    """What is looked at for doubts: what was read of a document, what its quotations match, names.

    The names are those of the whole store.
    """

    READING = "reading"
    MATCHES = "matches"
    NAMES = "names"


SORTS: Mapping[Look, tuple[Sort, ...]] = {
    Look.READING: (Sort.SPEAKERS, Sort.SPLITS),
    Look.MATCHES: (Sort.MATCHES,),
    Look.NAMES: (Sort.PEOPLE,),
}
"""Which doubts a look finds."""


class Ruled(Protocol):
    """What people rule on what was read, and what they might look at; references as in `Store`."""

    def rule(self, ruling: Ruling) -> None:
        """Keep what a person rules on what was read, and lay it over.

        From then on documents, statements, passages and what is found are as it has them; see
        `original`. `InputError` where it finds nothing to lie on, or its id is taken.
        """
        ...

    def take_back_ruling(self, ref: str) -> Ruling:
        """Take back a ruling by its id, or a prefix of it that fits one only."""
        ...

    def rulings(self, document: str = "") -> list[Ruling]:
        """The rulings on a document ("" all), oldest first, with what was taken back."""
        ...

    def adrift(self) -> list[Unlaid]:
        """The rulings that stand and find nothing to lie on in a document in use, and why."""
        ...

    def original(self, ref: str) -> Reading:
        """A held document as it was read, without rulings; else as `load`."""
        ...

    def ruled_out(self, quote: str) -> tuple[Spot, ...]:
        """The words that people ruled to be another utterance than a quotation of these words."""
        ...

    def lying_on(self, ref: str) -> list[Ruling]:
        """The rulings that lie on a document as it is held, oldest first."""
        ...

    def keep_doubts(self, look: Look, ref: str, doubts: Iterable[Doubt], *, mark: str) -> None:
        """Keep what a look at a document found, in the place of what it found before.

        `ref` is "" for the names of the whole store. `mark` tells by which rules and over what.
        """
        ...

    def unlooked(self, look: Look, *, mark: str, limit: int = 100) -> list[str]:
        """Documents in use that were not yet looked at under this mark, those with none first.

        For matches only reports with quotations; for names "", where they were not.
        """
        ...

    def looked(self, look: Look, *, mark: str) -> tuple[int, int]:
        """How many documents were looked at under this mark, and how many there are to look at."""
        ...

    def doubts(
        self, sort: Sort | None = None, *, beyond: str = "", back: bool = False, limit: int = 20
    ) -> list[Doubt]:
        """Doubts that are open, of one sort or all, the most doubtful first.

        With `beyond` those after the doubt of this id; with `back` those before it, nearest first.
        """
        ...

    def doubt(self, ref: str) -> Doubt:
        """The open doubt of this id, or a prefix of it; `NotFoundError`, `AmbiguousError`."""
        ...

    def open_doubts(self) -> dict[Sort, int]:
        """How many doubts are open, by sort."""
        ...
