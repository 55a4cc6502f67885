"""Documents, statements and records, filtered and in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from onrecord.stores._store import Found, Listed, Recorded, Sought, Unit, Wanted
from onrecord.stores.sqlite.loading import to_found, to_listed, to_recorded
from onrecord.stores.sqlite.references import number_of
from onrecord.stores.sqlite.rows import from_day, strings, to_json

FOUND = "SELECT s.*, h.id, h.dated, h.publisher, h.title FROM statements s JOIN held h"

_RECORDS = """
    SELECT h.id, h.earliest, h.latest, h.language, h.flags, s.speakers,
        s.record_passages AS passages
    FROM held h JOIN structures s ON s.document = h.number WHERE h.kind = 'transcript'
"""


def list_documents(connection: sqlite3.Connection) -> Iterator[Listed]:
    """The documents held, in order of date, then id; those without a date last."""
    rows = connection.execute("SELECT * FROM held ORDER BY dated = '', dated, id")
    return map(to_listed, rows)


def list_records(
    connection: sqlite3.Connection, earliest: date | None = None, latest: date | None = None
) -> list[Recorded]:
    """The transcripts held, as coverage, by day and id; with bounds those that begin within."""
    where, days = "", list[str | None]()
    if earliest:
        where, days = f"{where} AND h.earliest >= ?", [*days, from_day(earliest)]
    if latest:
        where, days = f"{where} AND h.earliest <= ?", [*days, from_day(latest)]
    rows = connection.execute(f"{_RECORDS}{where} ORDER BY h.earliest, h.id", days)
    return [to_recorded(row) for row in rows]


def list_statements(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[Found]:
    """The statements that pass the filters, document by document in the order of the list."""
    where, values = conditions(connection, wanted)
    rows = connection.execute(
        f"{FOUND} ON h.number = s.document WHERE {' AND '.join(where)}"
        " ORDER BY h.dated = '', h.dated, h.id, s.position",
        values,
    )
    return map(to_found, rows)


def conditions(
    connection: sqlite3.Connection, wanted: Wanted
) -> tuple[list[str], list[str | int | None]]:
    """The filters as SQL on `s`, statements or passages, and `h`, what their documents are."""
    where, values = ["1"], list[str | int | None]()

    def add(condition: str, value: str | int | None) -> None:
        where.append(condition)
        values.append(value)

    if wanted.document:
        add("s.document = ?", number_of(connection, wanted.document))
    if wanted.speakers is not None:
        add("s.speaker IN (SELECT value FROM json_each(?))", to_json(wanted.speakers))
    if wanted.publisher:
        add("instr(lower(h.publisher), lower(?)) > 0", wanted.publisher)
    if wanted.publishers is not None:
        add("h.publisher IN (SELECT value FROM json_each(?))", to_json(wanted.publishers))
    if wanted.documents is not None:
        add("h.id IN (SELECT value FROM json_each(?))", to_json(wanted.documents))
    if wanted.kind:
        add("h.kind = ?", wanted.kind)
    for column in ("quotation", "manner", "stance"):
        if value := getattr(wanted, column):
            add(f"s.{column} = ?", value)
    if wanted.about:
        add(
            "s.number IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)",
            f"content : ({full_text(wanted.about)})",
        )
    if wanted.earliest:
        add("coalesce(h.latest, h.earliest) >= ?", from_day(wanted.earliest))
    if wanted.latest:
        add("coalesce(h.earliest, h.latest) <= ?", from_day(wanted.latest))
    return where, values


def list_speakers(connection: sqlite3.Connection, unit: Unit = Unit.STATEMENT) -> list[str]:
    """The names that statements or passages in use are given to."""
    table = "statements" if unit is Unit.STATEMENT else "passages"
    rows = connection.execute(
        f"SELECT DISTINCT speaker FROM {table} WHERE searched AND speaker <> '' ORDER BY speaker"
    )
    return [row["speaker"] for row in rows]


def list_publishers(connection: sqlite3.Connection) -> list[str]:
    """The publishers of documents in use."""
    rows = connection.execute(
        "SELECT DISTINCT h.publisher FROM headings h JOIN documents d ON d.number = h.document"
        " WHERE d.state = 'held' AND h.publisher <> '' ORDER BY h.publisher"
    )
    return [row["publisher"] for row in rows]


def full_text(sought: Sought) -> str:
    """A query as FTS5 has it; of one without phrases nothing is found."""
    query = f" {'AND' if sought.every else 'OR'} ".join(map(quoted, sought.phrases or ("",)))
    if sought.without:
        query = f"({query}) NOT ({' OR '.join(map(quoted, sought.without))})"
    return query


def quoted(phrase: str) -> str:
    """A phrase as FTS5 takes it literally."""
    return '"' + phrase.replace("\0", " ").replace('"', '""') + '"'


def list_flags(connection: sqlite3.Connection, speaker: str) -> frozenset[str]:
    """The flags of all passages in use that are of this speaker."""
    rows = connection.execute(
        "SELECT DISTINCT flags FROM passages WHERE speaker = ? AND flags <> '[]' AND searched",
        (speaker,),
    )
    return frozenset(flag for row in rows for flag in strings(row["flags"]))
