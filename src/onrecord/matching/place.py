"""A quotation laid on a passage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from onrecord import languages
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

LONG = 1_200
"""Code points of a passage from which on saying `around` what it is to be looked at saves time."""
_CHANCE = 3
"""Words at the end of a quotation that the record's next clause may have by chance."""
_CLAUSE, _SENTENCE = 1, 2
"""What may end before a word."""
_MARKS = ("", ',;:"“”«»', ".!?;:\n")
"""The marks of each of the two."""

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
    pieces = _laid(asked, held, language)
    by = passage.span.start
    edits = tuple(_shifted(e, by) for e in edits_of(pieces, asked, held, language))
    laid = [piece for piece in pieces if any(r is not None for _, r in piece)]
    return Match(
        passage,
        tuple(_span(piece, held, 1, by) for piece in laid),
        edits,
        _coverage(pieces, asked, held, language),
        tuple(_span(piece, asked, 0, 0) for piece in laid),
        looked,
    )


def _laid(asked: View, held: View, code: str) -> list[list[Pair]]:
    """The pieces of a quotation on a passage; where it stands there as it is, that place."""
    size = len(asked.forms)
    cuts = frozenset(cut for cut in asked.ellipses if 0 < cut < size)
    at = -1 if asked.bracketed or cuts else held.joined.find(asked.joined)
    if at >= 0:
        first = held.joined.count("\n", 0, at)
        return [list(zip(range(size), range(first, first + size), strict=True))]
    editors = range(size) if asked.bracketed else ()
    terms = Terms(
        partial(likeness, code=code),
        cuts,
        frozenset(n for n in editors if _inserted(asked, n)),
    )
    pieces: list[list[Pair]] = []
    for piece in align(asked.forms, held.forms, terms, far=FAR):
        kept = _in_clause(_on_sentences(piece, asked, held, code), asked, held, code)
        if terms.editors:
            kept = _stood_for(kept, asked, held)
        pieces += _parted(kept, held, terms.cuts)
    return pieces


def _inserted(text: View, at: int) -> bool:
    """Whether a token is wholly the editor's; of "[w]e" only a letter is."""
    return text.bracket(at) and not {"[", "]"} & set(text.raw(at))


def bare(quote: str) -> str:
    """`quote` without the marks and the white space around it."""
    return quote.strip(_OUTER)


def _shifted(edit: Edit, by: int) -> Edit:
    if not by:
        return edit
    return Edit(
        edit.kind,
        edit.quote,
        edit.record,
        edit.quote_span,
        edit.record_span.moved(by),
        edit.severity,
        edit.marked,
    )


def _span(piece: Sequence[Pair], text: View, side: int, by: int) -> Span:
    held = [place for pair in piece if (place := pair[side]) is not None]
    start = min(map(text.starts.__getitem__, held))
    return Span(start + by, max(map(text.ends.__getitem__, held)) + by)


def _coverage(pieces: Sequence[Sequence[Pair]], asked: View, held: View, code: str) -> float:
    """The share of the quotation's own words that the passage has."""
    gained = total = 0.0
    for piece in pieces:
        for q, r in piece:
            if q is None:
                continue
            same = r is not None and asked.forms[q] == held.forms[r]
            if same:
                total += 1
                gained += 1
                continue
            if asked.bracketed and asked.bracket(q):
                continue
            total += 1
            if r is not None:
                like = likeness(asked.forms[q], held.forms[r], code)
                gained += like if like >= 0.5 else 0
    return min(1.0, gained / total) if total else 0.0


def _in_clause(piece: list[Pair], asked: View, held: View, code: str) -> list[Pair]:
    """A piece without the few chance words at its end that belong to the record's next clause.

    Where a clause or a sentence of the record ends and none does in the quotation, and what follows
    is more unlike than like, the quotation's words there were put in: "agreed in the Assembly" has
    nothing of "agreed, and later the Assembly met" but its first word. Words of the record that are
    passed over there count where its clause goes on behind the quotation, and where most of what
    the record has stands before.
    """
    light = languages.language(code).wording.light
    alike = unlike = passed = weightless = 0
    last = next((r for _, r in reversed(piece) if r is not None), -1) + 1
    goes_on = 0 < last < len(held.forms) and not _ended(held, last)
    for at in range(len(piece) - 1, 0, -1):
        q, r = piece[at]
        same = q is not None and r is not None and asked.forms[q] == held.forms[r]
        alike += same
        weightless += same and held.forms[r or 0] in light
        unlike += q is not None and not same
        passed += q is None
        if alike > _CHANCE:
            break
        if r is None or not (ended := _ended(held, r)):
            continue
        start = _start(piece, at)
        words = [a for a, _ in piece[start:] if a is not None]
        before = sum(a is not None for a, _ in piece[start:at])
        silent = goes_on and asked.ellipses.isdisjoint(words)
        if silent and unlike + before and _alike(piece[:start], asked, held) > alike:
            differing = unlike + before + passed + (ended == _SENTENCE)
            chance = differing >= max(2, alike - weightless)
        else:
            chance = alike < _CHANCE and unlike >= max(2, alike)
        if chance and not any(_marked(asked, q, ended) for q in words[: before + 1]):
            return [*piece[:start], *((a, None) for a, _ in piece[start:] if a is not None)]
    return piece


def _alike(piece: list[Pair], asked: View, held: View) -> int:
    """How many of the quotation's words a piece lays on the same word."""
    return sum(
        q is not None and r is not None and asked.forms[q] == held.forms[r] for q, r in piece
    )


def _start(piece: list[Pair], at: int) -> int:
    """Where the words begin that only one side has, before the pair at `at`."""
    while at and None in piece[at - 1]:
        at -= 1
    return at


def _ended(text: View, number: int) -> int:
    """What ends before a word: a sentence, a clause (or a quotation begins or ends), or nothing."""
    if not number:
        return 0
    between = text.text[text.ends[number - 1] : text.starts[number]]
    if between == " ":
        return 0
    if any(mark in between for mark in ".!?\n") and text.opens_sentence(number):
        return _SENTENCE
    return _CLAUSE if any(mark in between for mark in _MARKS[_CLAUSE]) else 0


def _marked(asked: View, number: int, ended: int) -> bool:
    """Whether the quotation, too, has a mark of such an end before a word; no ellipsis is one."""
    if not number or number in asked.ellipses:
        return False
    between = asked.text[asked.ends[number - 1] : asked.starts[number]]
    return any(mark in between for mark in _MARKS[ended])


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
        while 0 <= at < len(held.forms) and _telling(held.tokens[at], held.tokens[beside]):
            named.append((None, at))
            at -= step
        piece = [*ordered[:size], *named[::-1], *ordered[size:]][::step]
    return piece


def _loose(q: int | None, r: int | None, asked: View) -> bool:
    return r is None and q is not None and _inserted(asked, q)


def _telling(token: Token, beside: Token) -> bool:
    """Whether a word of the same sentence names somebody or gives a number."""
    return token.sentence == beside.sentence and (token.name or token.number)


def _parted(piece: list[Pair], held: View, cuts: frozenset[int]) -> list[list[Pair]]:
    """A piece cut where several whole sentences of the record are passed over in silence."""
    if sum(q is None for q, _ in piece) < FAR_WORDS:
        return [piece]
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
    numbers = {held.sentence(place) for place in gap}
    for beside in (gap[0] - 1, gap[-1] + 1):
        if 0 <= beside < len(held.forms):
            numbers.discard(held.sentence(beside))
    return len(numbers)


def _on_sentences(piece: list[Pair], asked: View, held: View, code: str) -> list[Pair]:
    """A piece whose unlike words at its ends stay inside the record's sentence.

    What the quotation has there beyond the record's sentence was put in; it does not stand for the
    words of the sentence before or after.
    """
    size = len(piece)
    start = next((n for n in range(size) if _like(piece[n], asked, held, code)), size)
    if start == size:
        return [(q, None) for q, _ in piece if q is not None]
    end = next(n for n in reversed(range(size)) if _like(piece[n], asked, held, code))
    if start == 0 and end == size - 1:
        return piece
    low, high = held.sentence(piece[start][1] or 0), held.sentence(piece[end][1] or 0)
    found: list[Pair] = []
    for at, (q, r) in enumerate(piece):
        if start <= at <= end or r is None or low <= held.sentence(r) <= high:
            found.append((q, r))
        elif q is not None:
            found.append((q, None))
    return found


def _like(pair: Pair, asked: View, held: View, code: str) -> bool:
    """Whether a pair's words are the same or forms of one word."""
    q, r = pair
    return q is not None and r is not None and likeness(asked.forms[q], held.forms[r], code) >= 0.5
