"""The words of a query in a column, with what stands to the left and right of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Span
from onrecord.searching.excerpts import Answer
from onrecord.stores import Store
from onrecord.text import words

_BLANK = re.compile(r"\n[^\S\n]*\n")
_FEW = 4
"""Words by which lines are put in order."""


class By(StrEnum):
    """How lines are put in order: as hits come, or by the words before or behind the match."""

    RANK = "rank"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Aligned:
    """One match in its line: `left`, `match` and `right` on one line each; `span` is the match.

    What is left out at the edge of a line is not marked. The span counts in the document.
    """

    answer: Answer
    left: str
    match: str
    right: str
    span: Span


def align(
    answers: Iterable[Answer], store: Store, *, by: By = By.RANK, width: int = 60
) -> list[Aligned]:
    """Every match that is shown of these hits in a line, with `width` code points on either side.

    A line never leaves its turn or its paragraph, so that no one's words stand in another's line.
    Sorting by `left` goes from the match outwards.
    """
    texts: dict[str, str] = {}
    lines = []
    for answer in answers:
        if answer.document not in texts:
            texts[answer.document] = store.text(answer.document)
        text = texts[answer.document]
        lines += [_line(answer, text, mark, width) for mark in answer.marks]
    if by is not By.RANK:
        lines.sort(key=_by_left if by is By.LEFT else _by_right)
    return lines


def _line(answer: Answer, text: str, mark: Span, width: int) -> Aligned:
    """A match with what stands around it; white space is looked over generously and drawn in."""
    low, high = _bounds(answer, text, mark)
    left = _in_line(text[max(low, mark.start - 2 * width) : mark.start])
    right = _in_line(text[mark.end : min(high, mark.end + 2 * width)])
    if len(left) > width:
        left = left[-width:].partition(" ")[2]
    if len(right) > width:
        right = right[:width].rpartition(" ")[0]
    return Aligned(answer, left, _in_line(mark.of(text)), right, mark)


def _bounds(answer: Answer, text: str, mark: Span) -> tuple[int, int]:
    """How far a line may reach: the turn or passage; of a statement the paragraph it stands in."""
    if answer.hit is not None:
        return answer.whole.start, answer.whole.end
    start = max(0, min(answer.span.start, mark.start) - 1000)
    before = [found.end() for found in _BLANK.finditer(text, start, mark.start)]
    behind = _BLANK.search(text, mark.end)
    return (before[-1] if before else start), (behind.start() if behind else len(text))


def _in_line(words: str) -> str:
    """Words on one line; whether white space stands at an edge is kept, as one space."""
    return re.sub(r"\s+", " ", words)


def _by_left(line: Aligned) -> tuple[str, ...]:
    return tuple(word.form for word in reversed(words(line.left)[-_FEW:]))


def _by_right(line: Aligned) -> tuple[str, ...]:
    return tuple(word.form for word in words(line.right)[:_FEW])
