"""What a store does with documents: kept, found by references, listed, taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.model import Reading


class Added(StrEnum):
    """What became of a document that was added."""

    NEW = "added"
    HELD = "held"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of documents, corrections applied.

    `supersedes` is the id of the version before, `superseded_by` of the one after, "" where there
    is none. `copies` counts the other documents in use that are copies of the same story.
    """

    id: str
    kind: str
    title: str
    publisher: str
    dated: str
    language: str
    url: str
    path: str
    words: int
    turns: int
    statements: int
    supersedes: str = ""
    superseded_by: str = ""
    copies: int = 0


DocumentKey = tuple[str, str]
"""What a document is in order by: its date in EDTF, its id."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents of the list are asked for; an empty field does not filter.

    `named` is a piece of the title, path, address or id, case aside; `kind` and `publisher` are
    whole values in force. `earliest` and `latest` are days, months or years as EDTF writes them,
    inclusive; a document without a day passes neither.
    """

    named: str = ""
    kind: str = ""
    publisher: str = ""
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some documents of the list, in order; how many are chosen, and how many held, by what.

    `kinds` and `publishers` count all documents held by these values, "" where it is not known.
    """

    lines: tuple[Listed, ...]
    chosen: int
    held: int
    kinds: Mapping[str, int]
    publishers: Mapping[str, int]


class Documents(Protocol):
    """The part of a store that keeps documents; references (`ref`) as in `Store`."""

    def add(self, reading: Reading, raw: bytes) -> tuple[str, Added]:
        """Keep a document: its id and whether it is new, was held, or is a newer version.

        It is a newer version where a held document has its URL or its id and other bytes; where it
        is the id that they share, the newer one's gets an ending of its own.
        """
        ...

    def replace(self, reading: Reading) -> None:
        """Put what was derived afresh in the place of what was derived before.

        Corrections stand, and so do the original values of the fields that they cover; rulings are
        laid over what is fresh.
        """
        ...

    def find(self, ref: str) -> str:
        """The id of the document that answers to `ref`."""
        ...

    def load(self, ref: str) -> Reading:
        """A held document and what is derived from it, corrections and rulings laid over."""
        ...

    def raw(self, ref: str) -> bytes:
        """The bytes as they were read."""
        ...

    def text(self, ref: str) -> str:
        """The text of a document."""
        ...

    def held_as(self, document: str, sha256: str = "") -> str:
        """As which document in use one is held now: itself, or the newest version of it.

        Else it is the one document in use that was read from raw bytes of this SHA-256, "" where
        there is none, or several.
        """
        ...

    def remove(self, ref: str) -> str:
        """Take a document out with all that is derived from it, and say its id."""
        ...

    def listed(self, ref: str) -> Listed:
        """The line of one document, which may be a superseded one."""
        ...

    def documents(self) -> Iterator[Listed]:
        """The documents held, in order of date, then id."""
        ...

    def how_many(self) -> int:
        """How many documents are held."""
        ...

    def shelf(
        self, choice: Choice, *, first: int = 0, limit: int = 50, newest: bool = True
    ) -> Shelf:
        """The documents chosen from place `first` on, by date, then id; those without one last."""
        ...

    def documents_after(self, after: DocumentKey | None, *, limit: int) -> list[Listed]:
        """The first documents held behind a key, in the order of `documents`; None is the start.

        The key need not be a held document's, so that pages follow each other whatever is added or
        removed meanwhile.
        """
        ...

    def publishers(self) -> list[str]:
        """The publishers of the documents held, each once, in alphabetical order."""
        ...
