"""Rows into readings, lists and hits."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.model import Document, Exchange, Kind, Passage, Reading, Statement, Structure
from onrecord.stores._corrections import Correction
from onrecord.stores._documents import Listed
from onrecord.stores._passages import Hit, Recorded
from onrecord.stores._statements import Found
from onrecord.stores.sql.connection import Connection, Row, Rows
from onrecord.stores.sql.rows import (
    strings,
    to_dating,
    to_day,
    to_document,
    to_part,
    to_passage,
    to_statement,
    to_turn,
)


def load_reading(connection: Connection, number: int) -> Reading:
    """A document with all that is derived from it, corrections applied."""
    row = connection.execute("SELECT * FROM documents WHERE number = ?", (number,)).fetchone()
    document = _corrected(connection, number, to_document(row))
    structure, engine = _structure(connection, number)
    return Reading(
        document=document,
        structure=structure,
        statements=_statements(connection, number, document.id),
        passages=_passages(connection, number, document.id),
        engine=engine,
    )


def in_force(connection: Connection, number: int) -> dict[str, str]:
    """The corrections that stand, as field and value."""
    rows = connection.execute(
        "SELECT field, value FROM corrections_in_force WHERE document = ?", (number,)
    )
    return {row["field"]: row["value"] for row in rows}


def _corrected(connection: Connection, number: int, document: Document) -> Document:
    changes: dict[str, Any] = dict(in_force(connection, number))
    if "kind" in changes:
        changes["kind"] = Kind(changes["kind"]) if changes["kind"] else None
    return replace(document, **changes) if changes else document


def _rows(connection: Connection, table: str, number: int) -> Rows:
    return connection.execute(
        f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (number,)
    )


def _structure(connection: Connection, number: int) -> tuple[Structure, str]:
    """What a document was found to be, and by which engine its statements were."""
    row = connection.execute("SELECT * FROM structures WHERE document = ?", (number,)).fetchone()
    exchanges = (
        Exchange(e["question"], tuple(json.loads(e["answers"])))
        for e in _rows(connection, "exchanges", number)
    )
    found = Structure(
        kind=Kind(row["kind"]),
        why=row["why"],
        parts=tuple(map(to_part, _rows(connection, "parts", number))),
        turns=tuple(map(to_turn, _rows(connection, "turns", number))),
        exchanges=tuple(exchanges),
        title=row["title"],
        dating=to_dating(row["dating"]),
        published=to_dating(row["published"]),
        place=row["place"],
        agency=row["agency"],
        publisher=row["publisher"],
        editions=strings(row["editions"]),
        flags=strings(row["flags"]),
    )
    return found, row["engine"]


def _statements(connection: Connection, number: int, document: str) -> tuple[Statement, ...]:
    rows = _rows(connection, "statements", number)
    return tuple(to_statement(row, document) for row in rows)


def _passages(connection: Connection, number: int, document: str) -> tuple[Passage, ...]:
    rows = _rows(connection, "passages", number)
    return tuple(to_passage(row, document) for row in rows)


def to_listed(row: Row) -> Listed:
    """A row of the view `listed`, with `copies`, as a line of the list."""
    return Listed(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        publisher=row["publisher"],
        dated=row["dated"],
        language=row["language"],
        url=row["url"],
        path=row["path"],
        words=row["words"],
        turns=row["turns"],
        statements=row["statements"],
        supersedes=row["supersedes"],
        superseded_by=row["superseded_by"],
        copies=row["copies"],
    )


def to_found(row: Row) -> Found:
    """A row of `statements` beside its document's as a found statement."""
    return Found(
        id=row["number"],
        statement=to_statement(row, row["id"]),
        source=row["source"],
        cue=row["cue"],
        content=row["content"],
        dated=row["dated"],
        publisher=row["publisher"],
        title=row["title"],
        position=row["position"],
    )


def to_hit(row: Row) -> Hit:
    """A row of `passages` beside its document's as a hit."""
    return Hit(
        number=row["number"],
        passage=to_passage(row, row["id"]),
        dated=row["dated"],
        earliest=to_day(row["earliest"]),
        latest=to_day(row["latest"]),
        publisher=row["publisher"],
        url=row["url"],
        language=row["language"],
    )


def to_recorded(row: Row) -> Recorded:
    """A transcript's row as coverage."""
    return Recorded(
        document=row["id"],
        speakers=strings(row["speakers"]),
        earliest=to_day(row["earliest"]),
        latest=to_day(row["latest"]),
        language=row["language"],
        passages=row["passages"],
        flags=strings(row["flags"]),
    )


def to_correction(row: Row) -> Correction:
    """A row of `corrections`."""
    return Correction(
        field=row["field"],
        value=row["value"],
        previous=row["previous"],
        by=row["by"],
        at=row["at"],
        taken_back=row["taken_back"] or "",
    )
