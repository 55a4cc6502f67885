"""A quotation laid on a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from onrecord.errors import InputError
from onrecord.matching.align import align
from onrecord.matching.edits import edits_of
from onrecord.matching.glocal import Pair, Terms
from onrecord.matching.likeness import likeness
from onrecord.matching.nearby import stretch
from onrecord.matching.view import Token, View, view
from onrecord.model import Edit, Match, Passage, Span

FAR = 50
"""Words of the record passed over, above which two pieces do not stand together."""
FAR_SENTENCES = 2
FAR_WORDS = 20
"""Nor do they where this many whole sentences, of this many words in all, are passed over in
silence."""

_OUTER = "\"'“”‘’„‟‚‛«»‹› \t\n\r\u00a0\u200b\u200c\u200d\u2060\ufeff"


def match(
    quote: str, passage: Passage, *, language: str = "en", around: Span | None = None
) -> Match:
    """`quote` laid on `passage`: where its pieces stand, and every difference with its type.

    With `around`, code points of the passage's text near which the quotation stands, only that
    stretch is looked at, with as many words on each side as the quotation has and an omission may
    pass over, to whole sentences. What stands further off is not found.

    Always gives a match, of coverage 0 where no word is shared. Words in brackets are the editor's
    and do not count towards the coverage, an ellipsis cuts the quotation; record spans count in
    the passage's document. `InputError` where the quotation has no word.
    """
    asked = view(quote, language, quotation=True)
    if not asked.tokens:
        raise InputError("the quotation has no words")
    looked = around and stretch(passage.text, around, FAR + len(asked.tokens), language)
    held = view(passage.text, language, within=looked)
    terms = Terms(
        partial(likeness, code=language),
        frozenset(cut for cut in asked.ellipses if 0 < cut < len(asked.tokens)),
        frozenset(n for n, token in enumerate(asked.tokens) if _inserted(token)),
    )
    pieces: list[list[Pair]] = []
    for piece in align(asked.forms, held.forms, terms, far=FAR):
        kept = _in_clause(_on_sentences(piece, asked, held), asked, held)
        pieces += _parted(_stood_for(kept, asked, held), held, terms.cuts)
    edits = tuple(_shifted(e, passage.span.start) for e in edits_of(pieces, asked, held, language))
    laid = [piece for piece in pieces if any(r is not None for _, r in piece)]
    return Match(
        passage,
        tuple(_span(piece, held, 1, passage.span.start) for piece in laid),
        edits,
        _coverage(pieces, asked, held),
        tuple(_span(piece, asked, 0, 0) for piece in laid),
        looked,
    )


def _inserted(token: Token) -> bool:
    """Whether a token is wholly the editor's; of "[w]e" only a letter is."""
    return token.bracket and "[" not in token.raw and "]" not in token.raw


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


def _in_clause(piece: list[Pair], asked: View, held: View) -> list[Pair]:
    """A piece without the few chance words at its end that belong to the record's next clause.

    Where the record has a comma or a quotation mark that the quotation has not, and what follows is
    more unlike than like, the quotation's words there were put in.
    """
    for at in range(len(piece) - 1, 0, -1):
        q, r = piece[at]
        if q is None or r is None or not _clause(held, r) or _clause(asked, q):
            continue
        tail = [(a, b) for a, b in piece[at:] if a is not None]
        like = sum(b is not None and asked.forms[a] == held.forms[b] for a, b in tail)
        if like <= 2 and len(tail) - like >= max(2, like):
            while at and piece[at - 1][0] is None:
                at -= 1  # noqa: PLW2901 - the words passed over belong to that clause too
            return [*piece[:at], *((a, None) for a, _ in tail)]
    return piece


def _clause(text: View, number: int) -> bool:
    """Whether a mark that ends a clause, or one of quotation, stands before a word."""
    if not number:
        return False
    start, end = text.tokens[number - 1].span.end, text.tokens[number].span.start
    return any(mark in text.text[start:end] for mark in ',;:"“”«»')


def _stood_for(piece: list[Pair], asked: View, held: View) -> list[Pair]:
    """A piece whose bracket at either end is laid on the name or number that it stands for."""
    for step in (1, -1):
        ordered = piece[::step]
        size = next((n for n, (q, r) in enumerate(ordered) if not _loose(q, r, asked)), 0)
        beside = ordered[size][1] if 0 < size < len(ordered) else None
        if beside is None:
            continue
        named: list[Pair] = []
        at = beside - step
        while 0 <= at < len(held.tokens) and _telling(held.tokens[at], held.tokens[beside]):
            named.append((None, at))
            at -= step
        piece = [*ordered[:size], *named[::-1], *ordered[size:]][::step]
    return piece


def _loose(q: int | None, r: int | None, asked: View) -> bool:
    return r is None and q is not None and _inserted(asked.tokens[q])


def _telling(token: Token, beside: Token) -> bool:
    """Whether a word of the same sentence names somebody or gives a number."""
    return token.sentence == beside.sentence and (token.name or token.number)


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
