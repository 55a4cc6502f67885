"""Where words found in a column stand in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.model import Span
from onrecord.stores.sql.rows import GAP, to_spans


def placed(found: Iterable[Span], place: int | str) -> Iterator[Span]:
    """Stretches of a column's words as spans of the document.

    `place` is where a passage begins, or the spans of a statement's content, which its column has
    one after the other with `GAP` between them.
    """
    if isinstance(place, int):
        yield from (span.moved(place) for span in found)
        return
    pieces, at = list[tuple[int, Span]](), 0
    for span in to_spans(place):
        pieces.append((at, span))
        at += len(span) + len(GAP)
    for match in found:
        for start, span in pieces:
            held = Span(start, start + len(span))
            if held.meets(match):
                inner = Span(max(match.start, held.start), min(match.end, held.end))
                yield inner.moved(span.start - start)
