"""A finding as plain data, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from onrecord.checking.stylebooks import Stylebook, books_for, disallowed
from onrecord.model import Cut, Edit, Finding, Match
from onrecord.text import place_of


def as_dict(finding: Finding, *, id: str = "", style: Stylebook | None = None) -> dict[str, Any]:
    """A finding as JSON can hold it; spans are `[start, end]` in code points, half-open.

    `record` holds the record's words, `at` their document and place, `link` the way to them,
    `context` the place of the turn around them. `asked` is who was said to have said it, `speaker`
    who is on record. With a stylebook, `style` lists the edits that it does not allow.
    """
    asked = {} if style is None else {"style": _style(finding, style)}
    return {
        "id": id,
        "quote": finding.quote,
        "finding": finding.outcome.value,
        "also": [outcome.value for outcome in finding.also],
        "flags": list(finding.flags),
        "against": finding.against.value,
        "edits": [_edit(edit) for edit in finding.edits],
        "outer": [_edit(edit, outer=True) for edit in finding.outer],
        "allowed_by": list(finding.allowed_by),
        "cut": [_cut(cut) for cut in finding.cut],
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
            "by": finding.coverage.by,
        },
        "proof": asdict(finding.proof) if finding.proof else None,
        "others": [_other(match) for match in finding.others],
        **asked,
    }


def _style(finding: Finding, book: Stylebook) -> dict[str, Any]:
    return {
        "book": book.name,
        "allows": book.name in finding.allowed_by,
        "disallowed": [_edit(e, outer=e in finding.outer) for e in disallowed(finding, book)],
    }


def _cut(cut: Cut) -> dict[str, Any]:
    return {"why": cut.why.value, "words": cut.words, "span": [cut.span.start, cut.span.end]}


def _edit(edit: Edit, *, outer: bool = False) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "quote": edit.quote,
        "record": edit.record,
        "quote_span": [edit.quote_span.start, edit.quote_span.end],
        "record_span": [edit.record_span.start, edit.record_span.end],
        "severity": edit.severity.value,
        "marked": edit.marked,
        "allowed_by": list(books_for(edit, outer=outer)),
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
