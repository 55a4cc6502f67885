"""Every row of a database into an empty one, and what each side then has, compared.

A table's checksum is the SHA-256 of the SHA-256s of its rows in the order of its key. A row's is of
its values in the order of their columns' names: whichever database holds them, the same values have
the same checksum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.errors import InputError, StoreError
from onrecord.stores.sql.connection import Connection, Row

Progress = Callable[[int, int], None]
"""Called with how many rows were moved or compared, and how many there are to."""
# What has to be there before what stands on it, each with its key.
TABLES = {
    "raws": "sha256",
    "documents": "number",
    "removed": "id",
    "corrections": "number",
    "structures": "document",
    "parts": "document position",
    "turns": "document position",
    "exchanges": "document position",
    "statements": "number",
    "passages": "number",
    "rosters": "number",
    "roster_people": "roster position",
    "roster_bodies": "roster position",
    "roster_places": "roster position",
    "roster_tenures": "roster position",
    "verdicts": "number",
    "amendments": "number",
    "rulings": "number",
    "ruled": "document ruling",
    "originals": "document",
    "doubts": "id",
    "looked": "document at",
    "visits": "url",
    "feeds": "url",
    "feed_entries": "feed key",
    "sketches": "document",
    "sketch_keys": "key story document",
    "taken_files": "path",
    "taken_failures": "path entry place reason at",
}
COMPARED = {"headings": "document"}
"""What the database works out by itself of what is moved."""
_OWN = frozenset({"numbered", "gone"})
"""What is each database's own; `numbered` says how far passages are numbered, which is moved."""
_TEXTS = frozenset("sha256 id ruling at url feed key path place reason".split())
"""Columns of keys whose order a database that escapes characters may have another way."""
_TOLD = 5_000
"""Rows after which progress is told."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A table that was moved: how many rows it has on either side, and their checksum."""

    table: str
    rows: int
    sha256: str


@dataclass(slots=True)
class _Sum:
    """The checksum of rows that pass by."""

    columns: Sequence[str]
    key: Sequence[str]
    rows: int = 0
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    _kept: list[tuple[tuple[object, ...], bytes]] = field(default_factory=list)

    def over(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, which are counted and summed up."""
        by_text = not _TEXTS.isdisjoint(self.key)
        places = [self.columns.index(name) for name in self.key]
        for row in rows:
            self.rows += 1
            digest = hashlib.sha256(b"".join(map(_written, row))).digest()
            if by_text:
                self._kept.append((tuple(row[place] for place in places), digest))
            else:
                self._digest.update(digest)
            yield row

    def told(self, table: str) -> Moved:
        """What was summed up."""
        for _, digest in sorted(self._kept):
            self._digest.update(digest)
        self._kept.clear()
        return Moved(table, self.rows, self._digest.hexdigest())


def copy_tables(
    origin: Connection, target: Connection, progress: Progress | None = None
) -> tuple[Moved, ...]:
    """Copy all rows inside open transactions of both; `InputError` where the target has any.

    `StoreError` where what arrived is not what was sent, or a table is not known here.
    """
    tables = _columns(origin, target)
    _require_empty(target, tables)
    tell = _Teller(2 * _count(origin, tables), progress)
    sent = [_copy(origin, target, name, columns=tables[name], tell=tell) for name in TABLES]
    sent += [_summed(origin, name, tables[name], tell) for name in COMPARED]
    last = origin.execute("SELECT last_passage FROM numbered").fetchone()[0]
    target.execute("UPDATE numbered SET last_passage = ?", (last,))
    target.settle()
    for one in sent:
        _require_same(one, _summed(target, one.table, tables[one.table], tell))
    return tuple(sent)


def _columns(origin: Connection, target: Connection) -> dict[str, list[str]]:
    """The columns of each table, which both sides have."""
    here, there = origin.tables(), target.tables()
    if here.keys() != TABLES.keys() | COMPARED.keys() | _OWN:
        strange = sorted(here.keys() ^ (TABLES.keys() | COMPARED.keys() | _OWN))
        raise StoreError(f"{', '.join(strange)}: not among the tables that can be moved")
    for name in (*TABLES, *COMPARED):
        if sorted(here[name]) != sorted(there.get(name, ())):
            raise StoreError(f"{name}: this table is not the same in both databases")
    return {name: sorted(columns) for name, columns in here.items()}


def _require_empty(target: Connection, tables: dict[str, list[str]]) -> None:
    for name in tables.keys() - {"numbered"}:
        if target.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone():
            raise InputError("a database is moved into an empty one only, and this one is not")


def _count(origin: Connection, tables: dict[str, list[str]]) -> int:
    return sum(
        int(origin.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
        for name in tables.keys() - _OWN
    )


class _Teller:
    """Tells progress, now and then."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress, self._done = total, progress, 0

    def count(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self._done += 1
            if self._progress and not self._done % _TOLD:
                self._progress(self._done, self._total)
            yield row


def _copy(
    origin: Connection, target: Connection, name: str, *, columns: list[str], tell: _Teller
) -> Moved:
    summed = _Sum(columns, TABLES[name].split())
    rows = summed.over(tell.count(_read(origin, name, columns)))
    target.insert_rows(name, " ".join(columns), (tuple(row) for row in rows))
    return summed.told(name)


def _summed(connection: Connection, name: str, columns: list[str], tell: _Teller) -> Moved:
    summed = _Sum(columns, _key(name))
    for _ in summed.over(tell.count(_read(connection, name, columns))):
        pass
    return summed.told(name)


def _read(connection: Connection, name: str, columns: list[str]) -> Iterator[Row]:
    order = ", ".join(_key(name))
    return connection.stream(f"SELECT {', '.join(columns)} FROM {name} ORDER BY {order}")


def _key(name: str) -> list[str]:
    return (TABLES | COMPARED)[name].split()


def _require_same(sent: Moved, held: Moved) -> None:
    if sent != held:
        raise StoreError(
            f"{sent.table}: {sent.rows:,} rows were sent ({sent.sha256[:16]}) and {held.rows:,}"
            f" arrived ({held.sha256[:16]}); nothing was moved"
        )


def _written(value: object) -> bytes:
    """A value so that no two values, nor two rows, are written alike."""
    if value is None:
        return b"n;"
    if isinstance(value, int):
        return b"i%d;" % value
    if isinstance(value, str):
        data = value.encode("utf-8")
        return b"s%d:%b;" % (len(data), data)
    if isinstance(value, bytes):
        return b"b%d:%b;" % (len(value), value)
    return f"f{value!r};".encode()
