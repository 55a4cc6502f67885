"""A quotation laid on a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from onrecord.errors import InputError
from onrecord.matching.align import Pair, align
from onrecord.matching.edits import edits_of
from onrecord.matching.likeness import likeness
from onrecord.matching.view import View, view
from onrecord.model import Edit, Match, Passage, Span

FAR = 50
"""Words of the record passed over, above which two pieces do not stand together."""
FAR_SENTENCES = 2
FAR_WORDS = 20
"""Nor do they where this many whole sentences, of this many words in all, are passed over in
silence."""

_OUTER = "\"'“”‘’„‟‚‛«»‹› \t\n\r\u00a0\u200b\u200c\u200d\u2060\ufeff"


def match(quote: str, passage: Passage, *, language: str = "en") -> Match:
    """`quote` laid on `passage`: where its pieces stand, and every difference with its type.

    Always gives a match, of coverage 0 where no word is shared. Words in brackets are the editor's
    and do not count towards the coverage, an ellipsis cuts the quotation; record spans count in
    the passage's document. `InputError` where the quotation has no word.
    """
    asked = view(quote, language, quotation=True)
    if not asked.tokens:
        raise InputError("the quotation has no words")
    held = view(passage.text, language)
    alike = partial(likeness, code=language)
    cuts = frozenset(c for c in asked.ellipses if 0 < c < len(asked.tokens))
    pieces = [
        part
        for piece in align(asked.forms, held.forms, alike, cuts=cuts, far=FAR)
        for part in _parted(_on_sentences(piece, asked, held), held, cuts)
    ]
    edits = tuple(_shifted(e, passage.span.start) for e in edits_of(pieces, asked, held, language))
    laid = [piece for piece in pieces if any(r is not None for _, r in piece)]
    return Match(
        passage,
        tuple(_span(piece, held, 1, passage.span.start) for piece in laid),
        edits,
        _coverage(pieces, asked, held),
        tuple(_span(piece, asked, 0, 0) for piece in laid),
    )


def bare(quote: str) -> str:
    """`quote` without the marks and the white space around it."""
    return quote.strip(_OUTER)


def _shifted(edit: Edit, by: int) -> Edit:
    span = edit.record_span
    return replace(edit, record_span=Span(span.start + by, span.end + by))


def _span(piece: Sequence[Pair], text: View, side: int, by: int) -> Span:
    places = [pair[side] for pair in piece]
    held = [text.tokens[place].span for place in places if place is not None]
    start = min(span.start for span in held)
    return Span(start + by, max(span.end for span in held) + by)


def _coverage(pieces: Sequence[Sequence[Pair]], asked: View, held: View) -> float:
    """The share of the quotation's own words that the passage has."""
    gained = total = 0.0
    for piece in pieces:
        for q, r in piece:
            if q is None:
                continue
            same = r is not None and asked.forms[q] == held.forms[r]
            if asked.tokens[q].bracket and not same:
                continue
            total += 1
            if r is not None:
                like = likeness(asked.forms[q], held.forms[r])
                gained += like if like >= 0.5 else 0
    return min(1.0, gained / total) if total else 0.0


def _parted(piece: list[Pair], held: View, cuts: frozenset[int]) -> list[list[Pair]]:
    """A piece cut where several whole sentences of the record are passed over in silence."""
    parts: list[list[Pair]] = [[]]
    gap: list[int] = []
    for q, r in piece:
        if q is None and r is not None:
            gap.append(r)
            continue
        if gap and q not in cuts and len(gap) >= FAR_WORDS and _whole(gap, held) >= FAR_SENTENCES:
            parts.append([])
        else:
            parts[-1] += [(None, place) for place in gap]
        parts[-1].append((q, r))
        gap = []
    return parts


def _whole(gap: list[int], held: View) -> int:
    """How many sentences lie wholly in a stretch of the record."""
    numbers = {held.tokens[place].sentence for place in gap}
    for beside in (gap[0] - 1, gap[-1] + 1):
        if 0 <= beside < len(held.tokens):
            numbers.discard(held.tokens[beside].sentence)
    return len(numbers)


def _on_sentences(piece: list[Pair], asked: View, held: View) -> list[Pair]:
    """A piece whose unlike words at its ends stay inside the record's sentence.

    What the quotation has there beyond the record's sentence was put in; it does not stand for the
    words of the sentence before or after.
    """
    same = [
        (at, r)
        for at, (q, r) in enumerate(piece)
        if q is not None and r is not None and likeness(asked.forms[q], held.forms[r]) >= 0.5
    ]
    if not same:
        return [(q, None) for q, _ in piece if q is not None]
    (start, first), (end, last) = same[0], same[-1]
    low, high = held.tokens[first].sentence, held.tokens[last].sentence
    found: list[Pair] = []
    for at, (q, r) in enumerate(piece):
        inside = r is None or low <= held.tokens[r].sentence <= high
        if start <= at <= end or inside:
            found.append((q, r))
        elif q is not None:
            found.append((q, None))
    return found
