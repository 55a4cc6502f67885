"""A finding laid out for the eye: the words on both sides cut where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Edit, Finding, Span, Spans

_AROUND = 400
"""Code points of the turn that are shown on either side of the record's words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one side: its words, and the difference that they are part of, if any."""

    words: str
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """A stretch of the turn around the record's words; `held` marks those words themselves."""

    words: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A finding with both sides cut into segments, and the turn around the record's words.

    `record` has one row of segments for each piece of the record. `before` and `after` say whether
    the turn goes on beyond what is shown.
    """

    finding: Finding
    quote: tuple[Segment, ...]
    record: tuple[tuple[Segment, ...], ...]
    around: tuple[Around, ...] = ()
    before: bool = False
    after: bool = False


def lay_out(finding: Finding, text: str = "") -> LaidOut:
    """A finding for a page; `text` is the document's that holds the record, "" where none does.

    The segments of the quotation joined are the quotation, those of a piece of the record that
    piece's words. Of differences that lie inside one another the outermost is marked.
    """
    whole = Span(0, len(finding.quote))
    ours = [(edit.quote_span, edit) for edit in finding.edits]
    theirs = [(edit.record_span, edit) for edit in finding.edits]
    quote = tuple(_cut(finding.quote, whole, ours))
    if not text:
        return LaidOut(finding, quote, ())
    record = tuple(tuple(_cut(text, span, theirs)) for span in finding.spans)
    start, end = _shown(finding, text)
    return LaidOut(
        finding,
        quote,
        record,
        tuple(_around(text, finding.spans, Span(start, end))) if finding.context else (),
        bool(finding.context and start > finding.context.start),
        bool(finding.context and end < finding.context.end),
    )


def _cut(text: str, within: Span, edits: Iterable[tuple[Span, Edit]]) -> Iterator[Segment]:
    place = within.start
    for span, edit in sorted(edits, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not len(span) or span.start < place or span.end > within.end:
            continue
        if span.start > place:
            yield Segment(text[place : span.start])
        yield Segment(span.of(text), edit)
        place = span.end
    if place < within.end:
        yield Segment(text[place : within.end])


def _shown(finding: Finding, text: str) -> tuple[int, int]:
    """From where to where the turn is shown, cut between words."""
    if not finding.context:
        return 0, 0
    inside = _inside(finding.spans, finding.context) or (finding.context,)
    start = max(finding.context.start, inside[0].start - _AROUND)
    end = min(finding.context.end, inside[-1].end + _AROUND)
    while finding.context.start < start < inside[0].start and not text[start - 1].isspace():
        start += 1
    while inside[-1].end < end < finding.context.end and not text[end].isspace():
        end -= 1
    return start, end


def _inside(spans: Spans, context: Span) -> Sequence[Span]:
    return [span for span in spans if context.holds(span)]


def _around(text: str, spans: Spans, shown: Span) -> Iterator[Around]:
    place = shown.start
    for span in sorted(_inside(spans, shown)):
        if span.start > place:
            yield Around(text[place : span.start])
        yield Around(text[max(place, span.start) : span.end], held=True)
        place = max(place, span.end)
    if place < shown.end:
        yield Around(text[place : shown.end])
