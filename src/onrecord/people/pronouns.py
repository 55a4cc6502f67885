"""Whom "he" and "she" mean: by how recent and how prominent the people before them are.

The weights follow Lappin and Leass (1994) in kind: subjects before others, halved by distance, and
whoever spoke last above all, since reports go on with their speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_WINDOW = 2000
_MOST = 24
_SPOKE, _SUBJECT, _FIRST, _OBLIQUE, _OWNER = 3.0, 1.5, 0.5, -1.0, -1.0
_QUOTED = -4.0
_DISTANCE, _PARAGRAPH = 0.8, 0.3
_MARGIN = 0.25
_LEAST = -3.5


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody named, or speaking, at a place: an entry of the roster and how they stand there."""

    start: int
    entry: int
    gender: str
    spoke: bool = False
    oblique: bool = False
    owner: bool = False
    first: bool = False
    quoted: bool = False


def antecedent(
    place: int, gender: str, seen: Sequence[Seen], *, breaks: Sequence[int], barred: frozenset[int]
) -> int | None:
    """The entry that a pronoun of `gender` at `place` means; None where two fit equally or none.

    `seen` is in order of place, `breaks` are the starts of sentences in order, `barred` the entries
    that the pronoun can't mean (whoever speaks the quotation it stands in).
    """
    weights: dict[int, float] = {}
    sentence = bisect_left(breaks, place + 1)
    last = bisect_left([one.start for one in seen], place)
    for one in reversed(seen[max(0, last - _MOST) : last]):
        if place - one.start > _WINDOW:
            break
        if one.entry in barred or (one.gender and one.gender != gender):
            continue
        away = sentence - bisect_left(breaks, one.start + 1)
        weight = _weight(one) - _DISTANCE * min(away, 8)
        held = weights.get(one.entry)
        weights[one.entry] = weight if held is None else max(held, weight) + 0.2
    return _best(weights)


def _weight(one: Seen) -> float:
    weight = _SPOKE if one.spoke else 0.0
    weight += _OBLIQUE if one.oblique else _SUBJECT
    weight += _OWNER if one.owner else 0.0
    weight += _FIRST if one.first else 0.0
    return weight + (_QUOTED if one.quoted else 0.0)


def _best(weights: dict[int, float]) -> int | None:
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return None
    return ranked[0][0]
