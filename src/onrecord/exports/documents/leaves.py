"""A document as leaves in their order: each a stretch, what it is, and whose turn it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import PartKind, Reading, Span

SPACE = " \t\r\n"
"""What may stand between leaves."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of a document and what it is; `turn` is its turn's number, None outside turns."""

    span: Span
    kind: PartKind
    turn: int | None = None


def leaves(reading: Reading) -> tuple[Leaf, ...]:
    """The leaves of a document, which together have all of its text that is not white space.

    None reaches into another, and no leaf is empty. What the structure has no part for is a
    paragraph.
    """
    text, at = reading.document.text, 0
    found: list[Leaf] = []
    for leaf in sorted(_known(reading), key=lambda leaf: (leaf.span.start, leaf.turn is None)):
        if leaf.span.start >= at:
            found += _between(text, Span(at, leaf.span.start))
            found += _trimmed(text, leaf)
            at = leaf.span.end
    return (*found, *_between(text, Span(at, len(text))))


def _known(reading: Reading) -> Iterator[Leaf]:
    structure = reading.structure
    taken = []
    for turn in structure.turns:
        own = [Leaf(span, PartKind.PARAGRAPH, turn.number) for span in turn.spans]
        own += [Leaf(turn.label, PartKind.LABEL, turn.number)] if turn.label else []
        taken += own
    yield from taken
    spans = sorted(leaf.span for leaf in taken)
    for part in structure.parts:
        yield from (Leaf(span, part.kind) for span in _free(part.span, spans))


def _free(span: Span, taken: list[Span]) -> Iterator[Span]:
    """What of a span none of the others takes, which are in order and apart."""
    at = span.start
    for other in taken[bisect_right(taken, at, key=lambda one: one.end) :]:
        if other.start >= span.end:
            break
        if other.start > at:
            yield Span(at, other.start)
        at = max(at, other.end)
    if at < span.end:
        yield Span(at, span.end)


def _between(text: str, span: Span) -> Iterator[Leaf]:
    yield from _trimmed(text, Leaf(span, PartKind.PARAGRAPH))


def _trimmed(text: str, leaf: Leaf) -> Iterator[Leaf]:
    words = leaf.span.of(text)
    start = leaf.span.start + len(words) - len(words.lstrip(SPACE))
    end = leaf.span.start + len(words.rstrip(SPACE))
    if start < end:
        yield Leaf(Span(start, end), leaf.kind, leaf.turn)
