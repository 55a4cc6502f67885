"""What the rules found and what a model found, as one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Quotation, Spans

_PLACE = 256  # code points


@dataclass(frozen=True, slots=True)
class Learned:
    """An attribution that a model found, and how likely its cue is."""

    attribution: Attribution
    score: float


def merge(
    ruled: Sequence[Attribution],
    learned: Sequence[Learned],
    *,
    likely: Callable[[Spans], float],
    add: float,
    keep: float,
) -> tuple[Attribution, ...]:
    """One list in order of content: what stands in quotation marks by the rules, else the model.

    `likely` gives how likely a cue the words under spans are. Every direct quotation of the rules
    is kept, and whatever came by way of somebody. Of the same cue or content, the model's source
    and content take the place of the rules' other ones. What only the model has needs a likelihood
    of `add`; what only the rules have, not all in marks, one of `keep`.
    """
    left = Near(ruled)
    found = Near()
    for one in sorted(learned, key=lambda o: -o.score):
        rival = left.rival(one.attribution)
        if rival is not None:
            found.put(_mended(left.take(rival), one.attribution))
        elif one.score >= add and found.rival(one.attribution) is None:
            found.put(one.attribution)
    kept = (a for a in left.all() if _stands(a, likely, keep))
    unique = {(a.content, a.source, a.cue): a for a in (*found.all(), *kept)}
    return tuple(sorted(unique.values(), key=lambda a: (a.content, a.cue, a.source)))


class Near:
    """Attributions by where their cues and contents stand, so that each is compared with few."""

    def __init__(self, given: Iterable[Attribution] = ()) -> None:
        self._held: dict[int, Attribution] = {}
        self._at: dict[int, list[int]] = {}
        self._next = 0
        for one in given:
            self.put(one)

    def put(self, one: Attribution) -> None:
        """Take an attribution in."""
        self._held[self._next] = one
        for place in _places(one):
            self._at.setdefault(place, []).append(self._next)
        self._next += 1

    def take(self, number: int) -> Attribution:
        """Give an attribution out."""
        return self._held.pop(number)

    def all(self) -> list[Attribution]:
        """Those that are held, in the order in which they came."""
        return list(self._held.values())

    def rival(self, one: Attribution) -> int | None:
        """The one held that speaks of the same: of the same cue, else of much the same content."""
        near = sorted({n for place in _places(one) for n in self._at.get(place, ())})
        there = [n for n in near if n in self._held]
        same = [n for n in there if _shared(self._held[n].cue, one.cue)] or [
            n for n in there if _much(self._held[n].content, one.content)
        ]
        return max(same, key=lambda n: _shared(self._held[n].content, one.content), default=None)


def _places(one: Attribution) -> set[int]:
    """Lengths of the text that an attribution's cue or content reaches into, by number."""
    return {
        place
        for span in (*one.cue, *one.content)
        for place in range(span.start // _PLACE, max(span.start, span.end - 1) // _PLACE + 1)
    }


def _much(a: Spans, b: Spans) -> bool:
    """Whether what two contents share is more than half of what they cover together."""
    shared = _shared(a, b)
    return 2 * shared > sum(map(len, a)) + sum(map(len, b)) - shared


def _shared(a: Spans, b: Spans) -> int:
    """How many code points two sets of spans share; each in order and without overlaps."""
    i = j = shared = 0
    while i < len(a) and j < len(b):
        shared += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
        if a[i].end <= b[j].end:
            i += 1
        else:
            j += 1
    return shared


def _mended(ruled: Attribution, learned: Attribution) -> Attribution:
    """The rules' words where they stand in marks, else the model's; the source by the model.

    What was passed on by somebody is the rules' altogether: the model takes who passed it on for
    who said it.
    """
    if ruled.via:
        return replace(ruled, source=ruled.source or _outside(learned.source, ruled.content))
    one = ruled if ruled.quotation is Quotation.DIRECT else learned
    source = _outside(learned.source, one.content)
    # "Vale, who spoke last, said": the longer source has the name in it.
    if not source or _within(source, ruled.source):
        source = _outside(ruled.source, one.content)
    return replace(one, source=source)


def _within(spans: Spans, others: Spans) -> bool:
    """Whether each of the spans lies in one of the others, and none at its beginning."""
    return all(any(o.start < s.start and s.end <= o.end for o in others) for s in spans)


def _outside(spans: Spans, others: Spans) -> Spans:
    """Those spans that share nothing with the others."""
    return tuple(span for span in spans if not any(span.meets(o) for o in others))


def _stands(one: Attribution, likely: Callable[[Spans], float], keep: float) -> bool:
    """Whether what only the rules found is believed."""
    return (
        one.quotation is Quotation.DIRECT or bool(one.via) or not one.cue or likely(one.cue) >= keep
    )
