"""The edges of content, put where a reader would put them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.tagging.clues import MARK, Clues
from onrecord.tagging.pieces import Pieces
from onrecord.text import Quoted

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edges:
    """Where quotations and words stand among the pieces, as lists, which are read one by one.

    `starts` and `ends` are those of the outermost quotations, their marks included, in order;
    `word` is true for pieces that are no punctuation, `quoted` for those inside marks.
    """

    starts: list[int]
    ends: list[int]
    word: list[bool]
    quoted: list[bool]

    def between(self, first: int, last: int) -> Edges:
        """Those of the pieces from `first` up to `last`, counted from `first`."""
        a, b = bisect_right(self.ends, first), bisect_left(self.starts, last)
        starts = [max(0, start - first) for start in self.starts[a:b]]
        ends = [min(last, end) - first for end in self.ends[a:b]]
        return Edges(starts, ends, self.word[first:last], self.quoted[first:last])


def edges(pieces: Pieces, clues: Clues, regions: Sequence[Quoted]) -> Edges:
    """The edges of a text that content is snapped to."""
    outer = [r.outer for r in regions if r.depth == 0]
    starts = np.searchsorted(pieces.starts, [span.start for span in outer])
    ends = np.searchsorted(pieces.starts, [span.end for span in outer])
    word, quoted = (clues.shape < MARK).tolist(), (clues.quoted > 0).tolist()
    return Edges(starts.tolist(), ends.tolist(), word, quoted)


def snap(runs: Sequence[Run], cue: Run, marks: Edges, *, reach: int) -> list[Run]:
    """Runs of content with their edges in place, in order, none that holds no word.

    An edge inside a quotation, up to `reach` pieces from its edge, moves there; punctuation at an
    edge goes, unless it is the mark of a quotation that the run holds. The cue is never taken in.
    """
    found: list[Run] = []
    for run in sorted(runs):
        for first, last in _without(_to_quotes(run, marks, reach), cue):
            after = max(first, found[-1][1]) if found else first
            if kept := _trimmed(after, last, marks):
                found.append(kept)
    return found


def _to_quotes(run: Run, marks: Edges, reach: int) -> Run:
    first, last = run
    for at in range(bisect_right(marks.ends, first), bisect_left(marks.starts, last)):
        start, end = marks.starts[at], marks.ends[at]
        first = start if start < run[0] <= start + reach else first
        last = end if end - reach <= run[1] < end else last
    return first, last


def _without(run: Run, cue: Run) -> list[Run]:
    """What of a run is not the cue."""
    if run[1] <= cue[0] or cue[1] <= run[0]:
        return [run]
    return [(a, b) for a, b in ((run[0], cue[0]), (cue[1], run[1])) if a < b]


def _trimmed(first: int, last: int, marks: Edges) -> Run | None:
    while first < last and not marks.word[first] and not _among(first, marks.starts):
        first += 1
    while first < last and not marks.word[last - 1] and not _among(last, marks.ends):
        last -= 1
    return (first, last) if any(marks.word[first:last]) else None


def _among(place: int, ordered: list[int]) -> bool:
    at = bisect_left(ordered, place)
    return at < len(ordered) and ordered[at] == place
