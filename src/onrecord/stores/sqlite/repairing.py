"""What can be repaired of an SQLite file, each remedy on its own; the raw bytes are the ground.

Nothing is made to look right: what was done is examined again, and what is still wrong is said to
be beyond repair.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from onrecord.stores._health import Check, Damaged, Health, Remedy, Reread, State
from onrecord.stores.health import original, text_fault
from onrecord.stores.health.history import missing_links, versions
from onrecord.stores.health.numbering import largest_number
from onrecord.stores.sql.indexing import delete_index
from onrecord.stores.sql.rows import to_document
from onrecord.stores.sqlite import SqliteStore
from onrecord.stores.sqlite.connection import SqliteConnection, told
from onrecord.stores.sqlite.examining import (
    FILE,
    FULL_TEXT,
    REFERENCES,
    Watch,
    alone_beside,
    examine_file,
    leftovers,
)
from onrecord.stores.sqlite.opening import open_as_it_is

_ROUNDS = 3
"""What one remedy brings to light, such as an older version brought up to date, another mends."""
_METADATA = "title url published publisher author language kind speaker"


def repair_file(path: Path, reread: Reread, *, watch: Watch | None = None) -> Health:
    """Do what can be done for the database at `path`, and say how it is afterwards.

    Of a file that is itself damaged nothing is touched.
    """
    done: list[Remedy] = []
    health = examine_file(path, watch=watch)
    for _ in range(_ROUNDS):
        due = [one for one in health.remedies if one not in done]
        if not due or _is_hopeless(health):
            break
        for remedy in due:
            with told(path):
                _REMEDIES[remedy](path, health, reread)
        done += due
        health = examine_file(path, watch=watch)
    checks = tuple(_tried(check, done) for check in health.checks)
    return replace(health, checks=checks, repaired=tuple(done))


def _is_hopeless(health: Health) -> bool:
    return any(
        check.state is State.BROKEN for check in health.checks if check.name in {FILE, REFERENCES}
    )


def _tried(check: Check, done: list[Remedy]) -> Check:
    """A check that its remedy did not help."""
    if check.state is not State.REPAIRABLE or check.remedy not in done:
        return check
    said = f"{check.told}; the repair did not help, restore a backup"
    return replace(check, state=State.BROKEN, told=said)


@contextmanager
def _writing(path: Path) -> Iterator[SqliteConnection]:
    """One transaction on the file."""
    with closing(open_as_it_is(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("UPDATE numbered SET stamp = lower(hex(randomblob(8)))")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.rollback()


def _remove_leftovers(path: Path, _: Health, __: Reread) -> None:
    with alone_beside(path):
        for left in leftovers(path):
            if left.is_dir():
                delete_index(left)
            else:
                left.unlink(missing_ok=True)


def _migrate(path: Path, _: Health, __: Reread) -> None:
    SqliteStore(path, create=False).close()


def _make_lookups(path: Path, _: Health, __: Reread) -> None:
    with closing(open_as_it_is(path)) as connection:
        connection.execute("REINDEX")


def _take_bytes(path: Path, health: Health, _: Reread) -> None:
    with _writing(path) as connection:
        for digest in health.documents(Remedy.RAWS):
            rows = connection.execute("SELECT path FROM documents WHERE raw = ?", (digest,))
            raw = original(digest, [row["path"] for row in rows])
            if raw is not None:
                connection.execute(
                    "UPDATE raws SET size = ?, zlib = ? WHERE sha256 = ?",
                    (len(raw), zlib.compress(raw), digest),
                )


def _link(path: Path, _: Health, __: Reread) -> None:
    with _writing(path) as connection:
        links = missing_links(versions(connection))
        for newer, older in links.items():
            connection.execute(
                "UPDATE documents SET supersedes = ? WHERE id = ? AND supersedes = ''",
                (older, newer),
            )


def _read_again(path: Path, health: Health, reread: Reread) -> None:
    """Each document on its own: one that cannot be read again leaves the others mended."""
    with SqliteStore(path, create=False) as store, closing(open_as_it_is(path)) as connection:
        for ref in health.documents(Remedy.DERIVED):
            damaged = damaged_document(connection, ref)
            fresh = reread(damaged) if damaged else None
            if fresh is not None:
                store.replace(fresh)


def damaged_document(connection: SqliteConnection, ref: str) -> Damaged | None:
    """A document as far as it can be trusted, None where its bytes are lost too."""
    row = connection.execute(
        "SELECT d.*, r.zlib, coalesce(s.engine, '') AS engine FROM documents d"
        " JOIN raws r ON r.sha256 = d.raw LEFT JOIN structures s ON s.document = d.number"
        " WHERE d.id = ?",
        (ref,),
    ).fetchone()
    if row is None:
        return None
    try:
        raw = zlib.decompress(row["zlib"])
    except zlib.error:
        raw = b""
    document = None if text_fault(row) else to_document(row)
    given = {name: str(row[name]) for name in _METADATA.split() if row[name]}
    return Damaged(ref, row["path"], row["record"], raw, document, given, row["engine"])


def _make_headings(path: Path, _: Health, __: Reread) -> None:
    with _writing(path) as connection:
        connection.execute("DELETE FROM headings")
        connection.execute(
            "INSERT INTO headings SELECT number, id, kind, publisher, dated, earliest, latest"
            " FROM listed"
        )


def _set_numbers(path: Path, _: Health, __: Reread) -> None:
    with _writing(path) as connection:
        last = largest_number(connection)
        connection.execute("DELETE FROM numbered")
        connection.execute("INSERT INTO numbered (last_passage) VALUES (?)", (last,))


def _make_full_text(path: Path, _: Health, __: Reread) -> None:
    with _writing(path) as connection:
        for table in FULL_TEXT:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")


def _forget_doubts(path: Path, _: Health, __: Reread) -> None:
    with _writing(path) as connection:
        connection.execute("DELETE FROM doubts")
        connection.execute("DELETE FROM looked")


def _make_index(path: Path, _: Health, __: Reread) -> None:
    with SqliteStore(path, create=False) as store:
        store.reindex(anew=True)


_REMEDIES: dict[Remedy, Callable[[Path, Health, Reread], None]] = {
    Remedy.LEFTOVERS: _remove_leftovers,
    Remedy.MIGRATE: _migrate,
    Remedy.LOOKUPS: _make_lookups,
    Remedy.RAWS: _take_bytes,
    Remedy.LINKS: _link,
    Remedy.DERIVED: _read_again,
    Remedy.HEADINGS: _make_headings,
    Remedy.NUMBERS: _set_numbers,
    Remedy.FULL_TEXT: _make_full_text,
    Remedy.DOUBTS: _forget_doubts,
    Remedy.INDEX: _make_index,
}
