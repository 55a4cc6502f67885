"""CSV of our own: people and their posts, or the names of bodies and places.

A file with a column `person` holds tenures: person, wikidata, aliases, post, of, start, end,
according, as_of, roles, note. A file with a column `kind` holds names: kind (state, organisation,
place, person), name, aliases, id, code, of, wikidata. Only person, or kind and name, are needed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.model import Body, BodyKind, Imported, Person, Place, Roster, Tenure
from onrecord.rosters.building import Building, called, lines_of, named_id, pieces, wikidata_id

TENURES = (
    *("person", "wikidata", "aliases", "post", "of", "start", "end"),
    *("according", "as_of", "roles", "note", "id"),
)
NAMES = ("kind", "name", "aliases", "id", "code", "of", "wikidata")
_LONGEST_CELL = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a CSV file: its number, its cells by column; "" for a column that is not there."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_own_csv(
    data: bytes, *, known: Roster | None = None, according: str = "", as_of: str = ""
) -> Imported:
    """The roster of a CSV file in our own form; `InputError` where it has not our columns.

    `according` and `as_of` stand where a line has none of its own.
    """
    building = Building(according, known or Roster())
    columns, rows = rows_of(data, building)
    if "person" not in columns and not {"kind", "name"} <= columns:
        raise InputError("no column `person`, and no columns `kind` and `name`: not our CSV")
    for row in rows:
        try:
            if "person" in columns:
                _tenure(row, building, as_of)
            else:
                _name(row, building)
        except InputError as error:
            building.reject(row.line, str(error))
    return building.done()


def rows_of(data: bytes, building: Building) -> tuple[frozenset[str], Iterator[Row]]:
    """The columns of a CSV file with a header, and its rows; bad ones are noted."""
    text, unreadable = lines_of(data)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise InputError(f"no CSV: {error}") from error
    return frozenset(header), _rows(reader, header, building, unreadable=unreadable)


def _rows(
    reader: Iterator[list[str]],
    header: list[str],
    building: Building,
    *,
    unreadable: frozenset[int],
) -> Iterator[Row]:
    last = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first, last = last + 1, reader.line_num  # type: ignore[attr-defined]
            building.reject(first, _because(error, first, last))
            continue
        first, last = last + 1, reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if unreadable & set(range(first, last + 1)):
            building.reject(last, "not UTF-8")
        elif len(cells) > len(header):
            building.reject(last, f"{len(cells)} cells under {len(header)} columns")
        else:
            yield Row(last, dict(zip(header, map(str.strip, cells), strict=False)))


def _because(error: csv.Error, first: int, last: int) -> str:
    """Why a row is no CSV, and how far it reaches: a mark left open takes in what follows."""
    return f"{error} (up to line {last})" if last > first else str(error)


def _tenure(row: Row, building: Building, as_of: str) -> None:
    name, wikidata = row["person"], wikidata_id(row["wikidata"])
    if not name:
        raise InputError("no person")
    according = row["according"] or building.according
    ident = row["id"] or wikidata or named_id(according, name)
    person = Person(ident, name, called(row["aliases"]), wikidata)
    if row["post"]:
        tenure = Tenure(
            person=ident,
            post=row["post"],
            of=building.body(row["of"]),
            start=row["start"],
            end=row["end"],
            according=according,
            as_of=row["as_of"] or as_of,
            roles=tuple(pieces(row["roles"])),
            note=row["note"],
        )
        building.tenure(tenure)
    building.person(person)


def _name(row: Row, building: Building) -> None:
    kind, name, aliases = row["kind"], row["name"], called(row["aliases"])
    if not name:
        raise InputError("no name")
    wikidata = wikidata_id(row["wikidata"])
    ident = row["id"] or named_id(name)
    if kind == "person":
        building.person(Person(row["id"] or wikidata or ident, name, aliases, wikidata))
    elif kind == "place":
        of = building.body(row["of"])
        building.places[ident] = Place(ident, name, aliases, of, wikidata)
    elif kind in list(BodyKind):
        body = Body(ident, name, BodyKind(kind), aliases, row["code"], wikidata)
        building.bodies[ident] = body
    else:
        raise InputError(f"{kind!r} is no kind: state, organisation, place or person")
