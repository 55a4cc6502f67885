"""Sentences as tokens, in which a quotation is one token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.text import IN_WORDS, MARKS, UNSEEN, Quoted, seen, sentences

MASK = "\x02"
_LONGEST_SENTENCE = 3_000  # characters; what has no end by then is no sentence
_TOKEN = re.compile(
    rf"{MASK}+|(?:[^\W_]\.){{2,}}|[^\W_](?:[\w’'.\-‐‑&@/{IN_WORDS}{MARKS}]*\w)?[{MARKS}]*"
    rf"(?:\.(?=\s+\S))?"
    rf"|\d[\d,]*\d|--+|—+|–|\.\.\.|[^\w\s{UNSEEN}]"
)
_ATTRIBUTES = re.compile(
    r"(?:[A-Z][\w’'.\-]*\s+){1,5}(?:\w+ly\s+)?"
    r"(?:said|says|asked|asks|told|added|wrote|tweeted|shouted|replied|exclaimed|wondered|continued"
    r"|responded|joked|went on|declared|concluded|yelled|quipped|recalled|explained)\b"
)


@dataclass(slots=True)
class Unit:
    """A sentence: tokens with their spans, folded forms, and the quotation each stands for.

    `stretch` numbers the stretch of text it comes from: nothing is carried on from one to another.
    """

    text: str
    start: int
    end: int
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    quotes: dict[int, Quoted] = field(default_factory=dict)
    stretch: int = 0

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last`, `last` left out."""
        return Span(self.starts[first], self.ends[last - 1])

    def places(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def at(self, place: int) -> str:
        """The folded form of a token, "" beyond either end."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def capital(self, place: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= place < len(self.raw) and self.raw[place][:1].isupper()

    def comma(self, place: int) -> bool:
        """Whether a token is a comma, or a quotation with a comma just inside its closing mark."""
        region = self.quotes.get(place)
        return self.at(place) == "," or bool(region and self.text[region.inner.end - 1] == ",")

    def last_of(self, place: int) -> str:
        """The last character inside the marks of the quotation at `place`, "" where none is."""
        region = self.quotes.get(place)
        return self.text[region.inner.end - 1] if region else ""

    def only_quotes(self) -> bool:
        """Whether nothing but quotations and punctuation stands here."""
        return bool(self.quotes) and all(
            i in self.quotes or not w[:1].isalnum() for i, w in enumerate(self.low)
        )


def mask(text: str, regions: Iterable[Quoted]) -> str:
    """`text` with every outermost quotation blotted out, character for character."""
    pieces: list[str] = []
    done = 0
    for region in regions:
        if region.depth == 0 and region.outer.start >= done:
            pieces += [text[done : region.outer.start], MASK * len(region.outer)]
            done = region.outer.end
    pieces.append(text[done:])
    return "".join(pieces)


def split(
    views: tuple[str, str], regions: list[Quoted], stretch: Span, code: str
) -> Iterator[Span]:
    """The sentences of a stretch; a quotation that ends one inside its marks ends one here.

    `views` are the text and its mask.
    """
    text, masked = views
    at = bisect_left(regions, stretch.start, key=lambda r: r.outer.start)
    ends = regions
    for sentence in sentences(masked[stretch.start : stretch.end], code):
        start, end = sentence.start + stretch.start, sentence.end + stretch.start
        while at < len(ends) and ends[at].outer.end < end:
            region = ends[at]
            at += 1
            if region.outer.start >= start and _finishes(text, masked, region, end):
                yield Span(start, region.outer.end)
                start = region.outer.end
                while start < end and masked[start].isspace():
                    start += 1
        while at < len(ends) and ends[at].outer.end <= end:
            at += 1
        yield from _pieces(masked, start, end)


def _pieces(masked: str, start: int, end: int) -> Iterator[Span]:
    """A stretch without sentence ends, cut between words where it is too long for one."""
    while end - start > _LONGEST_SENTENCE:
        cut = masked.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        if cut < 0:
            cut = masked.find(" ", start + _LONGEST_SENTENCE, end)
        if cut < 0:
            break
        yield Span(start, cut)
        start = cut + 1
    if start < end:
        yield Span(start, end)


def _finishes(text: str, masked: str, region: Quoted, end: int) -> bool:
    """Whether a new sentence starts after a quotation that itself ends like a sentence."""
    last = text[region.inner.end - 1]
    after = masked[region.outer.end : min(end, region.outer.end + 80)]
    if last not in ".?!…" or not after[:1].isspace():
        return False
    after = after.lstrip()
    if not after or not (after[0].isupper() or after[0] == MASK):
        return False
    return last == "." or not _ATTRIBUTES.match(after)


def read_unit(text: str, masked: str, span: Span, quotes: dict[int, Quoted]) -> Unit:
    """One sentence as tokens; `quotes` are the outermost quotations by where they start."""
    unit = Unit(text, span.start, span.end)
    tokens = [token.span() for token in _TOKEN.finditer(masked, span.start, span.end)]
    if MASK in masked[span.start : span.end]:
        tokens = list(_apart(masked, tokens, quotes, unit.quotes))
    unit.starts = [start for start, _ in tokens]
    unit.ends = [end for _, end in tokens]
    words = [masked[start:end] for start, end in tokens]
    unit.raw = [MASK if word[0] == MASK else word for word in words]
    # No token holds white space: all are folded at one go.
    joined = seen("\n".join(unit.raw)).lower().replace("’", "'")
    unit.low = joined.split("\n") if tokens else []
    return unit


def _apart(
    masked: str,
    tokens: list[tuple[int, int]],
    quotes: dict[int, Quoted],
    found: dict[int, Quoted],
) -> Iterator[tuple[int, int]]:
    """The tokens, quotations that stand side by side told apart; `found` gets each at its place."""
    place = 0
    for start, end in tokens:
        at = start
        while at < end:
            region = quotes.get(at) if masked[at] == MASK else None
            stop = min(region.outer.end, end) if region else end
            if region:
                found[place] = region
            yield at, stop
            place += 1
            at = stop
