"""What full-text search has to do for the modules beside this one; each database has its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Spans
from onrecord.stores._statements import Sought, Unit

TABLE = {Unit.STATEMENT: "statements", Unit.PASSAGE: "passages"}
"""Where what is searched stands."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL and its values."""

    sql: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Answering:
    """What answers to a query, as pieces of SQL: a table `f`, which of its rows, what they are.

    `number` is that of the statement or passage, `rank` the lower the better. `tables` has values
    where it is no table but a query.
    """

    tables: Condition
    where: Condition
    number: str
    rank: str


class FullText(Protocol):
    """Words compared by their stems, case and accents aside; see `Sought`."""

    def about(self, sought: Sought, speakers: tuple[str, ...] = ()) -> Condition:
        """That the content of a statement `s` answers to a query.

        `speakers` are those whose statements alone are asked for, which is checked elsewhere too.
        """
        ...

    def answering(self, sought: Sought, unit: Unit) -> Answering:
        """The statements or passages that answer to a query, which has phrases."""
        ...

    def matches(self, sought: Sought, numbers: Iterable[int], unit: Unit) -> dict[int, Spans]:
        """Where the words of a query, which has phrases, stand in documents; see `Store`."""
        ...

    def renew(self, document: int) -> None:
        """Take in what was written of a document, where the database does not by itself."""
        ...
