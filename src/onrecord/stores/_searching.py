"""Full-text search over what a store holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.model import Spans
from onrecord.stores._statements import Found, Sought, Unit, Wanted


class Order(StrEnum):
    """In which order hits come: best first, or by the first day that their document can be of."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The numbers of statements or passages that answer to a query, in order, and what they are.

    `kinds` stands beside `numbers`: the quotation of a statement, the kind of a passage. `more`
    says that others answer, which were taken in before these and are not among them. `last` is the
    highest number that was looked at. `counts` says how many of them have each value of speaker,
    quotation, manner, stance (of statements), passage (the kind, of passages), publisher, kind (of
    their document), document (its id) and days (its earliest and latest, ISO 8601, with "/"
    between them, "/" where they are not known); "" stands for what is not known.
    """

    numbers: tuple[int, ...]
    kinds: tuple[str, ...]
    more: bool
    last: int
    counts: Mapping[str, Mapping[str, int]]


class Searched(Protocol):
    """The part of a store that answers to full-text queries."""

    def search(self, sought: Sought, *, limit: int = 20) -> list[Found]:
        """Statements whose words answer to a full-text query, best first."""
        ...

    def ranked(
        self,
        sought: Sought,
        wanted: Wanted,
        *,
        unit: Unit = Unit.STATEMENT,
        order: Order = Order.BEST,
        until: int = 0,
        most: int = 10_000,
    ) -> Ranked:
        """All statements or passages that answer to a query and pass the filters, in order.

        Of more than `most` those that were taken in last. With `until` none of a higher number, so
        that what is added meanwhile changes nothing. A query without words lets everything pass.
        Words of a passage must stand within some thirty words of each other.
        """
        ...

    def matched(
        self, sought: Sought, numbers: Iterable[int], *, unit: Unit = Unit.STATEMENT
    ) -> dict[int, Spans]:
        """Where the words of a query stand in what these statements or passages say, in documents.

        Those that do not have them there are left out.
        """
        ...
