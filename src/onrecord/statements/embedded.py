"""What is attributed inside a denial."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Stance

_Held = tuple[int, int, bool, bool]


def embedded(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, none asserted whose cue stands inside content that is not asserted.

    "Brann denied that Vale had said that ...": Vale is not said to have said it. Under what is
    open, or was not said, it is open whether it was said.
    """
    held = sorted(
        (span.start, span.end, one.stance is Stance.DENIED, one.hedged)
        for one in found
        if one.withheld
        for span in one.content
    )
    reach: list[_Held] = []
    for span in held:
        reach.append(span if not reach or span[1] > reach[-1][1] else reach[-1])
    starts = [span[0] for span in held]
    return tuple(_inside(one, starts, reach) for one in found) if held else tuple(found)


def _inside(one: Attribution, starts: list[int], reach: list[_Held]) -> Attribution:
    if one.withheld or not one.cue:
        return one
    at = bisect_right(starts, one.cue[0].start) - 1
    if at < 0 or reach[at][1] < one.cue[-1].end:
        return one
    _, _, denied, hedged = reach[at]
    stance = Stance.NOT_SAID if denied else Stance.OPEN
    return replace(one, stance=stance, hedged=one.hedged or hedged)
