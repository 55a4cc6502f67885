"""Drafts of attributions, and how they become the attributions that leave this package."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from onrecord.model import Attribution, Quotation, Span
from onrecord.text import Quoted

DEEPEST = 20
"""Contents of a sentence, one inside the other, in which an attribution is still told apart."""
_LETTER = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Draft:
    """An attribution while it is being put together.

    `unit` is the sentence of its cue, `rule` the name of the rule that found it.
    """

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    unit: int
    via: list[Span] = field(default_factory=list)
    rule: str = "verb"


def near_enough(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of a sentence, without those that stand inside more than `DEEPEST` contents.

    Their words stay in the contents around them. No prose goes as deep, and the work on words
    within words grows with the square of their depth.
    """
    kept: list[Draft] = []
    ends: list[int] = []
    for draft in sorted(drafts, key=_begins):
        while ends and ends[0] <= _begins(draft):
            heappop(ends)
        if len(ends) <= DEEPEST:
            kept.append(draft)
            for span in draft.content:
                heappush(ends, span.end)
    return kept


def _begins(draft: Draft) -> int:
    return min((span.start for span in draft.cue or draft.source or draft.content), default=0)


def finish(
    drafts: Iterable[Draft], regions: list[Quoted], text: str
) -> tuple[tuple[Attribution, str], ...]:
    """Drafts as attributions with their rules, in order of their content, each once."""
    found: dict[tuple[tuple[Span, ...], tuple[Span, ...]], tuple[Attribution, str]] = {}
    for draft in drafts:
        content = tidy(draft.content, draft.cue, text)
        if content:
            made = Attribution(
                tuple(draft.source),
                tuple(draft.cue),
                content,
                quotation_kind(content, regions, text),
                tuple(draft.via),
            )
            found.setdefault((made.content, made.source), (made, draft.rule))
    return tuple(sorted(found.values(), key=lambda f: (f[0].content, f[0].cue, f[0].source)))


def tidy(content: list[Span], cue: list[Span], text: str) -> tuple[Span, ...]:
    """Content spans in order, without outer space, without the cue's own words, none empty."""
    pieces: list[Span] = []
    for span in sorted(content):
        pieces += _without(span, cue)
    found: list[Span] = []
    for span in pieces:
        start, end = span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if found and start < found[-1].end:
            start = found[-1].end
        if _words(text, start, end):
            found.append(Span(start, end))
    return tuple(found)


def _without(span: Span, cuts: list[Span]) -> list[Span]:
    left = [span]
    for cut in cuts:
        pieces: list[Span] = []
        for one in left:
            if not one.meets(cut):
                pieces.append(one)
                continue
            pieces.append(Span(one.start, max(one.start, cut.start)))
            pieces.append(Span(min(one.end, cut.end), one.end))
        left = [piece for piece in pieces if len(piece)]
    return left


def quotation_kind(content: tuple[Span, ...], regions: list[Quoted], text: str) -> Quotation:
    """Direct where every word is in quotation marks, indirect where none is, else mixed."""
    inside = outside = False
    for span in content:
        at = span.start
        for region in _meeting(regions, span):
            outside = outside or _words(text, at, region.outer.start)
            inside = True
            at = max(at, region.outer.end)
        outside = outside or _words(text, at, span.end)
    if inside and outside:
        return Quotation.MIXED
    return Quotation.DIRECT if inside else Quotation.INDIRECT


def _meeting(regions: list[Quoted], span: Span) -> list[Quoted]:
    at = bisect_left(regions, span.start, key=lambda r: r.outer.end)
    found = []
    while at < len(regions) and regions[at].outer.start < span.end:
        if regions[at].outer.meets(span):
            found.append(regions[at])
        at += 1
    return found


def _words(text: str, start: int, end: int) -> bool:
    return start < end and _LETTER.search(text, start, end) is not None
