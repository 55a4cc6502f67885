"""Who has how much of what: counted in the database, since nobody can read it all."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from onrecord.stores._statements import Met, Sought, Tally, Voice
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.rows import strings, to_day, to_json

_SAID = """
    SELECT g.speaker, g.many, s.basis FROM (
        SELECT speaker, count(*) AS many, min(number) AS first FROM statements
        WHERE searched = 1 AND speaker <> '' GROUP BY speaker
    ) g JOIN statements s ON s.number = g.first
"""
_SPOKEN = """
    SELECT s.speakers, count(*) AS many FROM structures s JOIN documents d ON d.number = s.document
    WHERE d.state = 'held' AND s.speakers <> '[]' GROUP BY s.speakers
"""
_COUNTED = """
    SELECT s.document, s.via, count(*) AS statements,
        count(*) FILTER (WHERE s.quotation <> 'indirect') AS direct, 0 AS turns
    FROM statements s WHERE s.searched = 1 AND s.speaker {mine}{about} GROUP BY s.document, s.via
"""
# The records that somebody speaks in are told by their headings, and only their turns are counted.
_TALLY = """
    WITH given AS ({given}), g AS (
        SELECT document, via, sum(statements) AS statements, sum(direct) AS direct,
            sum(turns) AS turns
        FROM given GROUP BY document, via
    )
    SELECT h.id, h.kind, h.title, h.publisher, h.dated, h.earliest, h.latest, g.via,
        g.statements, g.direct, g.turns
    FROM g JOIN held h ON h.number = g.document
    ORDER BY h.dated = '', h.dated, h.id, g.via = '[]' DESC, g.via
"""
_TURNS = """
    SELECT p.document, '[]' AS via, 0 AS statements, 0 AS direct, count(*) AS turns
    FROM passages p WHERE p.document IN ({speaking})
        AND p.searched = 1 AND p.kind = 'turn' AND p.speaker {mine}
    GROUP BY p.document
"""


def list_voices(connection: Connection) -> list[Voice]:
    """The names that words in use are given to, those with most first, then by name."""
    said = {row["speaker"]: row for row in connection.execute(_SAID)}
    spoken = Counter[str]()
    for row in connection.execute(_SPOKEN):
        for name in set(strings(row["speakers"])):
            spoken[name] += row["many"]
    found = [
        Voice(name, row["basis"], row["many"], spoken.get(name, 0)) for name, row in said.items()
    ]
    found += [Voice(name, "turn", 0, many) for name, many in spoken.items() if name not in said]
    return sorted(found, key=lambda one: (-one.statements - one.records, one.name))


def list_tally(
    connection: Connection, speakers: Iterable[str], about: Sought | None
) -> list[Tally]:
    """What each document in use has of somebody, a line for each chain of those who pass it on."""
    names = tuple(dict.fromkeys(speakers))
    which, mine = connection.among(names)
    if about is not None:
        narrowed = connection.full_text.about(about, names)
        given = _COUNTED.format(mine=which, about=f" AND {narrowed.sql}")
        values: tuple[object, ...] = (mine, *narrowed.values)
    else:
        speaking, needles = _speaking(names)
        said = _COUNTED.format(mine=which, about="")
        given = f"{said} UNION ALL {_TURNS.format(speaking=speaking, mine=which)}"
        values = (mine, *needles, mine)
    return [_tally(row) for row in connection.execute(_TALLY.format(given=given), values)]


def _speaking(names: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The records in which one of the names may speak, by the list of names that each has."""
    needles = tuple(to_json([name])[1:-1] for name in names)
    lists = " OR ".join(["instr(speakers, ?) > 0"] * len(needles)) or "1 = 0"
    return f"SELECT document FROM structures WHERE speakers <> '[]' AND ({lists})", needles


def _tally(row: Row) -> Tally:
    return Tally(
        document=row["id"],
        kind=row["kind"],
        title=row["title"],
        publisher=row["publisher"],
        dated=row["dated"],
        earliest=to_day(row["earliest"]),
        latest=to_day(row["latest"]),
        via=strings(row["via"]),
        statements=row["statements"],
        direct=row["direct"],
        turns=row["turns"],
    )


def list_met(connection: Connection, speakers: frozenset[str]) -> list[Met]:
    """Who else stands in exchanges in which one of the names does."""
    exchanges, asking = Counter[str](), Counter[str]()
    documents: dict[str, set[int]] = defaultdict(set)
    for document, asks, answers in _exchanges(connection, speakers):
        if speakers.isdisjoint({asks, *answers}):
            continue
        for name in {asks, *answers} - speakers:
            exchanges[name] += 1
            asking[name] += name == asks
            documents[name].add(document)
    found = [Met(name, n, asking[name], len(documents[name])) for name, n in exchanges.items()]
    return sorted(found, key=lambda one: (-one.exchanges, one.name))


def _exchanges(
    connection: Connection, speakers: frozenset[str]
) -> Iterator[tuple[int, str, list[str]]]:
    """The exchanges of the records in use in which a name speaks: who asks, who answers."""
    held = "SELECT number FROM documents WHERE state = 'held'"
    speaking, mine = _speaking(speakers)
    of = f"document IN ({speaking}) AND document IN ({held})"
    turns: dict[tuple[Any, Any], str] = {
        (row["document"], row["turn"]): row["speaker"]
        for row in connection.execute(f"SELECT document, turn, speaker FROM turns WHERE {of}", mine)
    }
    for row in connection.execute(f"SELECT * FROM exchanges WHERE {of}", mine):
        document = row["document"]
        answers = [turns.get((document, number), "") for number in json.loads(row["answers"])]
        yield document, turns.get((document, row["question"]), ""), answers
