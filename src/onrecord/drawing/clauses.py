"""The sentences of a document that somebody says or writes, in order."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import UNSAID, PartKind, Reading, Span
from onrecord.text import sentences


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
            place = sentence.moved(span.start)
            found.append(Clause(place.of(text), place, span, part))
    return tuple(found)


def _stretches(reading: Reading) -> list[tuple[Span, PartKind]]:
    """Paragraphs, headlines and turns in order, each word once."""
    parts = [(part.span, part.kind) for part in reading.structure.parts if part.kind not in UNSAID]
    turns = [(span, PartKind.PARAGRAPH) for turn in reading.structure.turns for span in turn.spans]
    found: list[tuple[Span, PartKind]] = []
    for span, kind in sorted((*parts, *turns), key=lambda stretch: stretch[0]):
        if not found or span.start >= found[-1][0].end:
            found.append((span, kind))
    return found
