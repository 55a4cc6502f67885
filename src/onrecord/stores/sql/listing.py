"""Documents, statements and records, filtered and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.stores._documents import Listed
from onrecord.stores._passages import Recorded
from onrecord.stores._statements import Found, Unit, Wanted
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.loading import to_found, to_listed, to_recorded
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.rows import from_day, strings

FOUND = "SELECT s.*, h.id, h.dated, h.publisher, h.title FROM statements s JOIN held h"

_RECORDS = """
    SELECT h.id, h.earliest, h.latest, h.language, h.flags, s.speakers,
        s.record_passages AS passages
    FROM held h JOIN structures s ON s.document = h.number WHERE h.kind = 'transcript'
"""


def list_documents(connection: Connection) -> Iterator[Listed]:
    """The documents held, in order of date, then id; those without a date last."""
    rows = connection.stream(
        "SELECT h.*, coalesce(g.several - 1, 0) AS copies FROM held h"
        " LEFT JOIN sketches s ON s.document = h.number"
        " LEFT JOIN (SELECT story, count(*) AS several FROM sketches GROUP BY story) g"
        " ON g.story = s.story ORDER BY h.dated = '', h.dated, h.id"
    )
    return map(to_listed, rows)


def list_records(
    connection: Connection, earliest: date | None = None, latest: date | None = None
) -> list[Recorded]:
    """The transcripts held, as coverage, by day and id; with bounds those that begin within."""
    where, days = "", list[str | None]()
    if earliest:
        where, days = f"{where} AND h.earliest >= ?", [*days, from_day(earliest)]
    if latest:
        where, days = f"{where} AND h.earliest <= ?", [*days, from_day(latest)]
    rows = connection.execute(
        f"{_RECORDS}{where} ORDER BY h.earliest IS NOT NULL, h.earliest, h.id", days
    )
    return [to_recorded(row) for row in rows]


def list_statements(connection: Connection, wanted: Wanted) -> Iterator[Found]:
    """The statements that pass the filters, document by document in the order of the list."""
    where, values = conditions(connection, wanted)
    rows = connection.stream(
        f"{FOUND} ON h.number = s.document WHERE {' AND '.join(where)}"
        " ORDER BY h.dated = '', h.dated, h.id, s.position",
        values,
    )
    return map(to_found, rows)


def conditions(connection: Connection, wanted: Wanted) -> tuple[list[str], list[object]]:
    """The filters as SQL on `s`, statements or passages, and `h`, what their documents are."""
    where, values = ["1 = 1"], list[object]()

    def add(condition: str, *given: object) -> None:
        where.append(condition)
        values.extend(given)

    def among(column: str, wanted: tuple[str, ...]) -> None:
        condition, value = connection.among(wanted)
        add(f"{column} {condition}", value)

    if wanted.document:
        add("s.document = ?", number_of(connection, wanted.document))
    if wanted.speakers is not None:
        among("s.speaker", wanted.speakers)
    if wanted.publisher:
        add("instr(lower(h.publisher), ?) > 0", _lowered(wanted.publisher))
    if wanted.publishers is not None:
        among("h.publisher", wanted.publishers)
    if wanted.documents is not None:
        among("h.id", wanted.documents)
    if wanted.kind:
        add("h.kind = ?", wanted.kind)
    for column in ("quotation", "manner", "stance"):
        if value := getattr(wanted, column):
            add(f"s.{column} = ?", value)
    if wanted.about:
        about = connection.full_text.about(wanted.about)
        add(about.sql, *about.values)
    if wanted.earliest:
        add("coalesce(h.latest, h.earliest) >= ?", from_day(wanted.earliest))
    if wanted.latest:
        add("coalesce(h.earliest, h.latest) <= ?", from_day(wanted.latest))
    return where, values


def _lowered(words: str) -> str:
    """In lower case as databases have it, which is that of ASCII alone."""
    return "".join(c.lower() if c.isascii() else c for c in words)


def list_speakers(connection: Connection, unit: Unit = Unit.STATEMENT) -> list[str]:
    """The names that statements or passages in use are given to."""
    table = "statements" if unit is Unit.STATEMENT else "passages"
    rows = connection.execute(
        f"SELECT DISTINCT speaker FROM {table} WHERE searched = 1 AND speaker <> ''"
        " ORDER BY speaker"
    )
    return [row["speaker"] for row in rows]


def list_publishers(connection: Connection) -> list[str]:
    """The publishers of documents in use."""
    rows = connection.execute(
        "SELECT DISTINCT h.publisher FROM headings h JOIN documents d ON d.number = h.document"
        " WHERE d.state = 'held' AND h.publisher <> '' ORDER BY h.publisher"
    )
    return [row["publisher"] for row in rows]


def list_flags(connection: Connection, speaker: str) -> frozenset[str]:
    """The flags of all passages in use that are of this speaker."""
    rows = connection.execute(
        "SELECT DISTINCT flags FROM passages WHERE speaker = ? AND flags <> '[]' AND searched = 1",
        (speaker,),
    )
    return frozenset(flag for row in rows for flag in strings(row["flags"]))
