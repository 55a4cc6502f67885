"""Documents and statements page by page, by where the page before ended.

A page begins behind a key and not after a count, so that no line is left out or told twice while
documents are added (keyset paging). What is added meanwhile is on the pages that follow where its
key is higher.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.stores._documents import DocumentKey, Listed
from onrecord.stores._statements import Found, StatementKey, Wanted
from onrecord.stores.sql.choosing import lines_of
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.listing import conditions
from onrecord.stores.sql.loading import to_found

_KEY = "h.dated = '', h.dated, h.id"
_AT_FIRST, _AT_ONCE = 16, 4_096
"""Documents that are looked through for statements at first, and at most, at a time."""


def page_documents(connection: Connection, after: DocumentKey | None, limit: int) -> list[Listed]:
    """The documents behind a key, in order of date, then id; those without a date last."""
    where, values = _behind(after, ">")
    # The keys alone first: the other columns of a line cost more than all keys together.
    keys = connection.execute(
        "SELECT h.document FROM headings h JOIN documents d ON d.number = h.document"
        f" WHERE d.state = 'held' AND {where} ORDER BY {_KEY} LIMIT ?",
        (*values, limit),
    )
    return lines_of(connection, [row["document"] for row in keys])


def page_statements(
    connection: Connection, wanted: Wanted, after: StatementKey | None, limit: int
) -> list[Found]:
    """The statements behind a key that pass the filters, in the order of the list."""
    found: list[Found] = []
    for chunk in _chunks(_documents(connection, wanted, after)):
        where, values = conditions(connection, wanted)
        if after:
            where.append("(h.id <> ? OR s.position > ?)")
            values += [after[1], after[2]]
        which, value = connection.among(chunk)
        rows = connection.execute(
            "SELECT s.*, h.id, h.dated, h.publisher, h.title"
            " FROM statements s JOIN held h ON h.number = s.document"
            f" WHERE s.document {which} AND {' AND '.join(where)}"
            f" ORDER BY {_KEY}, s.position LIMIT ?",
            (value, *values, limit - len(found)),
        )
        found += [to_found(row) for row in rows]
        if len(found) >= limit:
            break
    return found


def _documents(connection: Connection, wanted: Wanted, after: StatementKey | None) -> list[int]:
    """The documents in which a page's statements can stand, in order, by what is known of them."""
    of_documents = Wanted(
        document=wanted.document,
        publisher=wanted.publisher,
        publishers=wanted.publishers,
        documents=wanted.documents,
        kind=wanted.kind,
        earliest=wanted.earliest,
        latest=wanted.latest,
    )
    where, values = conditions(connection, of_documents)
    behind, key = _behind(after and after[:2], ">=")
    if wanted.speakers is not None:
        which, value = connection.among(wanted.speakers)
        speaking = f"SELECT document FROM statements WHERE searched = 1 AND speaker {which}"
        where.append(f"h.number IN ({speaking})")
        values.append(value)
    rows = connection.execute(
        "SELECT h.number FROM held h JOIN (SELECT number AS document FROM documents) s"
        f" ON s.document = h.number WHERE {' AND '.join(where)} AND {behind} ORDER BY {_KEY}",
        (*values, *key),
    )
    return [row["number"] for row in rows]


def _behind(after: DocumentKey | None, than: str) -> tuple[str, tuple[object, ...]]:
    """The condition that a document comes behind a key, and its values."""
    if after is None:
        return "1 = 1", ()
    return f"({_KEY}) {than} (?, ?, ?)", (after[0] == "", *after)


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    """Few documents first, then ever more: most pages end in the first of them."""
    start, size = 0, _AT_FIRST
    while start < len(numbers):
        yield numbers[start : start + size]
        start, size = start + size, min(4 * size, _AT_ONCE)
