"""A finding as plain data, for programs."""

from __future__ import annotations

from typing import Any

from onrecord.checking.links import place_of
from onrecord.model import Edit, Finding, Match


def as_dict(finding: Finding, *, id: str = "") -> dict[str, Any]:
    """A finding as JSON can hold it; spans are `[start, end]` in code points, half-open.

    `record` holds the record's words, `at` their document and place, `link` the way to them,
    `context` the place of the turn around them.
    """
    return {
        "id": id,
        "quote": finding.quote,
        "finding": finding.outcome.value,
        "also": [outcome.value for outcome in finding.also],
        "flags": list(finding.flags),
        "against": finding.against.value,
        "edits": [_edit(edit) for edit in finding.edits],
        "record": finding.record,
        "document": finding.document,
        "spans": [[span.start, span.end] for span in finding.spans],
        "at": place_of(finding.document, finding.spans),
        "context": [finding.context.start, finding.context.end] if finding.context else None,
        "speaker": finding.speaker,
        "asked": finding.asked,
        "date": finding.dating,
        "link": finding.link,
        "coverage": {
            "held": finding.coverage.held,
            "records": list(finding.coverage.records),
            "searched": finding.coverage.searched,
            "why": finding.coverage.why,
        },
        "others": [_other(match) for match in finding.others],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "quote": edit.quote,
        "record": edit.record,
        "quote_span": [edit.quote_span.start, edit.quote_span.end],
        "record_span": [edit.record_span.start, edit.record_span.end],
        "severity": edit.severity.value,
        "marked": edit.marked,
    }


def _other(match: Match) -> dict[str, Any]:
    passage = match.passage
    spans = match.spans or (passage.span,)
    return {
        "document": passage.document,
        "at": place_of(passage.document, spans),
        "kind": passage.kind.value,
        "speaker": passage.speaker,
        "flags": list(passage.flags),
        "coverage": round(match.coverage, 3),
    }
