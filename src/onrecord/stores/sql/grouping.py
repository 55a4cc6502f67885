"""Copies of one story kept together: what a document is recognised by, and its group.

`sketches` has a row for each document in use, `sketch_keys` one for each of its keys. A group is
named by its least document number. It stands beside each key, so that the groups that share one are
found without looking at each of their documents.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.copies import likeness, sketch
from onrecord.stores.sql.connection import Connection, Row

_MOST_GROUPS, _MOST_IN_ONE = 100, 20
"""Groups, and documents of one, that a document is compared with: those with most keys of it."""
_FIRST = "h.earliest IS NULL, h.earliest, h.document"
_UNSEEN = (
    "FROM documents d WHERE d.state = 'held'"
    " AND NOT EXISTS (SELECT 1 FROM sketches s WHERE s.document = d.number)"
)


def enter_copy(connection: Connection, number: int) -> None:
    """Put a document in use into the group of its copies, or into one of its own."""
    text = _text(connection, number)
    keys = sketch(text)
    stories = [
        story
        for story, documents in _sharing(connection, keys)
        if any(likeness(text, _text(connection, other)).copies for other in documents)
    ]
    story = min([number, *stories])
    for other in stories:
        if other != story:
            _rename(connection, other, story)
    connection.execute(
        "INSERT INTO sketches (document, story, keys) VALUES (?, ?, ?)",
        (number, story, struct.pack(f"<{len(keys)}q", *keys)),
    )
    connection.insert_rows(
        "sketch_keys", "key story document", ((key, story, number) for key in keys)
    )


def leave_copies(connection: Connection, number: int) -> None:
    """Take a document out of its group, which falls apart where it held the others together."""
    row = connection.execute("SELECT * FROM sketches WHERE document = ?", (number,)).fetchone()
    if row is None:
        return
    _delete(connection, row)
    left = _members(connection, row["story"])
    if not left:
        return
    if _has_twin(connection, row):
        _rename(connection, row["story"], min(one["document"] for one in left))
        return
    for one in left:
        _delete(connection, one)
    for one in left:
        enter_copy(connection, one["document"])


def unseen(connection: Connection, limit: int) -> list[int]:
    """The first documents in use that have no sketch yet."""
    rows = connection.execute(f"SELECT d.number {_UNSEEN} ORDER BY d.number LIMIT ?", (limit,))
    return [row["number"] for row in rows]


def count_unseen(connection: Connection) -> int:
    """How many documents in use have no sketch yet."""
    return int(connection.execute(f"SELECT count(*) {_UNSEEN}").fetchone()[0])


def copies_of(connection: Connection, number: int) -> list[str]:
    """The ids of a document's group, the first one first; none where it has no sketch."""
    rows = connection.execute(
        "SELECT h.id FROM sketches s JOIN headings h ON h.document = s.document"
        f" WHERE s.story = (SELECT story FROM sketches WHERE document = ?) ORDER BY {_FIRST}",
        (number,),
    )
    return [row["id"] for row in rows]


def list_groups(connection: Connection) -> Iterator[tuple[str, ...]]:
    """The groups of two and more, each with its first one first, by number."""
    several: list[str] = []
    story = None
    for row in connection.stream(
        "SELECT s.story, h.id FROM sketches s JOIN headings h ON h.document = s.document"
        " WHERE s.story IN (SELECT story FROM sketches GROUP BY story HAVING count(*) > 1)"
        f" ORDER BY s.story, {_FIRST}"
    ):
        if row["story"] != story and several:
            yield tuple(several)
            several = []
        story = row["story"]
        several.append(row["id"])
    if several:
        yield tuple(several)


def first_copies(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The first one of the group of each id that has copies."""
    which, value = connection.among(list(ids))
    rows = connection.execute(
        "SELECT d.id, s.story FROM documents d JOIN sketches s ON s.document = d.number"
        f" WHERE d.id {which}",
        (value,),
    )
    stories = {row["id"]: row["story"] for row in rows}
    firsts: dict[int, str] = {}
    for story in dict.fromkeys(stories.values()):
        members = copies_of(connection, story)
        if len(members) > 1:
            firsts[story] = members[0]
    return {ref: firsts[story] for ref, story in stories.items() if story in firsts}


def _text(connection: Connection, number: int) -> str:
    """The text of a document without the furniture of its page."""
    text = str(
        connection.execute("SELECT text FROM documents WHERE number = ?", (number,)).fetchone()[0]
    )
    pieces, done = [], 0
    for row in connection.execute(
        "SELECT start, stop FROM parts WHERE document = ? AND kind = 'furniture' ORDER BY start",
        (number,),
    ):
        pieces.append(text[done : row["start"]])
        done = max(done, row["stop"])
    return "\n".join([*pieces, text[done:]]) if pieces else text


def _sharing(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """The groups that share keys, by how many, each with those that share most."""
    with_key: dict[int, list[int]] = {}
    for key in keys:
        for story in _stories(connection, key):
            with_key.setdefault(story, []).append(key)
    order = sorted(with_key, key=lambda story: (-len(with_key[story]), story))
    for story in order[:_MOST_GROUPS]:
        counted = Counter[int]()
        for key in with_key[story]:
            rows = connection.execute(
                "SELECT document FROM sketch_keys WHERE key = ? AND story = ?"
                " ORDER BY document LIMIT ?",
                (key, story, _MOST_IN_ONE),
            )
            counted.update(row["document"] for row in rows)
        likely = sorted(counted, key=lambda number: (-counted[number], number))
        yield story, likely[:_MOST_IN_ONE]


def _stories(connection: Connection, key: int) -> Iterator[int]:
    """The groups that have a key, each found by one step into the table."""
    story = -1
    while True:
        row = connection.execute(
            "SELECT story FROM sketch_keys WHERE key = ? AND story > ? ORDER BY story LIMIT 1",
            (key, story),
        ).fetchone()
        if row is None:
            return
        story = int(row["story"])
        yield story


def _members(connection: Connection, story: int) -> list[Row]:
    return connection.execute(
        "SELECT * FROM sketches WHERE story = ? ORDER BY document", (story,)
    ).fetchall()


def _has_twin(connection: Connection, row: Row) -> bool:
    """Whether a document of the group has the very text of one that leaves it."""
    found = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM sketches s JOIN documents d ON d.number = s.document"
        " WHERE s.story = ? AND s.keys = ?"
        " AND d.text = (SELECT text FROM documents WHERE number = ?))",
        (row["story"], row["keys"], row["document"]),
    )
    return bool(found.fetchone()[0])


def _delete(connection: Connection, row: Row) -> None:
    for key in _keys(row):
        connection.execute(
            "DELETE FROM sketch_keys WHERE key = ? AND story = ? AND document = ?",
            (key, row["story"], row["document"]),
        )
    connection.execute("DELETE FROM sketches WHERE document = ?", (row["document"],))


def _rename(connection: Connection, story: int, to: int) -> None:
    if story == to:
        return
    connection.executemany(
        "UPDATE sketch_keys SET story = ? WHERE key = ? AND story = ? AND document = ?",
        [
            (to, key, story, row["document"])
            for row in _members(connection, story)
            for key in _keys(row)
        ],
    )
    connection.execute("UPDATE sketches SET story = ? WHERE story = ?", (to, story))


def _keys(row: Row) -> tuple[int, ...]:
    held = bytes(row["keys"])
    return struct.unpack(f"<{len(held) // 8}q", held)
