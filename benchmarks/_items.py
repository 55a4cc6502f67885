"""Items of a page found against items annotated: which are one, and how many of each are right.

An item found is one that was annotated where both are of one kind, stand on the same words and
agree in what tells items of that kind apart: roles in actor and role, meetings in their number
where both have one. Words are the same where a span of one and a span of the other share at least
half of the shorter and a seventh of what both cover. Each is paired once, the pairs that share most
first: what is found twice is wrong once. Dates are compared as they are annotated: without marks of
approximation, and "the middle of a month" is the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Span

HALF, SEVENTH = 0.5, 1 / 7
KINDS = ("role", "meeting", "agreement", "promise")
SYNONYMS = {
    "united states": "us",
    "usa": "us",
    "united nations": "un",
    "european union": "eu",
    "turkiye": "turkey",
    "syrian government": "syria",
    "russian federation": "russia",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a page tells of: its kind, its labels, and where."""

    document: str
    kind: str
    labels: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    process: bool = False


@dataclass(slots=True)
class Tally:
    """How many were found, annotated, and both; and of these how often each label was right."""

    found: int = 0
    annotated: int = 0
    right: int = 0
    labels: dict[str, list[int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.annotated if self.annotated else 0.0


def same_actor(one: object, other: object) -> bool:
    """Whether two short names are of one actor."""
    return _actor(one) == _actor(other)


def _actor(name: object) -> str:
    plain = str(name).casefold().removeprefix("the ").strip()
    return SYNONYMS.get(plain, plain)


def _actors(names: object) -> set[str]:
    return {_actor(name) for name in re.split(r", | and |; ", str(names))}


def shared(one: Iterable[Span], other: Sequence[Span]) -> float:
    """The most that a span of one and a span of the other share, of what both cover; else 0."""
    best = 0.0
    for a in one:
        for b in other:
            both = min(a.end, b.end) - max(a.start, b.start)
            if both <= 0 or both < HALF * min(len(a), len(b)):
                continue
            best = max(best, both / (max(a.end, b.end) - min(a.start, b.start)))
    return best if best >= SEVENTH else 0.0


def told_apart(found: Item, annotated: Item) -> bool:
    """Whether labels say that two items of a kind are different things."""
    if found.kind == "role":
        same_role = found.labels["role"] == annotated.labels["role"]
        return not (same_role and same_actor(found.labels["actor"], annotated.labels["actor"]))
    if found.kind == "meeting":
        one, other = _number(found), _number(annotated)
        return bool(one and other and one != other)
    return False


def _number(meeting: Item) -> str:
    return str(meeting.labels.get("ordinal") or "")


def pairs(found: Sequence[Item], annotated: Sequence[Item]) -> list[tuple[int, int]]:
    """Which found item is which annotated one, each at most once."""
    likely = sorted(
        (
            (-much, i, j)
            for i, one in enumerate(found)
            for j, other in enumerate(annotated)
            if one.document == other.document and one.kind == other.kind
            if not told_apart(one, other) and (much := shared(one.spans, other.spans))
        ),
    )
    taken: dict[int, int] = {}
    for _, i, j in likely:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def tally(found: Sequence[Item], annotated: Sequence[Item], labels: Sequence[str] = ()) -> Tally:
    """The counts of one kind; of each label how often it was right, of those annotated with one."""
    counted = Tally(len(found), len(annotated))
    for i, j in pairs(found, annotated):
        counted.right += 1
        for label in labels:
            wanted = annotated[j].labels.get(label)
            if wanted not in (None, ""):
                good, of = counted.labels.get(label, [0, 0])
                counted.labels[label] = [good + fits(label, found[i], wanted), of + 1]
    return counted


def _date(given: object) -> str:
    """A date as it is annotated: without marks of approximation, a part of a month as the month."""
    plain = str(given).replace("~", "")
    ends = [end[:7] for end in plain.split("/")]
    part = "~" in str(given) and len(ends) == 2 and len(ends[0]) == 7 and ends[0] == ends[1]
    return ends[0] if part else plain


def fits(label: str, found: Item, wanted: object) -> bool:
    """Whether a label of a found item is the one wanted; names of parties in any order."""
    given = found.labels.get(label)
    if label == "parties" and isinstance(wanted, list) and isinstance(given, Sequence):
        return {_actor(name) for name in given} == {_actor(name) for name in wanted}
    if label == "actor":
        return _actors(given) == _actors(wanted)
    if label in ("date", "due"):
        return _date(given) == _date(wanted)
    if label == "place":
        return same_actor(given, wanted)
    return str(given) == str(wanted)
