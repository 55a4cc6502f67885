"""Passages that a quotation may stem from."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import PassageKind
from onrecord.stores._store import Hit
from onrecord.stores.sqlite.loading import to_hit

# A trigram that stands in more passages than this is a stock phrase: it chooses none by itself.
_STOCK = 200
# Of words, the number of passages that ranking may have to look at.
_LOOKED_AT = 20_000
_CHUNK = 500
_TOKEN = re.compile(r"\w")

_HITS = """
    SELECT p.*, h.id, h.dated, h.earliest, h.latest, h.publisher, h.url, h.language
    FROM passages p JOIN held h ON h.number = p.document
"""


def find_candidates(
    connection: sqlite3.Connection, fingerprints: Sequence[int], limit: int
) -> list[tuple[int, int]]:
    """Passages by how many of the fingerprints each has; rare ones choose, all of them count."""
    rare: Counter[int] = Counter()
    stock: list[int] = []
    for one in sorted(set(fingerprints)):
        postings = connection.execute(
            "SELECT passage FROM fingerprints WHERE hash = ? LIMIT ?", (one, _STOCK + 1)
        ).fetchall()
        if len(postings) > _STOCK:
            stock.append(one)
        else:
            rare.update(row["passage"] for row in postings)
    if not rare:
        return _all_stock(connection, stock, limit)
    chosen = dict(sorted(rare.items(), key=_most_first)[: 4 * limit])
    for one in stock:
        for number in _having(connection, one, chosen):
            chosen[number] += 1
    return sorted(chosen.items(), key=_most_first)[:limit]


def _most_first(item: tuple[int, int]) -> tuple[int, int]:
    return -item[1], item[0]


def _having(
    connection: sqlite3.Connection, fingerprint: int, numbers: Iterable[int]
) -> Iterator[int]:
    for chunk in _chunks(list(numbers)):
        rows = connection.execute(
            f"SELECT passage FROM fingerprints WHERE hash = ? AND passage IN ({_marks(chunk)})",
            (fingerprint, *chunk),
        )
        yield from (row["passage"] for row in rows)


def _all_stock(
    connection: sqlite3.Connection, stock: list[int], limit: int
) -> list[tuple[int, int]]:
    """A quotation of stock phrases alone: the passages that have most of them."""
    if not stock:
        return []
    rows = connection.execute(
        "SELECT passage, count(*) AS shared FROM fingerprints"
        f" WHERE hash IN ({_marks(stock[:_CHUNK])})"
        " GROUP BY passage ORDER BY shared DESC, passage LIMIT ?",
        (*stock[:_CHUNK], limit),
    )
    return [(row["passage"], row["shared"]) for row in rows]


def find_similar(connection: sqlite3.Connection, terms: Iterable[str], limit: int) -> list[int]:
    """Passages that share the rarest of the words, best first by BM25."""
    chosen: list[str] = []
    looked_at = 0
    for count, term in sorted(_rarity(connection, terms)):
        if chosen and looked_at + count > _LOOKED_AT:
            break
        chosen.append(term)
        looked_at += count
    if not chosen:
        return []
    rows = connection.execute(
        "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? ORDER BY rank, rowid LIMIT ?",
        (" OR ".join(chosen), limit),
    )
    return [row["rowid"] for row in rows]


def _rarity(connection: sqlite3.Connection, terms: Iterable[str]) -> Iterator[tuple[int, str]]:
    for quoted in dict.fromkeys(quote(term) for term in terms if _TOKEN.search(term)):
        count = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT ?)",
            (quoted, _LOOKED_AT + 1),
        ).fetchone()[0]
        if count:
            yield count, quoted


def quote(phrase: str) -> str:
    """A phrase as FTS5 takes it literally."""
    return '"' + phrase.replace("\0", " ").replace('"', '""') + '"'


def find_passages(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Hit]:
    """The passages of these numbers, in the order given; those no longer held are left out."""
    asked = list(dict.fromkeys(numbers))
    held: dict[int, Hit] = {}
    for chunk in _chunks(asked):
        rows = connection.execute(f"{_HITS} WHERE p.number IN ({_marks(chunk)})", chunk)
        held.update((row["number"], to_hit(row)) for row in rows)
    return [held[number] for number in asked if number in held]


def find_passages_of(
    connection: sqlite3.Connection, number: int, kinds: Iterable[PassageKind]
) -> list[Hit]:
    """The passages of a held document in order."""
    wanted = list(kinds)
    only = f" AND p.kind IN ({_marks(wanted)})" if wanted else ""
    rows = connection.execute(
        f"{_HITS} WHERE p.document = ?{only} ORDER BY p.position", (number, *wanted)
    )
    return [to_hit(row) for row in rows]


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[i : i + _CHUNK] for i in range(0, len(numbers), _CHUNK))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
