"""What is derived from a document agrees with its text: every span gives the words beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from onrecord.model import Document, Span
from onrecord.stores._health import Check, Progress, Remedy, holds, wrong
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.rows import (
    joined,
    strings,
    to_dating,
    to_document,
    to_part,
    to_passage,
    to_spans,
    to_statement,
    to_turn,
)

NAME = "structure and spans"
HEADINGS = "headings"
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
_ROLES = ("source", "cue", "content")


def check_derived(connection: Connection, progress: Progress | None = None) -> Check:
    """Whether every document has its structure, and its spans slice back to the words stored."""
    numbers = [row[0] for row in connection.execute("SELECT number FROM documents ORDER BY number")]
    bad: dict[str, str] = {}
    for done, number in enumerate(numbers, 1):
        row = connection.execute("SELECT * FROM documents WHERE number = ?", (number,)).fetchone()
        if why := fault(connection, row):
            bad[row["id"]] = why
        if progress:
            progress(done, len(numbers))
    if not bad:
        told = f"{len(numbers):,} documents have their structure, every span gives the words stored"
        return holds(NAME, told)
    found = [f"{ref}: {why}" for ref, why in bad.items()]
    told = f"what is derived from {len(bad):,} documents does not agree with their text"
    return wrong(NAME, told, found, remedy=Remedy.DERIVED, documents=list(bad))


def fault(connection: Connection, row: Row) -> str:
    """What is wrong with what is derived from the document of a row, "" for nothing."""
    if why := text_fault(row):
        return why
    try:
        return next(_faults(connection, row), "")
    except UNREADABLE as error:
        return f"cannot be read: {error}"


def text_fault(row: Row) -> str:
    """What is wrong with the document itself as it is stored, "" for nothing that can be seen."""
    try:
        document = to_document(row)
        if len(document.text.split()) != row["words"]:
            return f"its text has not the {row['words']:,} words that it was read with"
        return _beyond(document)
    except UNREADABLE as error:
        return f"cannot be read: {error}"


def _beyond(document: Document) -> str:
    ends = (mark.span.end for mark in document.marks)
    return "a mark lies beyond its text" if max(ends, default=0) > len(document.text) else ""


def _faults(connection: Connection, row: Row) -> Iterator[str]:
    number, text = row["number"], row["text"]
    yield from _structure_faults(connection, number)
    for table, agrees in _AGREE.items():
        rows = connection.execute(f"SELECT * FROM {table} WHERE document = ?", (number,))
        for one in rows:
            if not agrees(one, text):
                yield f"{table}, place {one['position']}: not the words that stand there"
    yield from _overlay_faults(connection, number)


def _structure_faults(connection: Connection, number: int) -> Iterator[str]:
    row = connection.execute("SELECT * FROM structures WHERE document = ?", (number,)).fetchone()
    if row is None:
        yield "has no structure"
        return
    for column in ("dating", "published"):
        to_dating(row[column])
    for column in ("editions", "flags", "speakers"):
        strings(row[column])
    count = connection.execute(
        "SELECT count(*) FROM passages WHERE document = ? AND against = 'record'", (number,)
    ).fetchone()[0]
    if count != row["record_passages"]:
        yield f"has {count} passages of record, and is said to have {row['record_passages']}"


def _overlay_faults(connection: Connection, number: int) -> Iterator[str]:
    for row in connection.execute("SELECT derived FROM originals WHERE document = ?", (number,)):
        if not isinstance(json.loads(row["derived"]), dict):
            yield "what was read before rulings cannot be read"
    laid = connection.execute(
        "SELECT ruling FROM ruled WHERE document = ? AND ruling NOT IN"
        " (SELECT id FROM rulings WHERE taken_back IS NULL)",
        (number,),
    ).fetchone()
    if laid:
        yield f"is laid by {laid['ruling']}, a ruling that does not stand"


def _part_agrees(row: Row, text: str) -> bool:
    return _within(to_part(row).span, text) and to_part(row).span.of(text) == row["words"]


def _turn_agrees(row: Row, text: str) -> bool:
    turn = to_turn(row)
    spans = (*turn.spans, *(() if turn.label is None else (turn.label,)))
    words = "\n\n".join(span.of(text) for span in turn.spans)
    return all(_within(span, text) for span in spans) and words == row["words"]


def _statement_agrees(row: Row, text: str) -> bool:
    to_statement(row, "")
    roles = {name: to_spans(row[f"{name}_spans"]) for name in _ROLES}
    every = [*to_spans(row["via_spans"]), *(span for spans in roles.values() for span in spans)]
    return all(_within(span, text) for span in every) and all(
        joined(text, spans) == row[name] for name, spans in roles.items()
    )


def _passage_agrees(row: Row, text: str) -> bool:
    """A passage has its document's own code points, in which what is another's is blanked."""
    passage = to_passage(row, "")
    own = passage.span.of(text)
    if not _within(passage.span, text) or len(own) != len(passage.text):
        return False
    return own == passage.text or all(
        theirs in {ours, " "} for ours, theirs in zip(own, passage.text, strict=True)
    )


def _within(span: Span, text: str) -> bool:
    return span.end <= len(text)


_AGREE: dict[str, Callable[[Any, str], bool]] = {
    "parts": _part_agrees,
    "turns": _turn_agrees,
    "statements": _statement_agrees,
    "passages": _passage_agrees,
}


def check_headings(connection: Connection) -> Check:
    """Whether search's line about each document is the one that its tables and corrections give."""
    columns = "id, kind, publisher, dated, earliest, latest"
    kept = f"SELECT document, {columns} FROM headings"
    given = f"SELECT number AS document, {columns} FROM listed"
    rows = connection.execute(
        f"SELECT DISTINCT id FROM (SELECT * FROM ({kept} EXCEPT {given}) AS a"
        f" UNION SELECT * FROM ({given} EXCEPT {kept}) AS b) AS c"
    ).fetchall()
    if rows:
        told = f"search has another line of {len(rows):,} documents than the list"
        return wrong(HEADINGS, told, [row["id"] for row in rows], remedy=Remedy.HEADINGS)
    return holds(HEADINGS, "search has the same line of every document as the list")
