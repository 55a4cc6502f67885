"""The CSV files of the Wikidata cabinets project: holders of posts, current cabinets, cabinets.

holders21.csv          position, person, personID, start, end
current-cabinet.csv    item, itemLabel, position, positionLabel, start
*-cabinets.csv ...     item, itemLabel and dates: cabinets and parliaments, as organisations
country-cabinets.csv   state, stateLabel, cabinet, cabinetLabel
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.errors import InputError
from onrecord.model import ONGOING, Body, BodyKind, Called, Imported, Person, Roster, Tenure
from onrecord.rosters.building import Building, named_id, newest, wikidata_id
from onrecord.rosters.own_csv import Row, rows_of

# How many characters of an ISO date Wikidata's precisions leave: year, month, day.
_PRECISION = {"9": 4, "10": 7, "11": 10}
_BEGUN = ("inception", "startTime", "began", "start")
_ENDED = ("abolished", "endTime", "ended", "end")


def read_wikidata_cabinets(
    data: bytes, *, of: str = "", known: Roster | None = None, as_of: str = ""
) -> Imported:
    """The roster of one of the files; `of` is the state, which holders' files do not name.

    A tenure without an end goes on as of the file's newest date, unless another person begins in
    the same post later in the file: then its end is unknown. `InputError` for another file, and for
    a file of holders without `of`.
    """
    building = Building("Wikidata", known or Roster())
    columns, found = rows_of(data, building)
    rows = list(found)
    if {"person", "personID"} <= columns:
        _holders(rows, building, of=of, as_of=as_of)
    elif {"itemLabel", "positionLabel"} <= columns:
        renamed = [_holder(row) for row in rows]
        _holders(renamed, building, of=of, as_of=as_of)
    elif {"state", "stateLabel", "cabinetLabel"} <= columns:
        _states(rows, building)
    elif "itemLabel" in columns or {"page", "item"} <= columns:
        _cabinets(rows, building)
    else:
        raise InputError("none of the columns of a Wikidata cabinet file")
    return building.done()


def _holder(row: Row) -> Row:
    """A line of a current cabinet as the files of holders have it."""
    names = {"person": "itemLabel", "personID": "item", "position": "positionLabel"}
    cells = {one: row[other] for one, other in names.items()}
    return Row(row.line, cells | {"start": row["start"]})


def _holders(rows: Sequence[Row], building: Building, *, of: str, as_of: str) -> None:
    if not of:
        raise InputError("a file of holders does not say of which state: give it")
    body = building.body(of, kind=BodyKind.STATE)
    read: list[tuple[int, Tenure]] = []
    for row in rows:
        try:
            tenure = _tenure(row, building, body)
            building.tenure(tenure)
        except InputError as error:
            building.reject(row.line, str(error))
            continue
        read.append((row.line, tenure))
    spoken = as_of or newest(day for _, one in read for day in (one.start, one.end))
    starts = _starts(one for _, one in read)
    building.tenures = {_ended(one, starts, spoken): None for _, one in read}


def _tenure(row: Row, building: Building, body: str) -> Tenure:
    name, wikidata = row["person"], wikidata_id(row["personID"])
    if not name or not row["position"]:
        raise InputError("no person" if not name else "no position")
    label = name if name != wikidata else row["enwiki"] or name
    ident = wikidata or named_id("wikidata", name)
    aliases = [Called(row["enwiki"].split(" (")[0])] if row["enwiki"] not in {"", label} else []
    tenure = Tenure(ident, row["position"], body, row["start"], row["end"], building.according)
    building.person(Person(ident, label, tuple(aliases), wikidata))
    return tenure


def _starts(tenures: Iterable[Tenure]) -> dict[str, list[tuple[str, str]]]:
    starts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in tenures:
        starts[one.post].append((one.start, one.person))
    return starts


def _ended(tenure: Tenure, starts: dict[str, list[tuple[str, str]]], spoken: str) -> Tenure:
    if tenure.end:
        return replace(tenure, as_of=spoken)
    later = any(s > tenure.start and p != tenure.person for s, p in starts[tenure.post])
    return replace(tenure, end="" if later else ONGOING, as_of=spoken)


def _states(rows: Sequence[Row], building: Building) -> None:
    for row in rows:
        try:
            state, cabinet = wikidata_id(row["state"]), wikidata_id(row["cabinet"])
        except InputError as error:
            building.reject(row.line, str(error))
            continue
        if not row["stateLabel"]:
            building.reject(row.line, "no name of a state")
            continue
        ident = building.body(row["stateLabel"], kind=BodyKind.STATE)
        building.bodies[ident] = replace(building.bodies[ident], wikidata=state)
        if row["cabinetLabel"]:
            building.bodies[cabinet or named_id(row["cabinetLabel"])] = Body(
                cabinet or named_id(row["cabinetLabel"]),
                row["cabinetLabel"],
                BodyKind.ORGANISATION,
                wikidata=cabinet,
            )


def _cabinets(rows: Sequence[Row], building: Building) -> None:
    for row in rows:
        try:
            wikidata = wikidata_id(row["item"])
            since, until = _day(row, _BEGUN), _day(row, _ENDED)
        except InputError as error:
            building.reject(row.line, str(error))
            continue
        name = row["itemLabel"] or row["page"]
        if not name:
            building.reject(row.line, "no name")
            continue
        ident = wikidata or named_id(name)
        dated = (Called(name, since, until),) if since or until else ()
        body = Body(ident, name, BodyKind.ORGANISATION, dated, wikidata=wikidata)
        building.bodies[ident] = body


def _day(row: Row, columns: Sequence[str]) -> str:
    """The first date that is there, as precise as Wikidata has it."""
    for column in columns:
        if row[column]:
            return row[column][: _PRECISION.get(row[f"{column}Precision"], 10)]
    return ""
