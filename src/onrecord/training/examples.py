"""Annotated articles as what a network learns from: paragraphs, clues, and what should come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Attribution, Spans
from onrecord.statements import attribute
from onrecord.tagging.clues import Clues, gather
from onrecord.tagging.pieces import Pieces, cut
from onrecord.text import quotations
from onrecord.training.annotated import Annotated

Halves = NDArray[np.float16]
CUE_TAGS, ROLE_TAGS = 3, 5
_OUT, _BEGIN, _IN = range(3)  # of cues; of roles: out, source begins, in it, content begins, in it
_SOURCE, _CONTENT = 1, 3


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A cue, from its first piece to its last, and what each piece of the paragraph is to it.

    `roles` has a row each piece: the probabilities of out, source begins, inside a source, content
    begins, inside content.
    """

    first: int
    last: int
    roles: Halves


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A paragraph: words, clues (a row each piece), cues (probabilities of O, B, I), relations."""

    words: list[str]
    clues: NDArray[np.int8]
    cues: Halves
    asked: tuple[Asked, ...]

    def __len__(self) -> int:
        return len(self.words)


def examples(articles: Iterable[Annotated], *, language: str = "en") -> Iterator[Example]:
    """The paragraphs of annotated articles, each with what it should lead to.

    Of an attribution that runs through several paragraphs, what stands in that of its cue is
    learned; one without a cue is not: the rules own it.
    """
    for article in articles:
        pieces, clues = seen(article.text, language)
        yield from _paragraphs(pieces, clues, article.attributions)


def seen(text: str, language: str) -> tuple[Pieces, Clues]:
    """The pieces of a text with their clues, exactly as an engine sees them."""
    pieces = cut(text)
    regions = quotations(text, language).regions
    ruled = attribute(text, language=language)
    return pieces, gather(pieces, text, regions=regions, ruled=ruled, code=language)


def _paragraphs(pieces: Pieces, clues: Clues, marked: Sequence[Attribution]) -> Iterator[Example]:
    by_paragraph: dict[int, list[tuple[NDArray[np.int64], Attribution]]] = {}
    for one in marked:
        cue = _under(one.cue, pieces)
        if len(cue):
            number = int(np.searchsorted(pieces.breaks, cue[0], side="right")) - 1
            by_paragraph.setdefault(number, []).append((cue, one))
    rows = np.stack([clues.quoted, clues.ruled, clues.kind, clues.shape], axis=1)
    for number in range(len(pieces.breaks) - 1):
        first, last = int(pieces.breaks[number]), int(pieces.breaks[number + 1])
        held = by_paragraph.get(number, [])
        yield Example(
            pieces.words[first:last],
            rows[first:last],
            _cue_rows([cue for cue, _ in held], first, last),
            tuple(_asked(cue, one, pieces, (first, last)) for cue, one in held),
        )


def _under(spans: Spans, pieces: Pieces) -> NDArray[np.int64]:
    """The pieces that spans share code points with, in order."""
    found = [
        np.arange(
            np.searchsorted(pieces.ends, span.start, side="right"),
            np.searchsorted(pieces.starts, span.end, side="left"),
        )
        for span in spans
    ]
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def _within(at: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    return at[(at >= first) & (at < last)] - first


def _cue_rows(cues: Sequence[NDArray[np.int64]], first: int, last: int) -> Halves:
    tags = np.zeros(last - first, np.int64)
    for cue in cues:
        at = _within(cue, first, last)
        tags[at], tags[at[0]] = _IN, _BEGIN
    return np.eye(CUE_TAGS, dtype=np.float16)[tags]


def _asked(
    cue: NDArray[np.int64], one: Attribution, pieces: Pieces, paragraph: tuple[int, int]
) -> Asked:
    tags = np.zeros(paragraph[1] - paragraph[0], np.int64)
    for spans, begins in ((one.content, _CONTENT), (one.source, _SOURCE)):
        at = _within(_under(spans, pieces), *paragraph)
        tags[at] = begins + 1
        tags[at[np.diff(at, prepend=-2) != 1]] = begins
    here = _within(cue, *paragraph)
    return Asked(int(here[0]), int(here[-1]), np.eye(ROLE_TAGS, dtype=np.float16)[tags])
