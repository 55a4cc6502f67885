"""Rosters into rows and back, and what people decided about who is one person."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from onrecord.errors import InputError, NotFoundError
from onrecord.model import Body, BodyKind, Called, Imported, Person, Place, Roster, Tenure
from onrecord.stores._documents import Added
from onrecord.stores._rosters import KeptRoster, Verdict
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.rows import strings, to_json
from onrecord.stores.sql.writing import insert_numbered, now

_Row = tuple[str, ...]
_COLUMNS = {
    "people": "id name aliases wikidata also",
    "bodies": "id name kind aliases code wikidata",
    "places": "id name aliases body wikidata",
    "tenures": "person post body start stop according as_of roles note",
}


def keep_roster(connection: Connection, name: str, imported: Imported) -> Added:
    """Keep a roster under a name, in the place of another one of that name if it differs."""
    if not name.strip():
        raise InputError("an import needs a name")
    rows = _rows(imported.roster)
    digest = hashlib.sha256(to_json([imported.according, rows]).encode("utf-8")).hexdigest()
    held = connection.execute(
        "SELECT number, digest FROM rosters WHERE name = ?", (name,)
    ).fetchone()
    if held is not None and held["digest"] == digest:
        return Added.HELD
    if held is not None:
        connection.execute("DELETE FROM rosters WHERE number = ?", (held["number"],))
    values = {"name": name, "according": imported.according, "digest": digest}
    values |= {"imported": now()}
    number = insert_numbered(connection, "rosters", {**values, "rejected": len(imported.rejected)})
    for table, lines in rows.items():
        connection.insert_rows(
            f"roster_{table}",
            f"roster position {_COLUMNS[table]}",
            ((number, position, *line) for position, line in enumerate(lines)),
        )
    return Added.NEW if held is None else Added.VERSION


def drop_roster(connection: Connection, name: str) -> None:
    """Take an imported roster out; what people decided stands."""
    gone = connection.execute("DELETE FROM rosters WHERE name = ?", (name,))
    if not gone.rowcount:
        raise NotFoundError(f"{name}: no roster of this name was imported")


def list_rosters(connection: Connection) -> list[KeptRoster]:
    """The rosters that were imported, in order of import."""
    rows = connection.execute(
        """SELECT r.*,
            (SELECT count(*) FROM roster_people WHERE roster = r.number) AS people,
            (SELECT count(*) FROM roster_bodies WHERE roster = r.number) AS bodies,
            (SELECT count(*) FROM roster_tenures WHERE roster = r.number) AS tenures
        FROM rosters r ORDER BY r.number"""
    )
    columns = "name according imported people bodies tenures rejected".split()
    return [KeptRoster(**{column: row[column] for column in columns}) for row in rows]


def load_rosters(connection: Connection, names: Iterable[str] = ()) -> list[Roster]:
    """The imported rosters, all of them or those of these names, in order of import."""
    wanted = frozenset(names)
    rows = connection.execute("SELECT number, name FROM rosters ORDER BY number").fetchall()
    if missing := wanted - {row["name"] for row in rows}:
        raise NotFoundError(f"{min(missing)}: no roster of this name was imported")
    return [_load(connection, row["number"]) for row in rows if not wanted or row["name"] in wanted]


def add_verdict(connection: Connection, verdict: Verdict) -> int:
    """Keep what a person decided and give its number; the same again changes nothing."""
    if verdict.one == verdict.other:
        raise InputError(f"{verdict.one}: one id cannot be merged with itself, nor split from it")
    for held in list_verdicts(connection):
        pair = {held.one, held.other} == {verdict.one, verdict.other}
        if pair and not held.taken_back:
            if held.same == verdict.same:
                return held.number
            take_back_verdict(connection, held.number)
    values = {"same": int(verdict.same), "one": verdict.one, "other": verdict.other}
    return insert_numbered(connection, "verdicts", {**values, "by": verdict.by, "at": now()})


def take_back_verdict(connection: Connection, number: int) -> None:
    """Take back a verdict that stands."""
    done = connection.execute(
        "UPDATE verdicts SET taken_back = ? WHERE number = ? AND taken_back IS NULL",
        (now(), number),
    )
    if not done.rowcount:
        raise NotFoundError(f"{number}: no merge or split of this number stands")


def list_verdicts(connection: Connection) -> list[Verdict]:
    """What people decided, oldest first, with what was taken back."""
    rows = connection.execute("SELECT * FROM verdicts ORDER BY number")
    return [
        Verdict(
            one=row["one"],
            other=row["other"],
            same=bool(row["same"]),
            by=row["by"],
            at=row["at"],
            number=row["number"],
            taken_back=row["taken_back"] or "",
        )
        for row in rows
    ]


def _rows(roster: Roster) -> dict[str, list[_Row]]:
    return {
        "people": [
            (p.id, p.name, _aliases(p.aliases), p.wikidata, to_json(p.also)) for p in roster.people
        ],
        "bodies": [
            (b.id, b.name, b.kind, _aliases(b.aliases), b.code, b.wikidata) for b in roster.bodies
        ],
        "places": [(p.id, p.name, _aliases(p.aliases), p.of, p.wikidata) for p in roster.places],
        "tenures": [
            (t.person, t.post, t.of, t.start, t.end, t.according, t.as_of, to_json(t.roles), t.note)
            for t in roster.tenures
        ],
    }


def _load(connection: Connection, number: int) -> Roster:
    def rows(table: str) -> Iterable[_Row]:
        names = ", ".join(_COLUMNS[table].split())
        found = connection.execute(
            f"SELECT {names} FROM roster_{table} WHERE roster = ? ORDER BY position", (number,)
        )
        return map(tuple, found)

    return Roster(
        tuple(Person(i, n, _called(a), w, strings(also)) for i, n, a, w, also in rows("people")),
        tuple(Body(i, n, BodyKind(k), _called(a), c, w) for i, n, k, a, c, w in rows("bodies")),
        tuple(Place(i, n, _called(a), of, w) for i, n, a, of, w in rows("places")),
        tuple(_tenure(row) for row in rows("tenures")),
    )


def _tenure(row: _Row) -> Tenure:
    person, post, of, start, end, according, as_of, roles, note = row
    return Tenure(person, post, of, start, end, according, as_of, strings(roles), note)


def _aliases(names: tuple[Called, ...]) -> str:
    return to_json([(one.name, one.since, one.until) for one in names])


def _called(column: str) -> tuple[Called, ...]:
    return () if column == "[]" else tuple(Called(*one) for one in json.loads(column))
