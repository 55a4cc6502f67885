"""The differences between a quotation and the record: grouped, typed, with spans on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, product

from onrecord.languages import language
from onrecord.matching.glocal import Pair
from onrecord.matching.kinds import Group, Sides, kind_of
from onrecord.matching.likeness import likeness
from onrecord.matching.quantities import completed, quantity
from onrecord.matching.severities import severity_of
from onrecord.matching.view import Token, View
from onrecord.model import Edit, EditKind, Severity, Span

_MARKS = re.compile(r"[.,;:?!]")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def edits_of(pieces: Sequence[Sequence[Pair]], quote: View, record: View, code: str) -> list[Edit]:
    """Every difference within `pieces`, in order; record spans count in the passage's text.

    What the edits leave is the same on both sides: put in the place of the record's words, the
    quotation's words of each edit give the quotation's words.
    """
    sides = Sides(quote, record, language(code).wording, code)
    found: list[Edit] = []
    for piece in pieces:
        found += _piece(completed(piece, quote, record, sides.wording.numerals), sides)
    found = _dated(_reordered(found), quote.text, code)
    return sorted(found, key=lambda e: (e.quote_span.start, e.record_span.start))


def _piece(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    if _as_written(piece, sides):
        return []
    found: list[Edit] = []
    for group in _groups(piece, sides):
        found += _typed(group, piece, sides)
    return found + _cases(piece, sides) + _punctuation(piece, sides)


def _as_written(piece: Sequence[Pair], sides: Sides) -> bool:
    """Whether a piece is the record's own, character by character."""
    quote, record = sides.quote, sides.record
    (q, r), (last, end) = piece[0], piece[-1]
    if q is None or r is None or last is None or end is None or last - q != end - r:
        return False
    here = quote.text[quote.starts[q] : quote.ends[last]]
    there = record.text[record.starts[r] : record.ends[end]]
    return here == there and quote.plains[q : last + 1] == record.plains[r : end + 1]


def _groups(piece: Sequence[Pair], sides: Sides) -> list[list[int]]:
    """Pair numbers that differ together: neighbours, and the parts of one contraction."""
    differs = [not _same(pair, sides) for pair in piece]
    for at in range(len(piece)):
        if differs[at]:
            for there in _around(at, piece, sides):
                differs[there] = True
    together = _written_apart(differs, piece, sides)
    groups: list[list[int]] = []
    for at, differ in enumerate(differs):
        if not differ:
            continue
        joins = at in together or not (at - 1 in together or _splits(at, piece, sides))
        if groups and groups[-1][-1] == at - 1 and joins:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _written_apart(differs: Sequence[bool], piece: Sequence[Pair], sides: Sides) -> set[int]:
    """Pair numbers that belong to the pair before: one side has in one word what is two there.

    "policy makers" and "policymakers", "5 p.m." and "5pm", "10 kilometres" and "10km".
    """
    found: set[int] = set()
    for at in range(len(piece) - 1):
        if at in found or not (differs[at] and differs[at + 1]):
            continue
        for size in (3, 2):
            window = piece[at : at + size]
            if len(window) == size and all(differs[at : at + size]) and _one_word(window, sides):
                found.update(range(at + 1, at + size))
                break
    return found


def _one_word(window: Sequence[Pair], sides: Sides) -> bool:
    mine = [q for q, _ in window if q is not None]
    theirs = [r for _, r in window if r is not None]
    if len(mine) == len(theirs) or not (mine and theirs):
        return False
    numerals = sides.wording.numerals
    one, other = quantity(mine, sides.quote, numerals), quantity(theirs, sides.record, numerals)
    return "".join(one) == "".join(other)


def _same(pair: Pair, sides: Sides) -> bool:
    q, r = pair
    if q is None or r is None:
        return False
    quote, record = sides.quote, sides.record
    return quote.plains[q] == record.plains[r] and quote.forms[q] == record.forms[r]


def _around(at: int, piece: Sequence[Pair], sides: Sides) -> Iterable[int]:
    """Neighbouring pairs that belong to the same contraction as the pair at `at`."""
    for step in (-1, 1):
        there = at + step
        while 0 <= there < len(piece) and _shares(piece[at], piece[there], sides):
            yield there
            there += step


def _shares(one: Pair, other: Pair, sides: Sides) -> bool:
    for side, view in ((0, sides.quote), (1, sides.record)):
        a, b = one[side], other[side]
        if a is None or b is None or view.wholes[a] is None:
            continue
        if view.wholes[a] == view.wholes[b]:
            return True
    return False


def _splits(at: int, piece: Sequence[Pair], sides: Sides) -> bool:
    """Whether a new group begins at `at`: an ellipsis, or pairs that are typed one by one."""
    before, here = piece[at - 1], piece[at]
    marked = _marked(at, piece, sides) and here[0] is None
    if marked != (_marked(at - 1, piece, sides) and before[0] is None):
        return True
    if _shares(before, here, sides):
        return False
    return _alone(before, sides) or _alone(here, sides)


def _alone(pair: Pair, sides: Sides) -> bool:
    """Whether a pair is a difference of its own: one word for a word that is like it."""
    q, r = pair
    if q is None or r is None:
        return False
    one, other = sides.quote.tokens[q], sides.record.tokens[r]
    if one.bracket or other.bracket:
        return False
    return likeness(one.form, other.form, sides.code) >= 0.3 or (one.name and other.name)


def _marked(at: int, piece: Sequence[Pair], sides: Sides) -> bool:
    """Whether the quotation has an ellipsis where the words of pair `at` are left out."""
    before = next((q for q, _ in reversed(piece[: at + 1]) if q is not None), None)
    return before is not None and before + 1 in sides.quote.ellipses


def _typed(group: list[int], piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    pairs = tuple(piece[at] for at in group)
    quote = tuple(sides.quote.tokens[q] for q, _ in pairs if q is not None)
    record = tuple(sides.record.tokens[r] for _, r in pairs if r is not None)
    marked = not quote and _marked(group[0], piece, sides)
    differing = Group(pairs, quote, record)
    kind = kind_of(differing, marked, sides)
    edit = Edit(
        kind,
        _words(quote, sides.quote.text),
        _words(record, sides.record.text),
        _span(quote, sides.quote, [q for q, _ in piece], group[0]),
        _span(record, sides.record, [r for _, r in piece], group[0]),
        severity_of(kind, differing, sides),
        marked or kind is EditKind.BRACKET,
    )
    return [edit]


def _words(tokens: tuple[Token, ...], text: str) -> str:
    return text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""


def _span(tokens: tuple[Token, ...], view: View, places: list[int | None], at: int) -> Span:
    """The span of `tokens`; where there are none, the empty span behind the word before."""
    if tokens:
        return Span(tokens[0].span.start, max(token.span.end for token in tokens))
    before = next((place for place in reversed(places[:at]) if place is not None), None)
    if before is not None:
        end = view.tokens[before].span.end
        return Span(end, end)
    behind = next((place for place in places[at:] if place is not None), None)
    start = view.tokens[behind].span.start if behind is not None else 0
    return Span(start, start)


def _cases(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    """Words that differ by capitals alone; the first word of the quotation is free."""
    found = []
    for q, r in piece:
        if not q or r is None or sides.quote.raw(q) == sides.record.raw(r):
            continue
        if not _same((q, r), sides):
            continue
        one, other = sides.quote.tokens[q], sides.record.tokens[r]
        if _bare(one.raw) != _bare(other.raw) and _bare(one.raw) != "":
            bracket = "[" in one.raw or "]" in one.raw
            accents = _bare(one.raw).casefold() != _bare(other.raw).casefold()
            changed = EditKind.SPELLING if accents else EditKind.CASE
            kind = EditKind.BRACKET if bracket else changed
            found.append(Edit(kind, one.raw, other.raw, one.span, other.span, marked=bracket))
    return found


def _bare(raw: str) -> str:
    return "".join(c for c in raw if c.isalpha() and c.casefold() != c.upper())


def _punctuation(piece: Sequence[Pair], sides: Sides) -> list[Edit]:
    """Stops and commas that differ between words that stand side by side in both."""
    found = []
    for one, other in pairwise(piece):
        if None in one or None in other:
            continue
        if _gap(one[0], other[0], sides.quote) == _gap(one[1], other[1], sides.record):
            continue
        spans = [_between(one[0], other[0], sides.quote), _between(one[1], other[1], sides.record)]
        texts = [
            span.of(v.text) for span, v in zip(spans, (sides.quote, sides.record), strict=True)
        ]
        marks = ["".join(_MARKS.findall(_ASIDE.sub("", text))) for text in texts]
        if marks[0] == marks[1] or (other[0] in sides.quote.ellipses):
            continue
        asked = ("?" in marks[0]) != ("?" in marks[1])
        found.append(
            Edit(
                EditKind.PUNCTUATION,
                texts[0].strip(),
                texts[1].strip(),
                spans[0],
                spans[1],
                Severity.AT_RISK if asked else Severity.KEPT,
            )
        )
    return found


def _gap(first: int | None, second: int | None, view: View) -> str:
    return view.text[view.ends[first or 0] : view.starts[second or 0]]


def _between(first: int | None, second: int | None, view: View) -> Span:
    start = view.ends[first or 0]
    return Span(start, max(start, view.starts[second or 0]))


def _reordered(edits: list[Edit]) -> list[Edit]:
    """The edits with words left out here and put in there typed as another order.

    Numbers, negations and names stay what they are: moving one can change who does what.
    """
    graver = (EditKind.NUMBER, EditKind.NEGATION, EditKind.NAME)
    out = {
        i: _key(e.record) for i, e in enumerate(edits) if e.record and not e.quote and not e.marked
    }
    put = {i: _key(e.quote) for i, e in enumerate(edits) if e.quote and not e.record}
    moved = _swapped(edits)
    for i, key in out.items():
        twin = next((n for n, other in put.items() if other == key and n not in moved), None)
        if twin is not None:
            moved |= {i, twin}
    return [
        replace(e, kind=EditKind.ORDER, severity=Severity.AT_RISK)
        if i in moved and e.kind not in graver
        else e
        for i, e in enumerate(edits)
    ]


def _dated(edits: list[Edit], quote: str, code: str) -> list[Edit]:
    """The edits with a day that stands on the other side of its month as another form of it."""
    exact = [edit for edit in edits if edit.kind in (EditKind.NUMBER, EditKind.NAME)]
    out = [edit for edit in exact if not edit.quote]
    put = [edit for edit in exact if not edit.record]
    moved: list[Edit] = []
    for one, other in product(out, put):
        spans = sorted((one.quote_span, other.quote_span))
        between = quote[spans[0].end : spans[1].start].strip(" ,.")
        if one.record == other.quote and _is_date(one.record, between, code):
            moved += [one, other]
    return [
        replace(edit, kind=EditKind.NUMBER_FORM, severity=Severity.KEPT) if edit in moved else edit
        for edit in edits
    ]


def _is_date(one: str, other: str, code: str) -> bool:
    """Whether of two words one is a month and the other the number of a day."""
    months = language(code).layout.months
    day, month = (one, other) if one[:1].isdigit() else (other, one)
    return day.isdecimal() and len(day) <= 2 and month.casefold() in months


def _swapped(edits: list[Edit]) -> set[int]:
    """Edits that put the words of two places each in the place of the other."""
    turned = {
        (_key(e.quote), _key(e.record)): i for i, e in enumerate(edits) if e.quote and e.record
    }
    return {
        i for (quote, record), i in turned.items() if quote != record and (record, quote) in turned
    }


def _key(words: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall(r"\w+", words.casefold())))
