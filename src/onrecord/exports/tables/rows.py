"""Four tables of what is held: documents, statements, passages, findings; a row is plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from onrecord.exports.accounts import (
    Account,
    link_of,
    urn_of_statement,
    web_address,
    words_of,
)
from onrecord.exports.characters import whole
from onrecord.model import Edit, Spans
from onrecord.text import place_of

Row = dict[str, Any]
NAMED = "named"
"""A column of few different words, which is worth a dictionary."""
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "document": "text",
        "kind": NAMED,
        "title": "text",
        "url": "text",
        "publisher": NAMED,
        "author": NAMED,
        "language": NAMED,
        "published": "text",
        "event": "text",
        "event_earliest": "day",
        "event_latest": "day",
        "place": NAMED,
        "flags": "texts",
        "words": "number",
        "turns": "number",
        "engine": NAMED,
        "reader": NAMED,
        "reader_version": NAMED,
        "media_type": NAMED,
        "sha256": "text",
        "text": "text",
    },
    "statements": {
        "statement": "text",
        "document": NAMED,
        "publisher": NAMED,
        "published": NAMED,
        "speaker": NAMED,
        "basis": NAMED,
        "via": "texts",
        "quotation": NAMED,
        "manner": NAMED,
        "stance": NAMED,
        "hedged": "truth",
        "part": NAMED,
        "turn": "number",
        "source": "text",
        "cue": "text",
        "content": "text",
        "source_spans": "spans",
        "cue_spans": "spans",
        "content_spans": "spans",
        "at": "text",
        "link": "text",
    },
    "passages": {
        "document": NAMED,
        "start": "number",
        "end": "number",
        "kind": NAMED,
        "against": NAMED,
        "speaker": NAMED,
        "role": NAMED,
        "turn": "number",
        "via": "texts",
        "flags": "texts",
        "text": "text",
    },
    "findings": {
        "document": NAMED,
        "start": "number",
        "end": "number",
        "quote": "text",
        "speaker": NAMED,
        "finding": NAMED,
        "also": "texts",
        "flags": "texts",
        "against": NAMED,
        "record_document": NAMED,
        "record_speaker": NAMED,
        "record_date": NAMED,
        "record": "text",
        "record_spans": "spans",
        "record_at": "text",
        "link": "text",
        "edits": "edits",
        "held": "truth",
        "records": "texts",
        "coverage": "text",
    },
}
"""The columns of each table and what is in them; spans count code points, half-open."""


def rows(account: Account, table: str) -> Iterator[Row]:
    """The rows that a document gives to a table."""
    return (_whole(row) for row in _TABLES[table](account))


def all_rows(accounts: Iterable[Account], table: str) -> Iterator[Row]:
    """The rows of all documents, one document after the other."""
    return (row for account in accounts for row in rows(account, table))


def _documents(account: Account) -> Iterator[Row]:
    document, structure = account.document, account.reading.structure
    dating = structure.dating
    yield {
        "document": document.id,
        "kind": structure.kind.value,
        "title": document.title or structure.title,
        "url": web_address(document),
        "publisher": document.publisher or structure.publisher,
        "author": document.author,
        "language": document.language,
        "published": document.published
        or (structure.published.edtf if structure.published else ""),
        "event": dating.edtf if dating else "",
        "event_earliest": dating.earliest if dating else None,
        "event_latest": dating.latest if dating else None,
        "place": structure.place,
        "flags": list(structure.flags),
        "words": len(document.text.split()),
        "turns": len(structure.turns),
        "engine": account.reading.engine,
        "reader": document.provenance.reader,
        "reader_version": document.provenance.reader_version,
        "media_type": document.provenance.media_type,
        "sha256": document.provenance.sha256,
        "text": document.text,
    }


def _statements(account: Account) -> Iterator[Row]:
    document, structure = account.document, account.reading.structure
    for one in account.reading.statements:
        found = one.attribution
        yield {
            "statement": urn_of_statement(one),
            "document": document.id,
            "publisher": document.publisher or structure.publisher,
            "published": document.published,
            **one.facts(),
            "source": words_of(document.text, found.source),
            "cue": words_of(document.text, found.cue),
            "content": words_of(document.text, found.content),
            "source_spans": _spans(found.source),
            "cue_spans": _spans(found.cue),
            "content_spans": _spans(found.content),
            "at": place_of(document.id, found.content),
            "link": link_of(document, found.content),
        }


def _passages(account: Account) -> Iterator[Row]:
    for one in account.reading.passages:
        yield {
            "document": one.document,
            "start": one.span.start,
            "end": one.span.end,
            "kind": one.kind.value,
            "against": one.against.value,
            "speaker": one.speaker,
            "role": one.role.value if one.role else "",
            "turn": one.turn,
            "via": list(one.via),
            "flags": list(one.flags),
            "text": one.text,
        }


def _findings(account: Account) -> Iterator[Row]:
    for one in account.checked:
        finding = one.finding
        yield {
            "document": account.document.id,
            "start": one.quotation.start,
            "end": one.quotation.end,
            "quote": finding.quote,
            "speaker": one.statement.speaker,
            "finding": finding.outcome.value,
            "also": [outcome.value for outcome in finding.also],
            "flags": list(finding.flags),
            "against": finding.against.value,
            "record_document": finding.document,
            "record_speaker": finding.speaker,
            "record_date": finding.dating,
            "record": finding.record,
            "record_spans": _spans(finding.spans),
            "record_at": place_of(finding.document, finding.spans),
            "link": finding.link,
            "edits": [_edit(edit) for edit in finding.edits],
            "held": finding.coverage.held,
            "records": list(finding.coverage.records),
            "coverage": finding.coverage.why,
        }


_TABLES: Mapping[str, Callable[[Account], Iterator[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "passages": _passages,
    "findings": _findings,
}


def _spans(spans: Spans) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "quote": edit.quote,
        "record": edit.record,
        "severity": edit.severity.value,
        "marked": edit.marked,
    }


def _whole(value: Any) -> Any:  # noqa: ANN401  (whatever a row holds)
    """The value with texts that every file can hold."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {key: _whole(one) for key, one in value.items()}
    return value
