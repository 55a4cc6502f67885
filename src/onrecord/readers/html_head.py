"""What stands above the main text of a page: headline, standfirst, byline, date, place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.model import PartKind
from onrecord.readers.html_pruning import class_words
from onrecord.readers.html_rules import (
    BYLINE_WORDS,
    DATE_WORDS,
    HEADLINE_WORDS,
    PLACE_WORDS,
    STANDFIRST_WORDS,
)
from onrecord.readers.html_segments import Segment
from onrecord.readers.published import published_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Headed = tuple[PartKind, str, Segment]
Elements = frozenset["HtmlElement"]
LONGEST = {PartKind.DATE: 120, PartKind.DATELINE: 120, PartKind.BYLINE: 200}
LONGEST_OTHER = 2000
HIGHEST = 6  # how many elements above a block are asked what it is


def head_of(
    before: Sequence[Segment], inside: HtmlElement, around: Elements, taken: frozenset[int]
) -> list[Headed]:
    """The blocks above the text that the page marks, as (kind, value, block), in order.

    The headline is the last heading that is called so, or the last of the first level. The others
    count where the element `inside` holds them, which also holds the text, or where their place is
    in `taken`. Elements `around` the whole text say nothing of a single block. The value of a date
    is the ISO day of its `time`.
    """
    heads = [at for at, block in enumerate(before) if _is_named_headline(block)]
    heads = heads or [at for at, block in enumerate(before) if _in_headline(block)]
    found: list[Headed] = []
    for at, block in enumerate(before):
        kind = said_of(block, around)
        if heads and at == heads[-1]:
            found.append((PartKind.HEADLINE, "", block))
        elif at in taken or (inside in block.element.iterancestors() and kind):
            kind = PartKind.PARAGRAPH if kind in (None, PartKind.HEADLINE) else kind
            day = published_day(block.time) if kind == PartKind.DATE else ""
            found.append((kind, day, block))
    return found


def said_of(block: Segment, around: Elements) -> PartKind | None:
    """What the elements of a block say it is, the nearest first; None where they say nothing."""
    if _in_headline(block) or _is_named_headline(block):
        return PartKind.HEADLINE
    if block.time is not None:
        return _if_short(PartKind.DATE, block)
    element: HtmlElement | None = block.element
    for _ in range(HIGHEST):
        if element is None or element in around:
            return None
        kind = _said(element)
        if kind:
            return _if_short(kind, block)
        element = element.getparent()
    return None


def _is_named_headline(block: Segment) -> bool:
    """Whether a heading is the headline by its class or property, whatever its level."""
    element = block.element
    if not block.heading:
        return False
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower().split()
    return not HEADLINE_WORDS.isdisjoint(names)


def _in_headline(block: Segment) -> bool:
    return block.element.tag == "h1" or next(block.element.iterancestors("h1"), None) is not None


def _if_short(kind: PartKind, block: Segment) -> PartKind | None:
    return kind if len(block.text.strip()) <= LONGEST.get(kind, LONGEST_OTHER) else None


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
