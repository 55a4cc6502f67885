"""Which words stand inside whose: attributions within attributions, and within turns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Attribution, Span, Turn


class TurnsAt:
    """The turn that stands at a place."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._spans = sorted(
            (s.start, s.end, n) for n, turn in enumerate(turns) for s in turn.spans
        )
        self._starts = [start for start, _, _ in self._spans]
        self._turns = turns

    def at(self, place: int) -> Turn | None:
        """The turn whose words hold the code point at `place`, None outside turns."""
        before = bisect_right(self._starts, place) - 1
        if before < 0 or place >= self._spans[before][1]:
            return None
        return self._turns[self._spans[before][2]]


def outer_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the number of the smallest other one whose content holds it."""
    places = [_anchor(one) for one in attributions]
    spans = sorted((s.start, s.end, n) for n, one in enumerate(attributions) for s in one.content)
    anchors = sorted((anchor, number) for number, anchor in enumerate(places))
    found: list[int | None] = [None] * len(attributions)
    running: list[tuple[int, int]] = []
    upcoming = 0
    for anchor, number in anchors:
        while upcoming < len(spans) and spans[upcoming][0] <= anchor.start:
            running.append(spans[upcoming][1:])
            upcoming += 1
        running = [one for one in running if one[0] > anchor.start]
        holding = [
            one
            for one in running
            if one[0] >= anchor.end
            and one[1] != number
            and not any(span.holds(places[one[1]]) for span in attributions[number].content)
        ]
        found[number] = min(holding)[1] if holding else None
    return found


def depth_of(outer: Sequence[int | None], number: int) -> int:
    """How many attributions stand around this one."""
    depth, seen, step = 0, {number}, outer[number]
    while step is not None and step not in seen:
        seen.add(step)
        depth, step = depth + 1, outer[step]
    return depth


def _anchor(one: Attribution) -> Span:
    spans = one.source or one.cue or one.content
    return Span(min(s.start for s in spans), max(s.end for s in spans))
