"""Rulings laid over what these tables hold of a document; what was read is kept beside.

Every table and the passage index then have a document as its rulings have it, so that whatever asks
for statements or passages needs to know nothing of rulings.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from onrecord.model import Exchange, Reading
from onrecord.model.rulings import Ruling
from onrecord.overlay import Laid, laid_over
from onrecord.stores.sql.amending import held_as
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.loading import load_reading
from onrecord.stores.sql.rows import to_json, to_passage, to_statement, to_turn
from onrecord.stores.sql.rulings_rows import to_ruling
from onrecord.stores.sql.writing import (
    PASSAGE,
    STATEMENT,
    TURN,
    insert_structure,
    insert_turns,
    passage_values,
    statement_values,
    turn_values,
    worded_of,
)

_Row = tuple[object, ...]


def relay(connection: Connection, number: int) -> Laid | None:
    """Lay the rulings that stand over what was read of a document, and write what comes of it.

    None where there are none and were none.
    """
    rulings = rulings_on(connection, number)
    if not rulings and not _is_ruled(connection, number):
        return None
    original, before = original_of(connection, number), load_reading(connection, number)
    laid = laid_over(original, rulings)
    for table in ("ruled", "originals", "doubts", "looked"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    connection.insert_rows("ruled", "document ruling", ((number, r) for r in laid.lying))
    if laid.reading != original:
        kept = (number, to_json(_from_reading(original)))
        connection.execute("INSERT INTO originals (document, derived) VALUES (?, ?)", kept)
    if laid.reading != before:
        _write(connection, number, laid.reading)
    return laid


def original_of(connection: Connection, number: int) -> Reading:
    """What was read of a document, without rulings; corrections of its metadata are applied."""
    now = load_reading(connection, number)
    row = connection.execute(
        "SELECT derived FROM originals WHERE document = ?", (number,)
    ).fetchone()
    return _to_reading(now, json.loads(row["derived"])) if row else now


def rulings_on(connection: Connection, number: int, *, standing: bool = True) -> list[Ruling]:
    """The rulings that may lie on a document, in the order in which they were made.

    They were made on it, on a version before it, or on a document no longer held of the same bytes;
    or they are about names.
    """
    row = connection.execute(
        "SELECT id, sha256, state FROM documents WHERE number = ?", (number,)
    ).fetchone()
    ids = _versions(connection, row["id"])
    which, value = connection.among(ids)
    which = which.replace("?", ":ids")
    rows = connection.execute(
        "SELECT * FROM rulings WHERE taken_back IS NULL AND matter IN ('statement', 'turn')"
        f" AND document {which}"
        " UNION SELECT * FROM rulings WHERE taken_back IS NULL AND sha256 <> ''"
        " AND sha256 = :sha256 AND matter IN ('statement', 'turn')"
        " UNION SELECT * FROM rulings WHERE taken_back IS NULL AND kind = 'one_person'"
        " ORDER BY number"
        if standing
        else f"SELECT * FROM rulings WHERE document {which}"
        " OR (sha256 <> '' AND sha256 = :sha256) OR id IN"
        " (SELECT ruling FROM ruled WHERE document = :number) ORDER BY number",
        {"ids": value, "sha256": row["sha256"], "number": number},
    )
    found = (to_ruling(one) for one in rows.fetchall())
    return [one for one in found if _is_about(connection, one, ids)]


def _versions(connection: Connection, ref: str) -> list[str]:
    """A document's id and those of the versions before it."""
    ids: list[str] = []
    while ref and ref not in ids:
        ids.append(ref)
        row = connection.execute("SELECT supersedes FROM documents WHERE id = ?", (ref,)).fetchone()
        ref = row["supersedes"] if row else ""
    return ids


def _is_about(connection: Connection, ruling: Ruling, ids: list[str]) -> bool:
    spot = ruling.spot
    if not spot.document or spot.document in ids:
        return True
    return held_as(connection, spot.document, spot.sha256) == ids[0]


def _is_ruled(connection: Connection, number: int) -> bool:
    row = connection.execute("SELECT 1 FROM ruled WHERE document = ?", (number,)).fetchone()
    return row is not None


def _from_reading(reading: Reading) -> dict[str, Any]:
    """What rulings can change of a reading, as rows."""
    text, found = reading.document.text, reading.structure
    return {
        "turns": [turn_values(turn, text) for turn in found.turns],
        "exchanges": [(e.question, e.answers) for e in found.exchanges],
        "statements": [statement_values(one, text) for one in reading.statements],
        "passages": _passages(reading),
    }


def _passages(reading: Reading) -> list[_Row]:
    worded = worded_of(reading.passages)
    return [(*passage_values(p), int(w)) for p, w in zip(reading.passages, worded, strict=True)]


def _to_reading(now: Reading, kept: dict[str, Any]) -> Reading:
    ref = now.document.id
    turns = (to_turn(row) for row in _named(TURN, kept["turns"]))
    exchanges = (Exchange(question, tuple(answers)) for question, answers in kept["exchanges"])
    structure = replace(now.structure, turns=tuple(turns), exchanges=tuple(exchanges))
    return replace(
        now,
        structure=structure,
        statements=tuple(to_statement(row, ref) for row in _named(STATEMENT, kept["statements"])),
        passages=tuple(to_passage(row, ref) for row in _named(PASSAGE, kept["passages"])),
    )


def _named(columns: str, rows: Iterable[Sequence[object]]) -> Iterable[Row]:
    """Rows whose columns are known by name, as those that come from a table."""
    names = columns.split()
    return (cast(Row, dict(zip(names, row, strict=True))) for row in rows)


def _write(connection: Connection, number: int, reading: Reading) -> None:
    """Make the tables of a document those of a reading; what is the same keeps its numbers."""
    row = connection.execute("SELECT state FROM documents WHERE number = ?", (number,)).fetchone()
    searched = int(row["state"] == "held")
    for table in ("structures", "turns", "exchanges"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    insert_structure(connection, number, reading)
    insert_turns(connection, number, reading)
    text = reading.document.text
    statements = [statement_values(one, text) for one in reading.statements]
    _write_statements(connection, number, statements, searched=searched)
    _write_passages(connection, number, _passages(reading), searched=searched)
    connection.full_text.renew(number)


class _Held:
    """The rows of a table that a document has, by what tells one of them."""

    def __init__(self, rows: Iterable[Row], columns: str, key: Callable[[_Row], _Row]) -> None:
        self.rows = {row["number"]: tuple(row[name] for name in columns.split()) for row in rows}
        self._numbers: dict[_Row, list[int]] = {}
        for number, values in reversed(self.rows.items()):
            self._numbers.setdefault(key(values[1:]), []).append(number)
        self._key = key

    def taken(self, wanted: Sequence[_Row]) -> dict[int, _Row]:
        """Which held rows become which of the wanted, by number; values begin with the position."""
        found: dict[int, _Row] = {}
        for position, values in enumerate(wanted):
            if numbers := self._numbers.get(self._key(values)):
                found[numbers.pop()] = (position, *values)
        return found


def _write_statements(
    connection: Connection, number: int, wanted: Sequence[_Row], *, searched: int
) -> None:
    """A statement is told by the places of its roles."""
    columns = f"position {STATEMENT}"
    rows = connection.execute(
        "SELECT * FROM statements WHERE document = ? ORDER BY position", (number,)
    )
    held = _Held(rows.fetchall(), columns, lambda values: (*values[9:13],))
    taken = held.taken(wanted)
    same = {n for n, values in taken.items() if held.rows[n] == values}
    gone = [(n,) for n in held.rows if n not in same]
    connection.executemany("DELETE FROM statements WHERE number = ?", gone)
    known = {values[0] for values in taken.values()}
    fresh = [(at, *values) for at, values in enumerate(wanted) if at not in known]
    again = [(n, *values) for n, values in taken.items() if n not in same]
    connection.insert_rows(
        "statements",
        f"document searched number {columns}",
        ((number, searched, *values) for values in again),
    )
    connection.insert_rows(
        "statements",
        f"document searched {columns}",
        ((number, searched, *values) for values in fresh),
    )


def _write_passages(
    connection: Connection, number: int, wanted: Sequence[_Row], *, searched: int
) -> None:
    """A passage is told by its words and their place; indexes know it by its number."""
    columns = f"position {PASSAGE}"
    rows = connection.execute(
        "SELECT * FROM passages WHERE document = ? ORDER BY position", (number,)
    )
    held = _Held(rows.fetchall(), columns, lambda values: (values[0], *values[7:11]))
    taken = held.taken(wanted)
    gone = [(n,) for n in held.rows if n not in taken]
    connection.executemany("DELETE FROM passages WHERE number = ?", gone)
    again = [(*values, n) for n, values in taken.items() if held.rows[n] != values]
    connection.executemany(  # out of each other's way: a position is one row's
        "UPDATE passages SET position = -1 - number WHERE number = ?",
        ((values[-1],) for values in again),
    )
    changes = ", ".join(f"{name} = ?" for name in columns.split())
    connection.executemany(f"UPDATE passages SET {changes} WHERE number = ?", again)
    known = {values[0] for values in taken.values()}
    fresh = [(at, *values) for at, values in enumerate(wanted) if at not in known]
    last = connection.execute(
        "UPDATE numbered SET last_passage = last_passage + ? RETURNING last_passage", (len(fresh),)
    ).fetchone()[0]
    connection.insert_rows(
        "passages",
        f"number document searched {columns}",
        ((last - len(fresh) + 1 + n, number, searched, *values) for n, values in enumerate(fresh)),
    )
