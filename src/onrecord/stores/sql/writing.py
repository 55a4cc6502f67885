"""A reading into rows."""

from __future__ import annotations

import hashlib
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import PurePath
from urllib.parse import urlsplit

from onrecord.model import (
    Against,
    Document,
    Passage,
    PassageKind,
    Provenance,
    Reading,
    Statement,
    Turn,
)
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.rows import (
    from_dating,
    from_day,
    from_spans,
    joined,
    to_json,
)

_OUTER = (PassageKind.TURN, PassageKind.PARAPHRASE)
TURN = "turn role speaker basis flags words words_spans label_spans"
STATEMENT = (
    "quotation speaker basis via source cue content part turn"
    " source_spans cue_spans content_spans via_spans manner stance hedged"
)
_DERIVED = ("structures", "parts", "turns", "exchanges", "statements", "passages")
# What stands on what was derived: rulings are laid, and doubts looked for, again.
_ABOUT = ("originals", "ruled", "doubts", "looked")
PASSAGE = "kind against speaker role turn via flags start stop text worded"


def now() -> str:
    """The time, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def address(url: str) -> str:
    """A URL in one form: without scheme, fragment and closing slash, its host in lower case."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.casefold()}{parts.path.rstrip('/')}{query}"


def keep_raw(connection: Connection, raw: bytes) -> str:
    """Keep bytes once, however many documents stand in them, and give their SHA-256."""
    digest = hashlib.sha256(raw).hexdigest()
    connection.execute(
        "INSERT INTO raws (sha256, size, zlib) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (digest, len(raw), zlib.compress(raw)),
    )
    return digest


def insert(connection: Connection, table: str, values: dict[str, object]) -> None:
    """Insert one row."""
    connection.execute(_inserting(table, values), tuple(values.values()))


def insert_numbered(connection: Connection, table: str, values: dict[str, object]) -> int:
    """Insert one row and give the number that the database gave it."""
    sql = f"{_inserting(table, values)} RETURNING number"
    return int(connection.execute(sql, tuple(values.values())).fetchone()[0])


def _inserting(table: str, values: dict[str, object]) -> str:
    """The names of table and columns come from this package alone."""
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"


def document_values(document: Document) -> dict[str, object]:
    """The columns of a document's row that come from the document itself."""
    held = document.provenance
    return {
        **metadata(document),
        "address": address(document.url),
        "path": held.path,
        "name": _name(held),
        "record": held.record,
        "sha256": held.sha256,
        "media_type": held.media_type,
        "encoding": held.encoding,
        "reader": held.reader,
        "reader_version": held.reader_version,
        "words": len(document.text.split()),
        "marks": to_json([(m.kind, m.span.start, m.span.end, m.value) for m in document.marks]),
        "dropped": to_json(document.dropped),
        "text": document.text,
    }


def _name(held: Provenance) -> str:
    """The file's own name; where its record tells of a member of an archive, that of the member."""
    return PurePath(held.path.rpartition("#")[2] if held.record else held.path).name


def metadata(document: Document) -> dict[str, str]:
    """The fields that people can correct."""
    return {
        "kind": document.kind or "",
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "publisher": document.publisher,
        "author": document.author,
        "language": document.language,
        "speaker": document.speaker,
    }


def insert_derived(connection: Connection, number: int, reading: Reading) -> None:
    """Write all that is derived from a document."""
    text = reading.document.text
    insert_structure(connection, number, reading)
    _insert_parts(connection, number, reading)
    insert_turns(connection, number, reading)
    connection.insert_rows(
        "statements",
        f"document position searched {STATEMENT}",
        (
            (number, position, 1, *statement_values(statement, text))
            for position, statement in enumerate(reading.statements)
        ),
    )
    _insert_passages(connection, number, reading)
    connection.full_text.renew(number)


def insert_structure(connection: Connection, number: int, reading: Reading) -> None:
    """Write what a document was found to be."""
    found = reading.structure
    day = found.dating or found.published
    values: dict[str, object] = {
        "document": number,
        "kind": found.kind,
        "why": found.why,
        "title": found.title,
        "dated": day.edtf if day else "",
        "earliest": from_day(day.earliest) if day else None,
        "latest": from_day(day.latest) if day else None,
        "place": found.place,
        "agency": found.agency,
        "publisher": found.publisher,
        "editions": to_json(found.editions),
        "flags": to_json(found.flags),
        "dating": from_dating(found.dating),
        "published": from_dating(found.published),
        "engine": reading.engine,
        "speakers": to_json(list(dict.fromkeys(t.speaker for t in found.turns if t.speaker))),
        "record_passages": sum(p.against is Against.RECORD for p in reading.passages),
    }
    insert(connection, "structures", values)


def _insert_parts(connection: Connection, number: int, reading: Reading) -> None:
    text, found = reading.document.text, reading.structure
    connection.insert_rows(
        "parts",
        "document position kind words note start stop",
        (
            (number, position, p.kind, p.span.of(text), p.note, p.span.start, p.span.end)
            for position, p in enumerate(found.parts)
        ),
    )


def insert_turns(connection: Connection, number: int, reading: Reading) -> None:
    """Write the turns and exchanges of a document."""
    text, found = reading.document.text, reading.structure
    connection.insert_rows(
        "turns",
        f"document position {TURN}",
        ((number, position, *turn_values(t, text)) for position, t in enumerate(found.turns)),
    )
    connection.insert_rows(
        "exchanges",
        "document position question answers",
        (
            (number, position, e.question, to_json(e.answers))
            for position, e in enumerate(found.exchanges)
        ),
    )


def turn_values(turn: Turn, text: str) -> tuple[object, ...]:
    """A turn as the columns `TURN`."""
    said = "\n\n".join(span.of(text) for span in turn.spans)
    label = from_spans(() if turn.label is None else (turn.label,))
    flags = to_json(turn.flags)
    spans = from_spans(turn.spans)
    return turn.number, turn.role, turn.speaker, turn.basis, flags, said, spans, label


def statement_values(statement: Statement, text: str) -> tuple[object, ...]:
    """A statement as the columns `STATEMENT`."""
    found = statement.attribution
    return (
        found.quotation,
        statement.speaker,
        statement.basis,
        to_json(statement.via),
        joined(text, found.source),
        joined(text, found.cue),
        joined(text, found.content),
        statement.part,
        statement.turn,
        from_spans(found.source),
        from_spans(found.cue),
        from_spans(found.content),
        from_spans(found.via),
        found.manner or "",
        found.stance or "",
        int(found.hedged),
    )


def _insert_passages(connection: Connection, number: int, reading: Reading) -> None:
    last = connection.execute(
        "UPDATE numbered SET last_passage = last_passage + ? RETURNING last_passage",
        (len(reading.passages),),
    ).fetchone()[0]
    first = last - len(reading.passages) + 1
    connection.insert_rows(
        "passages",
        f"number document position searched {PASSAGE}",
        (
            (first + position, number, position, 1, *passage_values(passage), int(worded))
            for position, (passage, worded) in enumerate(
                zip(reading.passages, worded_of(reading.passages), strict=True)
            )
        ),
    )


def worded_of(passages: Sequence[Passage]) -> Iterator[bool]:
    """Whether full-text search is to hold each: not a quotation that lies in a turn or paraphrase.

    It has the words already; the outer ones are few, and are looked through in order.
    """
    outer = sorted(p.span for p in passages if p.kind in _OUTER)
    reach = list(accumulate((span.end for span in outer), max))
    for passage in passages:
        before = bisect_right(outer, passage.span.start, key=lambda span: span.start)
        within = before > 0 and reach[before - 1] >= passage.span.end
        yield passage.kind is not PassageKind.QUOTATION or not within


def passage_values(passage: Passage) -> tuple[object, ...]:
    """A passage as the columns `PASSAGE`, but for the last."""
    return (
        passage.kind,
        passage.against,
        passage.speaker,
        passage.role,
        passage.turn,
        to_json(passage.via),
        to_json(passage.flags),
        passage.span.start,
        passage.span.end,
        passage.text,
    )


def unlist(connection: Connection, number: int) -> None:
    """Take a document out of every search; what is derived from it stays."""
    for table in ("passages", "statements"):
        connection.execute(f"UPDATE {table} SET searched = 0 WHERE document = ?", (number,))


def delete_derived(connection: Connection, number: int) -> None:
    """Delete all that is derived from a document; triggers keep what is searched in step."""
    for table in (*_DERIVED, *_ABOUT):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
