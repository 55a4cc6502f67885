"""Who has how much of what: counted in the database, since nobody can read it all."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.stores._store import Met, Sought, Tally, Voice
from onrecord.stores.sqlite.listing import full_text, quoted
from onrecord.stores.sqlite.rows import strings, to_day, to_json

_SAID = """
    SELECT speaker, count(*) AS many,
        (SELECT basis FROM statements o WHERE o.searched AND o.speaker = s.speaker LIMIT 1) AS basis
    FROM statements s WHERE searched AND speaker <> '' GROUP BY speaker
"""
_SPOKEN = """
    SELECT j.value AS speaker, count(*) AS many
    FROM structures s JOIN documents d ON d.number = s.document, json_each(s.speakers) j
    WHERE d.state = 'held' GROUP BY j.value
"""
_MINE = "IN (SELECT value FROM json_each(?))"
_COUNTED = """
    s.document, s.via, count(*) AS statements, sum(s.quotation <> 'indirect') AS direct, 0 AS turns
"""
# The records that somebody speaks in are told by their headings, and only their turns are counted.
_TALLY = """
    WITH given AS ({said} UNION ALL {spoken})
    SELECT h.id, h.kind, h.title, h.publisher, h.dated, h.earliest, h.latest, g.via,
        sum(g.statements) AS statements, sum(g.direct) AS direct, sum(g.turns) AS turns
    FROM given g JOIN held h ON h.number = g.document GROUP BY g.document, g.via
    ORDER BY h.dated = '', h.dated, h.id, g.via = '[]' DESC, g.via
"""
_SPEAKING = f"""
    SELECT s.document FROM structures s
    WHERE EXISTS (SELECT 1 FROM json_each(s.speakers) WHERE value {_MINE})
"""
_TURNS = f"""
    SELECT p.document, '[]', 0, 0, count(*) FROM passages p
    WHERE p.document IN ({_SPEAKING}) AND p.searched AND p.kind = 'turn' AND p.speaker {_MINE}
    GROUP BY p.document
"""


def list_voices(connection: sqlite3.Connection) -> list[Voice]:
    """The names that words in use are given to, those with most first, then by name."""
    said = {row["speaker"]: row for row in connection.execute(_SAID)}
    spoken: dict[str, int] = {row["speaker"]: row["many"] for row in connection.execute(_SPOKEN)}
    found = [
        Voice(name, row["basis"], row["many"], spoken.get(name, 0)) for name, row in said.items()
    ]
    found += [Voice(name, "turn", 0, many) for name, many in spoken.items() if name not in said]
    return sorted(found, key=lambda one: (-one.statements - one.records, one.name))


def list_tally(
    connection: sqlite3.Connection, speakers: Iterable[str], about: Sought | None
) -> list[Tally]:
    """What each document in use has of somebody, a line for each chain of those who pass it on."""
    names = tuple(dict.fromkeys(speakers))
    mine = to_json(names)
    if about is None:
        said = f"SELECT {_COUNTED} FROM statements s WHERE s.searched AND s.speaker {_MINE}"
        query = _TALLY.format(said=f"{said} GROUP BY s.document, s.via", spoken=_TURNS)
        return [_tally(row) for row in connection.execute(query, (mine, mine, mine))]
    said = (
        f"SELECT {_COUNTED} FROM statements_fts f JOIN statements s ON s.number = f.rowid"
        f" WHERE statements_fts MATCH ? AND s.speaker {_MINE} GROUP BY s.document, s.via"
    )
    query = _TALLY.format(said=said, spoken="SELECT 0, '[]', 0, 0, 0 WHERE 0")
    return [_tally(row) for row in connection.execute(query, (_narrowed(about, names), mine))]


def _narrowed(about: Sought, names: tuple[str, ...]) -> str:
    """A query for words of the content, of these speakers alone where their names have letters."""
    content = f"content : ({full_text(about)})"
    if not names or not all(any(c.isalnum() for c in name) for name in names):
        return content
    return f"({content}) AND speaker : ({' OR '.join(map(quoted, names))})"


def _tally(row: sqlite3.Row) -> Tally:
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


def list_met(connection: sqlite3.Connection, speakers: frozenset[str]) -> list[Met]:
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
    connection: sqlite3.Connection, speakers: frozenset[str]
) -> Iterator[tuple[int, str, list[str]]]:
    """The exchanges of the records in use in which a name speaks: who asks, who answers."""
    held = "SELECT number FROM documents WHERE state = 'held'"
    of = f"document IN ({_SPEAKING}) AND document IN ({held})"
    mine = (to_json(tuple(speakers)),)
    turns: dict[tuple[Any, Any], str] = {
        (row["document"], row["turn"]): row["speaker"]
        for row in connection.execute(f"SELECT document, turn, speaker FROM turns WHERE {of}", mine)
    }
    for row in connection.execute(f"SELECT * FROM exchanges WHERE {of}", mine):
        document = row["document"]
        answers = [turns.get((document, number), "") for number in json.loads(row["answers"])]
        yield document, turns.get((document, row["question"]), ""), answers
