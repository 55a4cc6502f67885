"""Passages: looked up by their words, and what records there are of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.index import Place
from onrecord.model import Passage, PassageKind, Proof


@dataclass(frozen=True, slots=True)
class Hit:
    """A held passage with its number in the store, its document's date and publisher."""

    number: int
    passage: Passage
    dated: str
    earliest: date | None
    latest: date | None
    publisher: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A held transcript as coverage: whose turns stand in it, when it was, how many passages.

    `passages` counts those of the record itself.
    """

    document: str
    speakers: tuple[str, ...]
    earliest: date | None
    latest: date | None
    language: str
    passages: int
    flags: tuple[str, ...] = ()


class Passages(Protocol):
    """The part of a store that finds passages, and says which records it holds."""

    def places(self, quote: str, *, limit: int = 40, at_first: bool = False) -> list[Place]:
        """Where words like those of `quote` stand in passages, by coverage, most first.

        Of what was added, all that is committed is found; see `reindex`. With `at_first` only what
        is found by runs of three words, in a fraction of a millisecond.
        """
        ...

    def prove(self, quote: str, *, within: int) -> Proof:
        """Whether any stretch of the words searched comes within so many word edits of `quote`."""
        ...

    def counts(self, text: str) -> list[int]:
        """How often each word of `text` stands in all passages, at the most: some count as one.

        There is a number for each word, in order, as the index parts words.
        """
        ...

    def similar(self, terms: Iterable[str], *, limit: int = 50) -> list[int]:
        """Passage numbers that share words with `terms`, best first."""
        ...

    def reindex(
        self, *, anew: bool = False, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Bring the passage index up to date, or make it `anew`.

        What looks passages up does the first by itself; a caller that adds many may want it done,
        and told of, beforehand. `progress` is given the passages done and to do.
        """
        ...

    def indexed(self) -> tuple[int, int]:
        """How many passages, and how many words of them, can be found."""
        ...

    def passages(self, numbers: Iterable[int]) -> list[Hit]:
        """The passages of these numbers."""
        ...

    def passages_of(self, document: str, kinds: Iterable[PassageKind] = ()) -> list[Hit]:
        """All passages of a document in order, of these kinds or of every kind."""
        ...

    def records(self, earliest: date | None = None, latest: date | None = None) -> list[Recorded]:
        """The transcripts held, as coverage; with bounds those whose first day lies within them.

        The first day is the earliest that a transcript can be of. The bounds are inclusive; one
        whose days are not known passes neither.
        """
        ...

    def flags_of(self, speaker: str) -> frozenset[str]:
        """The flags of the passages held of a speaker, by this very name."""
        ...
