"""Which passages share so much that they can be renderings of one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from onrecord.model import Against, PassageKind
from onrecord.people import each_of, same_name
from onrecord.stores import Hit
from onrecord.tracing.drawing_out import Stretch
from onrecord.tracing.hashed import Corpus, Words, read_words
from onrecord.tracing.joining import join

SHORTEST = 4
"""Words that a rendering must have."""
LONG = 60
"""Words above which what is quoted is searched for stretches as a turn is."""
_TIMES = 4
"""How many times as long one rendering may be as another to be of the same utterance as a whole."""
_SOON = timedelta(days=7)
"""Within this time reports of one day's words come out."""
_LEAST = {2: (32.0, 4, 0.5), 1: (40.0, 5, 0.5), 0: (55.0, 6, 0.6), -1: (75.0, 8, 0.7)}
"""What the words that two renderings share must be worth, how many they must be, and how much of
the shorter: by what speaks for one person and one time (one point each, less one for what speaks
against it)."""
WITHIN, UPON = _LEAST[2][0], _LEAST[2][0] / 2
"""What a stretch must be worth at least that whole renderings share, and one with a longer text."""
_UNMARKED = (25.0, 4)
"""What must be added where none of the two gives the words as anybody's own: terms of the trade
and what communiques always say stand in many reports."""
_DOCUMENTS, _SHARE, _MOST = 8, 100, 1000
"""A trigram in more transcripts than eight, and than one in a hundred, is a stock phrase's, and so
is any in more than a thousand: else what there is to compare grows with the square of a corpus."""
Hits = Sequence[Hit] | Mapping[int, Hit]
"""Passages by their places."""


@dataclass(slots=True)
class Pair:
    """All that two passages share."""

    shared: int = 0
    bits: float = 0.0
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What passages share, by their places in the list given: those that are of one utterance.

    `quoting` are renderings by themselves. `within` holds pairs of them, `upon` pairs of one and a
    longer text, of which a stretch only is a rendering.
    """

    quoting: tuple[int, ...]
    within: dict[tuple[int, int], Pair]
    upon: dict[tuple[int, int], Pair]


def paired(
    hits: Sequence[Hit], *, common: Collection[str] = (), corpus: Corpus | None = None
) -> Pairs:
    """All pairs of these passages that can be renderings of one utterance.

    Quotations and what is told in other words are renderings by themselves; turns, and quotations
    that are much longer than the others, are longer texts. `common` are a language's commonest
    words, `corpus` what the passages are taken from where they are not all there are.
    """
    names: dict[str, int] = {}
    for hit in hits:
        names.setdefault(hit.passage.document, len(names))
    quoting = [n for n, hit in enumerate(hits) if quotes(hit)]
    short = _words(quoting, hits, names)
    sizes = dict(zip(quoting, _sizes(short), strict=True))
    longer = [n for n, hit in enumerate(hits) if contains(hit, sizes.get(n, 0))]
    long = _words(longer, hits, names)
    most = stock(corpus.documents if corpus else len(names))
    within = join(short, common=common, least=WITHIN, corpus=corpus)
    upon = join(short, long, common=common, least=UPON, documents=most, corpus=corpus)
    return Pairs(
        tuple(n for n in quoting if sizes[n] >= SHORTEST),
        pairs_within(within, hits, sizes),
        pairs_upon(upon, hits, sizes),
    )


def stock(documents: int) -> int:
    """In how many transcripts a trigram may stand, of so many documents, and seed something."""
    return min(_MOST, max(_DOCUMENTS, documents // _SHARE))


def quotes(hit: Hit) -> bool:
    """Whether a passage is a rendering by itself: said to be somebody's, or a report's prose."""
    passage = hit.passage
    if passage.withheld:
        return False
    said = passage.kind in (PassageKind.QUOTATION, PassageKind.PARAPHRASE)
    return said or (passage.kind is PassageKind.PROSE and passage.against is Against.REPORT)


def contains(hit: Hit, size: int) -> bool:
    """Whether a passage of `size` words is a longer text, of which a stretch is a rendering."""
    return size > LONG if quotes(hit) else hit.passage.against is Against.RECORD


def _words(places: Iterable[int], hits: Sequence[Hit], names: dict[str, int]) -> Words:
    return read_words((n, names[hits[n].passage.document], hits[n].passage.text) for n in places)


def _sizes(words: Words) -> list[int]:
    sizes: list[int] = (words.starts[1:] - words.starts[:-1]).tolist()
    return sizes


def _pairs(stretches: Iterable[Stretch]) -> dict[tuple[int, int], Pair]:
    pairs: dict[tuple[int, int], Pair] = defaultdict(Pair)
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


def pairs_within(
    stretches: Iterable[Stretch], hits: Hits, sizes: Mapping[int, int]
) -> dict[tuple[int, int], Pair]:
    """What whole renderings share, of those that are of one utterance."""
    found: dict[tuple[int, int], Pair] = {}
    for (a, b), pair in _pairs(stretches).items():
        shorter, longer = sorted((sizes[a], sizes[b]))
        whole = longer <= max(LONG, _TIMES * shorter)
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


def pairs_upon(
    stretches: Iterable[Stretch], hits: Hits, sizes: Mapping[int, int]
) -> dict[tuple[int, int], Pair]:
    """What renderings share with longer texts, of those that have enough of them.

    `sizes` are the words of all that are renderings by themselves.
    """
    return {
        (a, b): pair
        for (a, b), pair in _pairs(stretches).items()
        if hits[a].passage.kind is not PassageKind.PROSE
        and (b not in sizes or sizes[b] > max(LONG, _TIMES * sizes[a]))
        and _enough(pair, sizes[a], hits[a], hits[b])
    }


def _enough(pair: Pair, size: int, one: Hit, other: Hit) -> bool:
    """Whether two renderings share so much that they are of one utterance."""
    if size < SHORTEST or pair.bits < _LEAST[2][0]:
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
