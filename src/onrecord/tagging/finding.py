"""One text through a model: pieces, clues, likelihoods, relations, one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Attribution, Part, Quotation, Span, Spans
from onrecord.tagging.clues import Clues, gather
from onrecord.tagging.decoding import Relation, Run, cues, relations
from onrecord.tagging.merging import Learned, merge
from onrecord.tagging.models import Model
from onrecord.tagging.pieces import Pieces, cut
from onrecord.tagging.snapping import Edges, edges, snap
from onrecord.text import quotations

_BLOCK = 4_000  # pieces; paragraphs that fit together go through the model together


def find(
    text: str, ruled: tuple[Attribution, ...], parts: Sequence[Part], using: tuple[Model, str]
) -> tuple[Attribution, ...]:
    """The attributions of a text by the rules and a model together; `using` is model, language."""
    model, code = using
    pieces = cut(text, parts)
    if not len(pieces):
        return ruled
    regions = quotations(text, code).regions
    clues = gather(pieces, text, regions=regions, ruled=ruled, code=code)
    marks = edges(pieces, clues, regions)
    likely = np.empty(len(pieces), np.float32)
    learned: list[Learned] = []
    for first, last in _blocks(pieces):
        some = pieces.between(first, last)
        at = int(pieces.breaks[first])
        seen = clues.between(at, at + len(some))
        here = marks.between(at, at + len(some))
        spans = list(zip(some.starts.tolist(), some.ends.tolist(), strict=True))
        found, likely[at : at + len(some)] = judge(model, some, seen)
        learned += (
            Learned(made, one.score)
            for one in found
            if (made := _attribution(one, spans, here, model.limits.reach))
        )
    return merge(
        ruled,
        learned,
        likely=lambda spans: _likeliest(spans, pieces, likely),
        add=model.limits.add,
        keep=model.limits.keep,
    )


def _blocks(pieces: Pieces) -> Iterator[Run]:
    """Paragraphs by number, from and up to, as many as fit a block."""
    first = 0
    breaks = pieces.breaks.tolist()
    for number in range(1, len(breaks)):
        if number + 1 == len(breaks) or breaks[number + 1] - breaks[first] > _BLOCK:
            yield first, number
            first = number


def judge(model: Model, pieces: Pieces, clues: Clues) -> tuple[list[Relation], NDArray[np.float32]]:
    """The relations that a model sees among pieces, and how likely each piece is part of a cue."""
    head, limits = model.head, model.limits
    wide = head.widen(model.encoder.encode(pieces, clues), clues)
    chances = head.cues(wide, pieces.breaks)
    cued = cues(chances, pieces.breaks, limits)
    found = relations(head.roles(wide, cued, pieces.breaks), cued, chances, limits) if cued else []
    return found, 1 - chances[:, 0]


def _attribution(
    one: Relation, spans: list[tuple[int, int]], marks: Edges, reach: int
) -> Attribution | None:
    """A relation as an attribution, its edges in place; None where no word of content is left."""
    content = snap(one.content, one.cue, marks, reach=reach)
    if not content:
        return None
    source = [run for run in one.source if any(marks.word[run[0] : run[1]])]
    inside = {marks.quoted[at] for a, b in content for at in range(a, b) if marks.word[at]}
    kind = Quotation.MIXED if True in inside else Quotation.INDIRECT
    return Attribution(
        _spans(source, spans),
        _spans([one.cue], spans),
        _spans(content, spans),
        kind if False in inside else Quotation.DIRECT,
    )


def _spans(found: Sequence[Run], spans: list[tuple[int, int]]) -> Spans:
    return tuple(Span(spans[a][0], spans[b - 1][1]) for a, b in found)


def _likeliest(spans: Spans, pieces: Pieces, likely: NDArray[np.float32]) -> float:
    """How likely the likeliest piece under spans is."""
    best = 0.0
    for span in spans:
        first, last = np.searchsorted(pieces.starts, [span.start, span.end])
        best = max(best, float(likely[first:last].max(initial=0.0)))
    return best
