"""What a store knows of near-duplicate copies of one story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol


class Copies(Protocol):
    """The part of a store that groups copies; each is kept, and found like any other document.

    A group holds the documents in use between which a chain of copies leads, as
    `onrecord.copies.likeness` tells them, whatever the order they were added in. The first of a
    group stands for it: the earliest by date, else the first added. Documents that an older
    Onrecord added stand alone until `group_copies`.
    """

    def copies_of(self, ref: str) -> tuple[str, ...]:
        """The ids of a document's group, the first one first; itself alone where it has none."""
        ...

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The groups of two documents and more, each with its first one first."""
        ...

    def first_copies(self, documents: Iterable[str]) -> dict[str, str]:
        """The first one of the group of each of these ids, for those that have copies."""
        ...

    def group_copies(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Look for copies among documents not looked at yet, and say how many these were.

        In several transactions: what is interrupted is gone on with the next time.
        """
        ...
