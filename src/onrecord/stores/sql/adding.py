"""New, held, or a newer version; and out again."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Reading
from onrecord.stores._documents import Added
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.grouping import enter_copy, leave_copies
from onrecord.stores.sql.loading import in_force
from onrecord.stores.sql.overlaying import relay
from onrecord.stores.sql.writing import (
    address,
    delete_derived,
    document_values,
    insert_derived,
    insert_numbered,
    keep_raw,
    metadata,
    now,
    unlist,
)


def add_reading(connection: Connection, reading: Reading, raw: bytes) -> tuple[str, Added]:
    """Keep a reading inside an open transaction; see `Store.add`."""
    digest = keep_raw(connection, raw)
    known = _same_id(connection, reading.document.id)
    same = [row for row in known if _same(row, reading, digest)]
    if same:
        _drop_unused(connection, digest)
        return same[0]["id"], Added.HELD
    before = _version_before(connection, reading, known, digest)
    if known:
        reading = _renamed(reading, f"{reading.document.id}~{digest[:8]}")
    _insert(connection, reading, digest, before)
    return reading.document.id, Added.VERSION if before else Added.NEW


def _same_id(connection: Connection, ref: str) -> list[Row]:
    """Every version of the document of this id, removed ones apart."""
    return connection.execute(
        "SELECT * FROM documents WHERE id = :id"
        " OR (id > :first AND id < :last AND length(id) = length(:id) + 9)",
        {"id": ref, "first": f"{ref}~", "last": f"{ref}~g"},
    ).fetchall()


def _same(row: Row, reading: Reading, digest: str) -> bool:
    """Whether it is the same bytes, or the same text and metadata in a file changed elsewhere."""
    document = reading.document
    if (row["raw"], row["record"]) == (digest, document.provenance.record):
        return True
    given = metadata(document) | {"text": document.text}
    return all(row[field] == value for field, value in given.items())


def _version_before(
    connection: Connection, reading: Reading, known: list[Row], digest: str
) -> Row | None:
    """The held document that this one takes the place of.

    Several documents of one file, lines or rows of it, may share a URL and are no versions of each
    other; where several held ones could be meant, it is the one of the same place in its file. A
    bare host is no page's own address, whatever the page says.
    """
    held = [row for row in known if row["state"] == "held"]
    place, where = address(reading.document.url), reading.document.provenance
    if not held and ("/" in place or "?" in place):
        held = connection.execute(
            "SELECT number, id, state, raw, record FROM documents"
            " WHERE address = ? AND state = 'held' AND raw <> ? AND NOT (path = ? AND record <> ?)",
            (place, digest, where.path, where.record),
        ).fetchall()
    if len(held) > 1:
        held = [row for row in held if row["record"] == where.record]
    return held[0] if len(held) == 1 else None


def _renamed(reading: Reading, name: str) -> Reading:
    return replace(
        reading,
        document=replace(reading.document, id=name),
        statements=tuple(replace(s, document=name) for s in reading.statements),
        passages=tuple(replace(p, document=name) for p in reading.passages),
    )


def _insert(connection: Connection, reading: Reading, digest: str, before: Row | None) -> None:
    values = {
        "id": reading.document.id,
        "state": "held",
        "supersedes": before["id"] if before else _older(connection, reading.document.id),
        "added": now(),
        "raw": digest,
        **document_values(reading.document),
    }
    connection.execute("DELETE FROM removed WHERE id = ?", (reading.document.id,))
    # What followed on it before it was taken out follows on nothing now that it is the newest.
    connection.execute(
        "UPDATE documents SET supersedes = '' WHERE supersedes = ?", (reading.document.id,)
    )
    if before:
        unlist(connection, before["number"])
        leave_copies(connection, before["number"])
        connection.execute(
            "UPDATE documents SET state = 'superseded', superseded_by = ? WHERE number = ?",
            (reading.document.id, before["number"]),
        )
    number = insert_numbered(connection, "documents", values)
    insert_derived(connection, number, reading)
    relay(connection, number)
    enter_copy(connection, number)


def _older(connection: Connection, ref: str) -> str:
    """The version before a document that was taken out and comes again, "" for none."""
    row = connection.execute(
        "SELECT max(id) AS id FROM documents WHERE superseded_by = ?", (ref,)
    ).fetchone()
    return row["id"] or ""


def replace_derived(connection: Connection, number: int, reading: Reading) -> None:
    """Write a fresh reading over the one before; see `Store.replace`."""
    row = connection.execute(
        "SELECT state, text FROM documents WHERE number = ?", (number,)
    ).fetchone()
    moved = row["state"] == "held" and row["text"] != reading.document.text
    kept = in_force(connection, number)
    changed = document_values(reading.document)
    # Under a correction the original value stays what it was.
    changed = {k: v for k, v in changed.items() if k not in kept}
    if moved:
        leave_copies(connection, number)
    delete_derived(connection, number)
    connection.execute(
        f"UPDATE documents SET {', '.join(f'{k} = ?' for k in changed)} WHERE number = ?",
        (*changed.values(), number),
    )
    insert_derived(connection, number, reading)
    relay(connection, number)
    if row["state"] != "held":
        unlist(connection, number)
    if moved:
        enter_copy(connection, number)


def remove_document(connection: Connection, number: int) -> str:
    """Delete a document, what is derived from it and its bytes; one line says that it was here."""
    row = connection.execute("SELECT * FROM documents WHERE number = ?", (number,)).fetchone()
    leave_copies(connection, number)
    delete_derived(connection, number)
    connection.execute(
        "INSERT INTO removed (id, sha256, title, url, added, removed) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, title = excluded.title,"
        " url = excluded.url, added = excluded.added, removed = excluded.removed",
        (row["id"], row["sha256"], row["title"], row["url"], row["added"], now()),
    )
    connection.execute("DELETE FROM documents WHERE number = ?", (number,))
    _drop_unused(connection, row["raw"])
    return str(row["id"])


def _drop_unused(connection: Connection, digest: str) -> None:
    connection.execute(
        "DELETE FROM raws WHERE sha256 = ?"
        " AND NOT EXISTS (SELECT 1 FROM documents WHERE raw = raws.sha256)",
        (digest,),
    )
