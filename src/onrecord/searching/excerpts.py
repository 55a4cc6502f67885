"""What is shown of a hit: its sentences, with the words of the query marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Span, Spans
from onrecord.stores import Found, Hit, Sought, Store, Unit
from onrecord.text import widened

_LONG = 600
"""Code points of a hit that are shown at most, by and large."""
_TRIED = 40
"""Matches of one hit around which a sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One hit: where it stands, what is shown of it, who says it.

    `span` is the stretch of the document that is shown, `words` are its words, `marks` the words of
    the query in it, `said` what of it is the statement or passage itself: the rest is what stands
    around. `whole` is all of the statement or passage. All count in the document. `kind` is the
    quotation of a statement, the kind of a passage; `found` or `hit` is the thing itself.
    """

    number: int
    unit: Unit
    document: str
    span: Span
    words: str
    marks: Spans
    said: Spans
    whole: Span
    kind: str
    speaker: str
    via: tuple[str, ...]
    dated: str
    publisher: str
    title: str
    found: Found | None = None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a hit that are of one kind: whether they match, and whether they are said."""

    words: str
    marked: bool
    said: bool


def answers(numbers: Iterable[int], sought: Sought, unit: Unit, store: Store) -> list[Answer]:
    """The statements or passages of these numbers, in order, with what is shown of them."""
    asked = list(numbers)
    marks = store.matched(sought, asked, unit=unit)
    texts = _Once(store.text)
    if unit is Unit.STATEMENT:
        found = store.found(asked)
        return [_of_statement(one, texts(one.statement.document), marks) for one in found]
    titles = _Once(lambda ref: store.listed(ref).title)
    hits = store.passages(asked)
    return [
        _of_passage(hit, texts(hit.passage.document), marks, titles(hit.passage.document))
        for hit in hits
    ]


class _Once:
    """A function of documents that is asked once for each."""

    def __init__(self, function: Callable[[str], str]) -> None:
        self._function = function
        self._held: dict[str, str] = {}

    def __call__(self, ref: str) -> str:
        if ref not in self._held:
            self._held[ref] = self._function(ref)
        return self._held[ref]


def _of_statement(found: Found, text: str, marks: dict[int, Spans]) -> Answer:
    said = found.statement.attribution.content
    whole = Span(min(s.start for s in said), max(s.end for s in said))
    matches = marks.get(found.id, ())
    # A short statement is shown with the sentences it stands in, which say who says it.
    span = _shown(text, whole, matches) if len(whole) > _LONG else _widened(text, whole)
    return Answer(
        number=found.id,
        unit=Unit.STATEMENT,
        document=found.statement.document,
        span=span,
        words=span.of(text),
        marks=_inside(matches, span),
        said=_inside(said, span),
        whole=whole,
        kind=str(found.statement.attribution.quotation),
        speaker=found.statement.speaker,
        via=found.statement.via,
        dated=found.dated,
        publisher=found.publisher,
        title=found.title,
        found=found,
    )


def _of_passage(hit: Hit, text: str, marks: dict[int, Spans], title: str) -> Answer:
    passage = hit.passage
    matches = marks.get(hit.number, ())
    span = _shown(text, passage.span, matches)
    return Answer(
        number=hit.number,
        unit=Unit.PASSAGE,
        document=passage.document,
        span=span,
        words=span.of(text),
        marks=_inside(matches, span),
        said=_inside((passage.span,), span),
        whole=passage.span,
        kind=str(passage.kind),
        speaker=passage.speaker,
        via=passage.via,
        dated=hit.dated,
        publisher=hit.publisher,
        title=title,
        hit=hit,
    )


def _shown(text: str, whole: Span, marks: Spans) -> Span:
    """The sentence with most of the words that match, the first such; no more than is pleasant."""
    first = Span(whole.start, min(whole.end, whole.start + 1))
    tried = list[Span]()
    for mark in marks[:_TRIED] or (first,):
        if not (tried and tried[-1].holds(mark)):
            tried.append(_within(_widened(text, mark), whole))
    best = max(tried, key=lambda span: sum(span.holds(mark) for mark in marks))
    inner = [mark for mark in marks if best.holds(mark)]
    return _shortened(text, best, inner[0] if inner else first)


def _shortened(text: str, span: Span, keep: Span) -> Span:
    """A stretch of at most so many code points around what is to be kept, between words."""
    if len(span) <= _LONG:
        return span
    start = max(span.start, min(keep.start - _LONG // 3, span.end - _LONG))
    end = min(span.end, max(start + _LONG, keep.end))
    while span.start < start < keep.start and not text[start - 1].isspace():
        start += 1
    while keep.end < end < span.end and not text[end].isspace():
        end -= 1
    return Span(start, end)


def _widened(text: str, span: Span) -> Span:
    """The whole sentences that a span stands in, without white space around them."""
    last = span.end
    while last > span.start + 1 and not text[last - 1].isalnum():
        last -= 1  # behind its full stop the next sentence begins
    wide = widened(text, Span(span.start, last))
    start, end = min(wide.start, span.start), max(wide.end, span.end)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _within(span: Span, whole: Span) -> Span:
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def _inside(spans: Iterable[Span], within: Span) -> Spans:
    return tuple(_within(span, within) for span in spans if span.meets(within))


def pieces(answer: Answer) -> tuple[Piece, ...]:
    """What is shown of a hit, cut where words begin or cease to match or to be what is said.

    Put together again they are `Answer.words`.
    """
    start = answer.span.start
    edges = {start, answer.span.end}
    for span in (*answer.marks, *answer.said):
        edges |= {span.start, span.end}
    ordered = sorted(edges)
    found = []
    for a, b in pairwise(ordered):
        piece = Span(a, b)
        found.append(
            Piece(
                words=piece.moved(-start).of(answer.words),
                marked=any(mark.holds(piece) for mark in answer.marks),
                said=any(said.holds(piece) for said in answer.said),
            )
        )
    return tuple(found)
