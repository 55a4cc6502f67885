"""What a store remembers of the files that were taken in, so that it can be gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TakenFile:
    """How far a file was taken in, as it was then: its first `entries`, the last at `place`.

    `path` is absolute, `size` in bytes, `changed` its time of modification in nanoseconds. `done`
    says that these are all. What the entries gave is held, or is among what failed.
    """

    path: str
    size: int
    changed: int
    entries: int
    place: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class TakenFailure:
    """What gave no document: the number of its entry in a file, from 0, and why."""

    path: str
    entry: int
    place: str
    reason: str


class Journal(Protocol):
    """The part of a store that remembers what was taken in; kept with what it tells of."""

    def taken(self, path: str) -> TakenFile | None:
        """How far the file at this absolute path was taken in, None where it never was."""
        ...

    def keep_taken(self, file: TakenFile) -> None:
        """Keep how far a file was taken in, in the place of what was kept before."""
        ...

    def failed_entries(self, path: str) -> frozenset[int]:
        """The entries of a file of which something gave no document."""
        ...

    def keep_failed(self, failure: TakenFailure) -> None:
        """Keep that something of an entry gave no document."""
        ...

    def forget_failed(self, path: str, entry: int | None = None) -> None:
        """Forget what failed of an entry of a file, or of the whole file."""
        ...
