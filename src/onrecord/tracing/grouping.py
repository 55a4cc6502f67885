"""From passages that share words to utterances: which renderings are of the same words.

What a report quotes or tells, and what a turn quotes of others, are renderings by themselves; of a
turn, or of a quotation much longer than the others, only the stretch is that the others share.
Two renderings are of one utterance where the shorter has most of its words in the other, or where
both lie on the same stretch of a longer text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.index import tokens
from onrecord.model import Against, Passage, PassageKind, Span, Spans
from onrecord.people import each_of, same_name
from onrecord.stores import Hit
from onrecord.tracing.joining import Stretch, Words, join, read_words
from onrecord.tracing.rendered import own_spans

_SHORTEST = 4
"""Words that a rendering must have."""
_LONG = 60
"""Words above which what is quoted is searched for stretches as a turn is."""
_TIMES = 4
"""How many times as long one rendering may be as another to be of the same utterance as a whole."""
_SOON = timedelta(days=7)
"""Within this time reports of one day's words come out."""
_LEAST = {2: (32.0, 4, 0.5), 1: (40.0, 5, 0.5), 0: (55.0, 6, 0.6), -1: (75.0, 8, 0.7)}
"""What the words that two renderings share must be worth, how many they must be, and how much of
the shorter: by what speaks for one person and one time (one point each, less one for what speaks
against it)."""
_UNMARKED = (25.0, 3)
"""What must be added where none of the two gives the words as anybody's own: terms of the trade
and what communiques always say stand in many reports."""
_DOCUMENTS = 8
"""A trigram in more transcripts than this, and than one in a hundred, is a stock phrase's."""


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


@dataclass(slots=True)
class _Pair:
    """All that two passages share."""

    shared: int = 0
    bits: float = 0.0
    stretches: list[Stretch] = field(default_factory=list)


def group(hits: Sequence[Hit], *, common: Collection[str] = (), alone: int = -1) -> list[Group]:
    """The utterances that several of these documents have, in the order of their first passage.

    `common` are a language's commonest words. `alone` is the place of a passage whose utterance is
    wanted even where one document only has it.
    """
    names: dict[str, int] = {}
    for hit in hits:
        names.setdefault(hit.passage.document, len(names))
    quoting = [n for n, hit in enumerate(hits) if _quotes(hit)]
    short = _words(quoting, hits, names)
    sizes = dict(zip(quoting, _sizes(short), strict=True))
    quoting = [n for n in quoting if sizes[n] >= _SHORTEST]
    containers = [n for n, hit in enumerate(hits) if _contains(hit) or sizes.get(n, 0) > _LONG]
    most = max(_DOCUMENTS, len(names) // 100)
    long = _words(containers, hits, names)
    within = _within(join(short, common=common, least=_LEAST[2][0]), hits, sizes)
    upon = _upon(
        join(short, long, common=common, least=_LEAST[2][0] / 2, documents=most), hits, sizes
    )
    return list(_groups((within, upon), hits, quoting, alone))


def _quotes(hit: Hit) -> bool:
    """Whether a passage is a rendering by itself: said to be somebody's, or a report's prose."""
    passage = hit.passage
    if passage.withheld:
        return False
    said = passage.kind in (PassageKind.QUOTATION, PassageKind.PARAPHRASE)
    return said or (passage.kind is PassageKind.PROSE and passage.against is Against.REPORT)


def _contains(hit: Hit) -> bool:
    return hit.passage.against is Against.RECORD and not _quotes(hit)


def _words(places: Iterable[int], hits: Sequence[Hit], names: dict[str, int]) -> Words:
    return read_words((n, names[hits[n].passage.document], hits[n].passage.text) for n in places)


def _sizes(words: Words) -> list[int]:
    sizes: list[int] = (words.starts[1:] - words.starts[:-1]).tolist()
    return sizes


def _pairs(stretches: Iterable[Stretch]) -> dict[tuple[int, int], _Pair]:
    pairs: dict[tuple[int, int], _Pair] = defaultdict(_Pair)
    for stretch in sorted(stretches, key=lambda s: -s.bits):
        pair = pairs[stretch.one, stretch.other]
        if all(_apart(stretch, taken) for taken in pair.stretches):
            pair.shared += stretch.shared
            pair.bits += stretch.bits
        pair.stretches.append(stretch)
    return pairs


def _apart(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches are of different words: what a turn says twice counts once."""
    overlap = min(one.last, other.last) - max(one.first, other.first)
    return 2 * overlap < one.last - one.first


def _within(
    stretches: Iterable[Stretch], hits: Sequence[Hit], sizes: dict[int, int]
) -> dict[tuple[int, int], _Pair]:
    """What whole renderings share, of those that are of one utterance."""
    found: dict[tuple[int, int], _Pair] = {}
    for (a, b), pair in _pairs(stretches).items():
        shorter, longer = sorted((sizes[a], sizes[b]))
        whole = longer <= max(_LONG, _TIMES * shorter)
        if whole and _told(hits[a], hits[b]) and _enough(pair, shorter, hits[a], hits[b]):
            found[a, b] = pair
    return found


def _told(one: Hit, other: Hit) -> bool:
    """Whether two renderings can be compared: not two pieces of prose, nor one outlet's phrases."""
    kinds = {one.passage.kind, other.passage.kind}
    if PassageKind.QUOTATION in kinds:
        return True
    return PassageKind.PROSE not in kinds and (
        one.publisher != other.publisher or not one.publisher
    )


def _upon(
    stretches: Iterable[Stretch], hits: Sequence[Hit], sizes: dict[int, int]
) -> dict[tuple[int, int], _Pair]:
    """What renderings share with longer texts, of those that have enough of them."""
    return {
        (a, b): pair
        for (a, b), pair in _pairs(stretches).items()
        if hits[a].passage.kind is not PassageKind.PROSE
        and (b not in sizes or sizes[b] > max(_LONG, _TIMES * sizes[a]))
        and _enough(pair, sizes[a], hits[a], hits[b])
    }


def _enough(pair: _Pair, size: int, one: Hit, other: Hit) -> bool:
    """Whether two renderings share so much that they are of one utterance."""
    if size < _SHORTEST:
        return False
    bits, words, covered = _LEAST[max(-1, _speaker(one, other) + _time(one, other))]
    if PassageKind.QUOTATION in (one.passage.kind, other.passage.kind):
        words = min(words, size)
    else:
        bits, words = bits + _UNMARKED[0], words + _UNMARKED[1]
    return pair.bits >= bits and pair.shared >= words and pair.shared >= covered * size


def _speaker(one: Hit, other: Hit) -> int:
    if Against.NOTHING in (one.passage.against, other.passage.against):
        return 1  # what is asked for is taken at its word
    a, b = one.passage.speaker, other.passage.speaker
    if not a or not b:
        return 0
    return 1 if any(same_name(x, y) for x in each_of(a) for y in each_of(b)) else -1


def _time(one: Hit, other: Hit) -> int:
    if Against.NOTHING in (one.passage.against, other.passage.against):
        return 1
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return 0
    near = one.earliest - other.latest <= _SOON and other.earliest - one.latest <= _SOON
    return 1 if near else -1


_Shared = tuple[dict[tuple[int, int], _Pair], dict[tuple[int, int], _Pair]]


def _groups(
    shared: _Shared, hits: Sequence[Hit], quoting: Sequence[int], alone: int
) -> Iterator[Group]:
    within, upon = shared
    sets = _Sets(quoting)
    for a, b in within:
        sets.unite(a, b)
    for places in _by_container(upon).values():
        for a, b in _overlapping(places):
            sets.unite(a, b)
    for members in sets.all():
        found = _group(members, shared, hits)
        documents = {hits[h.place].passage.document for h in (*found.members, *found.records)}
        if len(documents) > 1 or alone in members:
            yield found


_Place = tuple[int, int, int]
"""Where a stretch begins and ends in a longer text, and which rendering lies on it."""


def _by_container(upon: dict[tuple[int, int], _Pair]) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = defaultdict(list)
    for (a, b), pair in upon.items():
        found[b] += [(s.other_first, s.other_last, a) for s in pair.stretches]
    return found


def _overlapping(places: list[_Place]) -> Iterator[tuple[int, int]]:
    """Renderings on the same stretch: half of the shorter or more lies on the longer."""
    ordered = sorted(places)
    for at, (first, last, a) in enumerate(ordered):
        for start, end, b in ordered[at + 1 :]:
            if start >= last:
                break
            if 2 * (min(last, end) - start) >= min(last - first, end - start):
                yield a, b


def _group(members: list[int], shared: _Shared, hits: Sequence[Hit]) -> Group:
    """The renderings of a set, without those that another of the same document stands for."""
    within, upon = shared
    inside = set(members)
    own: dict[int, list[tuple[int, int]]] = defaultdict(list)
    outer: dict[int, list[Stretch]] = defaultdict(list)
    for (a, b), pair in within.items():
        if a in inside and b in inside:
            own[a] += [(s.first, s.last) for s in pair.stretches]
            own[b] += [(s.other_first, s.other_last) for s in pair.stretches]
    for (a, b), pair in upon.items():
        if a in inside:
            own[a] += [(s.first, s.last) for s in pair.stretches]
            if b not in inside:
                outer[b] += pair.stretches
    held = [Held(n, _spans(hits[n], own[n])) for n in members]
    longer = [_stretch_of(n, stretches, hits) for n, stretches in sorted(outer.items())]
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
    return (_moved(tokens.stretch(passage.text, first, last), passage.span.start),)


def _stretch_of(place: int, stretches: Sequence[Stretch], hits: Sequence[Hit]) -> Held:
    """The stretch of a longer text that the group is about: around what most of them share."""
    passage = hits[place].passage
    core = max(stretches, key=lambda s: s.bits)
    first, last = core.other_first, core.other_last
    for stretch in sorted(stretches, key=lambda s: s.other_first):
        if stretch.other_first <= last + _LONG and stretch.other_last + _LONG >= first:
            first, last = min(first, stretch.other_first), max(last, stretch.other_last)
    span = _moved(tokens.stretch(passage.text, first, last), passage.span.start)
    return Held(place, (span,), sum(s.shared for s in stretches))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _kept(held: Sequence[Held], hits: Sequence[Hit]) -> list[Held]:
    """Without what tells the same place of a document once more, in marks rather than without."""

    def inside(one: Held, other: Held) -> bool:
        a, b = hits[one.place].passage, hits[other.place].passage
        if a.document != b.document or one.place == other.place:
            return False
        meets = any(s.meets(t) for s in one.spans for t in other.spans)
        return meets and (_loose(a), one.place) > (_loose(b), other.place)

    found = [h for h in held if not any(inside(h, other) for other in held)]
    return sorted(found, key=lambda h: h.place)


def _loose(passage: Passage) -> tuple[bool, int, int]:
    """Sort key of passages at one place: in marks, with the longest chain, the shortest."""
    return passage.kind is not PassageKind.QUOTATION, -len(passage.via), len(passage.span)


def _quoted_by(record: Held, members: Sequence[Held], hits: Sequence[Hit]) -> bool:
    """Whether a turn only quotes the words, of somebody else who is named."""
    turn = hits[record.place].passage
    inner = [hits[member.place].passage for member in members]
    return any(
        passage.document == turn.document
        and passage.speaker not in ("", turn.speaker)
        and all(passage.span.meets(span) for span in record.spans)
        for passage in inner
    )


class _Sets:
    """Disjoint sets of numbers (Tarjan 1975)."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._above = {n: n for n in numbers}

    def _top(self, n: int) -> int:
        while self._above[n] != n:
            self._above[n] = self._above[self._above[n]]
            n = self._above[n]
        return n

    def unite(self, a: int, b: int) -> None:
        a, b = sorted((self._top(a), self._top(b)))
        self._above[b] = a

    def all(self) -> Iterator[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for n in sorted(self._above):
            found[self._top(n)].append(n)
        yield from found.values()
