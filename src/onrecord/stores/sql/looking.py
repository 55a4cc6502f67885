"""Held passages by number and by document, with what their documents' headings say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.model import PassageKind
from onrecord.stores._passages import Hit
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.rows import to_day, to_passage

_CHUNK = 500
_HEADINGS = 50_000
"""Headings kept in memory, about 20 MB of them."""


class Heading(NamedTuple):
    """What every passage of a document has in common, as `Hit` names it."""

    id: str
    dated: str
    earliest: str | None
    latest: str | None
    publisher: str
    url: str
    language: str


class Headings:
    """The headings of held documents, each read once until something changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[int, Heading | None] = {}

    def clear(self) -> None:
        """Something was written: read them again."""
        self._held.clear()

    def of(self, number: int) -> Heading | None:
        """The heading of a document, None where it is not held."""
        if number not in self._held:
            if len(self._held) >= _HEADINGS:
                self._held.clear()
            row = self._connection.execute(
                f"SELECT {', '.join(Heading._fields)} FROM held WHERE number = ?", (number,)
            ).fetchone()
            self._held[number] = Heading(*row) if row else None
        return self._held[number]


def find_passages(connection: Connection, headings: Headings, numbers: Iterable[int]) -> list[Hit]:
    """The passages of these numbers, in the order given; those no longer held are left out."""
    asked = list(dict.fromkeys(numbers))
    held: dict[int, Hit] = {}
    for chunk in _chunks(asked):
        rows = connection.execute(
            f"SELECT * FROM passages WHERE number IN ({_marks(chunk)})", chunk
        )
        held.update((hit.number, hit) for hit in _hits(rows, headings))
    return [held[number] for number in asked if number in held]


def find_passages_of(
    connection: Connection, headings: Headings, number: int, kinds: Iterable[PassageKind]
) -> list[Hit]:
    """The passages of a held document in order."""
    wanted = list(kinds)
    only = f" AND kind IN ({_marks(wanted)})" if wanted else ""
    rows = connection.execute(
        f"SELECT * FROM passages WHERE document = ?{only} ORDER BY position", (number, *wanted)
    )
    return list(_hits(rows, headings))


def _hits(rows: Iterable[Row], headings: Headings) -> Iterator[Hit]:
    for row in rows:
        of = headings.of(row["document"])
        if of:
            yield Hit(
                number=row["number"],
                passage=to_passage(row, of.id),
                dated=of.dated,
                earliest=to_day(of.earliest),
                latest=to_day(of.latest),
                publisher=of.publisher,
                url=of.url,
                language=of.language,
            )


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[i : i + _CHUNK] for i in range(0, len(numbers), _CHUNK))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
