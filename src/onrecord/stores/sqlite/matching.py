"""Full-text queries: what answers to them, best first, and where its words stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Span, Spans
from onrecord.stores._store import Found, Sought, Unit
from onrecord.stores.sqlite.listing import FOUND, full_text, quoted
from onrecord.stores.sqlite.loading import to_found
from onrecord.stores.sqlite.rows import GAP, to_spans

# Of a statement the content weighs most, then the speaker's name, the source, the cue.
RANK = {
    Unit.STATEMENT: "bm25(statements_fts, 8.0, 4.0, 2.0, 1.0)",
    Unit.PASSAGE: "bm25(passages_fts)",
}
TABLE = {Unit.STATEMENT: "statements", Unit.PASSAGE: "passages"}
_WORDS = {Unit.STATEMENT: "content, content_spans", Unit.PASSAGE: "text, start"}
_NEAR = 30
"""Words between the first and the last one sought of a passage, which may be an hour's speech."""
# Characters that Unicode keeps for no text at all; a text that has them in spite of that is left
# unmarked.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


def search_statements(connection: sqlite3.Connection, sought: Sought, limit: int) -> list[Found]:
    """Statements that answer to a query, best first by BM25."""
    if not sought.phrases:
        return []
    rows = connection.execute(
        f"{FOUND} ON h.number = s.document JOIN statements_fts f ON f.rowid = s.number"
        f" WHERE statements_fts MATCH ? ORDER BY {RANK[Unit.STATEMENT]}, s.number LIMIT ?",
        (to_query(sought, Unit.STATEMENT), limit),
    )
    return [to_found(row) for row in rows]


def to_query(sought: Sought, unit: Unit) -> str:
    """A query, which has phrases, as FTS5 takes it."""
    if unit is Unit.PASSAGE and sought.every and len(sought.phrases) > 1:
        query = f"NEAR({' '.join(map(quoted, sought.phrases))}, {_NEAR})"
    else:
        query = full_text(replace(sought, without=()))
    if sought.said and unit is Unit.STATEMENT:
        query = f"{{content}} : ({query})"
    if sought.without:
        query = f"({query}) NOT ({' OR '.join(map(quoted, sought.without))})"
    return query


def find_matches(
    connection: sqlite3.Connection, sought: Sought, numbers: Iterable[int], unit: Unit
) -> dict[int, Spans]:
    """Where the words of a query stand in these statements or passages, as spans of documents."""
    if not sought.phrases:
        return {}
    table, query = TABLE[unit], to_query(sought, unit)
    sql = (
        f"SELECT highlight({table}_fts, 0, '{_OPEN}', '{_CLOSE}'), {_named(unit)}"
        f" FROM {table}_fts f CROSS JOIN {table} s ON s.number = f.rowid"
        f" WHERE {table}_fts MATCH ? AND f.rowid = ?"
    )
    found = dict[int, Spans]()
    for number in dict.fromkeys(numbers):
        row = connection.execute(sql, (query, number)).fetchone()
        if row is None:
            continue
        marked, words, place = row
        if spans := tuple(_placed(_marked(marked, words), place)):
            found[number] = spans
    return found


def _named(unit: Unit) -> str:
    return ", ".join(f"s.{column}" for column in _WORDS[unit].split(", "))


def _marked(marked: str, words: str) -> list[Span]:
    """The stretches of `words` that stand between marks."""
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != words:
        return []
    found, at = list[Span](), 0
    for piece in marked.split(_OPEN):
        inner, _, rest = piece.rpartition(_CLOSE)
        if inner:
            found.append(Span(at, at + len(inner)))
        at += len(inner) + len(rest)
    return found


def _placed(found: Iterable[Span], place: int | str) -> Iterator[Span]:
    """Stretches of a column's words as spans of the document.

    `place` is where a passage begins, or the spans of a statement's content, which its column has
    one after the other with `GAP` between them.
    """
    if isinstance(place, int):
        yield from (span.moved(place) for span in found)
        return
    pieces, at = list[tuple[int, Span]](), 0
    for span in to_spans(place):
        pieces.append((at, span))
        at += len(span) + len(GAP)
    for match in found:
        for start, span in pieces:
            held = Span(start, start + len(span))
            if held.meets(match):
                inner = Span(max(match.start, held.start), min(match.end, held.end))
                yield inner.moved(span.start - start)
