"""A reading to marked segments of its text, for a page: pure, nothing escaped yet, nothing lost.

    Reading -> lay       what is to be marked, each with its span
            -> blocks    paragraphs, headings, furniture; joined they are the text
            -> sheets    blocks put together to pages of bounded size
    blocks, laid -> segments   cut at every edge of a mark; joined they are the blocks

A segment knows every mark that covers it, so that marks may overlap as they like and a page still
nests: each segment is one element.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.model import PartKind, Reading, Span, Spans
from onrecord.text import quotations

_LONGEST = 8_000
"""Code points of a block at most, so that a text without paragraphs has pages too."""
_SHEET = 40_000
"""Code points after which a page of a long document ends with the block that is begun."""


class Role(StrEnum):
    """What a stretch of text is marked as."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    VIA = "via"
    QUOTED = "quoted"
    INNER = "inner"
    LABEL = "label"
    STAGE = "stage"
    AT = "at"


_PARTS = {PartKind.LABEL: Role.LABEL, PartKind.STAGE_DIRECTION: Role.STAGE}
_IN_A_LINE = frozenset({*_PARTS, PartKind.DATELINE})
"""Parts that may stand at the beginning of a line, or in it, beside what the line is."""
_ORDER = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Laid:
    """A stretch that is marked: as what, of which statement (from 1; 0 of none), how in words."""

    role: Role
    span: Span
    number: int = 0
    how: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that the same marks cover, the widest first.

    `opens` holds the marks that begin with it, `ends` the statements whose content ends with it.
    """

    span: Span
    text: str
    laid: tuple[Laid, ...] = ()
    opens: tuple[Laid, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """What it is marked as, each once."""
        return tuple(dict.fromkeys(one.role for one in self.laid))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The statements that it is part of, each once, the widest first."""
        return tuple(dict.fromkeys(one.number for one in self.laid if one.number))

    @property
    def how(self) -> str:
        """How the innermost content that covers it is quoted: direct, indirect, mixed."""
        return next((one.how for one in reversed(self.laid) if one.role is Role.CONTENT), "")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or whatever else stands by itself, up to where the next begins.

    `kind` is what its words are, `turn` the number of the turn that it belongs to.
    """

    span: Span
    kind: PartKind
    turn: int | None = None


def lay(reading: Reading, *, at: Spans = (), within: Span | None = None) -> tuple[Laid, ...]:
    """All that can be marked in a document, by place, the widest first; `at` are places asked for.

    Empty stretches and what lies outside the text are left out. With `within` quotation marks are
    read there alone, and far enough around it that what is left open before it is known.
    """
    size = len(reading.document.text)
    found = [*_statements(reading), *_quoted(reading, within or Span(0, size)), *_parts(reading)]
    found += [Laid(Role.AT, span) for span in at]
    held = (one for one in found if len(one.span) > 0 and one.span.end <= size)
    return tuple(sorted(held, key=_widest_first))


def _widest_first(one: Laid) -> tuple[int, int, int, int]:
    return one.span.start, -one.span.end, _ORDER[one.role], one.number


def _statements(reading: Reading) -> Iterator[Laid]:
    for number, statement in enumerate(reading.statements, start=1):
        found = statement.attribution
        roles = (
            (Role.CONTENT, found.content),
            (Role.SOURCE, found.source),
            (Role.CUE, found.cue),
            (Role.VIA, found.via),
        )
        for role, spans in roles:
            yield from (Laid(role, span, number, found.quotation.value) for span in spans)


def _quoted(reading: Reading, within: Span) -> Iterator[Laid]:
    document = reading.document
    start = document.text.rfind("\n", 0, max(0, within.start - _LONGEST)) + 1
    end = document.text.find("\n", min(len(document.text), within.end + _LONGEST))
    text = document.text[start : end if end >= 0 else None]
    for region in quotations(text, document.language or "en").regions:
        yield Laid(Role.INNER if region.depth else Role.QUOTED, region.outer.moved(start))


def _parts(reading: Reading) -> Iterator[Laid]:
    for part in reading.structure.parts:
        if part.kind in _PARTS:
            yield Laid(_PARTS[part.kind], part.span)


def blocks(reading: Reading) -> tuple[Block, ...]:
    """What the text falls into: each block ends where the next begins, the last with the text.

    A part that begins a line begins a block; a label, a dateline or a stage direction is in one
    block with what follows it on its line. Where there are no parts, lines are blocks.
    """
    text = reading.document.text
    edges = sorted({0, *_beginnings(reading), len(text)})
    spans = [
        piece for start, end in pairwise(edges) for piece in _in_pieces(text, Span(start, end))
    ]
    kinds, turns = _kinds(reading, spans), _turns(reading, spans)
    return tuple(map(Block, spans, kinds, turns))


def _beginnings(reading: Reading) -> Iterator[int]:
    """Where blocks begin: at a part before which a line ends, and in text of no part."""
    text, reached = reading.document.text, 0
    for part in sorted(reading.structure.parts, key=lambda part: part.span):
        if part.span.start >= reached:
            yield from _lines(text, Span(reached, part.span.start))
            if part.span.start == 0 or "\n" in text[reached : part.span.start]:
                yield part.span.start
        reached = max(reached, part.span.end)
    yield from _lines(text, Span(reached, len(text)))


def _lines(text: str, gap: Span) -> Iterator[int]:
    """Where lines with words begin in a stretch that is no part."""
    at = gap.start
    for line in gap.of(text).splitlines(keepends=True):
        if at > gap.start and line.strip():
            yield at
        at += len(line)


def _in_pieces(text: str, span: Span) -> Iterator[Span]:
    """A stretch as pieces of bearable length, parted at white space where there is any."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = max(
            text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST)
        )
        cut = cut + 1 if cut > start else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _kinds(reading: Reading, spans: Sequence[Span]) -> list[PartKind]:
    """Of each block the kind of the first part in it that is more than a mark in a line."""
    found: dict[int, PartKind] = {}
    parts = [part for part in reading.structure.parts if part.kind not in _IN_A_LINE]
    for part in parts:
        for place in _meeting(part.span, spans):
            found.setdefault(place, part.kind)
    return [found.get(place, PartKind.PARAGRAPH) for place in range(len(spans))]


def _turns(reading: Reading, spans: Sequence[Span]) -> list[int | None]:
    """Of each block the number of the turn that has words or a label in it."""
    found: dict[int, int] = {}
    for turn in reading.structure.turns:
        for span in (*([turn.label] if turn.label else []), *turn.spans):
            for place in _meeting(span, spans):
                found.setdefault(place, turn.number)
    return [found.get(place) for place in range(len(spans))]


def _meeting(one: Span, spans: Sequence[Span]) -> range:
    """Which of the spans, that lie side by side, a stretch meets."""
    if not len(one):
        return range(0)
    first = bisect_right(spans, one.start, key=lambda span: span.end)
    return range(first, bisect_left(spans, one.end, key=lambda span: span.start))


def sheets(found: Sequence[Block]) -> list[Span]:
    """The pages of a document as stretches of its text, cut between blocks, at turns if possible.

    A short document is one page; a document without text too.
    """
    if not found:
        return [Span(0, 0)]
    cuts, turning = [found[0].span.start], None
    for before, block in pairwise(found):
        if block.turn is not None and block.turn != before.turn:
            turning = block.span.start
        if block.span.end - cuts[-1] > _SHEET:
            at = turning if turning and turning - cuts[-1] > _SHEET // 2 else block.span.start
            cuts.append(at)
            turning = None
    return [Span(*pair) for pair in zip(cuts, [*cuts[1:], found[-1].span.end], strict=True)]


def sheet_of(pages: Sequence[Span], place: int) -> int:
    """The number of the page that has a place; the nearest for a place that the text does not."""
    return next((n for n, page in enumerate(pages) if place < page.end), len(pages) - 1)


def segments(
    text: str, laid: Iterable[Laid], spans: Iterable[Span]
) -> Iterator[tuple[Segment, ...]]:
    """Of each of these stretches, in order, its segments: cut at every edge of what is laid.

    `laid` may come in any order and be of the whole text; time is linear in it.
    """
    some = (one for one in laid if len(one.span))
    waiting = sorted(some, key=_widest_first, reverse=True)
    last = _last_of_contents(waiting)
    active: list[Laid] = []
    for within in spans:
        active = [one for one in active if one.span.end > within.start]
        while waiting and waiting[-1].span.start < within.end:
            one = waiting.pop()
            active += [one] if one.span.end > within.start else []
        yield tuple(_cut(text, active, within, last))


def _cut(
    text: str, laid: Sequence[Laid], within: Span, last: Mapping[int, Span]
) -> Iterator[Segment]:
    edges = {within.start, within.end}
    for one in laid:
        edges |= {max(within.start, one.span.start), min(within.end, one.span.end)}
    ordered = sorted(edges)
    active: list[Laid] = []
    coming = 0
    for start, end in pairwise(ordered):
        active = [one for one in active if one.span.end > start]
        while coming < len(laid) and laid[coming].span.start <= start:
            active.append(laid[coming])
            coming += 1
        opens = tuple(one for one in active if one.span.start == start)
        ends = tuple(
            one.number
            for one in active
            if one.role is Role.CONTENT and one.span.end == end and last[one.number] == one.span
        )
        yield Segment(Span(start, end), text[start:end], tuple(active), opens, ends)


def _last_of_contents(laid: Iterable[Laid]) -> dict[int, Span]:
    """The last piece of each statement's content."""
    found: dict[int, Span] = {}
    for one in laid:
        if one.role is Role.CONTENT:
            found[one.number] = max(found.get(one.number, one.span), one.span, key=_end)
    return found


def _end(span: Span) -> tuple[int, int]:
    return span.end, span.start
