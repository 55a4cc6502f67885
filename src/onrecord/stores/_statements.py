"""What a store says of statements: filtered, in order, counted by who made them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from onrecord.model import Kind, Manner, Quotation, Stance, Statement


@dataclass(frozen=True, slots=True)
class Found:
    """A statement found by filters, with the words of its roles and the date of its document.

    `position` is its place among the statements of its document.
    """

    id: int
    statement: Statement
    source: str
    cue: str
    content: str
    dated: str
    publisher: str
    title: str
    position: int = 0


StatementKey = tuple[str, str, int]
"""What a statement is in order by: its document's date and id, its position there."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A full-text query taken apart: words and phrases that must all occur, and any that must not.

    With `every` false one of them is enough. Words are compared by their stems, case and accents
    aside; a phrase is its words side by side. With `said` only what was said is searched, and not
    the names of those who said it.
    """

    phrases: tuple[str, ...]
    without: tuple[str, ...] = ()
    every: bool = True
    said: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters on statements; an empty field does not filter.

    `speakers` are names as they stand in the store, any of them; None does not filter, and an empty
    tuple lets nothing pass. Which names are one person's is not for a store to say: a caller
    compares those that `Store.speakers` gives. `publisher` may be a piece of its name; `publishers`
    are whole names, any of them, and `documents` ids, as `speakers` are names. `earliest` and
    `latest` are inclusive days; a document whose days are not known passes neither. `kind` is the
    document's. `about` asks for words of the content. No passage has a `quotation`, a `manner`, a
    `stance` or a content.
    """

    speakers: tuple[str, ...] | None = None
    document: str = ""
    publisher: str = ""
    quotation: Quotation | None = None
    earliest: date | None = None
    latest: date | None = None
    about: Sought | None = None
    publishers: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    kind: Kind | None = None
    manner: Manner | None = None
    stance: Stance | None = None


class Unit(StrEnum):
    """What is searched: statements, or passages, which have all words of documents.

    Of passages that lie in one another the outermost is searched. A transcript's turns are
    passages, and statements are what somebody says in them that somebody said.
    """

    STATEMENT = "statement"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Voice:
    """A name that words are given to: in how many statements, in turns of how many documents.

    `basis` is that of one of the statements, or "turn" where there are none.
    """

    name: str
    basis: str
    statements: int
    records: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements and turns of somebody a document has, passed on by way of `via`.

    A document has one for each chain; its turns, which nobody passes on, stand with the empty one.
    `direct` counts the statements that are quoted, wholly or in part.
    """

    document: str
    kind: str
    title: str
    publisher: str
    dated: str
    earliest: date | None
    latest: date | None
    via: tuple[str, ...]
    statements: int
    direct: int
    turns: int


@dataclass(frozen=True, slots=True)
class Met:
    """Who stands in exchanges with somebody: in how many, asking in how many, of which documents.

    `name` is "" for all whom no document names.
    """

    name: str
    exchanges: int
    asking: int
    documents: int


class Statements(Protocol):
    """The part of a store that gives statements by what they are."""

    def speakers(self, unit: Unit = Unit.STATEMENT) -> list[str]:
        """The names that statements, or passages, are given to, each once, in order."""
        ...

    def voices(self) -> list[Voice]:
        """The names that statements or turns are given to, those with most of both first."""
        ...

    def tally(self, speakers: Iterable[str], *, about: Sought | None = None) -> list[Tally]:
        """What each document has of somebody under these names, by date, then id.

        With `about` only statements whose content answers to it count, and no turns.
        """
        ...

    def met(self, speakers: Iterable[str], *, limit: int = 50) -> list[Met]:
        """Who else speaks in the exchanges of somebody under these names, most exchanges first."""
        ...

    def statements(self, wanted: Wanted) -> Iterator[Found]:
        """The statements that pass the filters, in order of document and place."""
        ...

    def statements_after(
        self, wanted: Wanted, after: StatementKey | None, *, limit: int
    ) -> list[Found]:
        """The first statements behind a key that pass the filters, in the order of `statements`."""
        ...

    def found(self, numbers: Iterable[int]) -> list[Found]:
        """The statements of these numbers, in the order given; those not held are left out."""
        ...
