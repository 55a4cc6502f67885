"""Full-text search by FTS5: triggers keep its tables in step with what is searched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Span, Spans
from onrecord.stores._statements import Sought, Unit
from onrecord.stores.sql.full_text import TABLE, Answering, Condition
from onrecord.stores.sql.placing import placed

# Of a statement the content weighs most, then the speaker's name, the source, the cue.
_RANK = {
    Unit.STATEMENT: "bm25(statements_fts, 8.0, 4.0, 2.0, 1.0)",
    Unit.PASSAGE: "bm25(passages_fts)",
}
_WORDS = {Unit.STATEMENT: "s.content, s.content_spans", Unit.PASSAGE: "s.text, s.start"}
_NEAR = 30
"""Words between the first and the last one sought of a passage, which may be an hour's speech."""
# Characters that Unicode keeps for no text at all; a text that has them in spite of that is left
# unmarked.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


class Fts5:
    """The `FullText` protocol over the FTS5 tables of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def about(self, sought: Sought, speakers: tuple[str, ...] = ()) -> Condition:
        """That the content of a statement `s` answers to a query."""
        query = f"content : ({_written(sought)})"
        if speakers and all(any(c.isalnum() for c in name) for name in speakers):
            query = f"({query}) AND speaker : ({' OR '.join(map(_quoted, speakers))})"
        sql = "s.number IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)"
        return Condition(sql, (query,))

    def answering(self, sought: Sought, unit: Unit) -> Answering:
        """The statements or passages that answer to a query, which has phrases."""
        table = f"{TABLE[unit]}_fts"
        return Answering(
            tables=Condition(f"{table} f", ()),
            where=Condition(f"{table} MATCH ?", (_query(sought, unit),)),
            number="f.rowid",
            rank=_RANK[unit],
        )

    def matches(self, sought: Sought, numbers: Iterable[int], unit: Unit) -> dict[int, Spans]:
        """Where the words of a query, which has phrases, stand in documents."""
        table, query = TABLE[unit], _query(sought, unit)
        sql = (
            f"SELECT highlight({table}_fts, 0, '{_OPEN}', '{_CLOSE}'), {_WORDS[unit]}"
            f" FROM {table}_fts f CROSS JOIN {table} s ON s.number = f.rowid"
            f" WHERE {table}_fts MATCH ? AND f.rowid = ?"
        )
        found = dict[int, Spans]()
        for number in dict.fromkeys(numbers):
            row = self._connection.execute(sql, (query, number)).fetchone()
            if row is None:
                continue
            marked, words, place = row
            if spans := tuple(placed(_marked(marked, words), place)):
                found[number] = spans
        return found

    def renew(self, document: int) -> None:
        """Nothing to do: triggers take in what is written of a document."""


def _query(sought: Sought, unit: Unit) -> str:
    """A query, which has phrases, as FTS5 takes it."""
    if unit is Unit.PASSAGE and sought.every and len(sought.phrases) > 1:
        query = f"NEAR({' '.join(map(_quoted, sought.phrases))}, {_NEAR})"
    else:
        query = _written(replace(sought, without=()))
    if sought.said and unit is Unit.STATEMENT:
        query = f"{{content}} : ({query})"
    return _lacking(query, sought)


def _written(sought: Sought) -> str:
    """A query as FTS5 has it; of one without phrases nothing is found."""
    query = f" {'AND' if sought.every else 'OR'} ".join(map(_quoted, sought.phrases or ("",)))
    return _lacking(query, sought)


def _lacking(query: str, sought: Sought) -> str:
    if sought.without:
        return f"({query}) NOT ({' OR '.join(map(_quoted, sought.without))})"
    return query


def _quoted(phrase: str) -> str:
    """A phrase as FTS5 takes it literally."""
    return '"' + phrase.replace("\0", " ").replace('"', '""') + '"'


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
