"""Brackets that a phrase opens or leaves open."""

from __future__ import annotations

from onrecord.model import Span

_PAIRS = {"(": ")", "[": "]"}
EDGES = " \t\n,;:–—-"
"""What a name neither begins nor ends with."""


def closed(text: str, span: Span) -> Span:
    """A span with as many closing brackets as opening ones: one more at its end, or cut before."""
    for opening, closing in _PAIRS.items():
        words = span.of(text)
        if words.count(opening) > words.count(closing):
            if text[span.end : span.end + 1] == closing:
                span = Span(span.start, span.end + 1)
            else:
                cut = words[: words.rindex(opening)].rstrip(EDGES)
                span = Span(span.start, span.start + len(cut)) if cut else span
    return span
