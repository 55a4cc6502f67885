"""Composes the stages; the only wiring.

bytes -> Document -> Structure -> Attributions -> people -> Statements -> Passages -> Reading
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord import matching, people, statements, structure
from onrecord.languages import recognise, supported
from onrecord.model import (
    Document,
    PartKind,
    Passage,
    Provenance,
    Reading,
    Span,
    Statement,
    Structure,
)
from onrecord.text import words

T = TypeVar("T")


def read_document(document: Document) -> Reading:
    """All that can be derived from a document; only its turns where its language has no rules."""
    document, parsed, found = _read(document)
    passages = matching.passages(document, parsed, found)
    return Reading(document, parsed, found, passages, tuple(map(_fingerprints, passages)))


def extract(text: str, *, language: str = "", title: str = "") -> tuple[Statement, ...]:
    """The attributed statements of `text` in order of their content, by rules.

    Spans count code points of `text`. Languages without rules give nothing.
    """
    nowhere = Provenance(sha256="", reader="", reader_version="")
    return _read(Document("", text, nowhere, title=title, language=language))[2]


def _read(document: Document) -> tuple[Document, Structure, tuple[Statement, ...]]:
    """The document with its language, what it is made of, and its statements; no passages."""
    if not document.language:
        document = replace(document, language=recognise(document.text))
    parsed = structure.dissect(document)
    return document, parsed, _statements(document, parsed) if supported(document.language) else ()


def _statements(document: Document, parsed: Structure) -> tuple[Statement, ...]:
    code, text = document.language, document.text
    found = statements.attribute(text, language=code, parts=parsed.parts, turns=parsed.turns)
    found = statements.characterise(text, found, language=code)
    resolved = people.resolve(text, found, turns=parsed.turns, parts=parsed.parts, language=code)
    part_at, turn_at = _parts(parsed), _turns(parsed)
    return tuple(
        Statement(
            document=document.id,
            attribution=attribution,
            speaker=who.speaker,
            basis=who.basis,
            via=who.via,
            part=_at(part_at, attribution.content[0]) or PartKind.PARAGRAPH,
            turn=_at(turn_at, attribution.content[0]),
        )
        for attribution, who in zip(found, resolved, strict=True)
    )


def _parts(parsed: Structure) -> list[tuple[Span, PartKind]]:
    return sorted((part.span, part.kind) for part in parsed.parts)


def _turns(parsed: Structure) -> list[tuple[Span, int]]:
    return sorted((span, turn.number) for turn in parsed.turns for span in turn.spans)


def _at(places: Sequence[tuple[Span, T]], span: Span) -> T | None:
    """What stands at `span` among places in order that do not overlap."""
    i = bisect_right(places, span.start, key=lambda place: place[0].start) - 1
    return places[i][1] if i >= 0 and places[i][0].meets(span) else None


def _fingerprints(passage: Passage) -> tuple[int, ...]:
    return matching.fingerprints([word.form for word in words(passage.text)])
