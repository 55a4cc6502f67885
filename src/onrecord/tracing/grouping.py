"""From passages that share words to utterances: which renderings are of the same words.

What a report quotes or tells, and what a turn quotes of others, are renderings by themselves; of a
turn, or of a quotation much longer than the others, only the stretch is that the others share.
Two renderings are of one utterance where the shorter has most of its words in the other, or where
both lie on the same stretch of a longer text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.index import tokens
from onrecord.model import Against, Passage, PassageKind, Spans
from onrecord.stores import Hit
from onrecord.tracing.drawing_out import Stretch
from onrecord.tracing.hashed import Corpus
from onrecord.tracing.pairing import LONG, Hits, Pair, Pairs, paired
from onrecord.tracing.parting import Apart
from onrecord.tracing.rendered import own_spans


@dataclass(frozen=True, slots=True)
class Held:
    """A passage within a group, by its place in the list given, and the spans that are its words.

    `shared` counts the words that others of the group have in it.
    """

    place: int
    spans: Spans
    shared: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The renderings of one utterance: what reports and others quote, and the records that have it.

    Both are in the order of the passages given.
    """

    members: tuple[Held, ...]
    records: tuple[Held, ...]


def group(
    hits: Sequence[Hit],
    *,
    common: Collection[str] = (),
    alone: int = -1,
    corpus: Corpus | None = None,
    apart: Apart | None = None,
) -> list[Group]:
    """The utterances that several of these documents have, in the order of their first passage.

    `common` are a language's commonest words. `alone` is the place of a passage whose utterance is
    wanted even where one document only has it. `corpus` is what the passages are taken from where
    they are not all there are. Two that are `apart` are not joined by what they share.
    """
    pairs = paired(hits, common=common, corpus=corpus)
    if apart:
        pairs = _parted(pairs, hits, apart)
    return grouped(pairs, hits, alone=alone)


def grouped(pairs: Pairs, hits: Hits, *, alone: int = -1) -> list[Group]:
    """The utterances that pairs of passages make, in the order of their first passage."""
    sets = Sets(pairs.quoting)
    for a, b in pairs.within:
        sets.unite(a, b)
    for places in _by_container(pairs.upon).values():
        for a, b in overlapping(places):
            sets.unite(a, b)
    found = (_group(one, hits) for one in _linked(pairs, sets))
    return [one for one in found if _wanted(one, hits, alone)]


def _parted(pairs: Pairs, hits: Hits, apart: Apart) -> Pairs:
    def kept(found: dict[tuple[int, int], Pair]) -> dict[tuple[int, int], Pair]:
        return {
            (a, b): pair
            for (a, b), pair in found.items()
            if not apart(hits[a].passage, hits[b].passage)
        }

    return Pairs(pairs.quoting, kept(pairs.within), kept(pairs.upon))


def _wanted(one: Group, hits: Hits, alone: int) -> bool:
    held = (*one.members, *one.records)
    documents = {hits[h.place].passage.document for h in held}
    return len(documents) > 1 or any(h.place == alone for h in held)


@dataclass(slots=True)
class _Linked:
    """The renderings of a set, and where they share words with each other and with longer texts."""

    members: list[int]
    own: dict[int, list[tuple[int, int]]]
    outer: dict[int, list[Stretch]]


def _linked(pairs: Pairs, sets: Sets) -> list[_Linked]:
    """The sets that share anything, with what they share."""
    found: dict[int, _Linked] = {}
    for n in pairs.quoting:
        top = sets.top(n)
        found.setdefault(top, _Linked([], defaultdict(list), defaultdict(list))).members.append(n)
    for (a, b), one in pairs.within.items():
        linked = found[sets.top(a)]
        linked.own[a] += [(s.first, s.last) for s in one.stretches]
        linked.own[b] += [(s.other_first, s.other_last) for s in one.stretches]
    quoting = set(pairs.quoting)
    for (a, b), one in pairs.upon.items():
        linked = found[sets.top(a)]
        linked.own[a] += [(s.first, s.last) for s in one.stretches]
        if b not in quoting or sets.top(b) != sets.top(a):
            linked.outer[b] += one.stretches
    return [one for one in found.values() if one.own]


Place = tuple[int, int, int]
"""Where a stretch begins and ends in a longer text, and which rendering lies on it."""


def _by_container(upon: dict[tuple[int, int], Pair]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = defaultdict(list)
    for (a, b), one in upon.items():
        found[b] += [(s.other_first, s.other_last, a) for s in one.stretches]
    return found


def overlapping(places: list[Place]) -> Iterator[tuple[int, int]]:
    """Renderings on the same stretch: half of the shorter or more lies on the longer."""
    ordered = sorted(places)
    for at, (first, last, a) in enumerate(ordered):
        for start, end, b in ordered[at + 1 :]:
            if start >= last:
                break
            if 2 * (min(last, end) - start) >= min(last - first, end - start):
                yield a, b


def _group(linked: _Linked, hits: Hits) -> Group:
    """The renderings of a set, without those that another of the same document stands for."""
    held = [Held(n, _spans(hits[n], linked.own[n])) for n in linked.members]
    longer = [_stretch_of(n, stretches, hits) for n, stretches in sorted(linked.outer.items())]
    reports = [h for h in longer if hits[h.place].passage.against is Against.REPORT]
    records = [h for h in longer if hits[h.place].passage.against is Against.RECORD]
    kept = _kept([*held, *reports], hits)
    return Group(tuple(kept), tuple(r for r in records if not _quoted_by(r, kept, hits)))


def _spans(hit: Hit, shared: Sequence[tuple[int, int]]) -> Spans:
    """A quotation's own spans; of what is told in other words the stretch that others share."""
    passage = hit.passage
    if passage.kind is PassageKind.QUOTATION or not shared:
        return own_spans(passage)
    first, last = min(a for a, _ in shared), max(b for _, b in shared)
    return (tokens.stretch(passage.text, first, last).moved(passage.span.start),)


def _stretch_of(place: int, stretches: Sequence[Stretch], hits: Hits) -> Held:
    """The stretch of a longer text that the group is about: around what most of them share."""
    passage = hits[place].passage
    core = max(stretches, key=lambda s: s.bits)
    first, last = core.other_first, core.other_last
    for stretch in sorted(stretches, key=lambda s: s.other_first):
        if stretch.other_first <= last + LONG and stretch.other_last + LONG >= first:
            first, last = min(first, stretch.other_first), max(last, stretch.other_last)
    span = tokens.stretch(passage.text, first, last).moved(passage.span.start)
    return Held(place, (span,), sum(s.shared for s in stretches))


def _kept(held: Sequence[Held], hits: Hits) -> list[Held]:
    """Without what tells the same place of a document once more, in marks rather than without."""

    def inside(one: Held, other: Held) -> bool:
        a, b = hits[one.place].passage, hits[other.place].passage
        if one.place == other.place:
            return False
        meets = any(s.meets(t) for s in one.spans for t in other.spans)
        return meets and (_loose(a), one.place) > (_loose(b), other.place)

    beside: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        beside[hits[one.place].passage.document].append(one)
    found = [
        h for h in held if not any(inside(h, o) for o in beside[hits[h.place].passage.document])
    ]
    return sorted(found, key=lambda h: h.place)


def _loose(passage: Passage) -> tuple[bool, int, int]:
    """Sort key of passages at one place: in marks, with the longest chain, the shortest."""
    return passage.kind is not PassageKind.QUOTATION, -len(passage.via), len(passage.span)


def _quoted_by(record: Held, members: Sequence[Held], hits: Hits) -> bool:
    """Whether a turn only quotes the words, of somebody else who is named."""
    turn = hits[record.place].passage
    inner = [hits[member.place].passage for member in members]
    return any(
        passage.document == turn.document
        and passage.speaker not in ("", turn.speaker)
        and all(passage.span.meets(span) for span in record.spans)
        for passage in inner
    )


class Sets:
    """Disjoint sets of numbers (Tarjan 1975)."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._above = {n: n for n in numbers}

    def top(self, n: int) -> int:
        """The number that stands for the set of `n`."""
        while self._above[n] != n:
            self._above[n] = self._above[self._above[n]]
            n = self._above[n]
        return n

    def unite(self, a: int, b: int) -> None:
        """Make the sets of two numbers one."""
        a, b = sorted((self.top(a), self.top(b)))
        self._above[b] = a
