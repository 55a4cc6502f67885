"""Rosters that were imported, and what people decided about who is one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Imported, Roster
from onrecord.stores._documents import Added


@dataclass(frozen=True, slots=True)
class KeptRoster:
    """A roster that was imported: what it is called, whose it is, when it came, what it holds.

    `rejected` counts the lines of its file that gave nothing. Times are UTC, ISO 8601.
    """

    name: str
    according: str
    imported: str
    people: int
    bodies: int
    tenures: int
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """That two ids of people are the `same` person, or are not, as somebody decided.

    Of two that are the same, `one` is the one whose name stands. `taken_back` is "" while the
    verdict stands; `number`, `at` and `taken_back` are the store's.
    """

    one: str
    other: str
    same: bool
    by: str = ""
    at: str = ""
    number: int = 0
    taken_back: str = ""


class Rosters(Protocol):
    """The part of a store that keeps who is who."""

    def keep_roster(self, name: str, imported: Imported) -> Added:
        """Keep an imported roster under a name: new, held already, or in the place of another."""
        ...

    def drop_roster(self, name: str) -> None:
        """Take an imported roster out; `NotFoundError` for none. Verdicts stand."""
        ...

    def kept_rosters(self) -> list[KeptRoster]:
        """The rosters that were imported, in order of import."""
        ...

    def rosters(self, names: Iterable[str] = ()) -> list[Roster]:
        """The imported rosters, all or those of these names, as they were imported."""
        ...

    def decide(self, verdict: Verdict) -> int:
        """Keep that two people are one, or are not, and give the verdict's number.

        The same again is one verdict; the contrary takes the one before back.
        """
        ...

    def take_back_verdict(self, number: int) -> None:
        """Take a verdict back; `NotFoundError` where none of this number stands."""
        ...

    def verdicts(self) -> list[Verdict]:
        """What was decided about people, oldest first, with what was taken back."""
        ...
