"""The sentences of a document that somebody says or writes, in order."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import UNSAID, PartKind, Reading, Span
from onrecord.text import sentences

_LONGEST = 3000  # code points of a sentence; the work on one grows faster than its length


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a document: its words, where they stand, and in which part.

    `paragraph` is the stretch that it belongs to; what "they" and "these talks" mean stands there
    or in the paragraph before.
    """

    text: str
    span: Span
    paragraph: Span
    part: PartKind


def clauses(reading: Reading) -> tuple[Clause, ...]:
    """The sentences of the parts and turns of a document; furniture and labels have none."""
    text, code = reading.document.text, reading.document.language or "en"
    found: list[Clause] = []
    for span, part in _stretches(reading):
        for sentence in sentences(span.of(text), code):
            pieces = _pieces(sentence.moved(span.start), text)
            found.extend(Clause(piece.of(text), piece, span, part) for piece in pieces)
    return tuple(found)


def _pieces(sentence: Span, text: str) -> list[Span]:
    """A sentence; a very long one, a list or a table, cut at white space into pieces."""
    found: list[Span] = []
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(
            text.rfind("\n", start, start + _LONGEST), text.rfind(" ", start, start + _LONGEST)
        )
        cut = cut if cut > start else start + _LONGEST
        found.append(Span(start, cut))
        start = cut
    return [*found, Span(start, sentence.end)]


def _stretches(reading: Reading) -> list[tuple[Span, PartKind]]:
    """Paragraphs, headlines and turns in order, each word once."""
    parts = [(part.span, part.kind) for part in reading.structure.parts if part.kind not in UNSAID]
    turns = [(span, PartKind.PARAGRAPH) for turn in reading.structure.turns for span in turn.spans]
    found: list[tuple[Span, PartKind]] = []
    for span, kind in sorted((*parts, *turns), key=lambda stretch: stretch[0]):
        if not found or span.start >= found[-1][0].end:
            found.append((span, kind))
    return found
