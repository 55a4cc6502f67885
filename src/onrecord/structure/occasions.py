"""The dates of a page: when it was published, and the day of the event that it records."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.dates import Mention, find_dates, read_edtf
from onrecord.model import Dating, PartKind, Span
from onrecord.structure.blocks import Block
from onrecord.structure.page import Page, given_date

_PLACE = re.compile(r"[,(]\s*([A-Z][^,()\d]{1,40}),\s*$")
_REACH = 60  # code points before a date in which its place can stand: the search stays linear


def published_day(page: Page) -> Dating | None:
    """The date that was given, else the one on the page's own date line."""
    given = given_date(page)
    if given:
        return replace(given, words=page.document.published, how="The date was given.")
    for number, block in _date_lines(page):
        found = _on_line(page, number, block)
        if found and not page.line(number).startswith("("):
            return replace(found, how="The page's date line.")
    return None


def day_of_transcript(page: Page, published: Dating | None) -> Dating | None:
    """The day of what a transcript records: as its title or a line in brackets at its head says.

    Else the day of publication, marked inferred: a transcript may be put out a day late.
    """
    text = page.document.text
    where = page.blocks[page.head.title].span if page.head.title is not None else None
    if where and (found := _dated(text, where, "The title names the day.")):
        return found
    titled = [m for m in find_dates(page.document.title) if m.year and m.day]
    if titled:
        words = titled[0].span.of(page.document.title)
        return replace(read_edtf(titled[0].edtf), words=words, how="The title names the day.")
    for number, block in _date_lines(page):
        if page.line(number).startswith("(") and (found := _on_line(page, number, block)):
            return replace(found, how="A line at the head of the transcript names the day.")
    for number, kind in page.head.kinds.items():
        if kind in (PartKind.HEADLINE, PartKind.HEADING, PartKind.STANDFIRST):
            span = page.blocks[number].span
            if found := _dated(text, span, "The head of the transcript names the day."):
                return found
    if published and published.earliest and published.earliest == published.latest:
        how = "The day of publication: the transcript names no day of its own."
        return replace(published, how=how, inferred=True)
    return None


def place_of(page: Page) -> str:
    """Where it was: as the format marks it, or as the title puts it before the date."""
    for number, kind in sorted(page.head.kinds.items()):
        if kind is PartKind.DATELINE:
            return " ".join(page.line(number).split())
    if lines := _lines_before_the_hour(page):
        return ", ".join(lines)
    for found in find_dates(page.title):
        start = found.span.start
        if found.year and (match := _PLACE.search(page.title, max(0, start - _REACH), start)):
            return " ".join(match.group(1).split())
    return ""


def _lines_before_the_hour(page: Page) -> list[str]:
    """The lines at the head of a transcript above the hour that it began: where it was."""
    kinds = page.head.kinds
    hours = [n for n, k in kinds.items() if k is PartKind.DATE and ":" in page.line(n)]
    if not hours or not page.document.title:
        return []
    above = [
        page.line(n)
        for n, kind in sorted(kinds.items())
        if n < min(hours) and kind in (PartKind.PARAGRAPH, PartKind.HEADING)
    ]
    return above if len(above) <= 3 else []


def _date_lines(page: Page) -> list[tuple[int, Block]]:
    return [
        (number, page.blocks[number])
        for number, kind in sorted(page.head.kinds.items())
        if kind is PartKind.DATE
    ]


def _on_line(page: Page, number: int, block: Block) -> Dating | None:
    if block.mark and block.mark.value:
        found = find_dates(block.mark.value)
        if found and found[0].year:
            return replace(read_edtf(found[0].edtf), words=page.line(number), spans=(block.span,))
    return _dated(page.document.text, block.span, "")


def _dated(text: str, span: Span, how: str) -> Dating | None:
    """The first full date in a stretch of the text."""
    for found in find_dates(span.of(text)):
        if found.year and found.day:
            return _dating(found, span, text, how)
    return None


def _dating(found: Mention, within: Span, text: str, how: str) -> Dating:
    span = Span(within.start + found.span.start, within.start + found.span.end)
    return replace(read_edtf(found.edtf), words=span.of(text), spans=(span,), how=how)
