"""The model as values of table columns, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from onrecord.model import (
    Against,
    Attribution,
    Dating,
    Document,
    Kind,
    Manner,
    Mark,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Provenance,
    Quotation,
    Role,
    Span,
    Spans,
    Stance,
    Statement,
    Turn,
)
from onrecord.stores.sql.connection import Row

# What stands between the pieces of a role that is discontinuous.
GAP = " … "


def to_json(value: object) -> str:
    """JSON that a person can read in a database browser."""
    return "[]" if value in ((), []) else json.dumps(value, ensure_ascii=False)


def strings(column: str) -> tuple[str, ...]:
    """A column of JSON strings, which is empty more often than not."""
    return () if column == "[]" else tuple(json.loads(column))


def from_spans(spans: Iterable[Span]) -> str:
    """Spans as a column."""
    return f"[{', '.join(f'[{s.start}, {s.end}]' for s in spans)}]"


def to_spans(column: str) -> Spans:
    """A column as spans."""
    return tuple(Span(start, end) for start, end in json.loads(column))


def joined(text: str, spans: Spans) -> str:
    """The words under spans, for reading."""
    return GAP.join(span.of(text) for span in spans)


def from_day(day: date | None) -> str | None:
    """A day as a column."""
    return day.isoformat() if day else None


def to_day(column: str | None) -> date | None:
    """A column as a day."""
    return date.fromisoformat(column) if column else None


def from_dating(dating: Dating | None) -> str | None:
    """A date with its grounds as a column."""
    if dating is None:
        return None
    return to_json(
        {
            "edtf": dating.edtf,
            "earliest": from_day(dating.earliest),
            "latest": from_day(dating.latest),
            "words": dating.words,
            "spans": [[s.start, s.end] for s in dating.spans],
            "anchor": dating.anchor,
            "how": dating.how,
            "inferred": dating.inferred,
        }
    )


def to_dating(column: str | None) -> Dating | None:
    """A column as a date with its grounds."""
    if column is None:
        return None
    held: dict[str, Any] = json.loads(column)
    held["earliest"], held["latest"] = to_day(held["earliest"]), to_day(held["latest"])
    held["spans"] = tuple(Span(start, end) for start, end in held["spans"])
    return Dating(**held)


def to_document(row: Row) -> Document:
    """A row of `documents` as the document that was read."""
    provenance = Provenance(
        sha256=row["sha256"],
        reader=row["reader"],
        reader_version=row["reader_version"],
        path=row["path"],
        media_type=row["media_type"],
        encoding=row["encoding"],
        record=row["record"],
    )
    marks = (Mark(PartKind(k), Span(s, e), v) for k, s, e, v in json.loads(row["marks"]))
    return Document(
        id=row["id"],
        text=row["text"],
        provenance=provenance,
        title=row["title"],
        url=row["url"],
        published=row["published"],
        publisher=row["publisher"],
        author=row["author"],
        language=row["language"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        speaker=row["speaker"],
        marks=tuple(marks),
        dropped=strings(row["dropped"]),
    )


def to_part(row: Row) -> Part:
    """A row of `parts`."""
    return Part(PartKind(row["kind"]), Span(row["start"], row["stop"]), row["note"])


def to_turn(row: Row) -> Turn:
    """A row of `turns`."""
    label = to_spans(row["label_spans"])
    return Turn(
        number=row["turn"],
        speaker=row["speaker"],
        spans=to_spans(row["words_spans"]),
        role=Role(row["role"]),
        label=label[0] if label else None,
        basis=row["basis"],
        flags=strings(row["flags"]),
    )


def to_statement(row: Row, document: str) -> Statement:
    """A row of `statements`."""
    attribution = Attribution(
        source=to_spans(row["source_spans"]),
        cue=to_spans(row["cue_spans"]),
        content=to_spans(row["content_spans"]),
        quotation=Quotation(row["quotation"]),
        via=to_spans(row["via_spans"]),
        manner=Manner(row["manner"]) if row["manner"] else None,
        stance=Stance(row["stance"]) if row["stance"] else None,
        hedged=bool(row["hedged"]),
    )
    return Statement(
        document=document,
        attribution=attribution,
        speaker=row["speaker"],
        basis=row["basis"],
        via=strings(row["via"]),
        part=PartKind(row["part"]),
        turn=row["turn"],
    )


def to_passage(row: Row, document: str) -> Passage:
    """A row of `passages`."""
    return Passage(
        document=document,
        span=Span(row["start"], row["stop"]),
        text=row["text"],
        kind=PassageKind(row["kind"]),
        against=Against(row["against"]),
        speaker=row["speaker"],
        role=Role(row["role"]) if row["role"] else None,
        turn=row["turn"],
        via=strings(row["via"]),
        flags=strings(row["flags"]),
    )
