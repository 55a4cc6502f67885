"""A text in blocks: the paragraphs, headings and lines that structure is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Mark, PartKind, Span

_LINE = re.compile(r"[^\n]+")
_STRONG = re.compile(r"Q[ \u00a0]{2,}|Q:|[A-Z][A-Z.’' \u00a0-]{2,60}:[ \u00a0]")
_BLOCKS = frozenset(
    {
        PartKind.HEADLINE,
        PartKind.STANDFIRST,
        PartKind.HEADING,
        PartKind.DATE,
        PartKind.DATELINE,
        PartKind.BYLINE,
        PartKind.PARAGRAPH,
        PartKind.FURNITURE,
        PartKind.EDITIONS,
        PartKind.STAGE_DIRECTION,
    }
)
_WIDEST = 120  # a text with longer lines is not wrapped by hand
_WRAPPED = 0.6  # the share of line breaks that must look like wrapping


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between breaks, trimmed; `mark` is what the format said of it."""

    span: Span
    mark: Mark | None = None


def split_blocks(text: str, marks: tuple[Mark, ...] = ()) -> tuple[Block, ...]:
    """The blocks of `text` in order, by the marks of its format and by line breaks elsewhere.

    Lines that were wrapped to a width are joined again; otherwise each line is a block.
    """
    found: list[Block] = []
    at = 0
    width = _width(text)
    for mark in sorted((m for m in marks if m.kind in _BLOCKS), key=lambda m: m.span):
        if mark.span.start < at or mark.span.end > len(text):
            continue  # marks within a marked block add nothing to it
        found += _by_lines(text, Span(at, mark.span.start), width)
        if trimmed := trim(text, mark.span):
            found.append(Block(trimmed, mark))
        at = mark.span.end
    found += _by_lines(text, Span(at, len(text)), width)
    return tuple(found)


def trim(text: str, span: Span) -> Span | None:
    """The span without the white space at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _blank(char: str) -> bool:
    return char.isspace() or char in "\u200b\ufeff"


def _by_lines(text: str, span: Span, width: int) -> list[Block]:
    found: list[Block] = []
    last: Span | None = None
    for match in _LINE.finditer(text, span.start, span.end):
        line = trim(text, Span(match.start(), match.end()))
        if line is None:
            last = None
            continue
        if last and _goes_on(text, last, line, width):
            last = Span(last.start, line.end)
            found[-1] = Block(last)
        else:
            last = line
            found.append(Block(line))
    return found


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether `line` is the same paragraph as the lines before it, broken only to fit a width."""
    apart = text.count("\n", before.end, line.start) > 1
    if apart or not width or _STRONG.match(text, line.start, line.end):
        return False
    last = max(text.rfind("\n", before.start, before.end) + 1, before.start)
    return _is_wrap(text[last : before.end].strip(), line.of(text), width)


def _is_wrap(line: str, following: str, width: int) -> bool:
    word = following.split(maxsplit=1)[0] if following else ""
    if len(line) + 1 + len(word) > width:
        return True
    return following[:1].islower() and line[-1:] not in ".!?:"


def _width(text: str) -> int:
    """The width that the lines of a text were wrapped to, 0 where they were not."""
    lines = [line.strip() for line in text.splitlines()]
    broken = [(a, b) for a, b in pairwise(lines) if a and b]
    if len(broken) < 3:
        return 0
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(len(lengths) * 0.97)] if lengths else 0
    if not 30 <= width <= _WIDEST:
        return 0
    wrapped = sum(_is_wrap(a, b, width - 1) for a, b in broken)
    return width - 1 if wrapped >= _WRAPPED * len(broken) else 0
