"""Stories and other prose: headline, dateline, sections, and the day of what is reported."""

from __future__ import annotations

from onrecord.model import Kind, Part, PartKind, Span, Structure
from onrecord.structure.blocks import trim
from onrecord.structure.occasions import place_of, published_day
from onrecord.structure.page import Page, editions, foot_parts, head_parts
from onrecord.structure.reported_day import day_of_report
from onrecord.structure.story import is_byline, is_heading, is_publisher


def read_prose(page: Page, kind: Kind, why: str) -> Structure:
    """The structure of a story or of other prose; without turns."""
    published = published_day(page)
    dateline = page.head.dateline
    lead = _lead(page)
    dating = (
        day_of_report(
            page.document.text,
            lead,
            dateline=dateline.day if dateline else None,
            published=published,
        )
        if lead and kind is Kind.STORY
        else None
    )
    parts = [*head_parts(page), *_body(page), *foot_parts(page)]
    return Structure(
        kind,
        why,
        tuple(sorted(parts, key=lambda p: p.span)),
        title=page.title,
        dating=dating,
        published=published,
        place=dateline.place if dateline else place_of(page),
        agency=dateline.agency if dateline else "",
        publisher=page.document.publisher or _publisher(page),
        editions=editions(page),
    )


def _lead(page: Page) -> Span | None:
    """The first paragraph of the body."""
    for number in range(page.head.body, len(page.blocks)):
        if number not in page.furniture:
            return page.blocks[number].span
    return None


def _publisher(page: Page) -> str:
    lines = [n for n, kind in page.head.kinds.items() if kind is PartKind.BYLINE]
    return next((page.line(n) for n in lines if is_publisher(page.line(n), page.layout)), "")


def _body(page: Page) -> list[Part]:
    parts: list[Part] = []
    dateline = page.head.dateline
    for number in range(page.head.body, len(page.blocks)):
        if number in page.furniture:
            continue
        block = page.blocks[number]
        span = block.span
        if dateline and number == page.head.body:
            parts.append(Part(PartKind.DATELINE, dateline.span))
            span = trim(page.document.text, Span(dateline.span.end, span.end)) or span
        parts.append(Part(_kind(page, number), span))
    return parts


def _kind(page: Page, number: int) -> PartKind:
    mark = page.blocks[number].mark
    if mark and mark.kind is not PartKind.PARAGRAPH:
        return mark.kind
    line = page.line(number)
    if mark is None and is_byline(line, page.layout):
        return PartKind.BYLINE
    last = number + 1 >= len(page.blocks)
    if mark is None and not last and number != page.head.body and is_heading(line):
        return PartKind.HEADING
    return PartKind.PARAGRAPH
