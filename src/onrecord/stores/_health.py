"""What an examination of a store says: one line a check, as pure data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Document, Reading

Progress = Callable[[int, int], None]
"""Called with how many things were looked at, and how many there are."""
SHOWN = 5
"""How many of the things that are wrong a check names."""


class State(StrEnum):
    """How a check came out."""

    HOLDS = "holds"
    REPAIRABLE = "repairable"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Remedy(StrEnum):
    """What can be done about what a check found, in the order in which it is done."""

    LEFTOVERS = "remove what a killed process left"
    MIGRATE = "bring the database up to date"
    LOOKUPS = "make the database's own indexes anew"
    RAWS = "take the bytes again from the files that they came from"
    LINKS = "join the versions of a document again"
    DERIVED = "read the documents again"
    HEADINGS = "work the headings out anew"
    NUMBERS = "set the count of passages to the largest number there is"
    FULL_TEXT = "make the full-text tables anew"
    DOUBTS = "forget the doubts, which are looked for again"
    INDEX = "make the passage index anew"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, how it came out, a sentence that says so, and what is wrong by name.

    `found` holds the first few things that are wrong, `wrong` says how many there are. `remedy` is
    what `repair` would do, None where nothing can be done here; `documents` are the ids of those
    that it would be done to, where it is done to some.
    """

    name: str
    state: State
    told: str
    wrong: int = 0
    found: tuple[str, ...] = ()
    remedy: Remedy | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document of which what is derived is damaged: what is known of it, and its raw bytes.

    `document` is None where its text is damaged too, so that it has to come from the bytes; `raw`
    is empty where these are damaged. `given` is its metadata as stored, corrections apart.
    """

    id: str
    path: str
    record: str
    raw: bytes
    document: Document | None
    given: Mapping[str, str]
    engine: str


Reread = Callable[[Damaged], Reading | None]
"""Reads a damaged document again; None where its bytes do not give it."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was examined and how each check came out; `repaired` is what was done before."""

    database: str
    checks: tuple[Check, ...]
    repaired: tuple[Remedy, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every check holds."""
        return all(check.state is State.HOLDS for check in self.checks)

    @property
    def lost(self) -> bool:
        """Whether something is wrong that cannot be repaired from what is here."""
        return any(check.state is State.BROKEN for check in self.checks)

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What can be done, in the order in which it is done."""
        wanted = {check.remedy for check in self.checks if check.state is State.REPAIRABLE}
        return tuple(remedy for remedy in Remedy if remedy in wanted)

    def documents(self, remedy: Remedy) -> tuple[str, ...]:
        """The ids of the documents that something can be done to."""
        found = (check.documents for check in self.checks if check.remedy is remedy)
        return tuple(dict.fromkeys(one for some in found for one in some))


def holds(name: str, told: str) -> Check:
    """A check that holds."""
    return Check(name, State.HOLDS, told)


def wrong(
    name: str,
    told: str,
    found: list[str],
    *,
    remedy: Remedy | None = None,
    documents: list[str] | None = None,
) -> Check:
    """A check that does not hold: what is wrong, one by one, and what can be done about it."""
    state = State.REPAIRABLE if remedy else State.BROKEN
    some = tuple(found[:SHOWN])
    return Check(name, state, told, len(found), some, remedy, tuple(documents or ()))
