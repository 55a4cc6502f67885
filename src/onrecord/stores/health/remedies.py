"""What can be done about what checks find, whichever database it is; the raw bytes are the ground.

Nothing is made to look right: what was done is examined again, and what is still wrong is said to
be beyond repair.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from onrecord.stores._health import Check, Damaged, Health, Remedy, Reread, State
from onrecord.stores._store import Store
from onrecord.stores.health.derived import text_fault
from onrecord.stores.health.history import missing_links, versions
from onrecord.stores.health.numbering import largest_number
from onrecord.stores.health.raw_bytes import original
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.rows import to_document

_METADATA = "title url published publisher author language kind speaker"


class Patient(Protocol):
    """A database that is repaired."""

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that writes."""
        ...

    def store(self) -> Store:
        """The store; whoever asks closes it."""
        ...


def tried(check: Check, done: Sequence[Remedy]) -> Check:
    """A check that its remedy did not help cannot be repaired."""
    if check.state is not State.REPAIRABLE or check.remedy not in done:
        return check
    said = f"{check.told}; the repair did not help, restore a backup"
    return replace(check, state=State.BROKEN, told=said)


def _take_bytes(patient: Patient, health: Health, _: Reread) -> None:
    with patient.writing() as connection:
        for digest in health.documents(Remedy.RAWS):
            rows = connection.execute("SELECT path FROM documents WHERE raw = ?", (digest,))
            raw = original(digest, [row["path"] for row in rows.fetchall()])
            if raw is not None:
                connection.execute(
                    "UPDATE raws SET size = ?, zlib = ? WHERE sha256 = ?",
                    (len(raw), zlib.compress(raw), digest),
                )


def _link(patient: Patient, _: Health, __: Reread) -> None:
    with patient.writing() as connection:
        for newer, older in missing_links(versions(connection)).items():
            connection.execute(
                "UPDATE documents SET supersedes = ? WHERE id = ? AND supersedes = ''",
                (older, newer),
            )


def _read_again(patient: Patient, health: Health, reread: Reread) -> None:
    """Each document on its own: one that cannot be read again leaves the others mended."""
    with patient.store() as store:
        for ref in health.documents(Remedy.DERIVED):
            with patient.writing() as connection:
                damaged = _damaged(connection, ref)
            fresh = reread(damaged) if damaged else None
            if fresh is not None:
                store.replace(fresh)


def _damaged(connection: Connection, ref: str) -> Damaged | None:
    """A document as far as it can be trusted, None where it is not there."""
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


def _make_headings(patient: Patient, _: Health, __: Reread) -> None:
    columns = "id, kind, publisher, dated, earliest, latest"
    with patient.writing() as connection:
        connection.execute("DELETE FROM headings")
        connection.execute(
            f"INSERT INTO headings (document, {columns}) SELECT number, {columns} FROM listed"
        )


def _set_numbers(patient: Patient, _: Health, __: Reread) -> None:
    with patient.writing() as connection:
        last = largest_number(connection)
        connection.execute("DELETE FROM numbered")
        connection.execute("INSERT INTO numbered (last_passage) VALUES (?)", (last,))


def _forget_doubts(patient: Patient, _: Health, __: Reread) -> None:
    with patient.writing() as connection:
        connection.execute("DELETE FROM doubts")
        connection.execute("DELETE FROM looked")


def _make_index(patient: Patient, _: Health, __: Reread) -> None:
    with patient.store() as store:
        store.reindex(anew=True)


REMEDIES: dict[Remedy, Callable[[Patient, Health, Reread], None]] = {
    Remedy.RAWS: _take_bytes,
    Remedy.LINKS: _link,
    Remedy.DERIVED: _read_again,
    Remedy.HEADINGS: _make_headings,
    Remedy.NUMBERS: _set_numbers,
    Remedy.DOUBTS: _forget_doubts,
    Remedy.INDEX: _make_index,
}
"""What is done about it where it can be done in any database."""
