"""Documents and statements that are held, for an agent."""

from __future__ import annotations

import re
from hashlib import sha256

from onrecord import answers
from onrecord.answers.documents import TurnAnswer
from onrecord.answers.shapes import like
from onrecord.errors import InputError
from onrecord.mcp.failing import CursorError
from onrecord.mcp.paging import cursor_to, ground_of, place_in, size_of
from onrecord.mcp.shapes import DocumentPage
from onrecord.model import Reading, Span
from onrecord.stores import Listed, Store

_PLACE = re.compile(r"(.+)@(\d{1,12})-(\d{1,12})(?:,\d{1,12}-\d{1,12})*", re.DOTALL)
_BEFORE = 1_000
"""Code points shown before words that are asked for, at most."""
_HEAD = 300
_SHORTER = 0.8
_LEAST = 200
"""Code points of a page, however small the room is."""


def get_document(ref: str, store: Store, *, cursor: str = "", room: int) -> DocumentPage:
    """A stretch of a document that fits in `room` characters as JSON, from a cursor on.

    `ref` is whatever `Store.find` takes, or a place `id@start-end`: the page then begins a little
    before it. Pages end between paragraphs or words where they can. Errors as of `Store.find`;
    `InputError` for a place that the document does not have.
    """
    ref, at = _place(ref, store)
    reading, listed = store.load(ref), store.listed(ref)
    text = reading.document.text
    ground = ground_of(
        "get_document", listed.id, sha256(text.encode("utf-8", "replace")).hexdigest()
    )
    start = place_in(cursor, ground) if cursor else _begin(text, at)
    if start >= len(text) and cursor:
        raise CursorError("there is nothing behind this cursor; begin again without one")
    end = min(len(text), start + room)
    page = _page(reading, listed, Span(start, end), ground)
    while size_of(page) + _HEAD > room and end - start > _LEAST:
        end = _break(text, start, start + max(_LEAST, int((end - start) * _SHORTER)))
        page = _page(reading, listed, Span(start, end), ground)
    return page


def _place(ref: str, store: Store) -> tuple[str, Span | None]:
    """A reference, and the place that it has behind it; a document's own name may look like one."""
    found = _PLACE.fullmatch(ref)
    if not found:
        return ref, None
    start, end = int(found[2]), int(found[3])
    if start > end:
        raise InputError(f"not a place: {ref[:80]!r}")
    return found[1], Span(start, end)


def _begin(text: str, at: Span | None) -> int:
    """Where a page with these words begins: at the paragraph before them, if it is near."""
    if at is None:
        return 0
    if at.end > len(text):
        raise InputError(
            f"the document has {len(text)} characters and no place {at.start}-{at.end}"
        )
    low = max(0, at.start - _BEFORE)
    if low == 0:
        return 0
    paragraph = text.find("\n\n", low, at.start)
    if paragraph >= 0:
        return paragraph + 2
    blank = text.find(" ", low, at.start)
    return blank + 1 if blank >= 0 else low


def _break(text: str, start: int, end: int) -> int:
    """An end at or before `end` behind a paragraph, else a word, if one ends in the latter half."""
    middle = start + (end - start) // 2
    for mark in ("\n\n", "\n", " "):
        found = text.rfind(mark, middle, end)
        if found >= 0:
            return found + len(mark)
    return end


def _page(reading: Reading, listed: Listed, span: Span, ground: str) -> DocumentPage:
    text = reading.document.text
    turns = tuple(
        like(TurnAnswer, turn)
        for turn in reading.structure.turns
        if any(span.meets(one) for one in turn.spans)
    )
    return DocumentPage(
        document=answers.document(listed),
        span=(span.start, span.end),
        length=len(text),
        text=span.of(text),
        turns=turns,
        next_cursor=cursor_to(span.end, ground) if span.end < len(text) else "",
    )
