"""Composes the stages; the only wiring.

bytes -> Document -> Structure -> Attributions (rules, then a learned engine) -> people
      -> Statements -> Passages -> Reading
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord import matching, people, rosters, statements, structure, tagging
from onrecord.languages import recognise, supported
from onrecord.model import (
    Document,
    PartKind,
    Provenance,
    Reading,
    Span,
    Statement,
    Structure,
)

T = TypeVar("T")


def read_document(
    document: Document, *, engine: str | None = None, model: str | Path | None = None
) -> Reading:
    """All that can be derived from a document; only its turns where its language has no rules.

    `engine` is rules, fast or best, by default the one that the models name; `model` is a folder
    of models in the place of the shipped ones. `ModelError` where one asked for cannot be used.
    """
    read = _read(document, tagging.choose(engine, folder=model))
    passages = matching.passages(read.document, read.structure, read.statements)
    return replace(read, passages=passages)


def extract(
    text: str,
    *,
    language: str = "",
    title: str = "",
    engine: str | None = None,
    model: str | Path | None = None,
) -> tuple[Statement, ...]:
    """The attributed statements of `text` in order of their content.

    Spans count code points of `text`. Languages without rules give nothing. `engine` and `model`
    are as in `read_document`.
    """
    nowhere = Provenance(sha256="", reader="", reader_version="")
    document = Document("", text, nowhere, title=title, language=language)
    return _read(document, tagging.choose(engine, folder=model)).statements


def _read(document: Document, model: tagging.Model | None) -> Reading:
    """The document with its language, what it is made of, and its statements; no passages."""
    if not document.language:
        document = replace(document, language=recognise(document.text))
    parsed = structure.dissect(document)
    if not supported(document.language):
        return Reading(document, parsed)
    found = _statements(document, parsed, model)
    return Reading(document, parsed, found, engine=model.mark if model else tagging.RULES)


def _statements(
    document: Document, parsed: Structure, model: tagging.Model | None
) -> tuple[Statement, ...]:
    code, text = document.language, document.text
    parts, turns = parsed.parts, parsed.turns
    found = statements.attribute(text, language=code, parts=parts, turns=turns)
    if model:
        found = tagging.complete(text, found, parts=parts, turns=turns, engine=model, language=code)
    found = statements.characterise(text, found, language=code)
    resolved = people.resolve(text, found, turns=turns, parts=parts, language=code)
    sources = [" ".join(span.of(text) for span in one.source) for one in found]
    resolved = rosters.name_posts(sources, resolved, parsed.dating or parsed.published)
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
