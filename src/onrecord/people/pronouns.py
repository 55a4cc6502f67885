"""Whom "he" and "she" mean: by how recent and how prominent the people before them are.

The weights follow Lappin and Leass (1994) in kind: subjects before others, less with distance, and
whoever spoke last above all, since reports go on with their speaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages import language
from onrecord.naming.names import folded
from onrecord.people.roster import Entry, Roster

_WINDOW, _MOST = 2000, 24
_SPOKE, _SUBJECT, _FIRST, _OBLIQUE, _OWNER = 3.0, 1.5, 0.5, -1.0, -1.0
_QUOTED, _NO_PERSON, _PARAGRAPH = -4.0, -0.75, 2.0
_DISTANCE, _AGAIN, _LAST = 0.8, 0.2, 1.0
_MARGIN, _CLEAR, _LEAST = 0.25, 1.5, -3.5


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody named, or speaking, at a place, and how they stand there."""

    start: int
    entry: Entry
    spoke: bool = False
    oblique: bool = False
    owner: bool = False
    first: bool = False
    quoted: bool = False


def seen_in(
    text: str, roster: Roster, *, breaks: Sequence[int], quoted: Sequence[tuple[int, int]]
) -> list[Seen]:
    """The mentions of a roster's people as they stand: after a preposition, in quotation marks."""
    prepositions = language("en").people.prepositions
    starts = frozenset(breaks)
    seen = []
    for mention in roster.mentions:
        before = text[max(0, mention.start - 14) : mention.start].split()
        seen.append(
            Seen(
                mention.start,
                roster.entries[mention.entry],
                oblique=bool(before) and folded(before[-1]) in prepositions,
                owner=text[mention.end - 2 : mention.end] in {"'s", "’s"},
                first=mention.start in starts,
                quoted=_within(quoted, mention.start),
            )
        )
    return seen


def antecedent(
    place: int,
    gender: str,
    seen: Sequence[Seen],
    *,
    breaks: Sequence[int],
    barred: Sequence[Entry],
    text: str,
) -> tuple[Entry | None, bool]:
    """The person whom a pronoun of `gender` at `place` means, and whether nobody else comes near.

    None where two fit equally, where nobody fits, and where others are named in the paragraph but
    not whoever fits best: a new subject may have taken over.

    `seen` is in order of place, `breaks` are the starts of sentences in order, `barred` the people
    that the pronoun can't mean (whoever speaks the quotation it stands in).
    """
    weights: dict[int, float] = {}
    people: dict[int, Entry] = {}
    sentence = bisect_right(breaks, place)
    paragraph = text.rfind("\n", 0, place)
    last = bisect_left(seen, place, key=lambda one: one.start)
    shut = {entry.number for entry in barred}
    here: set[int] = set()
    spoken = False
    for one in reversed(seen[max(0, last - _MOST) : last]):
        entry = one.entry
        if place - one.start > _WINDOW:
            break
        if entry.number in shut or entry.gender not in {"", gender} or not entry.can_be_he_or_she:
            continue
        away = sentence - bisect_right(breaks, one.start)
        weight = _weight(one) - _DISTANCE * min(away, 8)
        if one.spoke and not spoken:
            weight, spoken = weight + _LAST, True
        if one.start > paragraph and not one.quoted:
            here.add(entry.number)
            weight += _PARAGRAPH / 2 if one.oblique or one.owner else _PARAGRAPH
        held = weights.get(entry.number)
        weights[entry.number] = weight if held is None else max(held, weight) + _AGAIN
        people[entry.number] = entry
    best, clear = _best(weights)
    if here and best not in here:
        return None, False
    return (None if best is None else people[best]), clear


def _weight(one: Seen) -> float:
    weight = _SPOKE if one.spoke else 0.0
    weight += _OBLIQUE if one.oblique else _SUBJECT
    weight += _OWNER if one.owner else 0.0
    weight += _FIRST if one.first else 0.0
    weight += 0.0 if one.entry.surely_a_person else _NO_PERSON
    return weight + (_QUOTED if one.quoted else 0.0)


def _best(weights: dict[int, float]) -> tuple[int | None, bool]:
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _LEAST:
        return None, False
    ahead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else _CLEAR
    return (ranked[0][0] if ahead >= _MARGIN else None), ahead >= _CLEAR


def _within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    before = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return before >= 0 and place < spans[before][1]
