"""What lies between the parts of a quotation that was joined from several turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.checking.renderings import Rendering
from onrecord.model import Cut, CutKind, PassageKind, Span


def between(parts: Sequence[Rendering]) -> Iterator[Cut]:
    """What was passed over from one turn to another of the same record, in its order.

    The span reaches from part to part; the words are those of the two turns, and of no turn that
    lies between them.
    """
    for one, other in pairwise(sorted(parts, key=lambda part: part.match.spans)):
        here, there = one.hit.passage, other.hit.passage
        turns = here.kind is there.kind is PassageKind.TURN and here.document == there.document
        gap = Span(one.match.spans[-1].end, max(one.match.spans[-1].end, _start(other)))
        if not turns or not len(gap) or here.span.meets(there.span):
            continue
        rest = here.text[gap.start - here.span.start :].strip(" .,;:?!\n")
        head = there.text[: gap.end - there.span.start].strip()
        yield Cut(CutKind.TURN, " … ".join(words for words in (rest, head) if words), gap)


def _start(part: Rendering) -> int:
    return part.match.spans[0].start
