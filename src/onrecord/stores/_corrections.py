"""What people correct of documents and of the lines of a process."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.model import Amendment


class Amending(StrEnum):
    """What became of an amendment that was to be kept."""

    NEW = "new"
    HELD = "held"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in the place of a metadata field; `taken_back` is "" while it stands.

    `previous` is the value that was in force before. Times are UTC, ISO 8601.
    """

    field: str
    value: str
    previous: str
    by: str
    at: str
    taken_back: str = ""


CORRECTABLE = frozenset("title url published publisher author language kind speaker".split())


class Corrections(Protocol):
    """The part of a store that keeps corrections; references (`ref`) as in `Store`."""

    def correct(self, ref: str, field: str, value: str, *, by: str = "") -> None:
        """Lay a correction of one metadata field over a document; the original stands."""
        ...

    def take_back(self, ref: str, field: str) -> None:
        """Take back the correction of a field that is in force; the one before it stands again."""
        ...

    def corrections(self, ref: str) -> list[Correction]:
        """What people corrected of a document, oldest first, with what was taken back."""
        ...

    def amend(self, amendment: Amendment) -> Amending:
        """Keep a person's correction of a line of a process; the same one twice is one.

        Documents that are read again, superseded or removed leave it as it is. One that is held
        already is taken back where the one given was. Raises `InputError` where another one is
        held under its id.
        """
        ...

    def amendments(self, process: str = "") -> list[Amendment]:
        """The amendments of a process ("" of all), in the order of their times.

        Those that were taken back are among them.
        """
        ...

    def take_back_amendment(self, ref: str) -> Amendment:
        """Take back an amendment by its id, or a prefix of it that fits one only."""
        ...
