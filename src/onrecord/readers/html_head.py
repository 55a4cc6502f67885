"""What stands above the main text of a page: headline, standfirst, byline, date, place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.model import PartKind
from onrecord.readers.html_pruning import class_words
from onrecord.readers.html_rules import (
    BYLINE_WORDS,
    DATE_WORDS,
    PLACE_WORDS,
    STANDFIRST_WORDS,
)
from onrecord.readers.html_segments import Segment
from onrecord.readers.published import published_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Headed = tuple[PartKind, str, Segment]
LONGEST = {PartKind.DATE: 120, PartKind.DATELINE: 120, PartKind.BYLINE: 200}
HIGHEST = 6  # how many elements above a block are asked what it is


def head_of(before: Sequence[Segment], inside: HtmlElement) -> list[Headed]:
    """The blocks above the text that the page marks, as (kind, value, block), in order.

    The headline is the last first-level heading before the text. What stands above it counts only
    inside the element `inside`, which holds headline and text; so does all that follows it. The
    value of a date is the ISO day of its `time`.
    """
    heads = [at for at, block in enumerate(before) if _in_heading(block)]
    found: list[Headed] = []
    for at, block in enumerate(before):
        if heads and at == heads[-1]:
            found.append((PartKind.HEADLINE, "", block))
        elif inside in block.element.iterancestors() or inside is block.element:
            kind = _kind(block, inside)
            if kind and len(block.text.strip()) <= LONGEST.get(kind, 2000):
                found.append(
                    (kind, published_day(block.time) if kind == PartKind.DATE else "", block)
                )
    return found


def _in_heading(block: Segment) -> bool:
    return block.element.tag == "h1" or any(
        e.tag == "h1" for e in block.element.iterancestors("h1")
    )


def _kind(block: Segment, inside: HtmlElement) -> PartKind | None:
    """What the classes and properties of a block say it is; the nearest element is asked first."""
    if block.time is not None:
        return PartKind.DATE
    element: HtmlElement | None = block.element
    for _ in range(HIGHEST):
        if element is None or element is inside:
            return None
        kind = _said(element)
        if kind:
            return kind
        element = element.getparent()
    return None


def _said(element: HtmlElement) -> PartKind | None:
    names = class_words(element) | frozenset(element.get("itemprop", "").lower().split())
    if element.tag == "time" or names & DATE_WORDS or "datepublished" in names:
        return PartKind.DATE
    if names & PLACE_WORDS or names & {"contentlocation", "locationcreated"}:
        return PartKind.DATELINE
    if names & BYLINE_WORDS or element.get("rel") == "author":
        return PartKind.BYLINE
    if names & STANDFIRST_WORDS or names & {"description", "alternativeheadline"}:
        return PartKind.STANDFIRST
    return None
