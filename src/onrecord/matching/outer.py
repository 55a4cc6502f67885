"""What differs at a quotation's edges and in its marks, which no finding counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Edit, EditKind, Match, Span

_STOP = re.compile(r"[\s\"'“”‘’»«\])]*([.,;:?!])")
_MARK = re.compile(r"[\"“”„«»]|''|(?<!\w)['‘‚‹]|['’›](?!\w)")
_DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "''"})


def outer(quote: str, found: Match) -> tuple[Edit, ...]:
    """The first letter's case, the final stop and the kind of inner quotation marks that differ.

    Stylebooks differ in what they let an editor do there. Quotation spans count in `quote`, record
    spans in the record's document. Straight and curly marks are one kind, single and double two.
    """
    if not found.spans:
        return ()
    return (*_first_letter(quote, found), *_marks(quote, found), *_final_stop(quote, found))


def _first_letter(quote: str, found: Match) -> Iterator[Edit]:
    here, there = found.quoted[0].start, found.spans[0].start - found.passage.span.start
    marked = quote[here : here + 1] == "["
    one, other = quote[here + marked : here + marked + 1], found.passage.text[there : there + 1]
    if one != other and one.casefold() == other.casefold():
        kind = EditKind.BRACKET if marked else EditKind.CASE
        yield Edit(
            kind,
            one,
            other,
            Span(here + marked, here + marked + 1),
            _placed(there, there + 1, found),
            marked=marked,
        )


def _final_stop(quote: str, found: Match) -> Iterator[Edit]:
    end = found.quoted[-1].end
    there = found.spans[-1].end - found.passage.span.start
    one, other = _STOP.match(quote, end), _STOP.match(found.passage.text, there)
    if (one and one[1]) == (other and other[1]) or quote[end:].lstrip()[:1] in ("…", "["):
        return
    here = Span(*one.span(1)) if one else Span(end, end)
    place = other.span(1) if other else (there, there)
    yield Edit(
        EditKind.PUNCTUATION,
        one[1] if one else "",
        other[1] if other else "",
        here,
        _placed(*place, found),
    )


def _marks(quote: str, found: Match) -> Iterator[Edit]:
    """Marks of quotation that are single on one side and double on the other."""
    by = found.passage.span.start
    mine = [m for piece in found.quoted for m in _MARK.finditer(quote, piece.start, piece.end)]
    theirs = [
        m
        for piece in found.spans
        for m in _MARK.finditer(found.passage.text, piece.start - by, piece.end - by)
    ]
    if len(mine) != len(theirs):
        return
    for one, other in zip(mine, theirs, strict=True):
        if (one[0] in _DOUBLE) != (other[0] in _DOUBLE):
            yield Edit(
                EditKind.PUNCTUATION,
                one[0],
                other[0],
                Span(*one.span()),
                _placed(*other.span(), found),
            )


def _placed(start: int, end: int, found: Match) -> Span:
    by = found.passage.span.start
    return Span(start + by, end + by)
